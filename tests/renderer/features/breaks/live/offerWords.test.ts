/** An offer opens with one sentence, made of facts alone, and says nothing that is not known. */
import { describe, expect, it } from 'vitest'
import type { BreakOffer } from '../../../../../electron/contract/breaks.ts'
import {
  foldedWords,
  invitation,
  invitationLine,
  type OfferWords,
  offerSentence,
} from '../../../../../renderer/features/breaks/live/offerWords.ts'
import '../../../../../renderer/text/breakText.ts'
import { text } from '../../../../../renderer/text/i18n.ts'
import { someOffer } from '../../../fakeBreaks.ts'
import { wordsOf } from '../../stress/wordsOf.ts'

const minuteMs = 60_000
/** A Tuesday, half past two in the afternoon of this computer. */
const now = new Date(2026, 10, 3, 14, 30).getTime()
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
const words: OfferWords = { t: text.t, language: 'en-GB', day: wordsOf(ownZone) }
const offer = (rest: Partial<BreakOffer> = {}) => someOffer(now, { sinceRestMs: 62 * minuteMs, ...rest })

const hopping = {
  family: 'fragmentation',
  feature: 'switchesPerMinute',
  direction: 'high',
  ...{ value: 9, usualLow: 4, usualHigh: 6, z: 2, s: 0.8, w: 0.15, q: 1, share: 0.6 },
  level: 'cell',
} as const satisfies BreakOffer['reason']

describe('the sentence', () => {
  it.each<[string, Partial<BreakOffer>, string]>([
    ['need', {}, 'You have been at it 62 minutes.'],
    ['need nobody counted', { sinceRestMs: 0 }, 'A pause would fit here.'],
    [
      'strain with its loudest signal',
      { because: 'strain', reason: hopping },
      '62 minutes, and more app-hopping than your usual weekday afternoon.',
    ],
    [
      'strain without work that was counted',
      { because: 'strain', reason: { ...hopping, level: 'week' }, sinceRestMs: 0 },
      'More app-hopping than your usual.',
    ],
    ['strain without a signal', { because: 'strain' }, '62 minutes, and it is unlike your usual.'],
    [
      'strain and nothing else known',
      { because: 'strain', sinceRestMs: 0 },
      'The last while is unlike your usual.',
    ],
    ['a set time', { because: 'time' }, 'It is half past two, the time you set for a pause.'],
    ['lunch', { kind: 'lunch', because: 'time' }, 'It is half past two. Lunch?'],
    ['the end of the day', { kind: 'endOfDay', because: 'time' }, 'Your working hours are over.'],
    ['the eyes', { kind: 'eyeRest', arm: 'lookAway' }, 'Your eyes could do with something far away.'],
    ['on purpose', { because: 'tour' }, 'This is how Lull offers a pause.'],
    ['asked for again', { isAgain: true, arm: 'breathe' }, 'As you asked: two minutes of slow breathing.'],
  ])('of %s', (_, rest, said) => expect(offerSentence(offer(rest), words)).toBe(said))

  it('begins a day at four in the morning: Saturday night belongs to a weekend, Friday night does not', () => {
    const night = (day: number) => {
      const atMs = new Date(2026, 10, day, 2, 0).getTime()
      return offerSentence(offer({ because: 'strain', reason: hopping, atMs, sinceRestMs: 0 }), words)
    }
    expect(night(7)).toBe('More app-hopping than your usual weekday night.')
    expect(night(8)).toBe('More app-hopping than your usual weekend night.')
  })
})

describe('the invitation', () => {
  it.each<[Partial<BreakOffer>, string]>([
    [{ arm: 'breathe' }, 'Two minutes of slow breathing'],
    [{ arm: 'walk', kind: 'pause', lengthMs: 5 * minuteMs }, 'Five minutes of walking'],
    [{ arm: 'lookAway', kind: 'eyeRest', lengthMs: 20_000 }, 'Twenty seconds of looking far away'],
    [{ arm: null, kind: 'long', lengthMs: 15 * minuteMs }, 'Fifteen minutes away from the screen'],
    [{ arm: null, kind: 'lunch', lengthMs: 30 * minuteMs }, 'Half an hour for lunch, away from the desk'],
  ])('%j is %s', (rest, said) => expect(invitation(offer(rest), words)).toBe(said))

  it('is not said twice', () => {
    expect(invitationLine(offer({ isAgain: true }), words)).toBeNull()
    expect(invitationLine(offer(), words)).toBe('Two minutes of standing and stretching.')
    expect(invitationLine(offer({ arm: 'talk' }), words)).toBe('Talk it over with Lull?')
    expect(invitationLine(offer({ kind: 'endOfDay', arm: null }), words)).toContain('Close the day')
  })

  it('is what is left of an offer that was put away', () => {
    expect(foldedWords(offer(), words)).toBe('A pause waits: two minutes of standing and stretching')
    expect(foldedWords(offer({ kind: 'endOfDay' }), words)).toBe('Your working hours are over.')
  })
})
