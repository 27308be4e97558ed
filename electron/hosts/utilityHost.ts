/** The shell's door: one engine in a process of its own, told by the shell what to serve and when to stop. */

import { EngineError } from '../engine/errors.ts'
import type { LanguageModelProcess } from '../engine/host.ts'
import { createEngine, type Engine } from '../engine/index.ts'
import { LanguageModelError } from '../engine/ports/languageModel.ts'
import { appFolder } from './appFolder.ts'
import type { EngineStart } from './engineMessages.ts'
import type { EnginePeer, TransferredPort } from './enginePeer.ts'
import { fetchAside } from './fetchAside.ts'
import { forkLanguageModel, languageModelOverPort } from './forkLanguageModel.ts'
import { logFile } from './logFile.ts'
import { systemClock } from './systemClock.ts'
import { systemLocale } from './systemLocale.ts'

export function utilityHost(peer: EnginePeer, exit: (code: number) => void): void {
  const startLanguageModel = peer.relayed
    ? () => forkLanguageModel({ entry: appFolder().languageModelEntry })
    : languageModelFromShell(peer)
  let starting: ReturnType<typeof start> | null = null
  let engine: Engine | null = null

  const start = async (data: EngineStart) => {
    const created = createEngine({
      ...data,
      systemLocale: data.systemLocale ?? systemLocale(),
      clock: systemClock,
      startLanguageModel,
      logLine: logFile(data.dataFolder),
    })
    return { created, report: await created.start() }
  }

  const stop = async () => {
    try {
      await (await starting)?.created.stop()
    } finally {
      exit(0)
    }
  }

  peer.onMessage((message) => {
    if (message.type === 'start' && !starting) {
      starting = start(message.start)
      starting.then(
        ({ created, report }) => {
          engine = created
          peer.post({ type: 'ready', ...report })
          if (message.start.fetchModelId) fetchAside(created, message.start.fetchModelId)
        },
        (error: unknown) => peer.post({ type: 'failed', ...failureOf(error) }),
      )
    }
    if (message.type === 'stop') void stop()
  })
  // The shell hands connections over only after `ready`.
  peer.onOpen((port, role) => engine?.serve(port, role))
  peer.onGone(() => void stop())
}

/** Expected failures have a code and a sentence for the person; others only their message. */
function failureOf(error: unknown): { code: string | null; message: string } {
  if (!(error instanceof Error)) return { code: null, message: String(error) }
  // Node and SQLite have codes too, but no words that a person could choose by.
  return { code: error instanceof EngineError ? error.code : null, message: error.message }
}

/** Asks the shell for a language model process; both ends of a channel are handed over, and the shell steps aside. */
function languageModelFromShell(peer: EnginePeer): () => Promise<LanguageModelProcess> {
  interface Asked {
    arrived(port: TransferredPort): void
    failed(detail: string): void
    ended(detail: string): void
  }
  const asked = new Map<number, Asked>()
  let requests = 0

  peer.onMessage((message, port) => {
    if (message.type === 'languageModel') {
      const request = asked.get(message.request)
      if (port && message.failure === null) request?.arrived(port)
      else request?.failed(message.failure ?? 'no channel')
    }
    if (message.type === 'languageModelEnded') {
      asked.get(message.request)?.ended(message.detail)
      asked.delete(message.request)
    }
  })

  return () =>
    new Promise((resolve, reject) => {
      const request = ++requests
      let expected = false
      let end: (how: { expected: boolean; detail: string }) => void = () => {}
      const ended = new Promise<{ expected: boolean; detail: string }>((settle) => {
        end = settle
      })
      asked.set(request, {
        arrived(port) {
          const endProcess = () => {
            expected = true
            peer.post({ type: 'endLanguageModel', request })
          }
          resolve(languageModelOverPort({ port, ended, end: endProcess }))
          port.start()
        },
        failed(detail) {
          asked.delete(request)
          reject(new LanguageModelError('MODEL_STOPPED', `the model process could not start: ${detail}`))
        },
        ended: (detail) => end({ expected, detail }),
      })
      peer.post({ type: 'startLanguageModel', request })
    })
}
