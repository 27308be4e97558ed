/** Asks finished heads the way the app does: every turn of a session, n-grams first, then vectors of its windows. */
import { type KernelHead, kernelOpinions } from '../../../../electron/core/safety/learned/kernelHead.ts'
import {
  type NgramModel,
  ngramOpinions,
  windowsOf,
} from '../../../../electron/core/safety/learned/ngramModel.ts'
import { tiers } from '../../../../electron/core/safety/tier.ts'
import type { Said } from './report.ts'
import type { TrainingSession } from './trainingLines.ts'

export async function saidAtLast(
  sessions: readonly TrainingSession[],
  ngrams: NgramModel,
  head: KernelHead,
  encode: (texts: readonly string[]) => Promise<Float32Array[]>,
): Promise<Said> {
  const turns = sessions.flatMap(({ said }, session) =>
    said.map((text) => ({ session, text, windows: windowsOf(ngrams, text) })),
  )
  const vectors = await encode(turns.flatMap(({ windows }) => windows))
  const highest = new Map<number, number>()
  let from = 0
  for (const { session, text, windows } of turns) {
    const own = vectors.slice(from, from + windows.length)
    from += windows.length
    const opinions = [...ngramOpinions(ngrams, text), ...kernelOpinions(head, own, { ngrams, windows })]
    const said = opinions.map(({ tier }) => tiers.indexOf(tier))
    highest.set(session, Math.max(highest.get(session) ?? 0, ...said))
  }
  return (session) => highest.get(session) ?? 0
}
