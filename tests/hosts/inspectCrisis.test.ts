/** The crisis door: a person's turns in, reviewed words out, with the help lines of the country. */
import { expect, test } from 'vitest'
import { readResources } from '../../electron/engine/resources.ts'
import { crisisAnswer } from '../../electron/hosts/inspectCrisis.ts'
import { inspectedListening } from '../../electron/hosts/inspectedListening.ts'
import { resourcesFolder } from '../engine/engineParts.ts'

interface Answer {
  id: unknown
  turns: { text: string; step: string | null; tier: string; card?: { country: string | null } }[]
}

const resources = readResources(resourcesFolder)
// Without the encoder: what is asked here the rules know.
const answer = crisisAnswer({ resources, listening: inspectedListening(resources, async () => null) })
const ask = async (value: unknown) => (await answer(value)) as Answer

test('each turn is answered with text, step and tier, and a card where people are shown', async () => {
  const { id, turns } = await ask({ id: 'a', turns: ['I want to die', 'yes', 'the weather'], country: 'nl' })
  expect(id).toBe('a')
  expect(turns).toHaveLength(3)
  expect(turns[0]).toMatchObject({ tier: 'high', card: { country: 'NL' } })
  expect(turns[0]?.step).toContain('ask.now')
  expect(turns[1]?.step).toBe('yes')
  expect(turns[1]).not.toHaveProperty('card')
})

test('nothing serious: a reflection, and no step', async () => {
  const { turns } = await ask({ id: 1, turns: ['the printer is broken again'] })
  expect(turns).toEqual([{ text: expect.stringMatching(/./), step: null, tier: 'none' }])
})

test('an unknown country has directories and no number', async () => {
  for (const country of [null, 'ZZ', undefined]) {
    const [first] = (await ask({ id: 1, turns: ['I am going to kill myself tonight'], country })).turns
    expect(first).toMatchObject({ tier: 'imminent', card: { country: null } })
    expect(first?.text).not.toMatch(/\d/)
  }
})

test('a line that does not fit is refused in one sentence', async () => {
  for (const value of [
    {},
    { id: 1, turns: [] },
    { id: 1, turns: [5] },
    { id: 1, turns: Array(501).fill('x') },
  ])
    await expect(answer(value)).rejects.toThrow(/./)
})
