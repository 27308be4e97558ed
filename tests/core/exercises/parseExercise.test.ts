/** What an exercise's files may say, and what is refused with its reason. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exerciseText } from '../../../electron/core/exercises/exerciseText.ts'
import { parseExercise } from '../../../electron/core/exercises/parseExercise.ts'
import { soundPacer, soundSteps, soundText, withoutTimings } from './exerciseFiles.ts'

const parsed = (data: unknown, text = soundText, folder = 'sea') =>
  parseExercise(folder, JSON.stringify(data), text)
function problems(data: unknown, text = soundText, folder = 'sea'): string[] {
  const result = parsed(data, text, folder)
  return result.ok ? [] : result.problems.map(({ at, what }) => `${at} ${what}`)
}
const part = (change: object) => ({
  ...soundPacer,
  parts: [{ ...soundPacer.parts[0], ...change }, soundPacer.parts[1]],
})
const step = (change: object) => ({
  ...soundSteps,
  steps: [{ ...soundSteps.steps[0], ...change }, soundSteps.steps[1]],
})

test('a sound one is read whole', () => {
  const result = parsed(soundPacer)
  expect(result).toMatchObject({
    ok: true,
    value: {
      id: 'sea',
      timings: { kind: 'pacer' },
      text: { title: 'The sea', labels: { in: 'The wave comes' } },
    },
  })
  expect(problems(soundSteps)).toEqual([])
})

describe('refused, each with its reason', () => {
  const day = 24 * 60 * 60
  test.each<[string, unknown, string]>([
    ['a step of three days', step({ seconds: 3 * day }), 'steps[0].seconds is more than 600'],
    ['a breath of three days', part({ seconds: 3 * day }), 'parts[0].seconds is more than 20'],
    ['no time at all', step({ seconds: 0 }), 'steps[0].seconds is less than 1'],
    ['time that runs backwards', part({ seconds: -4 }), 'parts[0].seconds is less than 0.5'],
    ['a number in quotes', step({ seconds: '20' }), 'steps[0].seconds is not a number'],
    ['no number', step({ seconds: null }), 'steps[0].seconds is not a number'],
    ['fuller than full', part({ to: 1.5 }), 'parts[0].to is more than 1'],
    ['a breath that jumps', part({ to: 0.5 }), 'parts[0].to does not meet the next part, which begins at 1'],
    [
      'an unknown kind',
      { ...soundSteps, kind: 'dance' },
      'kind is none of pacer, steps, tenseRelease, bodyScan',
    ],
    ['a typing error', { ...soundSteps, lengthSeconds: [3] }, 'lengthSeconds is not known here'],
    ['fields of another kind', { ...soundSteps, parts: [] }, 'parts is not known here'],
    [
      'an unknown invitation',
      { ...soundSteps, arm: 'nothing' },
      'arm is none of lookAway, stretch, breathe, walk, talk',
    ],
    ['no steps', { ...soundSteps, steps: [] }, 'steps has fewer than 1 items'],
    ['steps that are none', { ...soundSteps, steps: 'many' }, 'steps is not a list'],
    ['a step that is none', { ...soundSteps, steps: [7] }, 'steps[0] is not an object'],
    [
      'a thousand steps',
      { ...soundSteps, steps: Array(1000).fill(soundSteps.steps[0]) },
      'steps has more than 60 items',
    ],
    [
      'an hour of steps',
      { ...soundSteps, steps: Array.from({ length: 6 }, (_, n) => ({ id: `s${n}`, seconds: 600 })) },
      'steps add up to more than 45 minutes',
    ],
    [
      'one id twice',
      { ...soundSteps, steps: [soundSteps.steps[0], soundSteps.steps[0]] },
      'steps uses an id twice',
    ],
    ['an id that is a path', step({ id: '../x' }), 'steps[0].id is not an id of letters and digits'],
    [
      'no length for breathing',
      { ...soundPacer, lengthsSeconds: [] },
      'lengthsSeconds is empty, and this kind needs a length',
    ],
    [
      'a length for steps',
      { ...soundSteps, lengthsSeconds: [60] },
      'lengthsSeconds is given, and the steps make the length',
    ],
    [
      'a length of a day',
      { ...soundPacer, lengthsSeconds: [day] },
      'lengthsSeconds[0].seconds is more than 2700',
    ],
    [
      'breathing without its cautions',
      { ...soundPacer, cautions: ['dizzy'] },
      'cautions lacks pregnant, which every breathing exercise needs',
    ],
    [
      'a breath to hold behind the panic door',
      part({ from: 1 }),
      'parts[1].to does not meet the next part, which begins at 1',
    ],
    [
      'a claim without a source',
      { ...soundSteps, evidence: { strength: 'some', sources: [] } },
      'evidence names no source',
    ],
    [
      'a source for nothing',
      { ...soundSteps, evidence: { ...soundPacer.evidence, strength: 'none' } },
      'evidence is none and names sources',
    ],
    ['a moment twice', { ...soundSteps, moments: ['tense', 'tense'] }, 'moments names something twice'],
    [
      'an unknown caution',
      { ...soundSteps, cautions: ['bees'] },
      'cautions[0] is none of dizzy, pregnant, heart_or_lungs, pain_or_injury, hard_memories',
    ],
    ['another folder', { ...soundSteps, id: 'lake' }, 'id is not the name of its folder, sea'],
    ['a list', [soundSteps], 'exercise.json is not an object'],
    ['nothing', null, 'exercise.json is not an object'],
  ])('%s', (_name, data, problem) => expect(problems(data)).toContain(problem))

  test('a hold behind the panic door', () => {
    const held = {
      ...soundPacer,
      parts: [soundPacer.parts[0], { id: 'hold', seconds: 4, from: 1, to: 1 }, soundPacer.parts[1]],
    }
    const text = soundText.replace('- out', '- hold: Wait\n- out')
    expect(problems(held, text)).toEqual(['forPanic is true, and there is a breath to hold'])
    expect(problems({ ...held, forPanic: false }, text)).toEqual([])
  })
  test('tightening without its caution', () => {
    const groups = {
      ...withoutTimings,
      kind: 'tenseRelease',
      lengthsSeconds: [],
      groups: ['in', 'out'],
      tenseSeconds: 5,
      releaseSeconds: 20,
      rounds: 1,
    }
    const text = soundText.replace('- out', '- release: Let go\n- out')
    expect(problems(groups, text)).toEqual(['cautions lacks pain_or_injury'])
    expect(problems({ ...groups, cautions: ['pain_or_injury'] }, text)).toEqual([])
    expect(problems({ ...groups, tenseSeconds: 600 }, text)).toContain('tenseSeconds is more than 10')
  })
  test('broken text', () => {
    const result = parseExercise('sea', '{"id": "sea",', soundText)
    expect(result).toEqual({ ok: false, problems: [{ at: 'exercise.json', what: 'is not JSON' }] })
    expect(parseExercise('sea', ' '.repeat(70_000), soundText)).toMatchObject({ ok: false })
    expect(parseExercise('sea', '', '')).toMatchObject({ ok: false })
  })
  test('everything wrong is told at once, and not without end', () => {
    expect(problems({ ...soundSteps, rated: 'joy', forPanic: 'yes', arm: 3 })).toHaveLength(3)
    const many = {
      ...soundSteps,
      steps: Array.from({ length: 60 }, () => ({ id: 3, seconds: 'x', more: 1 })),
    }
    expect(problems(many).length).toBeLessThan(60)
  })
})

describe('words', () => {
  test.each([
    ['no title', soundText.replace('# The sea\n', ''), 'en.md does not begin with "# Title"'],
    ['no summary', soundText.replace('In and out like waves.', ''), 'en.md has no summary below its title'],
    ['no cautions', soundText.replace('Stop if you are dizzy.', ''), 'en.md has nothing under "## Cautions"'],
    ['no evidence', soundText.replace('## Evidence', '## Proof'), 'en.md has nothing under "## Evidence"'],
    [
      'a strange heading',
      soundText.replace('## When', '## Toothpaste'),
      'en.md has a heading nobody reads: "Toothpaste"',
    ],
    [
      'a line that is no step',
      soundText.replace('- out: ', 'out '),
      'en.md, Steps cannot be read: "out The wave goes"',
    ],
    ['a step twice', soundText.replace('- out', '- in'), 'en.md, Steps, in is there twice'],
    [
      'an endless step',
      soundText.replace('The wave goes', 'x'.repeat(300)),
      'en.md, Steps, out is longer than 240 characters',
    ],
    ['an endless text', soundText + ' '.repeat(40_000), 'en.md is longer than 32000 characters'],
  ])('%s', (_name, text, problem) => expect(problems(soundSteps, text)).toContain(problem))

  test('every step has words, and no words are without a step', () => {
    expect(problems(soundSteps, soundText.replace('- out: The wave goes\n', ''))).toEqual([
      'en.md, Steps says nothing about out',
    ])
    expect(problems(soundSteps, soundText.replace('- out', '- more: Another\n- out'))).toEqual([
      'en.md, Steps tells of more, which is not there',
    ])
    expect(problems(step({ id: 'constructor' }))).toContain('en.md, Steps says nothing about constructor')
  })
  test('line ends of any system', () => {
    expect(exerciseText(soundText.replaceAll('\n', '\r\n'))).toEqual(exerciseText(soundText))
  })
})

test('whatever the files hold, an answer comes back', () => {
  const junk = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constant(JSON.stringify(soundPacer)),
    fc.constant('{"__proto__":{"a":1}}'),
  )
  fc.assert(
    fc.property(junk, fc.oneof(fc.string(), fc.constant(soundText)), (json, text) => {
      const result = parseExercise('sea', json, text)
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
    }),
  )
  fc.assert(
    fc.property(fc.object(), (data) => {
      expect(parsed({ ...soundPacer, ...data, extra: data }).ok).toBe(false)
    }),
  )
})
