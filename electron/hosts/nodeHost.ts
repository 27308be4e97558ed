/** The headless door: one engine, the page on loopback, and a link that opens it in a browser. */
import { EngineError } from '../engine/errors.ts'
import { refuseInUse } from '../engine/store/inUse.ts'
import { appFolder } from './appFolder.ts'
import { dataFolderPath, prepareDataFolder } from './dataFolder.ts'
import { fetchAside } from './fetchAside.ts'
import { headlessEngine } from './headlessEngine.ts'
import { linkOfRunningHost, removeHostNote, writeHostNote } from './hostFile.ts'
import { headlessKey, KeyProblem, setDataAside } from './keyFile.ts'
import { logFile } from './logFile.ts'
import { loopbackServer } from './loopbackServer.ts'
import { obey } from './obey.ts'
import { openBrowser } from './openBrowser.ts'
import type { StartOptions } from './options.ts'
import { pageFiles } from './pageFiles.ts'
import { say } from './say.ts'

const SET_ASIDE = '(npm start -- --set-aside moves it away and starts fresh.)'

/** Starts the host and keeps it until it is told to stop. @returns the exit code. */
export async function nodeHost(options: StartOptions): Promise<number> {
  const folder = dataFolderPath(options.data)
  prepareDataFolder(folder)
  const running = await linkOfRunningHost(folder)
  if (running) {
    say('Lull is already running; here is a new link to it.')
    await show(running, options.printLink)
    return 0
  }
  if (options.setAside) {
    refuseInUse(folder)
    say(`The old data is now in ${setDataAside(folder, new Date())}.`)
  }
  const key = headlessKey(folder, process.env)
  if (key.notice) say(key.notice)

  const engine = headlessEngine(folder, key, { logLine: logFile(folder) })
  const { brokenDatabaseMovedTo } = await engine.start()
  if (brokenDatabaseMovedTo) {
    say(`Your old talks could not be read; they are kept as ${brokenDatabaseMovedTo}, and Lull starts fresh.`)
  }
  const server = await loopbackServer({
    files: pageFiles(appFolder().page),
    serve: (port) => engine.serve(port, 'browser'),
    // The host itself speaks for the command line, as the shell does in the desktop app.
    obey: (order) => obey(order, engine.client('shell')),
  })
  writeHostNote(folder, { port: server.port, secret: server.linkSecret, pid: process.pid })
  // Listening before the link is shown: whoever starts us may stop us as soon as they read it.
  const told = toldToStop()
  await show(server.newLink(), options.printLink)
  if (!options.printLink) say('Ctrl+C stops Lull.')

  if (options.model) fetchAside(engine, options.model)

  await told
  removeHostNote(folder, process.pid)
  await server.close()
  await engine.stop()
  return 0
}

async function show(link: string, printOnly: boolean): Promise<void> {
  if (!printOnly && (await openBrowser(link))) {
    say('Lull is open in your browser.')
    return
  }
  if (!printOnly) say('Open this link in your browser; it works once:')
  process.stdout.write(`${link}\n`)
}

/** Resolves at Ctrl+C, at the end of the session, or when the launcher that started this is gone. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    // Kept on: Ctrl+C in a terminal reaches us twice, from the terminal and through the launcher.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    if (process.send) process.once('disconnect', () => resolve())
  })
}

/** A sentence for whatever kept the host from starting. */
export function startProblem(error: unknown): string {
  if (error instanceof KeyProblem) {
    return error.canSetAside ? `${error.message} ${SET_ASIDE}` : error.message
  }
  if (error instanceof EngineError && error.code === 'DATABASE_KEY_WRONG')
    return `${error.message} ${SET_ASIDE}`
  return error instanceof Error ? error.message : String(error)
}
