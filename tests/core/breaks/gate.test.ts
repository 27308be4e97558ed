/** The whole gate, row by row: what is due, what is known, and the one reason for saying nothing. */
import { describe, expect, test } from 'vitest'
import type { SuppressionReason } from '../../../electron/core/breaks/breakEffects.ts'
import type { BreakFacts } from '../../../electron/core/breaks/breakFacts.ts'
import type { BreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import type { BreakState } from '../../../electron/core/breaks/breakState.ts'
import type { WorkingHours } from '../../../electron/core/breaks/workingHours.ts'
import { Desk, due, inGap, MINUTE, moment, offersIn, SECOND, situation, TUESDAY, timeOn } from './desk.ts'

const day = {
  ranges: [{ startMinute: 540, endMinute: 1050 }],
  breaks: [{ startMinute: 720, endMinute: 780 }],
}
const hours: WorkingHours = { weekdays: Array.from({ length: 7 }, () => day), holidays: [] }
const onHoliday: WorkingHours = { ...hours, holidays: [{ fromDay: TUESDAY, toDay: TUESDAY }] }

interface Row {
  name: string
  clock?: string
  facts?: Partial<BreakFacts>
  settings?: Partial<BreakSettings>
  state?: (nowMs: number) => Partial<BreakState>
  reason: SuppressionReason | 'nothing due' | 'nobody there' | null
}

const today = { workDay: TUESDAY, nudges: 0, fromStrain: 0 }
const strained = { need: 0.5, strainRaised: true }
const known = { daysSeen: 4, lastDaySeen: TUESDAY }

const rows: Row[] = [
  { name: 'open', reason: null },
  { name: 'need just below 1', facts: { need: 0.99 }, reason: 'nothing due' },
  {
    name: 'unknown need',
    facts: { need: null, strainRaised: true },
    state: () => known,
    reason: 'nothing due',
  },
  { name: 'breaks off', settings: { isOn: false }, reason: 'nothing due' },
  { name: 'paused', state: (nowMs) => ({ pausedUntilMs: nowMs + 1 }), reason: 'paused' },
  { name: 'pause over', state: (nowMs) => ({ pausedUntilMs: nowMs }), reason: null },
  { name: 'day closed', state: () => ({ doneDay: TUESDAY }), reason: 'day_done' },
  { name: 'another day closed', state: () => ({ doneDay: TUESDAY - 1 }), reason: null },
  { name: 'in working hours', settings: { hours }, clock: '10:00', reason: null },
  { name: 'before working hours', settings: { hours }, clock: '08:59', reason: 'outside_hours' },
  { name: 'after working hours', settings: { hours }, clock: '20:00', reason: 'outside_hours' },
  { name: 'in a break of the hours', settings: { hours }, clock: '12:30', reason: 'hours_break' },
  { name: 'on a holiday', settings: { hours: onHoliday }, clock: '10:00', reason: 'holiday' },
  { name: 'in a call', facts: situation({ inCall: true }), reason: 'call' },
  {
    name: 'in a call without a key',
    facts: { ...situation({ inCall: true, activity: 'idle' }), inputIdleMs: 600_000 },
    reason: 'call',
  },
  { name: 'call unknown from the beginning', facts: situation({ inCall: null }), reason: null },
  { name: 'sharing', facts: situation({ sharing: true }), reason: 'share' },
  { name: 'do not disturb', facts: situation({ doNotDisturb: true }), reason: 'do_not_disturb' },
  { name: 'full screen kept awake', facts: situation({ fullScreen: true }), reason: 'full_screen' },
  {
    name: 'a film without a key',
    facts: { ...situation({ fullScreen: true, activity: 'idle' }), inputIdleMs: 600_000 },
    reason: 'full_screen',
  },
  { name: 'the eighth of a day', state: () => ({ days: [{ ...today, nudges: 7 }] }), reason: null },
  { name: 'a ninth', state: () => ({ days: [{ ...today, nudges: 8 }] }), reason: 'cap_day' },
  {
    name: 'a ninth, though the settings say 20',
    settings: { mostADay: 20 },
    state: () => ({ days: [{ ...today, nudges: 8 }] }),
    reason: 'cap_day',
  },
  {
    name: 'own limit',
    settings: { mostADay: 2 },
    state: () => ({ days: [{ ...today, nudges: 2 }] }),
    reason: 'cap_day',
  },
  { name: 'strain', facts: strained, state: () => known, reason: null },
  {
    name: 'strain in the first three days',
    facts: strained,
    state: () => ({ daysSeen: 3, lastDaySeen: TUESDAY }),
    reason: 'nothing due',
  },
  {
    name: 'strain with little need',
    facts: { ...strained, need: 0.39 },
    state: () => known,
    reason: 'nothing due',
  },
  {
    name: 'strain, not wanted',
    facts: strained,
    settings: { usesStrain: false },
    state: () => known,
    reason: 'nothing due',
  },
  {
    name: 'the third from strain',
    facts: strained,
    state: () => ({ ...known, days: [{ ...today, nudges: 2, fromStrain: 2 }] }),
    reason: null,
  },
  {
    name: 'a fourth from strain',
    facts: strained,
    state: () => ({ ...known, days: [{ ...today, nudges: 3, fromStrain: 3 }] }),
    reason: 'cap_strain',
  },
  {
    name: 'from need after three from strain',
    state: () => ({ days: [{ ...today, nudges: 3, fromStrain: 3 }] }),
    reason: null,
  },
  {
    name: 'within the hour after not now',
    state: (nowMs) => ({ notNowUntilMs: nowMs + 1 }),
    reason: 'not_now',
  },
  { name: 'within the quiet time', state: (nowMs) => ({ quietUntilMs: nowMs + 1 }), reason: 'refractory' },
  {
    name: 'quiet time over',
    state: (nowMs) => ({ quietUntilMs: nowMs, notNowUntilMs: nowMs }),
    reason: null,
  },
  { name: 'away from the keys', facts: { inputIdleMs: 61_000 }, reason: 'nobody there' },
  { name: 'locked', facts: situation({ activity: 'locked' }), reason: 'nobody there' },
  { name: 'asleep', facts: situation({ activity: 'asleep' }), reason: 'nobody there' },
  {
    name: 'idle, since when is unknown',
    facts: { ...situation({ activity: 'idle' }), inputIdleMs: null },
    reason: 'nobody there',
  },
  {
    name: 'nothing known of anybody',
    facts: { ...situation({ activity: null }), inputIdleMs: null },
    reason: null,
  },
]

function ask({ clock = '10:00', facts = {}, settings = {}, state }: Row) {
  const desk = new Desk(settings, clock)
  desk.state = { ...desk.state, workDay: TUESDAY, ...state?.(desk.nowMs) }
  return desk.look({ ...due, ...inGap, ...facts })
}

describe('the gate', () => {
  test.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    const effects = ask(row)
    const reasons = effects.flatMap((effect) =>
      effect.kind === 'suppressed' ? [effect.suppression.reason] : [],
    )
    if (row.reason === null) {
      expect(offersIn(effects)).toHaveLength(1)
      expect(reasons).toEqual([])
    } else {
      expect(offersIn(effects)).toEqual([])
      expect(reasons).toEqual(row.reason.startsWith('no') && row.reason.includes(' ') ? [] : [row.reason])
    }
  })

  test('every reason at once is told as the first, and each next one as the one before it falls away', () => {
    const desk = new Desk({ hours: onHoliday }, '10:00')
    const all = situation({ inCall: true, sharing: true, doNotDisturb: true, fullScreen: true })
    desk.state = {
      ...desk.state,
      ...known,
      workDay: TUESDAY,
      pausedUntilMs: desk.nowMs + MINUTE,
      doneDay: TUESDAY,
      days: [{ workDay: TUESDAY, nudges: 8, fromStrain: 3 }],
      notNowUntilMs: desk.nowMs + MINUTE,
      quietUntilMs: desk.nowMs + MINUTE,
    }
    const told: string[] = []
    const step = (mend: () => void) => {
      for (const effect of desk.look()) if (effect.kind === 'suppressed') told.push(effect.suppression.reason)
      mend()
    }
    const change = (more: Partial<BreakState>) => () => {
      desk.state = { ...desk.state, ...more }
    }
    const facts = (more: Partial<BreakFacts['situation']>) => () => {
      desk.facts = { ...desk.facts, ...situation(more, desk.facts) }
    }
    desk.facts = { ...desk.facts, ...inGap, ...strained, ...all }
    step(change({ pausedUntilMs: null }))
    step(change({ doneDay: null }))
    step(change({ settings: { ...desk.state.settings, hours: { ...hours, weekdays: [] } } }))
    step(change({ settings: { ...desk.state.settings, hours } }))
    step(facts({ inCall: false }))
    step(facts({ sharing: false }))
    step(facts({ doNotDisturb: false }))
    step(facts({ fullScreen: false }))
    step(change({ days: [{ workDay: TUESDAY, nudges: 3, fromStrain: 3 }] }))
    step(change({ days: [] }))
    step(change({ notNowUntilMs: null }))
    step(change({ quietUntilMs: null }))
    expect(told).toEqual([
      ...['paused', 'day_done', 'holiday', 'outside_hours', 'call', 'share', 'do_not_disturb', 'full_screen'],
      ...['cap_day', 'cap_strain', 'not_now', 'refractory'],
    ])
    expect(offersIn(desk.look())).toHaveLength(1)
  })
})

describe('a fact that was true and is lost', () => {
  test('holds for an hour: a probe that fails has not seen the end of the call', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap, ...situation({ inCall: true }) })
    expect(offersIn(desk.pass(59 * MINUTE, situation({ inCall: null })))).toEqual([])
    expect(offersIn(desk.pass(2 * MINUTE))).toHaveLength(1)
  })
  test('ends at once when it is seen to be over', () => {
    const desk = new Desk()
    desk.look({ ...due, ...situation({ sharing: true }) })
    desk.pass(MINUTE, situation({ sharing: null }))
    expect(offersIn(desk.look({ ...inGap, ...situation({ sharing: false }) }))).toHaveLength(1)
  })
})

describe('reasons are few rows', () => {
  const rowsIn = (desk: Desk) => {
    const rows = desk.effects.flatMap((effect) => (effect.kind === 'suppressed' ? [effect.suppression] : []))
    return [...new Map(rows.map((row) => [row.row, row])).values()]
  }
  test('three hours of one call are one row, told every five minutes', () => {
    const desk = new Desk()
    desk.look({ ...due, ...situation({ inCall: true }) })
    desk.pass(180 * MINUTE)
    const [row, ...others] = rowsIn(desk)
    expect(others).toEqual([])
    expect(row).toMatchObject({ reason: 'call', times: 1, kind: 'micro', because: 'need' })
    expect(row?.heldMs).toBeGreaterThan(175 * MINUTE)
    expect(desk.effects.filter(({ kind }) => kind === 'suppressed').length).toBeLessThan(40)
  })
  test('five hundred that come and go are one row each', () => {
    const desk = new Desk()
    desk.look(due)
    for (let turn = 0; turn < 500; turn++) {
      desk.pass(
        70 * SECOND,
        situation(turn % 2 ? { inCall: true, doNotDisturb: false } : { doNotDisturb: true, inCall: false }),
        70 * SECOND,
      )
    }
    desk.pass(MINUTE, { need: 0.2, ...situation({ inCall: false, doNotDisturb: false }) })
    desk.pass(15 * MINUTE)
    const rows = rowsIn(desk)
    expect(rows.map(({ reason }) => reason).sort()).toEqual(['call', 'do_not_disturb'])
    expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(500)
  })
  test('a row ends with its day', () => {
    const desk = new Desk({}, '03:30')
    desk.look({ ...due, ...situation({ inCall: true }) })
    desk.pass(60 * MINUTE)
    expect(rowsIn(desk).map(({ workDay }) => workDay - TUESDAY)).toEqual([-1, 0])
  })
  test('what was not told yet is told at the end', () => {
    const desk = new Desk()
    desk.look({ ...due, ...situation({ inCall: true }) })
    desk.pass(4 * MINUTE)
    desk.pass(11 * MINUTE, { need: 0, ...situation({ inCall: false }) })
    expect(rowsIn(desk).map(({ heldMs }) => heldMs)).toEqual([4 * MINUTE])
  })
})

test('moments are made as the desk says', () => {
  expect(moment(timeOn(TUESDAY, '13:45'))).toMatchObject({ dayNumber: TUESDAY, minuteOfDay: 825 })
})
