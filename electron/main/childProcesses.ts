/** Starts a child process when the engine asks for one, hands both ends of a channel over, and steps aside. */
import { join } from 'node:path'
import { app, MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron'
import type { ChildKind, FromEngine } from '../hosts/engineMessages.ts'
import { languageModelEnvironment } from '../hosts/languageModelEnvironment.ts'
import { probeEnvironment } from '../hosts/probeEnvironment.ts'
import type { EngineChild } from './engineChild.ts'

export interface ChildProcesses {
  /** Takes what the engine asks; other messages are none of its business. */
  handle(message: FromEngine, engine: EngineChild): void
  endAll(): void
}

interface Program {
  entry: string
  args: string[]
  serviceName: string
  env: Record<string, string>
}

function programOf(kind: ChildKind): Program {
  if (kind === 'languageModel') {
    const env = languageModelEnvironment(process.env)
    return { entry: 'llm.cjs', args: [], serviceName: 'Lull language model', env }
  }
  const serviceName = kind === 'desktop' ? 'Lull desktop probe' : 'Lull input probe'
  return { entry: 'probe.cjs', args: [kind], serviceName, env: probeEnvironment(process.env) }
}

export function childProcesses(): ChildProcesses {
  const running = new Map<number, UtilityProcess>()

  const start = (request: number, kind: ChildKind, engine: EngineChild) => {
    const { entry, args, serviceName, env } = programOf(kind)
    const child = utilityProcess.fork(join(app.getAppPath(), 'out/main', entry), args, { serviceName, env })
    running.set(request, child)
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ type: 'port' }, [port1])
    engine.post({ type: 'child', request, failure: null }, port2)
    child.once('exit', (code) => {
      // A new engine counts its requests from one again.
      if (running.get(request) === child) running.delete(request)
      engine.post({ type: 'childEnded', request, detail: `code ${code}` })
    })
  }

  return {
    handle(message, engine) {
      if (message.type === 'startChild') start(message.request, message.kind, engine)
      if (message.type === 'endChild') running.get(message.request)?.kill()
    },
    endAll() {
      for (const child of running.values()) child.kill()
    },
  }
}
