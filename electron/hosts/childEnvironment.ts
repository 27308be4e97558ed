/** What every child process needs of our environment, and a way to hand over nothing else. */

/** Needed to find libraries, drivers, the temporary folder and, on Windows, the system itself. */
export const SYSTEM_NAMES = [
  'HOME',
  'PATH',
  'Path',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LC_ALL',
  'LD_LIBRARY_PATH',
  'SystemRoot',
  'SYSTEMROOT',
  'windir',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramData',
  'XDG_RUNTIME_DIR',
  'ELECTRON_RUN_AS_NODE',
]

/** The named variables that are set. */
export function passedOn(own: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  const passed = names.flatMap((name) => {
    const value = own[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(passed)
}
