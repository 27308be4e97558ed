/** Every path of the scripted talk keeps every promise: walked breadth first, six turns deep and beyond. */
import { expect, test } from 'vitest'
import { readResources } from '../../../electron/engine/resources.ts'
import { resourcesFolder } from '../../engine/engineParts.ts'
import { alphabet, families } from './crisisAlphabet.ts'
import { type Explored, type Exploring, explorePaths } from './crisisPaths.ts'
import { promiseCounter } from './crisisPromises.ts'

const resources = readResources(resourcesFolder)
const help = resources.countries.get('GB') ?? null

function walk(options: Pick<Exploring, 'letters' | 'depth' | 'smallModel'>): Explored {
  const { look, kept } = promiseCounter()
  const { safetyTexts: texts, directory } = resources
  const explored = explorePaths({ texts, help, directory, step: look, ...options })
  for (const { name, broken } of kept()) expect(broken, `broken: ${name}`).toBeNull()
  return explored
}

test.each(families())(
  '$name: every path of six turns',
  ({ letters }) => {
    const { steps, deepest } = walk({ letters, depth: 6, smallModel: false })
    expect(deepest).toBe(6)
    expect(steps).toBeGreaterThan(20_000)
  },
  60_000,
)

test('loss alone, to the end of every path', () => {
  const letters = alphabet().filter(({ fresh }) => fresh.tier === 'none')
  const explored = walk({ letters, depth: 40, smallModel: true })
  expect(explored.complete).toBe(true)
}, 60_000)

test('all kinds and all barriers mixed, with a model too small to speak', () => {
  const { steps } = walk({ letters: alphabet(), depth: 4, smallModel: true })
  expect(steps).toBeGreaterThan(100_000)
}, 60_000)

test('every promise is tested by some path', () => {
  const { look, kept } = promiseCounter()
  const { safetyTexts: texts, directory } = resources
  explorePaths({ texts, help, directory, step: look, letters: alphabet(), depth: 3, smallModel: false })
  for (const { name, of } of kept()) expect(of, name).toBeGreaterThan(20)
})
