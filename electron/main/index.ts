/** Electron's main process: the shell as a boot list, one call per line. */
import { app } from 'electron'
import { claimDataFolder, isFirstInstance } from './appIdentity.ts'
import { declarePageScheme, servePage } from './pageProtocol.ts'
import { lockDown } from './security/lockDown.ts'
import { type Shell, startShell } from './shell.ts'

let shell: Shell | null = null

declarePageScheme()
const dataFolder = claimDataFolder()

if (isFirstInstance(() => shell?.showPopup())) {
  app
    .whenReady()
    .then(() => {
      lockDown()
      servePage()
      shell = startShell(dataFolder)
    })
    .catch((error: unknown) => {
      // An early end with an error tells the launcher to open the browser host instead.
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      app.exit(1)
    })
} else {
  app.quit()
}
