/** What is foreseen comes: whoever works on meets the next pause when it was said, and hears nothing where none comes. */
import { describe, expect, test } from 'vitest'
import type { BreakFacts } from '../../../electron/core/breaks/breakFacts.ts'
import { defaultBreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import { nextDue } from '../../../electron/core/breaks/nextDue.ts'
import { atWork, Desk, HOUR, MINUTE, moment, offersIn, SECOND, situation, TUESDAY, timeOn } from './desk.ts'

const TARGET_MS = 50 * MINUTE
const next = (desk: Desk, facts: BreakFacts = desk.facts) =>
  nextDue(desk.state, facts, TARGET_MS, moment(desk.nowMs))

const worked = (ms: number): Partial<BreakFacts> => ({ sinceRestMs: ms, need: Math.min(1, ms / TARGET_MS) })

/** Works on, hands off the keys for a moment at each look, until something is offered. */
function untilOffered(desk: Desk, fromMs: number) {
  const startedMs = desk.nowMs
  for (let look = 0; look < 24 * 360; look++) {
    desk.nowMs += 10 * SECOND
    const effects = desk.look({ ...worked(fromMs + desk.nowMs - startedMs), inputIdleMs: 10 * SECOND })
    const [offer] = offersIn(effects)
    if (offer) return { kind: offer.kind, because: offer.because, inMs: desk.nowMs - startedMs }
  }
  return null
}

describe('work that goes on', () => {
  test.each([
    ['by need', {}, '09:00', 20 * MINUTE],
    ['due already', {}, '09:00', 50 * MINUTE],
    ['eye rest, which comes sooner', { kinds: withKind('eyeRest', true) }, '09:00', 5 * MINUTE],
    ['the day ends first', { hours: hoursUntil(9 * 60 + 20) }, '09:00', 5 * MINUTE],
    ['lunch comes first', { kinds: withKind('lunch', true) }, '11:45', 10 * MINUTE],
    ['by the clock', fixedAt(10 * 60 + 30), '09:00', 0],
    ['by the clock of tomorrow morning, still tonight', fixedAt(90), '23:30', 0],
  ])('%s', (_, settings, clock, sinceRestMs) => {
    const desk = new Desk(settings, clock)
    desk.look(worked(sinceRestMs))
    const foreseen = next(desk)
    const met = untilOffered(desk, sinceRestMs)
    expect(foreseen).toMatchObject({ kind: met?.kind, because: met?.because })
    expect(Math.abs((met?.inMs ?? 0) - (foreseen?.inMs ?? 0))).toBeLessThanOrEqual(10 * SECOND)
  })

  test('the longer it has gone on, the longer the pause that is foreseen', () => {
    const desk = new Desk()
    desk.look(worked(10 * MINUTE))
    desk.pass(55 * MINUTE, worked(10 * MINUTE), 30 * SECOND)
    expect(next(desk)).toMatchObject({ kind: 'pause', inMs: 40 * MINUTE })
  })

  test('quiet after the last one is waited for', () => {
    const desk = new Desk()
    desk.look({ ...worked(50 * MINUTE), inputIdleMs: 10 * SECOND })
    desk.answer('notNow')
    expect(next(desk)).toMatchObject({ kind: 'micro', inMs: HOUR })
  })
})

describe('nothing is foreseen', () => {
  const cases: [string, (desk: Desk) => void][] = [
    [
      'while Lull offers none',
      (desk) => desk.do({ kind: 'settingsChanged', settings: { ...desk.state.settings, isOn: false } }),
    ],
    ['while one is offered', (desk) => desk.look({ ...worked(50 * MINUTE), inputIdleMs: 10 * SECOND })],
    ['in a break', (desk) => desk.do({ kind: 'started', breakKind: 'micro', arm: null })],
    ['in a call', (desk) => desk.look(situation({ inCall: true }))],
    ['at rest', (desk) => desk.look({ standing: 'resting', restMs: 2 * MINUTE })],
    ['while paused', (desk) => desk.do({ kind: 'paused', untilMs: desk.nowMs + HOUR })],
    ['while sensing is paused', (desk) => desk.do({ kind: 'sensingPaused', isPaused: true })],
    ['once the day is closed', (desk) => desk.do({ kind: 'paused', untilMs: null })],
    ['while nobody knows', (desk) => desk.look({ standing: 'unknown', need: null, daySpanMs: null })],
  ]
  test.each(cases)('%s', (_, change) => {
    const desk = new Desk()
    desk.look(worked(20 * MINUTE))
    expect(next(desk)).not.toBeNull()
    change(desk)
    expect(next(desk)).toBeNull()
  })

  test('beyond the hours, the day and its share', () => {
    const late = new Desk({ hours: hoursUntil(10 * 60 + 10), kinds: withKind('endOfDay', false) }, '10:00')
    late.look(worked(20 * MINUTE))
    expect(next(late)).toBeNull()
    const night = new Desk({ kinds: withKind('endOfDay', false) }, '03:50')
    night.look(worked(20 * MINUTE))
    expect(next(night), 'at 04:00 another day begins').toBeNull()
    const full = new Desk({ mostADay: 0 })
    full.look(worked(20 * MINUTE))
    expect(next(full)).toBeNull()
  })
})

test('whatever the time of day, nothing is foreseen in the past', () => {
  for (let minute = 0; minute < 1440; minute += 7) {
    const desk = new Desk({ kinds: withKind('lunch', true), hours: hoursUntil(17 * 60) })
    desk.nowMs = timeOn(TUESDAY, `${Math.floor(minute / 60)}:${minute % 60}`)
    desk.look(worked(20 * MINUTE))
    const found = next(desk, { ...atWork, ...worked(20 * MINUTE) })
    if (found) expect(found.inMs).toBeGreaterThanOrEqual(0)
  }
})

function withKind(kind: 'eyeRest' | 'lunch' | 'endOfDay', isOn: boolean) {
  const { kinds } = defaultBreakSettings
  return { ...kinds, lunch: { ...kinds.lunch, isOn: false }, [kind]: { ...kinds[kind], isOn } }
}

function hoursUntil(endMinute: number) {
  const day = { ranges: [{ startMinute: 8 * 60, endMinute }], breaks: [] }
  return { weekdays: Array.from({ length: 7 }, () => day), holidays: [] }
}

function fixedAt(minuteOfDay: number) {
  return { rhythm: { by: 'fixed' as const, times: [{ minuteOfDay, kind: 'pause' as const }] } }
}
