/** Listening as the app does, for the inspecting door: rules, n-grams and the encoder, without an engine around them. */
import { freshDanger } from '../core/safety/crisisTalk.ts'
import { kernelOpinions } from '../core/safety/learned/kernelHead.ts'
import { ngramOpinions, windowsOf } from '../core/safety/learned/ngramModel.ts'
import type { Opinion, TriageResult, Turn } from '../core/safety/tier.ts'
import { triager } from '../core/safety/triage.ts'
import type { LanguageModelProcess } from '../engine/host.ts'
import type { Resources } from '../engine/resources.ts'
import { encoderFile } from '../engine/resources.ts'
import { appFolder } from './appFolder.ts'
import { forkLanguageModel } from './forkLanguageModel.ts'
import { say } from './say.ts'

/** Opinions are kept of this many messages, since sessions are often given turn by turn. */
const KEPT_OPINIONS = 5000

export interface HeardSession extends TriageResult {
  /** What the newest turn says by itself. */
  fresh: Pick<TriageResult, 'tier' | 'kinds'>
}

export interface InspectedListening {
  hear(turns: readonly Turn[]): Promise<HeardSession>
  stop(): Promise<void>
}

/** The encoder's process starts with the first session; where it cannot, the other ways listen on, and it is said once. */
export function inspectedListening(
  resources: Pick<Resources, 'heads' | 'languages'>,
  startEncoder: () => Promise<Pick<LanguageModelProcess, 'encoder' | 'end'> | null> = forkedEncoder,
): InspectedListening {
  const { ngrams, encoder: head } = resources.heads
  const listen = triager({ languages: resources.languages, ngrams: (text) => ngramOpinions(ngrams, text) })
  const opinions = new Map<string, readonly Opinion[]>()
  let started: ReturnType<typeof startEncoder> | null = null

  async function byEncoder(text: string): Promise<readonly Opinion[]> {
    const known = opinions.get(text)
    if (known) return known
    started ??= startEncoder()
    const process = await started
    if (!process) return []
    const windows = windowsOf(ngrams, text)
    const heard = kernelOpinions(head, await process.encoder.embed(windows), { ngrams, windows })
    opinions.set(text, heard)
    for (const oldest of opinions.keys()) {
      if (opinions.size <= KEPT_OPINIONS) break
      opinions.delete(oldest)
    }
    return heard
  }

  return {
    async hear(turns) {
      const slow: (readonly Opinion[])[] = []
      for (const { role, text } of turns) slow.push(role === 'person' ? await byEncoder(text) : [])
      const session = listen(turns, (index) => slow[index] ?? [])
      const newest = turns.findLastIndex(({ role }) => role === 'person')
      const alone = listen(turns.slice(newest, newest + 1), () => slow[newest] ?? [])
      return { ...session, fresh: freshDanger(session, alone) }
    },
    async stop() {
      const process = await started
      await process?.end()
    },
  }
}

async function forkedEncoder(): Promise<LanguageModelProcess | null> {
  const app = appFolder()
  try {
    const process = await forkLanguageModel({ entry: app.languageModelEntry })
    await process.encoder.load(encoderFile(app.resources))
    return process
  } catch (error) {
    say(`Listening without the encoder: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}
