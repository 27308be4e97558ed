/** What an offer says: one sentence from facts, and what it invites to. */
import type { BreakOffer, RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { ownDayStart } from '../../../design/clock.ts'
import type { DayWords } from '../../stress/dayWords.ts'
import { reasonWords } from '../../stress/signalWords.ts'
import { clockWords, lengthWords, type SpokenWords, spanWords } from './lengthWords.ts'

const DAY_MS = 86_400_000
/** Less work than this since the last rest is not worth telling, and 0 may also mean that nobody knows. */
const LEAST_SPAN_MS = 5 * 60_000

/** @param day the words a day is told with, for the reasons of the strain signal. */
export interface OfferWords extends SpokenWords {
  day: DayWords
}

const capital = (text: string, { language }: SpokenWords) =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
const small = (text: string, { language }: SpokenWords) =>
  text.charAt(0).toLocaleLowerCase(language) + text.slice(1)

/** The calendar day on which the person's day began. */
function workDayOf(atMs: number): number {
  const start = new Date(ownDayStart(atMs))
  return Math.round(Date.UTC(start.getFullYear(), start.getMonth(), start.getDate()) / DAY_MS)
}

function strainSentence({ sinceRestMs, reason, atMs }: BreakOffer, words: OfferWords): string {
  const { t } = words
  const isSpanKnown = sinceRestMs >= LEAST_SPAN_MS
  const span = spanWords(sinceRestMs, words)
  if (reason === null)
    return isSpanKnown ? t('break.offer.strainPlain', { span }) : t('break.offer.strainUnknown')
  const said = reasonWords(reason, { atMs, workDay: workDayOf(atMs) }, words.day)
  if (!isSpanKnown) return t('break.offer.strainOnly', { reason: said })
  return t('break.offer.strain', { span, reason: small(said, words) })
}

/** What is due, said as a thoughtful person would say it. */
export function offerSentence(offer: BreakOffer, words: OfferWords): string {
  const { t } = words
  const { kind, because, sinceRestMs, atMs } = offer
  if (because === 'tour') return t('break.offer.tour')
  if (kind === 'endOfDay') return t('break.offer.endOfDay')
  if (offer.isAgain) return t('break.offer.again', { invitation: small(invitation(offer, words), words) })
  if (kind === 'lunch') return t('break.offer.lunch', { time: clockWords(atMs, words) })
  if (kind === 'eyeRest') return t('break.offer.eyeRest')
  if (because === 'strain') return strainSentence(offer, words)
  if (because === 'time') return t('break.offer.time', { time: clockWords(atMs, words) })
  if (sinceRestMs < LEAST_SPAN_MS) return t('break.offer.needUnknown')
  return t('break.offer.need', { span: spanWords(sinceRestMs, words) })
}

type Invited = Pick<RunningBreakView, 'kind' | 'arm' | 'lengthMs'>

/** "Two minutes of slow breathing", without a full stop. */
export function invitation({ kind, arm, lengthMs }: Invited, words: SpokenWords): string {
  const { t } = words
  const length = lengthWords(lengthMs, words)
  if (arm !== null) return capital(t(`break.invite.${arm}`, { length }), words)
  if (kind === 'eyeRest' || kind === 'lunch') return capital(t(`break.invite.${kind}`, { length }), words)
  return capital(t('break.invite.screen', { length }), words)
}

/** The same of a pause that runs: one without an invitation of its own is named by what was chosen for it. */
export function runningWords(running: RunningBreakView, words: SpokenWords): string {
  const { arm, exercise, lengthMs } = running
  if (arm !== null || exercise === null) return invitation(running, words)
  const length = lengthWords(lengthMs, words)
  return capital(words.t('break.invite.exercise', { length, title: exercise.title }), words)
}

/** The line below the sentence; null where the sentence has said it all. */
export function invitationLine(offer: BreakOffer, words: SpokenWords): string | null {
  const { t } = words
  if (offer.kind === 'endOfDay') return t('break.offer.endOfDayAbout')
  if (offer.arm === 'talk') return t('break.offer.talk')
  if (offer.isAgain && offer.because !== 'tour') return null
  return `${invitation(offer, words)}.`
}

/** An offer that was put away, in a few words. */
export function foldedWords(offer: BreakOffer, words: OfferWords): string {
  if (offer.kind === 'endOfDay' || offer.because === 'tour') return offerSentence(offer, words)
  return words.t('break.offer.folded', { invitation: small(invitation(offer, words), words) })
}
