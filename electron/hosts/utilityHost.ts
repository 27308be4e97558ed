/** The shell's door: one engine in a process of its own, told by the shell what to serve and when to stop. */

import { EngineError } from '../engine/errors.ts'
import { createEngine, type Engine, type EngineParts } from '../engine/index.ts'
import { appFolder } from './appFolder.ts'
import { childrenFromShell } from './childrenFromShell.ts'
import type { EngineStart } from './engineMessages.ts'
import type { EnginePeer } from './enginePeer.ts'
import { fetchAside } from './fetchAside.ts'
import { forkLanguageModel, languageModelCannotStart, languageModelOf } from './forkLanguageModel.ts'
import { forkProbe, probeOf } from './forkProbe.ts'
import { logFile } from './logFile.ts'
import { systemClock } from './systemClock.ts'
import { systemLocale } from './systemLocale.ts'
import { systemTimeZone } from './systemTimeZone.ts'

export function utilityHost(peer: EnginePeer, exit: (code: number) => void): void {
  const starters = childStarters(peer)
  let starting: ReturnType<typeof start> | null = null
  let engine: Engine | null = null

  const start = async (data: EngineStart) => {
    const created = createEngine({
      ...data,
      systemLocale: data.systemLocale ?? systemLocale(),
      clock: systemClock,
      timeZone: systemTimeZone,
      ...starters,
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

/** The engine's children: started by ourselves beside a plain Node, else by the shell. */
function childStarters(peer: EnginePeer): Pick<EngineParts, 'startLanguageModel' | 'startProbe'> {
  if (peer.relayed) {
    const { languageModelEntry, probeEntry } = appFolder()
    return {
      startLanguageModel: () => forkLanguageModel({ entry: languageModelEntry }),
      startProbe: (kind) => forkProbe(kind, { entry: probeEntry }),
    }
  }
  const startChild = childrenFromShell(peer)
  return {
    startLanguageModel: () =>
      startChild('languageModel', languageModelOf).catch((error: unknown) => {
        throw languageModelCannotStart(error)
      }),
    startProbe: (kind) => startChild(kind, probeOf),
  }
}
