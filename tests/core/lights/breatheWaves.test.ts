/** Ten minutes of breathing: steps, turns, pace and phase, counted and shown. */
import { describe, expect, test } from 'vitest'
import { exerciseAt } from '../../../electron/core/exercises/exerciseAt.ts'
import type { ExercisePlan, Phase } from '../../../electron/core/exercises/exercisePlan.ts'
import { hasWave, planWave, waveSchedule } from '../../../electron/core/lights/breatheWaves.ts'
import { nextLookMs } from '../../../electron/core/lights/hold.ts'
import { mostReversalsASecond, reversalTimes } from '../../../electron/core/lights/luminance.ts'
import { brightnessCurve, phaseError } from '../../../electron/core/lights/phaseError.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { shipped } from './breaths.ts'
import { lamp, limits, NOON, Room } from './room.ts'

function phases(...parts: [number, number, number][]): ExercisePlan {
  const all = parts.map(
    ([seconds, from, to], place): Phase => ({
      ...{ id: `${place}`, label: '', lengthMs: seconds * 1000, level: { from, to } },
    }),
  )
  const roundMs = all.reduce((sum, { lengthMs }) => sum + lengthMs, 0)
  const rounds = Math.max(1, Math.floor(600_000 / roundMs))
  return { id: 'x', phases: all, rounds, roundMs, totalMs: rounds * roundMs }
}

/** The shipped ones as they are, repeated to ten minutes. */
function tenMinutes(id: string): ExercisePlan {
  const plan = shipped(id, 600)
  const rounds = Math.max(1, Math.round(600_000 / plan.roundMs))
  return { ...plan, rounds, totalMs: rounds * plan.roundMs }
}

/** Runs it on a clock that comes up to `lateMs` late, as timers do. */
function breathe(plan: ExercisePlan, lateMs: number) {
  const lamps = Array.from({ length: 8 }, (_, place) => lamp(`l${place}`, { brightness: 70 + place }))
  const room = new Room(lamps)
  room.isKept = false
  const late = seededRandom(7)
  const exercise = { plan, startedAtMs: NOON }
  room.happen({ kind: 'began', because: 'exercise', look: 'breathe', exercise })
  while (room.nowMs < NOON + plan.totalMs) {
    const nextMs = nextLookMs(room.state, room.nowMs) ?? Number.POSITIVE_INFINITY
    room.nowMs = Math.min(NOON + plan.totalMs, Math.max(nextMs + late() * lateMs, room.nowMs + 1))
    room.happen({ kind: 'tick' })
  }
  const waves = room.sent.filter(({ purpose }) => purpose === 'breathe')
  const wave = planWave(lamps, plan, limits).wave
  if (wave === null) throw new Error('no wave')
  return { room, waves, wave, lamps }
}

function measured(plan: ExercisePlan, lateMs: number) {
  const { waves, wave, lamps } = breathe(plan, lateMs)
  const own = lamps.map(({ id }) => waves.filter(({ write }) => write.lampId === id))
  const biggestStep = Math.max(
    ...waves.map(({ write, was }) => Math.abs((write.brightness ?? 0) - (was.brightness ?? 0))),
  )
  const changes = (some: typeof waves) =>
    some.map(({ atMs, write, was }) => ({
      ...{ atMs, lampId: was.id, roomIds: was.roomIds, from: was },
      to: { brightness: write.brightness ?? null, colour: null },
    }))
  const moments = [...new Set(waves.map(({ atMs }) => atMs))]
  const alike = waves.filter(({ atMs }) => atMs > NOON + plan.roundMs)
  const values = new Map(alike.map(({ atMs, write }) => [atMs, write.brightness]))
  const errors = own.flatMap((some, place) => {
    const written = some.map(({ atMs, write }) => ({
      atMs,
      brightness: write.brightness ?? 0,
      fadeMs: write.fadeMs,
    }))
    const { top } = wave
    expect(Math.max(...written.map(({ brightness }) => brightness))).toBeLessThanOrEqual(
      lamps[place]?.brightness ?? 0,
    )
    return phaseError(plan, NOON, { bottom: wave.bottom, top }, written, plan.roundMs).errorsMs
  })
  const sorted = errors.map(Math.abs).sort((a, b) => a - b)
  return {
    writes: moments.length,
    biggestStep,
    /** Lamps of one moment are told the same, so a group write does for them. */
    isTogether: alike.every(({ atMs, write }) => values.get(atMs) === write.brightness),
    leastApartMs: Math.min(...moments.slice(1).map((atMs, place) => atMs - (moments[place] ?? 0))),
    shortestFadeMs: Math.min(...waves.map(({ write }) => write.fadeMs)),
    reversals: Math.max(...own.map((some) => reversalTimes(changes(some)).length)),
    mostReversalsASecond: Math.max(...own.map((some) => mostReversalsASecond(changes(some)))),
    mostInRoom: mostReversalsASecond(changes(waves)),
    halfTurns: plan.rounds * 2,
    p99Ms: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN,
    samples: sorted.length,
    span: `${wave.bottom.toFixed(1)}–${wave.top}`,
  }
}

describe('ten minutes', () => {
  test.each(['six-breaths', 'cyclic-sighing', 'box-breathing', 'four-seven-eight'])('%s', (id) => {
    const plan = tenMinutes(id)
    for (const lateMs of [0, 40]) {
      const seen = measured(plan, lateMs)
      process.stdout.write(
        `${id}, timer ≤ ${lateMs} ms late: ${seen.writes} writes in ${plan.totalMs / 1000} s (${seen.span} %), biggest step ${seen.biggestStep.toFixed(2)} %, ` +
          `reversals ${seen.reversals}, most in a second ${seen.mostReversalsASecond} (room ${seen.mostInRoom}), phase error p99 ${seen.p99Ms.toFixed(1)} ms of ${seen.samples}\n`,
      )
      expect(seen.biggestStep).toBeLessThanOrEqual(10 + 1e-6)
      expect(seen.mostReversalsASecond).toBeLessThanOrEqual(1)
      expect(seen.mostInRoom).toBeLessThanOrEqual(1)
      expect(seen.isTogether).toBe(true)
      expect(seen.leastApartMs).toBeGreaterThanOrEqual(1000 - lateMs)
      expect(seen.shortestFadeMs).toBeGreaterThanOrEqual(1000)
      expect(seen.reversals).toBeLessThanOrEqual(seen.halfTurns + 2)
      expect(seen.p99Ms).toBeLessThan(150)
    }
  })
  test('the light is never far from the breath', () => {
    const plan = tenMinutes('six-breaths')
    const { waves, wave } = breathe(plan, 0)
    const written = waves
      .filter(({ write }) => write.lampId === 'l0')
      .map(({ atMs, write }) => ({ atMs, brightness: write.brightness ?? 0, fadeMs: write.fadeMs }))
    const curve = brightnessCurve(written, 70)
    for (let atMs = plan.roundMs; atMs < plan.totalMs; atMs += 97) {
      const level = (curve(NOON + atMs) - wave.bottom) / (wave.top - wave.bottom)
      expect(Math.abs(level - (exerciseAt(plan, atMs).level ?? 0))).toBeLessThan(0.05)
    }
  })
})

describe('the schedule', () => {
  test('turns where the breath turns, and never sooner than a second after the last', () => {
    expect(waveSchedule(shipped('cyclic-sighing', 300)).nodesMs).toEqual([
      ...[0, 1250, 2500, 4000, 5000, 6000, 7000, 8000, 9000, 10_000, 11_000, 12_000],
    ])
    const quick = phases([0.5, 0, 0.5], [0.7, 0.5, 1], [1.9, 1, 0])
    const { nodesMs } = waveSchedule(quick)
    expect(nodesMs.at(-1)).toBe(quick.roundMs)
    nodesMs.slice(1).forEach((atMs, place) => {
      expect(atMs - (nodesMs[place] ?? 0)).toBeGreaterThanOrEqual(999.9)
    })
  })
  test('fast breaths are shallower or none', () => {
    expect(hasWave(phases([0.6, 0, 1], [0.6, 1, 0]))).toBe(false)
    const one = phases([1, 0, 1], [1, 1, 0])
    expect(planWave([lamp('a')], one, limits).wave).toEqual({ lampIds: ['a'], top: 80, bottom: 70 })
    expect(measured(one, 0).mostReversalsASecond).toBe(1)
    expect(hasWave(shipped('body-scan-5', 300))).toBe(false)
  })
  test('lamps too dim to breathe without getting brighter are left as they are', () => {
    const plan = shipped('six-breaths', 300)
    const dim = [lamp('a', { brightness: 80 }), lamp('b', { brightness: 35 }), lamp('c', { brightness: 45 })]
    const { wave, refused } = planWave(dim, plan, limits)
    expect(wave).toEqual({ lampIds: ['a', 'c'], top: 45, bottom: 15 })
    expect(refused).toEqual([{ lampId: 'b', rule: 'too_dim_to_breathe' }])
    expect(planWave([lamp('a', { brightness: 12 })], plan, limits).wave).toBeNull()
    expect(planWave([], plan, limits)).toEqual({ wave: null, refused: [] })
  })
})
