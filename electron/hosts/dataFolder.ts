/** One data folder for every door, so that a talk begun in the app goes on in the browser host. */
import { chmodSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

export interface Surroundings {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  home: string
}

const here = (): Surroundings => ({ env: process.env, platform: process.platform, home: homedir() })

/** Where the system keeps an application's data: the same folder as Electron's `app.getPath('appData')`. */
export function appDataPath({ env, platform, home }: Surroundings = here()): string {
  if (platform === 'win32') return env.APPDATA || win32.join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support')
  return env.XDG_CONFIG_HOME || posix.join(home, '.config')
}

/** The folder asked for with `--data`, else LULL_DATA, else `Lull/data` beside other applications' data. */
export function dataFolderPath(asked: string | null, around: Surroundings = here()): string {
  const path = around.platform === 'win32' ? win32 : posix
  const chosen = asked ?? around.env.LULL_DATA
  return chosen ? path.resolve(chosen) : path.join(appDataPath(around), 'Lull', 'data')
}

/**
 * Makes the folder if it is missing and closes it to other accounts of this machine.
 * @throws a plain sentence when Lull cannot keep anything there.
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // A folder that was there before may stand open; Windows keeps its own permissions.
    if (process.platform !== 'win32') chmodSync(folder, 0o700)
  } catch (error) {
    throw new Error(`Lull cannot keep its data in ${folder}. Is it a folder that is yours to write to?`, {
      cause: error,
    })
  }
}
