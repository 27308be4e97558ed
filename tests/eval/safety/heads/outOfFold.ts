/** What each head says of families it never met: fitted without them, read as shipped, asked about them. */
import { createHash } from 'node:crypto'
import type { WindowScore } from '../../../../electron/core/safety/learned/calibration.ts'
import { readKernelHead, scoreVector } from '../../../../electron/core/safety/learned/kernelHead.ts'
import { readNgramModel, scoreWindow } from '../../../../electron/core/safety/learned/ngramModel.ts'
import { fitKernel } from './fitKernel.ts'
import { fitNgrams, type NgramRows, uncalibrated } from './fitNgrams.ts'
import type { TrainingSession } from './trainingLines.ts'
import { partOf, type TrainingWindow } from './trainingWindows.ts'

const UNKNOWN = '0'.repeat(64)

/** The fold of sessions that are in every training, and so judged by none. */
export const NEVER_LEFT_OUT = -1

/** For each session its fold. A family is never split, and every kind is spread over the folds. */
export function foldsOf(sessions: readonly TrainingSession[], count: number): number[] {
  const order = (text: string) => createHash('sha256').update(text).digest('hex')
  const keyOf = new Map<string, string>()
  for (const { family, kind } of sessions.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (family !== null) keyOf.set(family, `${kind} ${order(family)}`)
  }
  const byKey = [...keyOf].toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  const foldOf = new Map(byKey.map(([family], at) => [family, at % count]))
  return sessions.map(({ family }) => (family === null ? NEVER_LEFT_OUT : (foldOf.get(family) as number)))
}

/** Per window, in the order of the windows; none for windows of sessions never left out. */
export interface HeadScores {
  ngrams: WindowScore[]
  kernel: WindowScore[]
}

export function outOfFold(
  sessions: readonly TrainingSession[],
  windows: readonly TrainingWindow[],
  rows: NgramRows,
  vectors: readonly Float32Array[],
  folds: readonly number[],
): HeadScores {
  const scores: HeadScores = { ngrams: [], kernel: [] }
  for (const fold of new Set(folds.filter((one) => one !== NEVER_LEFT_OUT))) {
    const known = partOf(sessions, windows, (session) => folds[session] !== fold)
    const { told: _, ...ngramParts } = fitNgrams(known.sessions, known.windows, {
      tiers: known.rows.map((row) => rows.tiers[row] as NgramRows['tiers'][number]),
      kinds: known.rows.map((row) => rows.kinds[row] as NgramRows['kinds'][number]),
    })
    const kernelParts = fitKernel(
      known.sessions,
      known.windows,
      known.rows.map((row) => vectors[row] as Float32Array),
    )
    const trainedOn = UNKNOWN
    const model = readNgramModel({ ...ngramParts, trainedOn, calibration: uncalibrated })
    const head = readKernelHead({
      ...kernelParts,
      trainedOn,
      alone: uncalibrated,
      joined: uncalibrated,
      ngramShare: 0,
    })
    for (const [row, { session, text }] of windows.entries()) {
      if (folds[session] !== fold) continue
      scores.ngrams[row] = scoreWindow(model, text)
      scores.kernel[row] = scoreVector(head, vectors[row] as Float32Array)
    }
    process.stderr.write('  one fold done\n')
  }
  return scores
}

/** The weighted sum of both, as the encoder layer has it beside the n-grams. */
export function joinedScores({ ngrams, kernel }: HeadScores, share: number): WindowScore[] {
  return kernel.map(({ tiers, kinds }, row) => ({
    tiers: tiers.map((score, at) => score + share * (ngrams[row]?.tiers[at] as number)),
    kinds,
  }))
}
