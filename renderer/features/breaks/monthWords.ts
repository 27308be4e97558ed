/** A month of pauses in words: what it held in all, and what each day held. Nothing is counted up against anybody. */
import type { CalendarDayView } from '../../../electron/contract/breaks.ts'
import type { DayWords } from '../stress/dayWords.ts'
import { restsWords } from './pauseWords.ts'

type Day = CalendarDayView

const heldWords = ({ taken, natural }: Pick<Day, 'taken' | 'natural'>, words: DayWords): string => {
  const { t, counted, list } = words
  return list([
    ...(taken > 0 ? [t('pauses.month.taken', { count: taken, n: counted(taken) })] : []),
    ...(natural > 0 ? [restsWords(natural, words)] : []),
  ])
}

/** "May has held 31 pauses and 54 rests of your own so far." */
export function monthSentence(
  days: readonly Day[],
  { month, isNow }: { month: string; isNow: boolean },
  words: DayWords,
): string {
  const { t } = words
  const known = days.filter(({ isOfMonth, isKnown }) => isOfMonth && isKnown)
  if (known.length === 0) return t('pauses.month.sentenceNothing', { month })
  const sum = (of: (day: Day) => number) => known.reduce((all, day) => all + of(day), 0)
  const what = heldWords({ taken: sum((day) => day.taken), natural: sum((day) => day.natural) }, words)
  if (what === '') return t('pauses.month.sentenceNone', { month })
  return t(isNow ? 'pauses.month.sentenceNow' : 'pauses.month.sentence', { month, what })
}

/** What a screen reader is told of a day, and what stands below the calendar. */
export function calendarDayWords(day: Day, isFuture: boolean, words: DayWords): string {
  const { t, counted, duration } = words
  const date = words.date(day.workDay)
  if (isFuture) return t('pauses.month.dayFuture', { date })
  if (!day.isKnown) return t('pauses.month.dayUnknown', { date })
  const what = heldWords(day, words)
  if (what === '') {
    if (day.offered === 0) return t('pauses.month.dayNone', { date })
    const offered = t('pauses.month.offered', { count: day.offered, n: counted(day.offered) })
    return t('pauses.month.dayOfferedOnly', { date, offered })
  }
  if (day.restedMs < 60_000) return t('pauses.month.day', { date, what })
  return t('pauses.month.dayRested', { date, what, length: duration(day.restedMs) })
}

export interface DayMarks {
  taken: number
  natural: number
}

/** As many as a small cell can hold. */
const MOST_MARKS = 8

/** Marks to draw; where there are more than a cell holds, both kinds stay visible. The words tell them all. */
export function dayMarks({ taken, natural }: Pick<Day, 'taken' | 'natural'>): DayMarks {
  const half = MOST_MARKS / 2
  const shownTaken = Math.min(taken, Math.max(half, MOST_MARKS - natural))
  return { taken: shownTaken, natural: Math.min(natural, MOST_MARKS - shownTaken) }
}
