/** The sentence a day begins with: what was, in plain words, from counts alone; never what it means. */
import type { DayPart, DayWords } from './dayWords.ts'
import { type Reason, usualPartWords } from './signalWords.ts'

export interface DayFacts {
  workDay: number
  isToday: boolean
  nowMs: number
  /** Whether Lull looks at all now; null while that is not known. */
  sensing: 'on' | 'paused' | 'off' | null
  activeMs: number
  /** Also before and after the work. */
  restMs: number
  unknownMs: number
  /** Rests of at least five minutes. */
  realRests: number
  /** Null where no sensor could tell. */
  calls: number | null
  /** Work inside the quiet hours. */
  lateMs: number
  firstWorkMs: number | null
  lastWorkMs: number | null
  /** Work since the last rest, and after how much of it a pause is due; null while it is not known. */
  sinceRest: { activeMs: number; targetMs: number } | null
  /** What is most unlike the usual now; null while nothing is, or nobody can tell. */
  unlike: Reason | null
  /** How often and how long the strain signal was raised. */
  raised: { times: number; ms: number }
}

/** Words of the sentence; the strong ones carry what is going on now. */
export interface SentencePart {
  text: string
  strong: boolean
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Before that a day has only begun. */
const BEGINNING_MS = 45 * MINUTE_MS
/** Work for this share of the time between first and last makes it a full one. */
const FULL_SHARE = 0.75
const FULL_DAY_MS = 6 * HOUR_MS
const FULL_PART_MS = 2 * HOUR_MS
const SHORT_DAY_MS = 2 * HOUR_MS
/** Less than this is not worth a sentence. */
const LEAST_UNKNOWN_MS = 30 * MINUTE_MS
const LEAST_LATE_MS = 10 * MINUTE_MS

/** Splits "has <b>more</b>." into its parts. */
function parts(text: string): SentencePart[] {
  return text
    .split(/<b>(.*?)<\/b>/)
    .map((piece, at) => ({ text: piece, strong: at % 2 === 1 }))
    .filter((part) => part.text !== '')
}

function emptyDay(facts: DayFacts, { t }: DayWords): string {
  if (facts.isToday && facts.activeMs > 0) return t('today.sentence.justBegun')
  const isRest = facts.restMs > 0 && facts.restMs >= facts.unknownMs
  if (isRest) return t(facts.isToday ? 'today.sentence.restToday' : 'today.sentence.restDay')
  const isUnclear = facts.unknownMs >= LEAST_UNKNOWN_MS
  if (isUnclear) return t(facts.isToday ? 'today.sentence.unclearToday' : 'today.sentence.unclearDay')
  if (!facts.isToday) return t('today.sentence.nothingDay')
  if (facts.sensing === 'off') return t('today.sentence.sensingOff')
  return t(facts.sensing === 'paused' ? 'today.sentence.sensingPaused' : 'today.sentence.nothingToday')
}

/** The part of the day the work lies in, when it lies in one. */
function partOf(facts: DayFacts, words: DayWords): DayPart | 'day' {
  if (facts.firstWorkMs === null || facts.lastWorkMs === null) return 'day'
  const [first, last] = [words.part(facts.firstWorkMs), words.part(facts.lastWorkMs)]
  return first === last ? first : 'day'
}

function amountOf(facts: DayFacts, part: DayPart | 'day'): 'full' | 'short' | 'plain' {
  const spanMs = Math.max(1, (facts.lastWorkMs ?? 0) - (facts.firstWorkMs ?? 0))
  const isLong = facts.activeMs >= (part === 'day' ? FULL_DAY_MS : FULL_PART_MS)
  if (isLong && facts.activeMs / spanMs >= FULL_SHARE) return 'full'
  return !facts.isToday && facts.activeMs < SHORT_DAY_MS ? 'short' : 'plain'
}

/** "two calls and one real rest"; null when there is neither. */
function happenings(facts: DayFacts, { t, counted, list }: DayWords): string | null {
  const calls =
    facts.calls === null || facts.calls === 0
      ? []
      : [t('today.sentence.calls', { count: facts.calls, n: counted(facts.calls) })]
  const rests =
    facts.realRests === 0
      ? []
      : [t('today.sentence.rests', { count: facts.realRests, n: counted(facts.realRests) })]
  const all = [...calls, ...rests]
  return all.length === 0 ? null : list(all)
}

function opening(facts: DayFacts, words: DayWords): string {
  const { t } = words
  if (facts.activeMs < MINUTE_MS) return emptyDay(facts, words)
  const happened = happenings(facts, words)
  if (facts.isToday && facts.activeMs < BEGINNING_MS && happened === null) {
    const clock = words.clock(facts.firstWorkMs ?? facts.nowMs)
    return t('today.sentence.begun', { clock, length: words.duration(facts.activeMs) })
  }
  const part = partOf(facts, words)
  const what = t(`today.sentence.${amountOf(facts, part)}.${part}`)
  const noRest = facts.realRests === 0
  const ending = facts.isToday ? 'today.sentence.noRestYet' : 'today.sentence.noRest'
  if (happened === null) return t('today.sentence.without', { what, ending: t(ending) })
  return noRest
    ? t('today.sentence.withNoRest', { what, happened, ending: t(ending) })
    : t('today.sentence.with', { what, happened })
}

function aside(facts: DayFacts, { t, duration }: DayWords): string | null {
  if (facts.activeMs < MINUTE_MS) return null
  if (facts.unknownMs >= LEAST_UNKNOWN_MS) {
    return t('today.sentence.unclear', { length: duration(facts.unknownMs) })
  }
  return facts.lateMs >= LEAST_LATE_MS ? t('today.sentence.late', { length: duration(facts.lateMs) }) : null
}

function closing(facts: DayFacts, words: DayWords): string | null {
  const { t, duration } = words
  if (!facts.isToday) {
    return facts.raised.times === 0
      ? null
      : t('today.sentence.raised', {
          times: words.times(facts.raised.times),
          length: duration(facts.raised.ms),
        })
  }
  const { unlike } = facts
  if (unlike !== null) {
    const now = t(`today.sentence.now.${words.part(facts.nowMs)}`)
    const usual = usualPartWords(unlike.level, { atMs: facts.nowMs, workDay: facts.workDay }, words)
    return t(`today.sentence.unlike.${unlike.feature}`, { now, usual })
  }
  const { sinceRest } = facts
  if (sinceRest === null || sinceRest.activeMs < sinceRest.targetMs) return null
  return t('today.sentence.atIt', { length: duration(sinceRest.activeMs) })
}

/** One to three sentences: what the day holds, what is not known of it, and what is going on now. */
export function daySentence(facts: DayFacts, words: DayWords): SentencePart[] {
  const sentences = [opening(facts, words), aside(facts, words), closing(facts, words)]
  return parts(sentences.filter((sentence) => sentence !== null).join(' '))
}
