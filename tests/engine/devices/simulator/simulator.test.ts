/** The simulated strap: plausible, the same every time, and live only. */
import { describe, expect, it } from 'vitest'
import { hrvWindow } from '../../../../electron/core/hrv/hrvWindow.ts'
import type { RrReading } from '../../../../electron/core/readings/mapping.ts'
import { simulator } from '../../../../electron/engine/devices/simulator/index.ts'
import {
  type SimulatedDay,
  simulatedHeart,
} from '../../../../electron/engine/devices/simulator/simulatedHeart.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { recordingContext } from '../mqtt/brokerTest.ts'

function minuteAt(day: SimulatedDay, hour: number) {
  const next = simulatedHeart(day, 1)
  for (let elapsedMs = 0; elapsedMs < hour * 3_600_000; ) elapsedMs += next()
  const rrMs: number[] = []
  for (let lastedMs = 0; lastedMs < 60_000; lastedMs += rrMs.at(-1) ?? 0) rrMs.push(next())
  return hrvWindow(rrMs, { spanMs: 60_000 })
}

function running(day: SimulatedDay) {
  const clock = new FakeClock()
  const record = recordingContext({ clock })
  const connection = simulator.connect({ day }, [], record.context)
  const rr = () => record.readings.filter((reading): reading is RrReading => reading.kind === 'rr')
  return { clock, connection, rr, ...record }
}

describe('a simulated heart', () => {
  it('rests on a calm day', () => {
    for (const hour of [0, 3, 8]) {
      const { meanHrBpm, rmssdMs, refused } = minuteAt('calm', hour)
      expect(refused).toEqual([])
      expect(meanHrBpm).toBeGreaterThan(58)
      expect(meanHrBpm).toBeLessThan(72)
      expect(rmssdMs).toBeGreaterThan(25)
      expect(rmssdMs).toBeLessThan(50)
    }
  })

  it('works harder hour by hour on a heavy one', () => {
    const hours = [0, 2, 4].map((hour) => minuteAt('heavy', hour))
    for (const { refused } of hours) expect(refused).toEqual([])
    const bpm = hours.map(({ meanHrBpm }) => meanHrBpm ?? 0)
    const rmssd = hours.map(({ rmssdMs }) => rmssdMs ?? 0)
    expect(bpm).toEqual(bpm.toSorted((one, other) => one - other))
    expect(rmssd).toEqual(rmssd.toSorted((one, other) => other - one))
    expect(bpm[0]).toBeGreaterThan(75)
    expect(rmssd[0]).toBeLessThan(22)
  })
})

describe('the simulator', () => {
  it('plays once a second, live, the same beats at every start', () => {
    const one = running('calm')
    const other = running('calm')
    for (const { clock } of [one, other]) clock.advance(60_000)
    expect(one.phases).toEqual([{ phase: 'connected', protocol: null }])
    expect(one.readings).toEqual(other.readings)
    expect(one.rr().every(({ source, notLive }) => source === 'simulator/calm' && notLive === null)).toBe(
      true,
    )
    const beats = one.rr().flatMap(({ rrMs }) => rrMs)
    expect(beats.length).toBeGreaterThan(55)
    const playedMs = beats.reduce<number>((sum, rrMs) => sum + (rrMs ?? 0), 0)
    expect(Math.abs(playedMs - 60_000)).toBeLessThan(2500)
    expect(running('heavy').context).toBeDefined()
  })

  it('names its days apart, so that they never share a baseline', () => {
    const { clock, rr } = running('heavy')
    clock.advance(2000)
    expect(rr()[0]?.source).toBe('simulator/heavy')
  })

  it('makes nothing up for the time the computer slept', () => {
    const { clock, rr } = running('calm')
    clock.advance(10_000)
    const before = rr().length
    // A timer that fell due during sleep fires once, late.
    const late = new FakeClock(clock.now() + 8 * 3_600_000)
    Object.defineProperty(clock, 'now', { value: () => late.now() })
    clock.advance(1000)
    expect(
      rr()
        .slice(before)
        .flatMap(({ rrMs }) => rrMs).length,
    ).toBeLessThanOrEqual(2)
  })

  it('stops when it is closed', async () => {
    const { clock, connection, readings } = running('calm')
    clock.advance(5000)
    await connection.close()
    const count = readings.length
    clock.advance(60_000)
    expect(readings).toHaveLength(count)
    expect(clock.pending).toBe(0)
  })

  it('checks its one setting', () => {
    expect(simulator.checkSettings({})).toEqual({ ok: true, settings: { day: 'calm' } })
    expect(simulator.checkSettings({ day: 'wild' })).toEqual({
      ok: false,
      field: 'day',
      problem: 'not_valid',
    })
    expect(simulator.settingsSchema).toMatchObject({
      properties: { day: { enum: ['calm', 'heavy'], default: 'calm', 'x-note': 'play' } },
    })
  })
})
