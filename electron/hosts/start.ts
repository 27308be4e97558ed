/** `npm start`: builds what is missing, finds or fetches Electron, and opens the app there or in the browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { appFolder } from './appFolder.ts'
import { ensureBuilt } from './build.ts'
import { dataFolderPath, prepareDataFolder } from './dataFolder.ts'
import { fetchElectron, findElectron } from './electronBinary.ts'
import { type ElectronCommand, giveOrder, WRONG_USAGE } from './giveOrder.ts'
import { type StartOptions, startOptions, usage } from './options.ts'
import { splitOrder } from './order.ts'
import { failedToStart, nodeProblem, planStart, type StartFacts, type StartPlan } from './planStart.ts'
import { say } from './say.ts'

const { root } = appFolder()

async function start(): Promise<number> {
  const problem = nodeProblem(process.version)
  if (problem) throw new Error(problem)
  const { words, others } = splitOrder(process.argv.slice(2))
  const options = understood(others)
  if (!options) return WRONG_USAGE
  if (options.help) {
    process.stdout.write(usage)
    return 0
  }
  const folder = dataFolderPath(options.data)
  if (words) return giveOrder(words, folder, electronCommand(options))
  prepareDataFolder(folder)
  if (options.setAside) {
    // Before any door opens. Loaded only now: on a Node that is too old the database's library would end the process.
    const { refuseInUse } = await import('../engine/store/inUse.ts')
    refuseInUse(folder)
  }
  await ensureBuilt(root)
  const plan = await decided(options)
  if (plan.line) say(plan.line)
  if (plan.door === 'electron') {
    const startedAt = performance.now()
    const code = await ended(openElectron(plan, options))
    if (!failedToStart(code, performance.now() - startedAt)) return code ?? 0
    say('Electron could not start here, so Lull opens in the browser.')
  }
  return (await ended(openHost(options))) ?? 0
}

function understood(args: string[]): StartOptions | null {
  try {
    return startOptions(args)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return null
  }
}

function startFacts(options: StartOptions): StartFacts {
  return {
    options,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY),
    electron: findElectron(root) ?? undefined,
  }
}

/** The app that may be running here, which a second start of it can talk to. */
function electronCommand(options: StartOptions): ElectronCommand | null {
  const plan = planStart(startFacts(options))
  return plan.door === 'electron' ? { path: plan.path, args: [...plan.args, root] } : null
}

async function decided(options: StartOptions): Promise<Exclude<StartPlan, { door: 'fetch' }>> {
  const facts = startFacts(options)
  const plan = planStart(facts)
  if (plan.door !== 'fetch') return plan
  const fetched = planStart({ ...facts, electron: await fetchElectron(root) })
  return fetched.door === 'fetch' ? { door: 'browser', line: null } : fetched
}

function openElectron(plan: Extract<StartPlan, { door: 'electron' }>, options: StartOptions): ChildProcess {
  return spawn(plan.path, [...plan.args, root], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl+C would else end Chromium's helpers under the app before it can put its work away.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      ...(options.data ? { LULL_DATA: dataFolderPath(options.data) } : {}),
      ...(options.setAside ? { LULL_SET_ASIDE: '1' } : {}),
      ...(options.model ? { LULL_FETCH_MODEL: options.model } : {}),
      ...(plan.engineInNode ? { LULL_ENGINE_NODE: process.env.LULL_ENGINE_NODE ?? process.execPath } : {}),
    },
  })
}

function openHost(options: StartOptions): ChildProcess {
  const args = [
    ...(options.data ? ['--data', options.data] : []),
    ...(options.printLink ? ['--print-link'] : []),
    ...(options.setAside ? ['--set-aside'] : []),
    ...(options.model ? ['--model', options.model] : []),
  ]
  // The channel is only there to break: a host whose launcher is gone stops.
  return spawn(process.execPath, [join(root, 'out/main/node.cjs'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Waits for a child; Ctrl+C and the end of the session are passed on to it. @returns its exit code. */
function ended(child: ChildProcess): Promise<number | null> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const pass = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve) => {
    const finish = (code: number | null) => {
      for (const signal of signals) process.off(signal, pass)
      resolve(code)
    }
    child.once('error', () => finish(127))
    child.once('exit', (code) => finish(code))
  })
}

start().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  },
)
