/** Sums, a month, and text to take along: what was, with no score and no formula in it. */
import { describe, expect, test } from 'vitest'
import type { BreakEntry, Suppression } from '../../../electron/core/breaks/breakEffects.ts'
import {
  clockText,
  csvField,
  entriesAsCsv,
  historyAsJson,
  suppressionsAsCsv,
} from '../../../electron/core/breaks/exportText.ts'
import { dateOfDay, dateText, dayOfDate, monthCalendar } from '../../../electron/core/breaks/monthCalendar.ts'
import { breakStatistics } from '../../../electron/core/breaks/statistics.ts'
import { Desk, due, inGap, MINUTE, TUESDAY, timeOn } from './desk.ts'

function entry(what: BreakEntry['what'], known: Partial<BreakEntry> = {}): BreakEntry {
  return {
    atMs: timeOn(TUESDAY, '10:05'),
    workDay: TUESDAY,
    dayNumber: TUESDAY,
    minuteOfDay: 605,
    what,
    kind: 'micro',
    arm: 'walk',
    because: 'need',
    nudgeId: 1,
    lengthMs: 2 * MINUTE,
    restedMs: null,
    reason: null,
    ...known,
  }
}
const silence = (reason: Suppression['reason'], heldMs: number, workDay = TUESDAY): Suppression => ({
  row: 1,
  reason,
  kind: 'micro',
  because: 'need',
  workDay,
  fromMs: timeOn(workDay, '11:00'),
  toMs: timeOn(workDay, '12:00'),
  heldMs,
  times: 2,
})

describe('statistics', () => {
  test('count each thing once', () => {
    const sums = breakStatistics(
      [
        ...[entry('offered'), entry('hinted'), entry('snoozed'), entry('again'), entry('leftOut')],
        ...[entry('taken', { restedMs: 2 * MINUTE }), entry('left', { restedMs: 30_000 }), entry('skipped')],
        entry('taken', { kind: 'long', arm: null, because: 'person', restedMs: 15 * MINUTE }),
        entry('natural', { kind: null, arm: null, because: null, restedMs: 4 * MINUTE }),
        ...[entry('notNow'), entry('ignored'), entry('withdrawn', { reason: 'call' }), entry('dayDone')],
        // Shown on purpose, it was no offer.
        ...[entry('skipped', { because: 'tour' }), entry('left', { because: 'tour' })],
      ],
      [silence('call', 60 * MINUTE), silence('call', 30 * MINUTE), silence('refractory', MINUTE)],
      [
        { workDay: TUESDAY, longestStretchMs: 70 * MINUTE },
        { workDay: TUESDAY + 1, longestStretchMs: 95 * MINUTE },
      ],
    )
    expect(sums).toMatchObject({
      offered: 2,
      taken: { times: 2, restedMs: 17 * MINUTE },
      unasked: 1,
      natural: { times: 1, restedMs: 4 * MINUTE },
      ...{ left: 1, snoozed: 1, skipped: 1, notNow: 1, ignored: 1, leftOut: 1 },
      withdrawn: { call: 1 },
      suppressed: {
        call: { stretches: 2, heldMs: 90 * MINUTE },
        refractory: { stretches: 1, heldMs: MINUTE },
      },
      longestStretch: { workDay: TUESDAY + 1, longestStretchMs: 95 * MINUTE },
    })
    expect(sums.takenByKind.long).toEqual({ times: 1, restedMs: 15 * MINUTE })
    expect(sums.takenByArm.walk).toEqual({ times: 1, restedMs: 2 * MINUTE })
  })
  test('nothing known is nothing, not zero minutes of a longest stretch', () => {
    expect(breakStatistics([], [], []).longestStretch).toBeNull()
  })
  test('ten years are summed in a moment', () => {
    const entries = Array.from({ length: 10 * 260 * 30 }, (_, place) =>
      entry(place % 3 ? 'natural' : 'taken', { workDay: TUESDAY + Math.floor(place / 30), restedMs: MINUTE }),
    )
    const silences = Array.from({ length: 10 * 260 * 5 }, (_, place) => silence('call', place))
    const times = [1, 2, 3, 4, 5].map(() => {
      const before = performance.now()
      expect(breakStatistics(entries, silences, []).taken.times).toBe(26_000)
      return performance.now() - before
    })
    expect(Math.min(...times)).toBeLessThan(50)
  })
  test('a day as it was lived adds up', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap })
    desk.snooze(5)
    desk.pass(6 * MINUTE, {}, MINUTE)
    desk.answer('start')
    desk.rest(3 * MINUTE)
    desk.work({ need: 0.2 })
    desk.rest(2 * MINUTE)
    desk.work({ need: 0.2 })
    desk.pass(MINUTE, { need: 0.2 })
    const entries = desk.effects.flatMap((effect) => (effect.kind === 'entered' ? [effect.entry] : []))
    expect(breakStatistics(entries, [], [])).toMatchObject({
      offered: 1,
      snoozed: 1,
      taken: { times: 1, restedMs: 2 * MINUTE },
      natural: { times: 1, restedMs: 2 * MINUTE },
    })
  })
})

describe('a month', () => {
  test('dates there and back', () => {
    expect(dateText(TUESDAY)).toBe('2026-11-24')
    expect(dateOfDay(TUESDAY)).toEqual({ year: 2026, month: 11, day: 24 })
    expect(dayOfDate({ year: 2024, month: 2, day: 29 }) + 1).toBe(dayOfDate({ year: 2024, month: 3, day: 1 }))
  })
  test('is whole weeks, from Monday or Sunday', () => {
    const november = monthCalendar({ year: 2026, month: 11 }, 1, [], [])
    expect(november).toHaveLength(6)
    expect(november.every((week) => week.length === 7)).toBe(true)
    expect(november.flat().filter(({ isOfMonth }) => isOfMonth)).toHaveLength(30)
    expect(november[0]?.map(({ dayOfMonth }) => dayOfMonth)).toEqual([26, 27, 28, 29, 30, 31, 1])
    expect(monthCalendar({ year: 2026, month: 11 }, 0, [], [])[0]?.[0]?.dayOfMonth).toBe(1)
    expect(
      monthCalendar({ year: 2026, month: 12 }, 1, [], [])
        .flat()
        .filter(({ isOfMonth }) => isOfMonth),
    ).toHaveLength(31)
  })
  test('holds what a day held; a day without a line is unknown', () => {
    const days = monthCalendar(
      { year: 2026, month: 11 },
      1,
      [
        entry('offered'),
        entry('taken', { restedMs: 2 * MINUTE }),
        entry('natural', { restedMs: 3 * MINUTE }),
        entry('natural', { workDay: TUESDAY + 400 }),
      ],
      [{ workDay: TUESDAY - 1, longestStretchMs: 80 * MINUTE }],
    ).flat()
    expect(days.find(({ workDay }) => workDay === TUESDAY)).toMatchObject({
      ...{ isKnown: true, offered: 1, taken: 1, natural: 1, restedMs: 5 * MINUTE, longestStretchMs: null },
    })
    expect(days.find(({ workDay }) => workDay === TUESDAY - 1)).toMatchObject({
      ...{ isKnown: true, taken: 0, longestStretchMs: 80 * MINUTE },
    })
    expect(days.filter(({ isKnown }) => isKnown)).toHaveLength(2)
  })
})

describe('text to take along', () => {
  test('one line per entry, with the time the person saw', () => {
    const text = entriesAsCsv([entry('taken', { restedMs: 90_400 })])
    expect(text.split('\r\n')).toEqual([
      'date,time,epoch_ms,what,kind,activity,because,nudge,length_s,rested_s,reason',
      `2026-11-24,10:05,${timeOn(TUESDAY, '10:05')},taken,micro,walk,need,1,120,90,`,
      '',
    ])
    expect(suppressionsAsCsv([silence('call', 61_000)]).split('\r\n')[1]).toMatch(
      /^2026-11-24,\d+,\d+,call,micro,need,61,2$/,
    )
    expect([clockText(0), clockText(1439)]).toEqual(['00:00', '23:59'])
  })
  test.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =cmd', "'  =cmd"],
    ['\t=cmd', '"\'\t=cmd"'],
    ['\r=cmd', '"\'\r=cmd"'],
    ['＝1', "'＝1"],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a-b', 'a-b'],
    [-5, '-5'],
    [Number.NaN, ''],
    [null, ''],
  ])('a spreadsheet meets %j as %j', (value, field) => expect(csvField(value)).toBe(field))
  test('JSON holds everything and its version', () => {
    const history = { entries: [entry('taken')], suppressions: [silence('call', 5)], choices: [] }
    expect(JSON.parse(historyAsJson(history))).toEqual({ version: 1, ...history })
  })
})
