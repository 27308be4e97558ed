/** Ten minutes of breath on the page and in the room: the lamp's level against the pacer's, with a stop in between. */
import { describe, expect, it } from 'vitest'
import { exerciseAt } from '../../../../electron/core/exercises/exerciseAt.ts'
import {
  type ExercisePlan,
  exercisePlan,
  planWithin,
} from '../../../../electron/core/exercises/exercisePlan.ts'
import { lengthToFollow, planToFollow } from '../../../../electron/core/exercises/planToFollow.ts'
import { waveSchedule, waveStepAt, waveWrites } from '../../../../electron/core/lights/breatheWaves.ts'
import { brightnessCurve, phaseError, type WaveWritten } from '../../../../electron/core/lights/phaseError.ts'
import {
  atRest,
  type ExerciseClock,
  paused,
  spentAt,
  started,
} from '../../../../renderer/features/exercises/player/exerciseClock.ts'
import { lampSteps, stepAt } from '../../../../renderer/features/exercises/player/pacerFrames.ts'
import { allShipped } from '../../../core/exercises/shippedExercises.ts'

const WAVE = { lampIds: ['desk'], bottom: 40, top: 70 }
const EPOCH_MS = 1_800_000_000_000
const TEN_MINUTES_MS = 600_000
/** Both ears of one clock: how far the room may be from the page. */
const MOST_APART_MS = 150

const breaths = allShipped().filter(({ timings }) => timings.kind === 'pacer')
const look = (monotonicMs: number) => ({ monotonicMs, wallMs: EPOCH_MS + monotonicMs, isHidden: false })

/** What the engine writes for a lamp, from what it was told, until it is told that it is over. */
function written(plan: ExercisePlan, startedAtMs: number, fromMs: number, untilMs: number): WaveWritten[] {
  const schedule = waveSchedule(plan)
  const all: WaveWritten[] = []
  let heading = WAVE.top
  for (let atMs = fromMs; atMs < untilMs; ) {
    const step = waveStepAt(plan, schedule, atMs - startedAtMs)
    if (step === null) break
    for (const { brightness, fadeMs } of waveWrites(WAVE, step, new Map([['desk', [heading]]]))) {
      if (brightness === undefined) continue
      all.push({ atMs, brightness, fadeMs })
      heading = brightness
    }
    atMs = startedAtMs + step.toMs
  }
  return all
}

/** The shipped ones as they are, for as many whole breaths as ten minutes hold. */
const longPlan = (plan: ExercisePlan): ExercisePlan => {
  const rounds = Math.floor(TEN_MINUTES_MS / plan.roundMs)
  return { ...plan, rounds, totalMs: rounds * plan.roundMs }
}

describe.each(breaths.map((one) => [one.id, one] as const))('%s', (_id, exercise) => {
  it('is the same breath on the page and in the room', () => {
    const played = planWithin(exercise, 290_000) ?? exercisePlan(exercise)
    const onPage = longPlan(played)
    const inRoom = longPlan(planToFollow(exercise, lengthToFollow(played)))
    let clock: ExerciseClock = started(atRest, look(1234.4))
    // Stopped after three minutes and some, and gone on twenty seconds later: the lamps are told anew.
    const stopMs = 1234.4 + 187_321
    const goOnMs = stopMs + 20_000
    const firstBeganMs = Math.round(EPOCH_MS + 1234.4 - spentAt(clock, look(1234.4)))
    clock = started(paused(clock, look(stopMs)), look(goOnMs))
    const againBeganMs = Math.round(EPOCH_MS + goOnMs - spentAt(clock, look(goOnMs)))
    const overMs = againBeganMs + onPage.totalMs
    const writes = written(inRoom, againBeganMs, EPOCH_MS + goOnMs, overMs)
    const first = written(inRoom, firstBeganMs, firstBeganMs, EPOCH_MS + stopMs)

    const span = { bottom: WAVE.bottom, top: WAVE.top }
    const before = phaseError(onPage, firstBeganMs, span, first, onPage.roundMs)
    const skipMs = 187_321 + 2 * onPage.roundMs
    const after = phaseError(onPage, againBeganMs, span, writes, skipMs)
    const isBefore = (_error: number, place: number) => place < (187_321 / onPage.roundMs - 2) * 2
    const worstBefore = Math.max(...before.errorsMs.filter(isBefore).map(Math.abs))
    const worstAfter = Math.max(...after.errorsMs.map(Math.abs))

    const curve = brightnessCurve(writes, WAVE.top)
    const steps = lampSteps(onPage, 7)
    let fromBreath = 0
    let fromScreen = 0
    for (let spentMs = skipMs; spentMs < onPage.totalMs - 1; spentMs += 53) {
      const lamp = (curve(againBeganMs + spentMs) - WAVE.bottom) / (WAVE.top - WAVE.bottom)
      fromBreath = Math.max(fromBreath, Math.abs(lamp - (exerciseAt(onPage, spentMs).level ?? 0)))
      fromScreen = Math.max(fromScreen, Math.abs(lamp - stepAt(steps, onPage, spentMs).level))
    }
    process.stdout.write(
      `${exercise.id}: ${(onPage.totalMs / 1000).toFixed(0)} s, ${writes.length + first.length} writes, lamp behind or ahead of the breath by at most ` +
        `${Math.max(worstBefore, worstAfter).toFixed(1)} ms (p99 ${after.p99Ms?.toFixed(1)}), level off by at most ${fromBreath.toFixed(3)} from the breath, ${fromScreen.toFixed(3)} from a pacer that goes in steps\n`,
    )
    expect(after.errorsMs.length).toBeGreaterThan(20)
    expect(worstBefore).toBeLessThan(MOST_APART_MS)
    expect(worstAfter).toBeLessThan(MOST_APART_MS)
    expect(fromBreath).toBeLessThan(0.12)
    expect(fromScreen).toBeLessThan(0.15)
  })
})
