/** The words of pauses in British English by the clock of Berlin, and entries to tell of. */
import type { BreakEntryView, SuppressionView } from '../../../../electron/contract/breaks.ts'
import { minuteWords } from '../../../../renderer/design/clock.ts'
import type { PauseWords } from '../../../../renderer/features/breaks/pauseWords.ts'
import '../../../../renderer/text/pausesText.ts'
import { at, hourMs, minuteMs, tuesday, wordsOf } from '../stress/wordsOf.ts'

export { at, hourMs, minuteMs, tuesday }

export function pauseWordsOf(): PauseWords {
  const words = wordsOf()
  const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return {
    ...words,
    moment: (atMs) => words.clock(atMs),
    clockMinute: (minute) => minuteWords(minute, 'en-GB'),
    longDate: (day) => longDate.format(day * 24 * hourMs),
    month: ({ month }) => ['May', 'June'][month - 5] ?? String(month),
  }
}

/** An entry at an hour of that Tuesday, such as 9.5. */
export function entryAt(
  hour: number,
  rest: Partial<BreakEntryView> & Pick<BreakEntryView, 'what'>,
): BreakEntryView {
  return {
    atMs: Math.round(at(hour)),
    workDay: tuesday,
    dayNumber: tuesday,
    minuteOfDay: Math.round(hour * 60),
    kind: null,
    arm: null,
    because: null,
    nudgeId: null,
    lengthMs: null,
    restedMs: null,
    reason: null,
    ...rest,
  }
}

/** Entries of one nudge: a stretch of two minutes that was due after work. */
export const nudgeAt = (
  hour: number,
  nudgeId: number,
  what: BreakEntryView['what'],
  rest: Partial<BreakEntryView> = {},
): BreakEntryView =>
  entryAt(hour, {
    what,
    kind: 'micro',
    arm: 'stretch',
    because: 'need',
    nudgeId,
    lengthMs: 2 * minuteMs,
    ...rest,
  })

export function silenceAt(hour: number, row: number, rest: Partial<SuppressionView> = {}): SuppressionView {
  const fromMs = Math.round(at(hour))
  return {
    row,
    reason: 'call',
    kind: 'micro',
    because: 'need',
    workDay: tuesday,
    fromMs,
    toMs: fromMs + 4 * minuteMs,
    heldMs: 4 * minuteMs,
    times: 1,
    ...rest,
  }
}
