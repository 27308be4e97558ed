/** The history as pages ask for it: sums that agree with the lines, limits that hold, and rows nobody expects. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BreakEntry, Suppression } from '../../../../electron/core/breaks/breakEffects.ts'
import { compareOnOff } from '../../../../electron/core/breaks/evaluation.ts'
import { breakStatistics } from '../../../../electron/core/breaks/statistics.ts'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { BreakHistory } from '../../../../electron/engine/features/breaks/breakHistory.ts'
import { BreaksStore } from '../../../../electron/engine/features/breaks/breaksStore.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { sql } from '../../../../electron/engine/store/sql.ts'
import { TEST_KEY } from '../../engineParts.ts'
import { breaksWorld, MINUTE } from './breaksWorld.ts'
import { madeUpChoice, madeUpEntry, madeUpSilence, seedBreaks } from './seedBreaks.ts'

const TODAY = 20_607

function opened() {
  const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 })
  return { store, rows: new BreaksStore(store), history: new BreakHistory({ store, stretches: () => [] }) }
}

test('sums of the database are those of core, over any days', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat(200),
      fc.nat(60),
      fc.nat(9),
      fc.nat(9),
      (seed, lines, silences, from, length) => {
        const { store, rows, history } = opened()
        const random = seededRandom(seed)
        const dayOf = () => TODAY + Math.floor(random() * 10)
        const entries: BreakEntry[] = Array.from({ length: lines }, () => madeUpEntry(dayOf(), random))
        const rests: Suppression[] = Array.from({ length: silences }, (_, n) =>
          madeUpSilence(n + 1, dayOf(), random),
        )
        for (const entry of entries) rows.write({ kind: 'entered', entry })
        for (const suppression of rests) rows.write({ kind: 'suppressed', suppression })
        const days = { fromDay: TODAY + from, toDay: TODAY + from + length }
        const isOf = ({ workDay }: { workDay: number }) => workDay >= days.fromDay && workDay <= days.toDay
        const stretches = [{ workDay: TODAY, longestStretchMs: MINUTE }]
        const withStretches = new BreakHistory({ store, stretches: () => stretches })
        expect(withStretches.statistics(days)).toEqual(
          breakStatistics(entries.filter(isOf), rests.filter(isOf), stretches),
        )
        expect(history.statistics(days).longestStretch).toBeNull()
        store.close()
      },
    ),
    { numRuns: 40 },
  )
})

test('speaking and keeping quiet are compared as core compares them', () => {
  const { rows, history } = opened()
  const random = seededRandom(3)
  const log = Array.from({ length: 300 }, (_, n) => {
    const choice = madeUpChoice(n + 1, TODAY, random)
    const share = 0.1 + 0.4 * random()
    const probabilities = { ...choice.probabilities, nothing: share, stretch: 0.4 - share / 2 }
    const worked = n % 7 === 0 ? null : random() < (choice.arm === 'nothing' ? 0.2 : 0.6)
    rows.write({ kind: 'chosen', choice: { ...choice, probabilities, by: n % 5 === 0 ? 'rules' : 'learnt' } })
    const outcome = { nudgeId: choice.nudgeId, arm: choice.arm, worked, how: 'done' as const, atMs: 1 }
    rows.write({ kind: 'outcome', ...outcome })
    return { arm: choice.arm, probabilities, worked, by: n % 5 === 0 ? 'rules' : 'learnt' }
  })
  const known = log.flatMap(({ worked, by, ...rest }) =>
    worked === null || by === 'rules' ? [] : [{ ...rest, worked }],
  )
  const onOff = history.onOff()
  expect(onOff.kind).toBe('known')
  expect(onOff).toEqual(compareOnOff(known))
})

describe('lines', () => {
  test('come in time order, the latest of too many, and of at most 62 days', async () => {
    const world = breaksWorld()
    seedBreaks(world.store, { today: TODAY, days: 62, entriesADay: 90, silencesADay: 40, choicesADay: 0 })
    const page = world.client().breaks
    const { entries, suppressions } = await page.history({ fromDay: TODAY - 61, toDay: TODAY })
    expect(entries).toHaveLength(5000)
    expect(suppressions).toHaveLength(2000)
    expect(entries.map(({ atMs }) => atMs)).toEqual(entries.map(({ atMs }) => atMs).sort((a, b) => a - b))
    expect(entries.at(-1)?.workDay).toBe(TODAY)
    await expect(page.history({ fromDay: TODAY - 62, toDay: TODAY })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  test('of days that run backwards are none', async () => {
    const page = breaksWorld().client().breaks
    expect(await page.history({ fromDay: 5, toDay: 3 })).toEqual({ entries: [], suppressions: [] })
    expect((await page.statistics({ fromDay: 5, toDay: 3 })).offered).toBe(0)
  })
})

test('a month is whole weeks with what they held, and a stretch as presence knows it', async () => {
  const world = breaksWorld()
  world.untilOffered()
  world.rest(5 * MINUTE)
  world.type(2 * MINUTE)
  const { weeks } = await world.client().breaks.month({ year: 2026, month: 6, weekStart: 1 })
  expect(weeks).toHaveLength(5)
  const day = weeks.flat().find(({ workDay }) => workDay === TODAY)
  expect(day).toMatchObject({ dayOfMonth: 3, isKnown: true, offered: 1 })
  expect(day?.longestStretchMs).toBeGreaterThan(50 * MINUTE)
  expect(weeks.flat().find(({ workDay }) => workDay === TODAY - 1)).toMatchObject({ isKnown: false })
  for (const month of [1, 2, 12]) {
    for (const weekStart of [0, 1] as const) {
      expect(
        (await world.client().breaks.month({ year: 2200, month, weekStart })).weeks.length,
      ).toBeGreaterThan(3)
    }
  }
})

test('a week has its sums, its ratings, and the comparison over all choices', async () => {
  const world = breaksWorld()
  const page = world.client().breaks
  expect(await page.week({ fromDay: TODAY })).toMatchObject({
    rated: { helped: 0, didNot: 0 },
    onOff: { kind: 'not_enough', n: 0 },
    firstDay: null,
  })
  seedBreaks(world.store, { today: TODAY, days: 60, entriesADay: 5, silencesADay: 2, choicesADay: 5 })
  world.store.run(sql`UPDATE break_choices SET helped = nudge_id % 2 WHERE work_day >= ${TODAY - 6}`)
  world.pausing.breaks.history.forget()
  const week = await page.week({ fromDay: TODAY - 6 })
  expect(week.rated.helped + week.rated.didNot).toBe(35)
  expect(week.onOff.kind).toBe('known')
  expect(week.firstDay).toBe(TODAY - 59)
})

test('why: its lines, the choice with its chances, and what is believed now', async () => {
  const world = breaksWorld({ breaks: { pins: ['breathe'], bans: ['talk'] } })
  const page = world.client().breaks
  const { id } = world.untilOffered()
  await page.answer({ id, answer: { say: 'skip' } })
  const { entries, choice, arms } = await page.why({ nudgeId: id })
  expect(entries.map(({ what }) => what)).toEqual(['offered', 'skipped'])
  expect(choice).toMatchObject({
    arm: 'breathe',
    by: 'pinned',
    probabilities: { breathe: 1 },
    outcome: { how: 'skipped', worked: false },
    helped: null,
  })
  const believed = arms.find(({ arm }) => arm === 'breathe')
  expect(believed).toMatchObject({ tried: 1, worked: 0, isPinned: true, isBanned: false })
  expect(believed?.expected).toBeCloseTo(1 / 3)
  expect(await page.learning({})).toMatchObject({ outcomes: 1, ruledOutcomes: 20 })
  await expect(page.why({ nudgeId: 4711 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('all of it can be taken along', async () => {
  const world = breaksWorld()
  const { id } = world.untilOffered()
  world.pausing.breaks.answer(id, { say: 'skip' })
  world.type(MINUTE)
  const { fileName, csv, suppressionsCsv, json } = await world.client().breaks.export({})
  expect(fileName).toBe('lull-pauses-2026-06-03')
  expect(csv.trimEnd().split('\r\n')).toHaveLength(3)
  expect(suppressionsCsv).toContain('refractory')
  const all = JSON.parse(json)
  expect(all).toMatchObject({ version: 1, entries: [{ what: 'offered' }, { what: 'skipped' }] })
  expect(all.choices[0]).toMatchObject({
    nudgeId: id,
    probabilities: { stretch: 1 },
    outcome: { how: 'skipped' },
  })
})

test('the first month there is has days of the year before', async () => {
  const { weeks } = await breaksWorld().client().breaks.month({ year: 1970, month: 1, weekStart: 0 })
  expect(weeks[0]?.map(({ dayOfMonth }) => dayOfMonth)).toEqual([28, 29, 30, 31, 1, 2, 3])
})
