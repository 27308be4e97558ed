/** The few words the shell itself says; everything else a person reads is the page's. */

export const words = {
  open: 'Open Lull',
  newTalk: 'New talk',
  settings: 'Settings',
  view: 'View',
  quit: 'Quit Lull',
  tryAgain: 'Try again',
  starting: 'Starting…',
  startingAgain: 'Something stopped; starting again…',
  stopped: 'Lull stopped and could not start again',
  resting: 'Resting',
  lamp: { off: 'asleep', resting: 'awake', waking: 'waking', writing: 'writing' },
  shortcutTaken: (shortcut: string) => `${shortcut} belongs to another app; choose another in Settings`,
  cannotOpen: 'Lull cannot open your talks',
  startsFresh: 'Lull starts fresh',
  damaged: (fileName: string, folder: string) =>
    `Your old talks could not be read. They are kept as ${fileName} in ${folder}; nothing was overwritten.`,
  setAside: 'Set the old data aside',
  chooseModel: 'Choose a model file',
  modelFiles: 'GGUF models',
  choose: 'Choose',
} as const
