/** Why a pause was offered, in words: what was known, why at that moment, how it was chosen, and what came of it. */
import type { BreakEntryView } from '../../../electron/contract/breaks.ts'
import type { EngineClient } from '../../../electron/contract/index.ts'
import { reasonWords } from '../stress/signalWords.ts'
import { goneWords, type PauseWords, type SentencePart, sentenceParts, whatWords } from './pauseWords.ts'

export type Why = Awaited<ReturnType<EngineClient['breaks']['why']>>
export type ScoresThen = Awaited<ReturnType<EngineClient['stress']['explain']>>

/** The entry that began it. */
export function beginningOf({ entries }: Why): BreakEntryView | null {
  const begun = ['offered', 'hinted', 'leftOut'] as const
  return entries.find(({ what }) => begun.some((one) => one === what)) ?? entries[0] ?? null
}

/** When it was decided; null while nothing of it is known. */
export const decidedAtMs = (why: Why): number | null => why.choice?.atMs ?? beginningOf(why)?.atMs ?? null

export function whyTitle(why: Why, words: PauseWords): SentencePart[] {
  const { t, clockMinute } = words
  const first = beginningOf(why)
  if (first === null) return sentenceParts(t('pauses.why.notFound'))
  const values = { clock: clockMinute(first.minuteOfDay), what: whatWords(first, words) }
  if (first.what === 'leftOut') return sentenceParts(t('pauses.why.titleLeftOut', values))
  if (first.because === 'person') return sentenceParts(t('pauses.why.titlePerson', values))
  return sentenceParts(t(first.what === 'hinted' ? 'pauses.why.titleTray' : 'pauses.why.title', values))
}

/** Undefined while it is looked up, null where it is not kept any more. */
type Kept = ScoresThen | null | undefined

function needWords(scores: ScoresThen, { t, duration }: PauseWords): string {
  const { value, activeSinceRestMs, targetMs } = scores.need
  if (value === null) return t('pauses.why.needUnknown')
  return t('pauses.why.atIt', { length: duration(activeSinceRestMs), target: duration(targetMs) })
}

/** Whether strain counted as raised when it was chosen; where nothing was chosen, as it stood then. */
function wasRaised({ choice }: Why, { strain, decision }: ScoresThen): boolean {
  if (choice) return choice.bucket === 'highLow' || choice.bucket === 'highHigh'
  return strain.phase === 'raised' || decision?.kind === 'strainRaised'
}

function strainSentence({ strain }: ScoresThen, { t }: PauseWords): string {
  const isKnown = strain.state === 'known' && strain.value !== null
  return t(isKnown ? 'pauses.why.strainQuiet' : 'pauses.why.strainNone')
}

export interface Known {
  sentences: string[]
  /** Signals that were unlike the usual, the loudest first. */
  reasons: string[]
}

export function knownWords(why: Why, scores: Kept, words: PauseWords): Known {
  const { t } = words
  const first = beginningOf(why)
  if (first === null) return { sentences: [], reasons: [] }
  const because = first.because === null ? [] : [t(`pauses.why.because.${first.because}`)]
  if (first.because === 'person' || first.because === 'tour') return { sentences: because, reasons: [] }
  const bucket = why.choice ? [t(`pauses.why.bucket.${why.choice.bucket}`)] : []
  if (scores === undefined) return { sentences: [...because, ...bucket], reasons: [] }
  if (scores === null) return { sentences: [...because, ...bucket, t('pauses.why.notKept')], reasons: [] }
  const at = { atMs: scores.atMs, workDay: first.workDay }
  const isRaised = wasRaised(why, scores)
  const strain = isRaised ? [] : [strainSentence(scores, words)]
  return {
    sentences: [...because, needWords(scores, words), ...strain, ...bucket],
    reasons: isRaised ? scores.strain.reasons.map((reason) => reasonWords(reason, at, words)) : [],
  }
}

/** Which gate stood open, and what it waited for. */
export function momentSentences(why: Why, { t }: PauseWords): string[] {
  const first = beginningOf(why)
  if (first === null || first.because === 'person') return []
  if (first.because === 'tour') return [t('pauses.why.tourMoment')]
  const isHint = first.what === 'hinted' || why.choice?.form === 'tray'
  return [t('pauses.why.gateOpen'), t(isHint ? 'pauses.why.noBreakpoint' : 'pauses.why.breakpoint')]
}

const hows = [
  'done',
  'natural',
  'left',
  'skipped',
  'notNow',
  'ignored',
  'workedOn',
  'ratedBad',
  'unseen',
] as const

/** From the steps alone, for kinds of pause that are not chosen and so have no outcome of their own. */
function howOfSteps({ entries }: Why): (typeof hows)[number] | null {
  const last = entries.findLast(({ what }) => what !== 'snoozed')?.what
  if (last === 'taken' || last === 'dayDone') return 'done'
  if (last === 'left' || last === 'skipped' || last === 'notNow' || last === 'ignored') return last
  return last === 'withdrawn' ? 'unseen' : null
}

export function outcomeWords(why: Why, { t }: PauseWords): string[] {
  const { choice } = why
  const told = choice?.outcome?.how
  const how = hows.find((one) => one === told) ?? howOfSteps(why)
  const worked = choice?.outcome?.worked
  return [
    how === null ? t('pauses.why.open') : t(`pauses.why.how.${how}`),
    ...(choice?.helped === true ? [t('pauses.why.helped')] : []),
    ...(choice?.helped === false && how !== 'ratedBad' ? [t('pauses.why.helpedNot')] : []),
    ...(worked === true ? [t('pauses.why.counted')] : []),
    ...(worked === false ? [t('pauses.why.countedNot')] : []),
    ...(worked === null ? [t('pauses.why.notCounted')] : []),
  ]
}

/** "withdrawn: you were in a call" */
export function stepWords({ what, reason }: BreakEntryView, words: PauseWords): string {
  const step = words.t(`pauses.why.step.${what}`)
  return reason === null ? step : words.t('pauses.why.stepWhy', { step, why: goneWords(reason, words) })
}
