/** Starts the language model's process when the engine asks, hands both ends of a channel over, and steps aside. */
import { join } from 'node:path'
import { app, MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron'
import type { FromEngine } from '../hosts/engineMessages.ts'
import { languageModelEnvironment } from '../hosts/languageModelEnvironment.ts'
import type { EngineChild } from './engineChild.ts'

export interface LanguageModelProcesses {
  /** Takes what the engine asks; other messages are none of its business. */
  handle(message: FromEngine, engine: EngineChild): void
  endAll(): void
}

export function languageModelProcesses(): LanguageModelProcesses {
  const running = new Map<number, UtilityProcess>()

  const start = (request: number, engine: EngineChild) => {
    const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/llm.cjs'), [], {
      serviceName: 'Lull language model',
      env: languageModelEnvironment(process.env),
    })
    running.set(request, child)
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ type: 'port' }, [port1])
    engine.post({ type: 'languageModel', request, failure: null }, port2)
    child.once('exit', (code) => {
      running.delete(request)
      engine.post({ type: 'languageModelEnded', request, detail: `code ${code}` })
    })
  }

  return {
    handle(message, engine) {
      if (message.type === 'startLanguageModel') start(message.request, engine)
      if (message.type === 'endLanguageModel') running.get(message.request)?.kill()
    },
    endAll() {
      for (const child of running.values()) child.kill()
    },
  }
}
