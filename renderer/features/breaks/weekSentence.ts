/** A week of pauses in words: what was taken, how that was before, and what was said about it afterwards. */
import type { BreakStatisticsView } from '../../../electron/contract/breaks.ts'
import type { DayWords } from '../stress/dayWords.ts'
import { restsWords, takenWords } from './pauseWords.ts'
import { isEmptySums } from './sumRows.ts'

type Sums = BreakStatisticsView

function before(now: number, sums: Sums | null, words: DayWords): string | null {
  if (sums === null || isEmptySums(sums)) return null
  const { times } = sums.taken
  if (times === now) return words.t('pauses.week.beforeSame')
  return words.t('pauses.week.before', {
    n: times === 0 ? words.t('pauses.week.noneBefore') : words.counted(times),
  })
}

/** @param weekBefore null where it is not known, or nothing was. */
export function weekSentence(sums: Sums, weekBefore: Sums | null, words: DayWords): string {
  const { t } = words
  const { taken, natural } = sums
  if (isEmptySums(sums)) return t('pauses.week.sentenceNothing')
  const rests = natural.times > 0 ? restsWords(natural.times, words) : null
  if (taken.times === 0) {
    return rests === null ? t('pauses.week.sentenceNone') : t('pauses.week.sentenceRestsOnly', { rests })
  }
  const said = t('pauses.week.sentence', {
    taken: takenWords(taken.times, words),
    rests: rests === null ? '' : t('pauses.week.sentenceRests', { rests }),
  })
  return [said, before(taken.times, weekBefore, words)].filter((one) => one !== null).join(' ')
}

export function ratedWords({ helped, didNot }: { helped: number; didNot: number }, words: DayWords): string {
  const { t } = words
  const values = { helped: takenWords(helped, words), didNot: words.counted(didNot) }
  if (helped === 0 && didNot === 0) return t('pauses.week.ratedNone')
  if (didNot === 0) return t('pauses.week.ratedHelped', values)
  if (helped === 0) return t('pauses.week.ratedDidNot', { didNot: takenWords(didNot, words) })
  return t('pauses.week.ratedBoth', values)
}
