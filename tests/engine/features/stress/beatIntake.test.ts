/** Beats reach the disk together, once, and whatever the disk says. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Reading } from '../../../../electron/core/readings/mapping.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { EngineError } from '../../../../electron/engine/errors.ts'
import { BeatIntake, MOST_WAIT_MS } from '../../../../electron/engine/features/stress/beatIntake.ts'
import { BeatSources } from '../../../../electron/engine/features/stress/beatSources.ts'
import { BeatStore } from '../../../../electron/engine/features/stress/beatStore.ts'
import { NightlyStore } from '../../../../electron/engine/features/stress/nightlyStore.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY, temporaryFolder } from '../../engineParts.ts'
import { DAY, HOUR, hr, MONDAY, rr, SECOND } from './stressWorld.ts'

function opened(store: Store = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store) {
  const clock = new FakeClock(MONDAY)
  const lines: string[] = []
  const committed: Reading[][] = []
  const sources = new BeatSources(store)
  const calendar = zoneCalendar(() => 'UTC')
  const nightly = new NightlyStore(store, calendar, sources)
  const beats = new BeatStore(store, sources, nightly)
  const intake = new BeatIntake({
    store: beats,
    clock,
    log: createLog(clock, (line) => lines.push(line)),
    committed: (readings) => committed.push([...readings]),
  })
  return { store, clock, lines, committed, beats, nightly, intake }
}

const count = (store: Store, table: 'beats' | 'nightly') =>
  store.get(z.object({ n: z.number() }), { text: `SELECT count(*) AS n FROM ${table}`, values: [] })?.n

const notLive = (reading: Reading, why: 'old' | 'discrete' | 'retained'): Reading => ({
  ...reading,
  notLive: why,
})

describe('beats', () => {
  it('are committed together, at most 50 ms after the first of them, and told only then', () => {
    const { intake, clock, committed, store } = opened()
    intake.take([rr(MONDAY, [800, 810])])
    clock.advance(MOST_WAIT_MS - 10)
    intake.take([rr(MONDAY + 40, [820])])
    expect([committed.length, count(store, 'beats')]).toEqual([0, 0])
    clock.advance(10)
    expect(committed.map((batch) => batch.length)).toEqual([2])
    expect(count(store, 'beats')).toBe(2)
    expect(clock.pending).toBe(0)
  })

  it('of a strap are one transaction a second', () => {
    const { intake, clock, committed } = opened()
    for (let second = 0; second < 60; second++) {
      intake.take([rr(clock.now(), [800])])
      clock.advance(SECOND)
    }
    expect(committed).toHaveLength(60)
  })

  it('are kept once, however often they are delivered and across restarts', () => {
    const { store, intake, committed } = opened()
    intake.take([rr(MONDAY, [800, null, 810]), hr(MONDAY, 70, 'strap')])
    intake.stop()
    const again = opened(store)
    again.intake.take([
      rr(MONDAY, [800, null, 810]),
      hr(MONDAY, 70, 'strap'),
      rr(MONDAY + 1, [800, null, 810]),
    ])
    again.intake.stop()
    expect(count(store, 'beats')).toBe(3)
    expect(committed.flat()).toHaveLength(2)
    expect(again.committed.flat()).toEqual([rr(MONDAY + 1, [800, null, 810])])
  })

  it('that are not of now are kept and never told as live', () => {
    const { store, intake, committed } = opened()
    intake.take([notLive(rr(MONDAY - DAY, [800]), 'old'), notLive(rr(MONDAY, [800]), 'retained')])
    intake.stop()
    expect(count(store, 'beats')).toBe(2)
    expect(committed).toEqual([])
  })

  it('such as a late heart rate of a strap are beats of then, and nothing of the daily line', () => {
    const { store, intake, committed } = opened()
    intake.take([notLive(hr(MONDAY - DAY, 90), 'old'), notLive(hr(MONDAY - HOUR, 91), 'retained')])
    intake.stop()
    expect([count(store, 'beats'), count(store, 'nightly'), committed]).toEqual([2, 0, []])
  })
})

describe('values now and then', () => {
  const night = (atMs: number, ms: number): Reading => ({
    ...{ kind: 'rmssd', source: 'ring', atMs, timeFrom: 'payload', notLive: 'discrete', ms },
  })

  it('feed the daily line alone: one value a day, their median', () => {
    const { store, intake, committed, nightly, beats } = opened()
    const day = Math.floor(MONDAY / DAY)
    intake.take([night(MONDAY, 40), night(MONDAY + 1, 60), night(MONDAY + 2, 41), night(MONDAY - DAY, 55)])
    intake.take([
      notLive(hr(MONDAY, 52, 'ring'), 'discrete'),
      notLive(hr(MONDAY - DAY, 53, 'ring'), 'discrete'),
    ])
    intake.take([night(MONDAY, 40)])
    intake.stop()
    expect([count(store, 'nightly'), beats.count().rows, committed]).toEqual([6, 0, []])
    expect(nightly.days(day - 1, day)).toEqual([
      { source: 'ring', kind: 'hr', workDay: day - 1, value: 53 },
      { source: 'ring', kind: 'rmssd', workDay: day - 1, value: 55 },
      { source: 'ring', kind: 'hr', workDay: day, value: 52 },
      { source: 'ring', kind: 'rmssd', workDay: day, value: 41 },
    ])
  })
})

describe('a disk that is full', () => {
  it('loses nothing: what waits is committed when there is room again, and the log says it once', () => {
    const { intake, clock, beats, committed, lines, store } = opened()
    const keep = beats.keep.bind(beats)
    beats.keep = () => {
      throw new EngineError('DISK_FULL', 'The disk is full.')
    }
    for (let second = 0; second < 5; second++) {
      intake.take([rr(clock.now(), [800])])
      clock.advance(SECOND)
    }
    expect(committed).toEqual([])
    beats.keep = keep
    clock.advance(2 * SECOND)
    expect([committed.flat().length, count(store, 'beats')]).toEqual([5, 5])
    expect(lines.filter((line) => line.includes('beatsNotKept'))).toHaveLength(1)
    expect(lines.join()).not.toContain('800')
  })

  it('is waited for; a batch that is refused for another reason is let go, and the next ones come through', () => {
    const { intake, clock, beats, store, lines } = opened()
    const keep = beats.keep.bind(beats)
    beats.keep = (readings) => {
      if (readings.some((reading) => reading.source === 'poison')) throw new Error('refused')
      return keep(readings)
    }
    intake.take([rr(MONDAY, [800], 'poison')])
    clock.advance(70 * SECOND)
    intake.take([rr(MONDAY, [800])])
    clock.advance(2 * SECOND)
    expect(count(store, 'beats')).toBe(1)
    expect(lines.find((line) => line.includes('beatsLetGo'))).toContain('"count":1')
  })

  it('never fills the memory: the oldest are let go and counted', () => {
    const { intake, clock, beats, lines, store } = opened()
    const keep = beats.keep.bind(beats)
    beats.keep = () => {
      throw new EngineError('DISK_FULL', 'The disk is full.')
    }
    for (let n = 0; n < 210; n++) {
      intake.take(Array.from({ length: 100 }, (_, place) => rr(MONDAY + n * 100 + place, [800])))
    }
    beats.keep = keep
    clock.advance(2 * SECOND)
    expect(count(store, 'beats')).toBe(20_000)
    expect(lines.find((line) => line.includes('beatsLetGo'))).toContain('"count":1000')
  })
})

it('commits well over 20,000 samples a second into the encrypted file, one by one and in lists', () => {
  const { store } = openDatabase({ dataFolder: temporaryFolder(), keyHex: TEST_KEY, now: 1 })
  const { intake } = opened(store)
  const readings = [
    ...Array.from({ length: 20_000 }, (_, n) => rr(MONDAY + n, [700 + (n % 300)])),
    ...Array.from({ length: 200 }, (_, n) =>
      rr(
        MONDAY + n,
        Array.from({ length: 100 }, (_, m) => 700 + m),
        'list',
      ),
    ),
  ]
  const startMs = performance.now()
  for (let from = 0; from < readings.length; from += 500) intake.take(readings.slice(from, from + 500))
  intake.stop()
  const samplesPerSecond = 40_000 / ((performance.now() - startMs) / 1000)
  expect(count(store, 'beats')).toBe(20_200)
  expect(samplesPerSecond).toBeGreaterThan(20_000)
  store.close()
})
