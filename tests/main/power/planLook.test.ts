/** The engine is told at once what changed, once more to be believed, and then only often enough to stay fresh. */
import { describe, expect, it } from 'vitest'
import { factReport } from '../../../electron/contract/presence.ts'
import type { FactReading } from '../../../electron/core/presence/fact.ts'
import { presenceFrom } from '../../../electron/core/presence/presenceFrom.ts'
import { type SettledReadings, settle } from '../../../electron/core/presence/settle.ts'
import { eventReading, planLook, type SystemFacts, type Told } from '../../../electron/main/power/planLook.ts'

const START = Date.UTC(2026, 10, 23, 9)
const used: SystemFacts = { idleSeconds: 3, locked: null }

/** Runs looks as the timers would; `facts` are the system's at that moment. */
function followed(
  durationMs: number,
  facts: (atMs: number) => SystemFacts,
  isCloser: (atMs: number) => boolean = () => false,
) {
  const said: { atMs: number; readings: ReturnType<typeof planLook>['readings'] }[] = []
  let looks = 0
  let told: Told | null = null
  for (let atMs = 0; atMs <= durationMs; ) {
    const look = planLook(facts(atMs), told, START + atMs, isCloser(atMs))
    if (look.readings.length > 0) said.push({ atMs, readings: look.readings })
    looks++
    told = look.told
    atMs += look.nextLookMs
  }
  return { said, looks, at: said.map(({ atMs }) => atMs) }
}

/** Input stops at `stopMs` and comes back at `backMs`. */
const pause = (stopMs: number, backMs: number) => (atMs: number) => ({
  idleSeconds: atMs < stopMs || atMs >= backMs ? 0 : Math.floor((atMs - stopMs) / 1000),
  locked: null,
})

describe('one look', () => {
  const inputOf = (idleSeconds: number | null) =>
    planLook({ idleSeconds, locked: null }, null, START).readings[0]

  it.each([
    [0, 'active'],
    [29, 'active'],
    [30, 'idle'],
    [7_200, 'idle'],
    [null, null],
  ])('reads %s idle seconds as %s', (idleSeconds, value) => {
    expect(inputOf(idleSeconds)).toMatchObject({ fact: 'input', value, how: 'poll', atMs: START })
  })

  it('says since when input rests', () => {
    expect(inputOf(45)).toMatchObject({ sinceMs: START - 45_000 })
    expect(inputOf(5)).not.toHaveProperty('sinceMs')
  })

  it('says how long input has rested, where the system does', () => {
    expect(inputOf(0)).toMatchObject({ idleMs: 0 })
    expect(inputOf(9)).toMatchObject({ value: 'active', idleMs: 9_000 })
    expect(inputOf(45)).toMatchObject({ idleMs: 45_000 })
    expect(inputOf(null)).not.toHaveProperty('idleMs')
  })

  it('speaks of the lock only where the system does', () => {
    expect(planLook(used, null, START).readings.map(({ fact }) => fact)).toEqual(['input'])
    expect(planLook({ ...used, locked: false }, null, START).readings.map(({ fact }) => fact)).toEqual([
      'input',
      'locked',
    ])
  })

  it('makes readings the contract takes', () => {
    const readings = [
      ...planLook({ idleSeconds: 90, locked: true }, null, START).readings,
      eventReading('asleep', true, START),
    ]
    for (const reading of readings) expect(factReport.parse(reading)).toEqual(reading)
  })
})

describe('over time', () => {
  it('tells an unchanging system twice, then every 10 s', () => {
    expect(followed(32_500, () => used).at).toEqual([0, 2_000, 12_000, 22_000, 32_000])
  })

  it('tells an unknown twice and is silent then', () => {
    const { at, looks } = followed(600_000, () => ({ idleSeconds: null, locked: null }))
    expect(at).toEqual([0, 2_000])
    expect(looks).toBeLessThan(65)
  })

  it('finds the moment input has rested for 30 s, within a second', () => {
    const { said } = followed(60_000, pause(5_000, 1e9))
    const idle = said.filter(({ readings }) => readings[0]?.value === 'idle')
    expect(idle[0]?.atMs).toBeGreaterThanOrEqual(35_000)
    expect(idle[0]?.atMs).toBeLessThanOrEqual(36_000)
    expect((idle[1]?.atMs ?? 0) - (idle[0]?.atMs ?? 0)).toBe(2_000)
  })

  it('sees someone come back within 2 s', () => {
    const { said } = followed(200_000, pause(0, 150_500))
    const back = said.find(({ atMs, readings }) => atMs > 40_000 && readings[0]?.value === 'active')
    expect(back?.atMs).toBeLessThanOrEqual(152_500)
  })

  it('never tells more than once in 10 s while nothing changes', () => {
    const { at } = followed(3_600_000, pause(0, 1e9))
    const gaps = at.slice(6).map((atMs, index) => atMs - (at[index + 5] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9_950)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(12_000)
  })

  it('tells a lock at once and again', () => {
    const { said } = followed(60_000, (atMs) => ({ idleSeconds: 5, locked: atMs >= 20_000 }))
    const locked = said.filter(({ readings }) => readings[1]?.value === true)
    expect((locked[1]?.atMs ?? 0) - (locked[0]?.atMs ?? 0)).toBe(2_000)
  })

  it('goes on when the clock was set back', () => {
    const { told } = planLook(used, null, START)
    const look = planLook(used, { ...told, isNew: false }, START - 3_600_000)
    expect(look.readings).toHaveLength(1)
  })

  it('keeps an engine sure of what it was told', () => {
    const { said } = followed(900_000, pause(300_000, 600_000))
    let settled: SettledReadings = {}
    const heard = [...said]
    for (let atMs = 3_000; atMs < 900_000; atMs += 1_000) {
      while (heard[0] && heard[0].atMs <= atMs) {
        for (const reading of heard.shift()?.readings ?? []) settled = settle(settled, reading as FactReading)
      }
      const { value } = presenceFrom(settled, START + atMs).activity
      expect(value, `at ${atMs}`).not.toBeNull()
      if (atMs > 334_000 && atMs < 600_000) expect(value).toBe('idle')
      if (atMs < 330_000 || atMs > 605_000) expect(value).toBe('active')
    }
  })
})

describe('while the engine waits for a gap in the input', () => {
  const always = () => true

  it('tells it every 2 s, and not one look more', () => {
    const { at, looks } = followed(20_500, () => used, always)
    expect(at).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000])
    expect(looks).toBe(at.length)
  })

  it('costs nothing before and after', () => {
    const { at } = followed(
      62_500,
      () => used,
      (atMs) => atMs >= 20_000 && atMs < 30_000,
    )
    expect(at).toEqual([...[0, 2_000, 12_000, 22_000, 24_000, 26_000, 28_000], ...[38_000, 48_000, 58_000]])
  })

  it('is heard of a gap to 2 s', () => {
    const { said } = followed(40_000, pause(10_000, 25_500), always)
    for (const { atMs, readings } of said) {
      const gapMs = atMs < 10_000 || atMs >= 25_500 ? 0 : Math.floor((atMs - 10_000) / 1000) * 1000
      expect(readings[0]).toMatchObject({ idleMs: gapMs })
    }
  })

  it.each([
    ['nobody types on a locked screen', { idleSeconds: 3, locked: true }],
    ['the system says nothing of input', { idleSeconds: null, locked: false }],
  ])('keeps its usual pace where %s', (_why, facts) => {
    expect(followed(60_000, () => facts, always).at).toEqual(followed(60_000, () => facts).at)
  })
})
