/** What is built in for a hard moment says and does what the files say, and nobody is asked to hold a breath. */
import { describe, expect, it } from 'vitest'
import type { ListedExercise } from '../../../../electron/contract/exercises.ts'
import type { Exercise } from '../../../../electron/core/exercises/exercise.ts'
import { exercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import {
  ownBreath,
  ownSenses,
  panicBreath,
  panicSteps,
} from '../../../../renderer/features/exercises/panic/panicExercises.ts'
import '../../../../renderer/text/exercisesText.ts'
import { text } from '../../../../renderer/text/i18n.ts'
import { realExercise } from './realExercises.ts'

const t = text.t
const listed = (exercise: Exercise, placedBy: ListedExercise['placedBy'] = 'evidence') => ({
  exercise: exercise as ListedExercise['exercise'],
  placedBy,
})

describe('what is built in', () => {
  it.each([
    ['six-breaths', ownBreath(t)],
    ['five-senses', ownSenses(t)],
  ])('%s agrees with its files in time and words', (id, own) => {
    const real = realExercise(id)
    expect(own.id).toBe(id)
    expect(own.timings).toEqual(real.timings)
    expect(own.text.labels).toEqual(real.text.labels)
    expect(own.text.title).toBe(real.text.title)
    expect(own.rated).toBe(real.rated)
    expect(own.forPanic && real.forPanic).toBe(true)
    expect(exercisePlan(own)).toEqual(exercisePlan(real))
  })
})

describe('what the door opens with', () => {
  const all = ['cyclic-sighing', 'box-breathing', 'six-breaths', 'five-senses'].map(realExercise)

  it('is the plain breath, until the person rated another one well', () => {
    expect(panicBreath(all.map((one) => listed(one)))?.id).toBe('six-breaths')
    const own = all.map((one) => listed(one, one.id === 'cyclic-sighing' ? 'ratings' : 'evidence'))
    expect(panicBreath(own)?.id).toBe('cyclic-sighing')
  })

  it('is never one with a hold, whatever its file says', () => {
    const held = { ...realExercise('box-breathing'), forPanic: true }
    expect(panicBreath([listed(held, 'ratings')])).toBeNull()
  })

  it('is nothing where there is nothing, so that what is built in is taken', () => {
    expect(panicBreath([])).toBeNull()
    expect(panicSteps([])).toBeNull()
    expect(panicSteps(all.map((one) => listed(one)))?.id).toBe('five-senses')
  })
})
