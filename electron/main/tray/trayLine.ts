/** One line of the tray's menu, and everything a line can do. */

export type TrayAction =
  | 'open'
  | 'newTalk'
  | 'checkin'
  | 'panic'
  | 'pauses'
  | 'breakStart'
  | 'breakLater'
  | 'breakNotNow'
  | 'breakNow'
  | 'breakBack'
  | 'helped'
  | 'helpedNot'
  | 'quietHour'
  | 'offerAgain'
  | 'lights'
  | 'lightsSoften'
  | 'lightsBack'
  | 'lightsUndo'
  | 'sensing'
  | 'pauseHour'
  | 'pauseTomorrow'
  | 'pauseOpen'
  | 'resume'
  | 'settings'
  | 'tryAgain'
  | 'quit'

/** Something to do, something to read, or (null) a rule between. */
export type TrayLine = { label: string; action: TrayAction | null; accelerator?: string } | null
