/** A replayed day says how long the keys have rested, where it is written down, as often as real sensors would. */
import { expect, it } from 'vitest'
import type { FactReading } from '../../electron/core/presence/fact.ts'
import { type DayEventOf, dayEvent } from '../../electron/hosts/dayEvents.ts'
import { ReplaySensors } from '../../electron/hosts/replaySensors.ts'
import { FakeClock } from '../fakes/fakeClock.ts'

const SECOND = 1000

function replaying() {
  const clock = new FakeClock()
  const sensors = new ReplaySensors(clock)
  const facts: FactReading[] = []
  sensors.start({
    fact: (reading) => facts.push(reading),
    ...{ app() {}, input() {}, machine() {}, condition() {} },
  })
  sensors.want(new Set(['presence']))
  const presence = (state: string, idleMs?: number) =>
    sensors.presence(
      dayEvent.parse({ at: clock.now(), kind: 'presence', state, idleMs }) as DayEventOf<'presence'>,
    )
  /** What is said of input in this time. */
  const said = (forMs: number) => {
    facts.length = 0
    clock.advance(forMs)
    return facts.filter(({ fact }) => fact === 'input')
  }
  const now = () => facts.findLast(({ fact }) => fact === 'input')
  return { clock, sensors, presence, said, now }
}

it('says nothing of gaps where the day does not', () => {
  const { sensors, presence, said, now, clock } = replaying()
  presence('active')
  expect(now()).not.toHaveProperty('idleMs')
  presence('idle')
  expect(now()).toMatchObject({ value: 'idle', sinceMs: clock.now() })
  const pending = clock.pending
  sensors.lookCloser(true)
  expect(clock.pending).toBe(pending)
  expect(said(60 * SECOND)).toEqual([])
})

it('lets a gap grow until the next word, told every two seconds while it is looked for', () => {
  const { sensors, presence, said, now } = replaying()
  presence('active', 5 * SECOND)
  expect(now()).toMatchObject({ value: 'active', idleMs: 5 * SECOND })
  expect(said(60 * SECOND)).toEqual([])
  sensors.lookCloser(true)
  const told = said(60 * SECOND)
  expect(told).toHaveLength(31)
  expect(told[0]).toMatchObject({ value: 'active', idleMs: 65 * SECOND })
  expect(told.at(-1)).toMatchObject({ idleMs: 125 * SECOND })
  presence('active', 0)
  expect(now()).toMatchObject({ idleMs: 0 })
  expect(said(4 * SECOND).map(({ idleMs }) => idleMs)).toEqual([2 * SECOND, 4 * SECOND])
  presence('active')
  expect(said(60 * SECOND)).toEqual([])
})

it('dates a rest from the last input', () => {
  const { presence, now, clock } = replaying()
  presence('idle', 45 * SECOND)
  expect(now()).toMatchObject({ value: 'idle', idleMs: 45 * SECOND, sinceMs: clock.now() - 45 * SECOND })
})

it('looks no closer once it is not wanted, or at its end', () => {
  const { sensors, presence, said } = replaying()
  presence('active', 0)
  sensors.lookCloser(true)
  sensors.lookCloser(false)
  expect(said(60 * SECOND)).toEqual([])
  sensors.lookCloser(true)
  sensors.stop()
  expect(said(60 * SECOND)).toEqual([])
})

it.each([
  [{ state: 'locked', idleMs: 5 }, 'idleMs belongs to active and idle'],
  [{ state: 'active', idleMs: -1 }, ''],
  [{ state: 'active', idleMs: 1e12 }, ''],
  [{ state: 'active', idleMs: 'long' }, ''],
])('refuses %j', (fields, why) => {
  const parsed = dayEvent.safeParse({ at: 0, kind: 'presence', ...fields })
  expect(parsed.success).toBe(false)
  expect(parsed.error?.issues[0]?.message).toContain(why)
})
