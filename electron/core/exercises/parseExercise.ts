/** Reads an exercise from its two files and refuses what would be unkind or impossible to do, saying why. */
import { ARMS, BREAK_KINDS, type Invitation } from '../breaks/kinds.ts'
import {
  type BreathPart,
  CAUTIONS,
  type Evidence,
  EXERCISE_KINDS,
  type Exercise,
  type ExerciseTimings,
  MOMENTS,
  type Parsed,
  type Problem,
  RATED,
  type Region,
  type TimedStep,
} from './exercise.ts'
import { exerciseText } from './exerciseText.ts'
import { Fields } from './fields.ts'

const LONGEST_JSON = 64_000
/** A breath that is longer than this in one direction is a feat, no rest. */
const LONGEST_BREATH_PART_SECONDS = 20
const SHORTEST_PART_SECONDS = 0.5
const LONGEST_STEP_SECONDS = 10 * 60
/** The longest exercise; what takes longer is a programme. */
export const LONGEST_SECONDS = 45 * 60
const MOST_PARTS = 60

const INVITATIONS = ARMS.filter((arm): arm is Invitation => arm !== 'nothing')

function breathPart(item: unknown, at: string, problems: Problem[]): BreathPart {
  const fields = new Fields(item, at, problems)
  fields.only(['id', 'seconds', 'from', 'to'])
  return {
    id: fields.id('id'),
    seconds: fields.number('seconds', SHORTEST_PART_SECONDS, LONGEST_BREATH_PART_SECONDS),
    from: fields.number('from', 0, 1),
    to: fields.number('to', 0, 1),
  }
}

function timedStep(item: unknown, at: string, problems: Problem[]): TimedStep {
  const fields = new Fields(item, at, problems)
  fields.only(['id', 'seconds'])
  return { id: fields.id('id'), seconds: fields.number('seconds', 1, LONGEST_STEP_SECONDS) }
}

function region(item: unknown, at: string, problems: Problem[]): Region {
  const fields = new Fields(item, at, problems)
  fields.only(['id', 'weight'])
  return { id: fields.id('id'), weight: fields.number('weight', 0.1, 20) }
}

function group(item: unknown, at: string, problems: Problem[]): string {
  if (typeof item === 'string' && /^[a-z][a-zA-Z0-9-]*$/.test(item)) return item
  problems.push({ at, what: 'is not an id of letters and digits' })
  return ''
}

/** A breath that jumps would make the circle jump, and a lamp flash. */
function jumps(parts: readonly BreathPart[]): Problem[] {
  return parts.flatMap((part, place) => {
    const next = parts[(place + 1) % parts.length]
    const isJump = next !== undefined && next.from !== part.to
    return isJump
      ? [{ at: `parts[${place}].to`, what: `does not meet the next part, which begins at ${next.from}` }]
      : []
  })
}

const TIMING_FIELDS = {
  pacer: ['parts'],
  steps: ['steps'],
  tenseRelease: ['groups', 'tenseSeconds', 'releaseSeconds', 'rounds'],
  bodyScan: ['regions'],
} as const

function timingsOf(fields: Fields, problems: Problem[]): ExerciseTimings | null {
  const kind = fields.oneOf('kind', EXERCISE_KINDS)
  if (kind === 'pacer') {
    const parts = fields.list('parts', 2, 12, (item, at) => breathPart(item, at, problems))
    problems.push(...jumps(parts))
    return { kind, parts }
  }
  if (kind === 'steps') {
    return { kind, steps: fields.list('steps', 1, MOST_PARTS, (item, at) => timedStep(item, at, problems)) }
  }
  if (kind === 'bodyScan') {
    return { kind, regions: fields.list('regions', 2, MOST_PARTS, (item, at) => region(item, at, problems)) }
  }
  if (kind === null) return null
  return {
    kind,
    groups: fields.list('groups', 1, 20, (item, at) => group(item, at, problems)),
    tenseSeconds: fields.number('tenseSeconds', 2, 10),
    releaseSeconds: fields.number('releaseSeconds', 5, 60),
    rounds: Math.round(fields.number('rounds', 1, 3)),
  }
}

function evidenceOf(fields: Fields, problems: Problem[]): Evidence {
  fields.only(['strength', 'sources'])
  const strength = fields.oneOf('strength', ['some', 'little', 'none']) ?? 'none'
  const sources = fields.list('sources', 0, 8, (item, at) => {
    const source = new Fields(item, at, problems)
    source.only(['name', 'id'])
    return { name: source.text('name', 120), id: source.text('id', 120) }
  })
  if (strength === 'none' && sources.length > 0)
    problems.push({ at: 'evidence', what: 'is none and names sources' })
  if (strength !== 'none' && sources.length === 0) problems.push({ at: 'evidence', what: 'names no source' })
  return { strength, sources }
}

/** Ids whose words must stand in the text. */
function idsOf(timings: ExerciseTimings): string[] {
  if (timings.kind === 'pacer') return timings.parts.map(({ id }) => id)
  if (timings.kind === 'steps') return timings.steps.map(({ id }) => id)
  if (timings.kind === 'bodyScan') return timings.regions.map(({ id }) => id)
  return [...timings.groups, 'release']
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Length of one round, seconds; null where the chosen length makes it. */
function roundSeconds(timings: ExerciseTimings): number | null {
  if (timings.kind === 'pacer') return sum(timings.parts.map(({ seconds }) => seconds))
  if (timings.kind === 'steps') return sum(timings.steps.map(({ seconds }) => seconds))
  if (timings.kind === 'bodyScan') return null
  return timings.rounds * timings.groups.length * (timings.tenseSeconds + timings.releaseSeconds)
}

/** What no single field shows. */
function whole(exercise: Omit<Exercise, 'text'>): Problem[] {
  const { timings, lengthsSeconds, cautions, forPanic } = exercise
  const problems: Problem[] = []
  const tell = (at: string, what: string) => problems.push({ at, what })
  const ids = idsOf(timings)
  if (new Set(ids).size !== ids.length) tell(TIMING_FIELDS[timings.kind][0], 'uses an id twice')
  const takesLength = timings.kind === 'pacer' || timings.kind === 'bodyScan'
  if (takesLength && lengthsSeconds.length === 0)
    tell('lengthsSeconds', 'is empty, and this kind needs a length')
  if (!takesLength && lengthsSeconds.length > 0)
    tell('lengthsSeconds', 'is given, and the steps make the length')
  const round = roundSeconds(timings) ?? 0
  if (round > LONGEST_SECONDS) tell(TIMING_FIELDS[timings.kind][0], 'add up to more than 45 minutes')
  if (lengthsSeconds.some((length) => length < round))
    tell('lengthsSeconds', 'has one that is shorter than a round')
  if (timings.kind === 'pacer') {
    for (const one of ['dizzy', 'pregnant', 'heart_or_lungs'] as const) {
      if (!cautions.includes(one)) tell('cautions', `lacks ${one}, which every breathing exercise needs`)
    }
    if (forPanic && timings.parts.some(({ from, to }) => from === to)) {
      tell('forPanic', 'is true, and there is a breath to hold')
    }
  }
  if (timings.kind === 'tenseRelease' && !cautions.includes('pain_or_injury'))
    tell('cautions', 'lacks pain_or_injury')
  return problems
}

const FIELDS = [
  'id',
  'kind',
  'arm',
  'lengthsSeconds',
  'suits',
  'moments',
  'forPanic',
  'cautions',
  'evidence',
  'rated',
]

function exerciseOf(data: unknown, folder: string, problems: Problem[]): Omit<Exercise, 'text'> | null {
  const fields = new Fields(data, '', problems)
  const timings = timingsOf(fields, problems)
  if (timings === null) return null
  fields.only([...FIELDS, ...TIMING_FIELDS[timings.kind]])
  const id = fields.id('id')
  if (id !== folder)
    problems.push({ at: 'id', what: `is not the name of its folder, ${folder.slice(0, 40)}` })
  const length = (item: unknown, at: string) =>
    new Fields({ seconds: item }, at, problems).number('seconds', 10, LONGEST_SECONDS)
  return {
    id,
    timings,
    arm: fields.isNull('arm') ? null : fields.oneOf('arm', INVITATIONS),
    lengthsSeconds: fields.list('lengthsSeconds', 0, 8, length),
    suits: fields.listOf('suits', BREAK_KINDS, 0),
    moments: fields.listOf('moments', MOMENTS, 1),
    forPanic: fields.flag('forPanic'),
    cautions: fields.listOf('cautions', CAUTIONS, 0),
    evidence: evidenceOf(fields.inner('evidence'), problems),
    rated: fields.oneOf('rated', RATED) ?? 'tension',
  }
}

function dataOf(json: string): Parsed<unknown> {
  const refused = (what: string): Parsed<unknown> => ({
    ok: false,
    problems: [{ at: 'exercise.json', what }],
  })
  if (json.length > LONGEST_JSON) return refused(`is longer than ${LONGEST_JSON} characters`)
  try {
    return { ok: true, value: JSON.parse(json) }
  } catch {
    return refused('is not JSON')
  }
}

/** @param folder its name, which is the exercise's id. Every problem found is told, at most some twenty a file. */
export function parseExercise(folder: string, json: string, markdown: string): Parsed<Exercise> {
  const data = dataOf(json)
  const text = exerciseText(markdown)
  const problems: Problem[] = [...(data.ok ? [] : data.problems), ...(text.ok ? [] : text.problems)]
  const exercise = data.ok ? exerciseOf(data.value, folder, problems) : null
  if (exercise !== null && problems.length === 0) problems.push(...whole(exercise))
  if (exercise === null || !text.ok || problems.length > 0) return { ok: false, problems }
  const ids = idsOf(exercise.timings)
  const unsaid = ids.filter((id) => !Object.hasOwn(text.value.labels, id))
  const unused = Object.keys(text.value.labels).filter((id) => !ids.includes(id))
  const words = [
    ...unsaid.map((id) => ({ at: 'en.md, Steps', what: `says nothing about ${id}` })),
    ...unused.map((id) => ({ at: 'en.md, Steps', what: `tells of ${id}, which is not there` })),
  ]
  if (words.length > 0) return { ok: false, problems: words }
  return { ok: true, value: { ...exercise, text: text.value } }
}
