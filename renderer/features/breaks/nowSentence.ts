/** What a thoughtful person would say about pauses right now: how today was, and what comes next. */
import type { BreakEntryView, BreakView } from '../../../electron/contract/breaks.ts'
import type { PresenceSnapshot } from '../../../electron/contract/presence.ts'
import type { DayWords } from '../stress/dayWords.ts'
import {
  aboutWords,
  capital,
  type PauseWords,
  restsWords,
  type SentencePart,
  sentenceParts,
  whatWords,
} from './pauseWords.ts'

export interface NowFacts {
  state: BreakView
  /** Of today. */
  entries: readonly BreakEntryView[]
  /** Null until it is known. */
  presence: Pick<PresenceSnapshot, 'standing' | 'sensing'> | null
  /** Pauses come at times the person set, whether or not work can be told from rest. */
  isByClock: boolean
}

/** Shorter rests are told by their number alone. */
const REAL_REST_MS = 5 * 60_000
/** Below this it would be wrong within the minute. */
const SOON_MS = 90_000

function restWords({ entries, state }: NowFacts, words: PauseWords): string | null {
  const { natural } = state.today
  if (natural === 0) return null
  const real = entries.filter(({ what, restedMs }) => what === 'natural' && (restedMs ?? 0) >= REAL_REST_MS)
  const [only] = real
  if (real.length !== 1 || natural !== 1 || !only) return restsWords(natural, words)
  const beganMinute = only.minuteOfDay - Math.round((only.restedMs ?? 0) / 60_000)
  return words.t('pauses.now.restAt', { clock: words.clockMinute((beganMinute + 1440) % 1440) })
}

function soFar(facts: NowFacts, words: PauseWords): string {
  const { t, counted } = words
  const { taken, offered } = facts.state.today
  const rests = restWords(facts, words)
  if (taken === 0 && rests === null) {
    return t(offered === 0 && facts.entries.length === 0 ? 'pauses.now.firstDay' : 'pauses.now.none')
  }
  if (taken === 0) return t('pauses.now.restsOnly', { rests: capital(rests ?? '') })
  const said = capital(t('pauses.now.taken', { count: taken, n: counted(taken) }))
  return rests === null
    ? t('pauses.now.takenOnly', { taken: said })
    : t('pauses.now.both', { taken: said, rests })
}

function nextWords({ state, isByClock }: NowFacts, words: PauseWords): string {
  const { t } = words
  const { next, today } = state
  if (next === null) {
    if (today.nudgesLeft === 0) return t('pauses.now.noMore')
    return t(isByClock ? 'pauses.now.nextAsSet' : 'pauses.now.noneForeseen')
  }
  if (next.inMs < SOON_MS) return t('pauses.now.nextSoon')
  const length = aboutWords(next.inMs, words)
  if (next.because !== 'time') return t('pauses.now.nextWork', { length })
  return t('pauses.now.nextTime', { kind: t(`pauses.kindName.${next.kind}`), length })
}

/** Then nothing is offered, not even by the clock. */
function sensingPaused(until: number | null, { t, moment }: PauseWords): string {
  if (until === null) return t('pauses.now.sensingHeld')
  return t('pauses.now.sensingPaused', { until: moment(until) })
}

/** Why none comes by itself, where nothing can be told from anything. */
function blind({ state, presence, isByClock }: NowFacts, { t }: PauseWords): string | null {
  if (isByClock || state.next !== null || presence === null) return null
  if (presence.sensing.state !== 'on') return t('pauses.now.sensingOff')
  return presence.standing === 'unknown' ? t('pauses.now.unknown') : null
}

/** What makes all of the rest beside the point; null when nothing does. */
function above(facts: NowFacts, words: PauseWords): string | null {
  const { t, moment } = words
  const { running, pausedUntilMs, isOn, isDayDone } = facts.state
  const { presence } = facts
  if (running) {
    const values = { what: whatWords(running, words), until: moment(running.endsAtMs) }
    return t(running.arm === null ? 'pauses.now.runningPlain' : 'pauses.now.running', values)
  }
  if (!isOn) return t('pauses.now.off')
  if (presence?.sensing.state === 'paused') return sensingPaused(presence.sensing.until, words)
  if (pausedUntilMs !== null) return t('pauses.now.pausedUntil', { until: moment(pausedUntilMs) })
  return isDayDone ? t('pauses.now.dayDone') : null
}

/** What is going on instead of waiting for the next one. */
function goingOn({ state }: NowFacts, words: PauseWords): string | null {
  const { t, clock } = words
  if (state.offer) return t('pauses.now.offered', { what: whatWords(state.offer, words) })
  if (state.snoozed) return t('pauses.now.snoozed', { clock: clock(state.snoozed.untilMs) })
  if (state.silent) {
    return t('pauses.now.silent', { why: t(`pauses.reasonNow.${state.silent.reason}`) })
  }
  return state.waiting ? t('pauses.now.due') : null
}

export function nowSentence(facts: NowFacts, words: PauseWords): SentencePart[] {
  const now = goingOn(facts, words)
  const whole = above(facts, words) ?? (now === null ? blind(facts, words) : null)
  if (whole !== null) return sentenceParts(whole)
  return sentenceParts([soFar(facts, words), now ?? nextWords(facts, words)].join(' '))
}

/** "A day with two pauses and three rests of your own." */
export function daySentenceOfPauses(entries: readonly BreakEntryView[], words: DayWords): string {
  const { t, counted } = words
  const count = (...kinds: BreakEntryView['what'][]) =>
    entries.filter(({ what }) => kinds.includes(what)).length
  const [taken, natural, offered] = [count('taken'), count('natural'), count('offered', 'hinted')]
  if (entries.length === 0) return t('pauses.day.sentenceNothing')
  if (taken === 0 && natural > 0) {
    return t('pauses.day.sentenceRests', { rests: restsWords(natural, words) })
  }
  if (taken === 0) {
    if (offered === 0) return t('pauses.day.sentenceNone')
    return capital(t('pauses.day.sentenceOffered', { count: offered, n: counted(offered) }))
  }
  const said = t('pauses.day.sentenceTaken', { count: taken, n: counted(taken) })
  if (natural === 0) return t('pauses.day.sentenceOnly', { taken: said })
  return t('pauses.day.sentenceBoth', { taken: said, rests: restsWords(natural, words) })
}
