/** What is shown beside the light, for how long, the light itself as frames, and lengths in words. */
import { describe, expect, it } from 'vitest'
import { exerciseAt } from '../../../../electron/core/exercises/exerciseAt.ts'
import { exercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import {
  clockWords,
  durationWords,
  lengthsWords,
} from '../../../../renderer/features/exercises/player/durationWords.ts'
import {
  bodyAt,
  glideFrames,
  glowAt,
  lampSteps,
  STEADY_LEVEL,
  stepAt,
} from '../../../../renderer/features/exercises/player/pacerFrames.ts'
import { isSame, nextLookMs, shownAt } from '../../../../renderer/features/exercises/player/shownPoint.ts'
import { startPlan } from '../../../../renderer/features/exercises/player/startPlan.ts'
import '../../../../renderer/text/exercisesText.ts'
import { text } from '../../../../renderer/text/i18n.ts'
import { realExercise } from './realExercises.ts'

const t = text.t
const breaths = exercisePlan(realExercise('six-breaths'))
const box = exercisePlan(realExercise('box-breathing'))

describe('what is shown', () => {
  it('changes with the step, and ten seconds at a time while nothing counts', () => {
    const first = shownAt(breaths, 0, false)
    expect(first).toMatchObject({ phaseIndex: 0, secondsLeft: null, leftSeconds: 300 })
    expect(isSame(first, shownAt(breaths, 0, false))).toBe(true)
    expect(shownAt(breaths, 1, false)).toMatchObject({ leftSeconds: 300 })
    expect(shownAt(breaths, 5000, false)).toMatchObject({ phaseIndex: 1, label: 'Breathe out, gently' })
    expect(shownAt(breaths, 300_000, false).isOver).toBe(true)
  })

  it('counts down whole seconds where the light stands', () => {
    expect(shownAt(breaths, 0, true).secondsLeft).toBe(5)
    expect(shownAt(breaths, 4999, true).secondsLeft).toBe(1)
  })

  it('looks again at the next change, at least once a second, and never at once', () => {
    for (let ms = 0; ms < breaths.roundMs; ms += 137) {
      for (const counts of [true, false]) {
        const waitMs = nextLookMs(breaths, ms, counts)
        expect(waitMs).toBeGreaterThan(0)
        expect(waitMs).toBeLessThanOrEqual(1000)
        const { phaseLeftMs } = exerciseAt(breaths, ms)
        if (phaseLeftMs < 900)
          expect(shownAt(breaths, ms + waitMs, counts).phaseIndex).not.toBe(
            shownAt(breaths, ms, counts).phaseIndex,
          )
      }
    }
  })
})

describe('the light as frames', () => {
  const relaxing = exercisePlan(realExercise('muscle-relaxation'))

  it('glides from the beginning of a round to its end, within what can be drawn', () => {
    for (const plan of [breaths, box, relaxing]) {
      const frames = glideFrames(plan, glowAt)
      expect(frames[0]?.offset).toBe(0)
      expect(frames.at(-1)?.offset).toBe(1)
      frames.reduce((before, frame) => {
        expect(frame.offset).toBeGreaterThanOrEqual(before.offset)
        return frame
      })
      expect(frames.every(({ scale, opacity }) => scale <= 1 && opacity > 0 && opacity <= 1)).toBe(true)
    }
  })

  it('is within half a hundredth of the true level between its frames', () => {
    const frames = glideFrames(breaths, (level) => ({ scale: level, opacity: 1 }))
    for (let ms = 0; ms < breaths.roundMs; ms += 50) {
      const offset = ms / breaths.roundMs
      const after = frames.findIndex((frame) => frame.offset > offset)
      const [a, b] = [frames[after - 1], frames[after]]
      if (!a || !b) continue
      const shown = a.scale + ((b.scale - a.scale) * (offset - a.offset)) / (b.offset - a.offset)
      expect(Math.abs(shown - (exerciseAt(breaths, ms).level ?? 0))).toBeLessThan(0.005)
    }
  })

  it('holds without frames between, and stands where there is no breath', () => {
    expect(glideFrames(box, bodyAt).length).toBe(16 + 1 + 16 + 1 + 1)
    const scales = glideFrames(exercisePlan(realExercise('walk')), glowAt).map(({ scale }) => scale)
    expect(new Set(scales)).toEqual(new Set([glowAt(STEADY_LEVEL).scale]))
  })
})

describe('the light in steps', () => {
  const steps = lampSteps(breaths, 8)

  it('takes so many a second, all equally far apart in brightness', () => {
    expect(steps).toHaveLength(80)
    const jumps = steps.slice(1, 40).map(({ level }, place) => level - (steps[place]?.level ?? 0))
    for (const jump of jumps) expect(jump).toBeCloseTo(1 / 40)
  })

  it('is never further from the breath than a step', () => {
    for (let ms = 0; ms < 2 * breaths.roundMs; ms += 37) {
      const { level, leftMs } = stepAt(steps, breaths, ms)
      expect(Math.abs(level - (exerciseAt(breaths, ms).level ?? 0))).toBeLessThanOrEqual(0.5 / 40 + 1e-9)
      expect(leftMs).toBeGreaterThan(0)
    }
  })

  it('stands through a hold, and where there is no breath', () => {
    const [, hold] = box.phases
    const inHold = lampSteps(box, 8).filter(({ atMs }) => atMs >= 4000 && atMs < 4000 + (hold?.lengthMs ?? 0))
    expect(inHold).toEqual([{ atMs: 4000, level: 1 }])
    const still = exercisePlan(realExercise('walk'))
    expect(stepAt(lampSteps(still, 8), still, 30_000).level).toBe(STEADY_LEVEL)
  })
})

describe('the plan it is begun with', () => {
  const sixBreaths = realExercise('six-breaths')
  it('is over with the break, also when a question took its time', () => {
    const wish = { withinMs: 120_000, wishedAtMs: 1000, lengthSeconds: null }
    expect(startPlan(sixBreaths, wish, 1000)?.totalMs).toBe(120_000)
    expect(startPlan(sixBreaths, wish, 31_000)?.totalMs).toBe(90_000)
    expect(startPlan(sixBreaths, wish, 116_000)).toBeNull()
  })

  it('fits one that is exactly as long as a break which has just begun', () => {
    const wish = { withinMs: 299_400, wishedAtMs: 0, lengthSeconds: null }
    expect(startPlan(realExercise('body-scan-5'), wish, 0)?.totalMs).toBe(300_000)
  })

  it('takes the wished length', () => {
    const wish = { withinMs: null, wishedAtMs: 0, lengthSeconds: 600 }
    expect(startPlan(sixBreaths, wish, 0)?.totalMs).toBe(600_000)
  })
})

describe('lengths in words', () => {
  it.each([
    [2.5, '2.5 seconds'],
    [1, '1 second'],
    [20, '20 seconds'],
    [60, '1 minute'],
    [64, '64 seconds'],
    [128, '2 minutes'],
    [150, '2.5 minutes'],
    [800, '13 minutes'],
  ])('%s s is %s', (seconds, words) => expect(durationWords(seconds, t)).toBe(words))

  it('lists what can be chosen, the shortest first', () => {
    expect(lengthsWords([300, 60, 120], t, 'en')).toBe('1, 2, or 5 minutes')
    expect(lengthsWords([300, 64], t, 'en')).toBe('64 seconds or 5 minutes')
    expect(clockWords(130)).toBe('2:10')
  })
})
