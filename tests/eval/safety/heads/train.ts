/** From sentences and their vectors to both heads: left-out families calibrate them, then all families train them. */
import { fitKernel } from './fitKernel.ts'
import { fitNgrams, ngramRows } from './fitNgrams.ts'
import { type Heard, listen } from './listeners.ts'
import { foldsOf, outOfFold } from './outOfFold.ts'
import type { TrainingPart } from './trainingLines.ts'
import { windowsOfSessions } from './trainingWindows.ts'

/** How much n-grams count beside the kernel. */
const NGRAM_SHARE = 1

export interface Training {
  /** For each session its fold. */
  folds: number[]
  /** What the heads said of sessions whose family they had not met, with the scales and thresholds that follow. */
  heard: Heard
  /** The same, fitted on the sessions of some folds only. */
  heardAmong: (isAmong: (fold: number) => boolean) => Heard
  /** Both heads as they are shipped, by the name of their file. */
  heads: () => Record<'ngrams' | 'encoder', string>
}

/**
 * @param encode one unit vector for each text. @param foldCount parts into which families are dealt.
 */
export async function train(
  { sessions, sha256 }: Pick<TrainingPart, 'sessions' | 'sha256'>,
  encode: (texts: readonly string[]) => Promise<Float32Array[]>,
  foldCount: number,
): Promise<Training> {
  const windows = windowsOfSessions(sessions)
  const rows = ngramRows(windows)
  const vectors = await encode(windows.map(({ text }) => text))
  const folds = foldsOf(sessions, foldCount)
  const scores = outOfFold(sessions, windows, rows, vectors, folds)
  const heardAmong = (isAmong: (fold: number) => boolean) =>
    listen(sessions, windows, scores, NGRAM_SHARE, (session) => isAmong(folds[session] as number))
  const heard = heardAmong(() => true)
  const asFile = (head: object) => `${JSON.stringify(head, null, 2)}\n`
  return {
    folds,
    heard,
    heardAmong,
    heads() {
      const { told: _, ...ngrams } = fitNgrams(sessions, windows, rows)
      const { alone, joined } = heard.scales
      const kernel = fitKernel(sessions, windows, vectors)
      return {
        ngrams: asFile({ ...ngrams, trainedOn: sha256, calibration: heard.scales.ngrams }),
        encoder: asFile({ ...kernel, trainedOn: sha256, ngramShare: NGRAM_SHARE, alone, joined }),
      }
    },
  }
}
