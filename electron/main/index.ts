/** Electron's main process: the shell as a boot list, one call per line. */
import { app } from 'electron'
import { claimDataFolder, isFirstInstance, orderedWords } from './appIdentity.ts'
import { setAppMenu } from './appMenu.ts'
import { declarePageScheme, servePage } from './pageProtocol.ts'
import { lockDown } from './security/lockDown.ts'
import { keepChromiumOffline } from './security/noNetwork.ts'
import { type Shell, startShell } from './shell.ts'

/** Told to the launcher: an order has nobody to take it. */
const NOT_RUNNING = 3

let shell: Shell | null = null

keepChromiumOffline()
declarePageScheme()
const dataFolder = claimDataFolder()
const words = orderedWords(process.argv)

if (!isFirstInstance(words, (given) => shell?.secondStart(given))) app.quit()
else if (words) app.exit(NOT_RUNNING)
else {
  app
    .whenReady()
    .then(() => {
      lockDown()
      setAppMenu()
      servePage()
      shell = startShell(dataFolder)
    })
    .catch((error: unknown) => {
      // An early end with an error tells the launcher to open the browser host instead.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      app.exit(1)
    })
}
