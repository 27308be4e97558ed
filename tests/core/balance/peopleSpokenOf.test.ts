/** People are counted once each, across languages, by role and by the name behind it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPeople, peopleIn } from '../../../electron/core/balance/peopleSpokenOf.ts'

const counted = (...texts: string[]) => countPeople(texts.flatMap(peopleIn))

describe('in one message', () => {
  it.each([
    ['My sister called. Then my boss came.', 2],
    ['my very best friend and my old boss', 2],
    ["my mum's cooking, and my mum again", 1],
    ['I saw my friend Tom and my friend Anna', 2],
    ['My brother Tom rang. Later my brother rang again.', 1],
    ['My kind words were lost on them', 0],
    ['a sister, the boss, his friend', 0],
    ['my work. Friend or foe', 0],
    ['MY MUM SHOUTED', 1],
    ['meine Mutter und mein Bruder Jürgen', 2],
    ['mi hermana y mis padres', 2],
    ['ma sœur, mon pote Karim et mon chef', 3],
    ['minha mãe e o meu irmão João', 2],
    ['mijn zus en mijn collega', 2],
    ['mia madre e il mio amico Luca', 2],
    ['ibuku, teman saya Budi dan adik aku', 3],
    ['my friend Lull', 0],
    ['', 0],
  ])('%s', (text, people) => {
    expect(counted(text)).toBe(people)
  })
})

it('one person is one in every language, and in every message', () => {
  expect(counted('my mum', 'meine Mutter', 'ma mère', 'ibu saya')).toBe(1)
  expect(counted('my sister Anna', 'my sister', 'my sister Eva')).toBe(2)
})

it('is never more than there are words, and takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      expect(counted(text)).toBeLessThanOrEqual(text.length)
    }),
  )
})

it('grows with more messages and never shrinks but by learning a name', () => {
  const pieces = fc.constantFrom(
    'my mum',
    'my sister',
    'mein Chef',
    'my friend Tom',
    'rain',
    'mi hermana Ana',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), pieces, (texts, more) => {
      expect(counted(...texts, more)).toBeGreaterThanOrEqual(counted(...texts))
    }),
  )
})
