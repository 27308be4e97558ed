/** The words of a day in British English by the clock of Berlin: what tests read sentences with. */
import { type DayWords, dayWords } from '../../../../renderer/features/stress/dayWords.ts'
import { text } from '../../../../renderer/text/i18n.ts'
import '../../../../renderer/text/todayText.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

export const wordsOf = (zone = 'Europe/Berlin', language = 'en-GB'): DayWords =>
  dayWords(text.t, language, zone)

/** Non-breaking spaces keep units at their numbers; tests read them as spaces. */
export const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ')

/** A Tuesday, 12 May 2026, in Berlin (UTC+2). */
export const tuesday = Date.UTC(2026, 4, 12) / 86_400_000
export const at = (hour: number, day = tuesday) => day * 86_400_000 + (hour - 2) * hourMs
