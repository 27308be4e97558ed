/** What the panic door opens with, and the same built in: for the moment in which nobody answers the page. */
import type { TFunction } from 'i18next'
import type { ListedExercise } from '../../../../electron/contract/exercises.ts'
import type { Exercise, ExerciseText } from '../../../../electron/core/exercises/exercise.ts'

/** Even and simple; also where the person has tried nothing yet. */
const usualBreathId = 'six-breaths'
const usualSensesId = 'five-senses'

/** Seconds of the steps of `five-senses`; a test keeps them, and the words, as they are in resources. */
const sensesSeconds = { arrive: 10, see: 30, feel: 25, hear: 20, smell: 15, taste: 10, back: 10 } as const

const plain = {
  arm: null,
  suits: [],
  moments: [],
  forPanic: true,
  evidence: { strength: 'none', sources: [] },
  cautions: [],
} as const

const words = (title: string, labels: Record<string, string>): ExerciseText => ({
  title,
  summary: '',
  when: '',
  before: '',
  after: '',
  evidence: '',
  cautions: '',
  labels,
})

export function ownBreath(t: TFunction): Exercise {
  return {
    ...plain,
    id: usualBreathId,
    timings: {
      kind: 'pacer',
      parts: [
        { id: 'in', seconds: 5, from: 0, to: 1 },
        { id: 'out', seconds: 5, from: 1, to: 0 },
      ],
    },
    lengthsSeconds: [300],
    rated: 'tension',
    text: words(t('panic.own.breath.title'), {
      in: t('panic.own.breath.in'),
      out: t('panic.own.breath.out'),
    }),
  }
}

const senses = Object.keys(sensesSeconds) as (keyof typeof sensesSeconds)[]

export function ownSenses(t: TFunction): Exercise {
  return {
    ...plain,
    id: usualSensesId,
    timings: { kind: 'steps', steps: senses.map((id) => ({ id, seconds: sensesSeconds[id] })) },
    lengthsSeconds: [],
    rated: 'intensity',
    text: words(
      t('panic.own.senses.title'),
      Object.fromEntries(senses.map((id) => [id, t(`panic.own.senses.${id}`)])),
    ),
  }
}

/** Nobody who cannot get air should be asked to hold it. */
function isBreathWithoutHold({ timings, forPanic }: Exercise): boolean {
  return forPanic && timings.kind === 'pacer' && timings.parts.every(({ from, to }) => from !== to)
}

type Listed = readonly Pick<ListedExercise, 'exercise' | 'placedBy'>[]

/** The breath that helped this person, as far as that is known; else the usual one. Null when there is none. */
export function panicBreath(listed: Listed): Exercise | null {
  const fitting = listed.filter(({ exercise }) => isBreathWithoutHold(exercise))
  const own = fitting.find(({ placedBy }) => placedBy === 'ratings')
  const usual = fitting.find(({ exercise }) => exercise.id === usualBreathId)
  return (own ?? usual ?? fitting[0])?.exercise ?? null
}

export function panicSteps(listed: Listed): Exercise | null {
  const fitting = listed.filter(({ exercise }) => exercise.forPanic && exercise.timings.kind === 'steps')
  return (fitting.find(({ exercise }) => exercise.id === usualSensesId) ?? fitting[0])?.exercise ?? null
}
