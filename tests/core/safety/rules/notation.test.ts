/** Phrases: what the notation means, what it refuses, and that no phrase can run away. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from '../../../../electron/core/safety/clauses.ts'
import { normalise } from '../../../../electron/core/safety/normalise.ts'
import { englishRules } from '../../../../electron/core/safety/rules/english.ts'
import { figures } from '../../../../electron/core/safety/rules/figures.ts'
import { Notation } from '../../../../electron/core/safety/rules/notation.ts'
import { phrases } from '../../../../electron/core/safety/rules/rule.ts'

const notation = new Notation({ want: ['want to', 'wish to', '{deep}'], deep: ['long to'] }, (word) =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
)
const holds = (phrase: string, text: string) => notation.phrase(phrase).isIn(wordsIn(text))

test.each([
  ['i want to sleep', 'now i want to sleep well', true],
  ['i want to sleep', 'i wanted to sleep', false],
  ['(cat|black dog) ran', 'the black dog ran', true],
  ['a very? good day', 'a good day', true],
  ['suicid*', 'so suicidal', true],
  ['{want} rest', 'i long to rest', true],
  ['took .. pills', 'took all of my pills', true],
  ['took .. pills', 'took one two three four pills', false],
  ['took ..4 pills', 'took one two three four pills', true],
  ['^ so tired', 'i am so tired', false],
  ['done $', 'i am done', true],
  ['done $', 'i am done here', false],
  ['möchte', 'ich moechte', true],
  ['möchte', 'ich mochte', true],
])('%s in "%s": %s', (phrase, text, expected) => {
  expect(holds(phrase, text)).toBe(expected)
})

test('the first place, and the shortest way to be there', () => {
  expect(notation.phrase('a ..2 (b|b c)').find(wordsIn('x a y b c'))).toEqual({ start: 1, end: 4 })
})

test.each([
  ['(a|b', /without "\)"/],
  ['a)', /without "\("/],
  ['? a', /follows nothing/],
  ['{unknown} a', /no list is called "unknown"/],
  ['.. $', /needs one word/],
  ['a ..40 b', /a gap is 1 to 8 words/],
  ['(a|) b', /empty choice/],
  ['a+ b', /has no meaning here/],
])('%s is refused', (phrase, message) => {
  expect(() => notation.phrase(phrase)).toThrow(message)
})

test('a list that holds itself is refused', () => {
  const round = new Notation({ a: ['x {b}'], b: ['y {a}'] }, (word) => word)
  expect(() => round.phrase('{a}')).toThrow(/nested too deeply/)
})

test('every English rule and figure of speech can be read', () => {
  for (const rule of englishRules) expect(rule.phrases.length, rule.code).toBeGreaterThan(0)
  expect(phrases(figures).length).toBeGreaterThan(100)
})

test('anchors: wherever a phrase is found, one of its anchors stands', () => {
  const vocabulary = [...new Set(englishRules.flatMap((rule) => rule.phrases.flatMap((one) => one.anchors)))]
    .map((anchor) => normalise(anchor.replace('*', '')))
    .slice(0, 400)
  const words = fc.array(fc.constantFrom('i', 'want', 'to', 'my', 'the', ...vocabulary), { maxLength: 12 })
  fc.assert(
    fc.property(words, (some) => {
      const text = some.join(' ').split(' ')
      for (const rule of englishRules) {
        for (const phrase of rule.phrases) {
          if (!phrase.isIn(text)) continue
          const found = phrase.anchors.some((anchor) =>
            anchor.endsWith('*')
              ? text.some((word) => word.startsWith(anchor.slice(0, -1)))
              : text.includes(anchor),
          )
          expect(found, `${rule.code}: ${text.join(' ')}`).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})
