/** Pauses in words: what one is, how many there were, and sentences with a part that stands out. */
import type { BreakEntryView } from '../../../electron/contract/breaks.ts'
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../../electron/core/breaks/breakEffects.ts'
import type { DayWords } from '../stress/dayWords.ts'

export interface PauseWords extends DayWords {
  /** "14:30", "tomorrow, 04:00". */
  moment(atMs: number): string
  /** A time of day in minutes since midnight. */
  clockMinute(minuteOfDay: number): string
  /** "12 May 2026" */
  longDate(day: number): string
  /** "May 2026" */
  month(of: { year: number; month: number }): string
}

export interface SentencePart {
  text: string
  strong: boolean
}

/** Splits "comes <b>at ten</b>." into its parts. */
export function sentenceParts(text: string): SentencePart[] {
  return text
    .split(/<b>(.*?)<\/b>/)
    .map((piece, at) => ({ text: piece, strong: at % 2 === 1 }))
    .filter((part) => part.text !== '')
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** "a stretch", or where nothing in particular fills it "a short pause". */
export function whatWords(
  { kind, arm }: Pick<BreakEntryView, 'kind' | 'arm'>,
  { t }: Pick<DayWords, 't'>,
): string {
  if (arm !== null && arm !== 'nothing' && kind !== 'eyeRest') return t(`pauses.arm.${arm}`)
  return t(`pauses.kind.${kind ?? 'pause'}`)
}

export const takenWords = (n: number, { t, counted }: DayWords): string =>
  t('pauses.week.taken', { count: n, n: counted(n) })

export const restsWords = (n: number, { t, counted }: DayWords): string =>
  t('pauses.now.rests', { count: n, n: counted(n) })

export const isSuppressionReason = (code: string): code is SuppressionReason =>
  SUPPRESSION_REASONS.some((one) => one === code)

/** Why an offer went away again, or a pause ended early. */
export function goneWords(code: string, { t }: Pick<DayWords, 't'>): string {
  if (isSuppressionReason(code)) return t(`pauses.reason.${code}`)
  if (code === 'lapsed' || code === 'settings' || code === 'notDrawn') return t(`pauses.gone.${code}`)
  return t('pauses.gone.other')
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A foreseen length, rounded as one would say it: to the minute below ten, to five minutes above. */
export function aboutWords(ms: number, { t, number, duration }: DayWords): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  const rounded = minutes < 10 ? minutes : Math.round(minutes / 5) * 5
  if (rounded >= 60) return duration(Math.round(ms / (15 * MINUTE_MS)) * 15 * MINUTE_MS || HOUR_MS)
  return t('pauses.now.minutes', { count: rounded, n: number(rounded) })
}
