/** The words themselves: complete, short, never a number, asking only where they should, in every language there is. */
import { expect, test } from 'vitest'
import { type CareStep, careSteps, directSteps } from '../../../electron/core/safety/crisis/careSteps.ts'
import { askedDirectly } from '../../../electron/core/safety/directAnswer.ts'
import { readResources } from '../../../electron/engine/resources.ts'
import { resourcesFolder } from '../../engine/engineParts.ts'

const { safetyTexts } = readResources(resourcesFolder)
const languages = Object.entries(safetyTexts)
const { en } = safetyTexts

const wordsOf = (text: string) => text.split(/\s+/).length
/** As long as they get: an echo of eight words, the longest way to say whom to call. */
const filledIn = (wording: string) =>
  wording
    .replaceAll('{echo}', 'a b c d e f g h')
    .replaceAll('{emergency}', 'your local emergency number')
    .replaceAll('{person}', 'a b')
const longest = (wordings: readonly string[]) => Math.max(...wordings.map((one) => wordsOf(filledIn(one))))

test.each(languages)(
  '%s: each step has several wordings, all different, with known placeholders',
  (tag, { care }) => {
    const seen = new Map<string, string>()
    for (const step of careSteps) {
      expect(care[step].length, `${tag} ${step}`).toBeGreaterThanOrEqual(2)
      for (const wording of care[step]) {
        expect(seen.get(wording), `${tag} ${step} says the same as this step`).toBeUndefined()
        seen.set(wording, step)
        expect(wording, `${tag} ${step}: numbers come from data`).not.toMatch(/\d/)
        for (const [, name] of wording.matchAll(/\{([^}]*)\}/g))
          expect(['emergency', 'echo', 'person'], `${tag} ${step}`).toContain(name)
      }
    }
  },
)

test.each(languages)(
  '%s: there are words where no echo is safe and where nobody is named',
  (tag, { care }) => {
    for (const step of careSteps) {
      const plain = care[step].filter((one) => !one.includes('{echo}') && !one.includes('{person}'))
      const named = step === 'can.own' ? care[step] : plain
      expect(named.length, `${tag} ${step} needs wordings without {echo}`).toBeGreaterThanOrEqual(2)
    }
  },
)

const nowSteps: CareStep[] = careSteps.filter(
  (step) =>
    (step.startsWith('now.') ||
      step.startsWith('overdose.') ||
      step.startsWith('medical.') ||
      step.includes('.now')) &&
    step !== 'people.now' &&
    step !== 'program.now' &&
    step !== 'ask.now',
)

test.each(languages)('%s: in danger right now the first sentence says whom to call', (tag, { care }) => {
  expect(nowSteps.length).toBeGreaterThan(12)
  for (const step of nowSteps)
    for (const wording of care[step])
      expect(wording.split(/[.!?](?:\s|$)/)[0], `${tag} ${step}`).toContain('{emergency}')
})

test('short: with everything that may stand beside it', () => {
  const { care } = en
  const together = (...steps: CareStep[]) => steps.reduce((sum, step) => sum + longest(care[step]), 0)
  expect(together('reflect.high', 'ask.now', 'people.program')).toBeLessThanOrEqual(60)
  expect(together('reflect.concern', 'ask', 'people.program')).toBeLessThanOrEqual(60)
  for (const step of [
    'self-harm.first',
    'eating.first',
    'harm.first',
    'helper.first',
    'threat.first',
    'beliefs.first',
  ] as const)
    expect(together(step, 'people.program'), step).toBeLessThanOrEqual(60)
  expect(together('yes', 'people.program')).toBeLessThanOrEqual(60)
  for (const step of nowSteps) expect(together(step, 'people.now'), step).toBeLessThanOrEqual(45)
  for (const step of careSteps) expect(longest(care[step]), step).toBeLessThanOrEqual(45)
})

test('every direct question is heard as one, and nothing else is', () => {
  for (const step of careSteps) {
    for (const wording of en.care[step]) {
      const asked = askedDirectly(wording)
      if (directSteps.includes(step)) expect(asked, `${step}: ${wording}`).toBe('suicide')
      else if (step === 'harm.first') expect(asked, wording).toBe('safe')
      else expect(asked, `${step}: ${wording}`).toBeNull()
    }
  }
})
