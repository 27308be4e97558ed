/** The session's rules: rising at once, falling slowly, direct answers, and staying total and fast on anything. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../../electron/core/safety/normalise.ts'
import { type Turn, tiers } from '../../../electron/core/safety/tier.ts'
import { triage } from '../../../electron/core/safety/triage.ts'

const person = (text: string): Turn => ({ role: 'person', text })
const lull = (text: string): Turn => ({ role: 'lull', text })
const tierOf = (...turns: Turn[]) => triage(turns).tier

test('perTurn has the tier after each turn, and only the person changes it', () => {
  const result = triage([
    person('long day'),
    lull('I want to die, said nobody here.'),
    person('I want to die'),
    lull('Thank you for telling me.'),
  ])
  expect(result.perTurn).toEqual(['none', 'none', 'high', 'high'])
})

test('a calm message does not lower a high session; several do, one step at a time', () => {
  const calm = Array.from({ length: 9 }, () => [lull('Mm.'), person('the soup was good')]).flat()
  const { perTurn } = triage([person('I want to die'), ...calm])
  const ofPerson = perTurn.filter((_, index) => index % 2 === 0)
  expect(ofPerson).toEqual([
    'high',
    'high',
    'high',
    'high',
    'concern',
    'concern',
    'concern',
    'none',
    'none',
    'none',
  ])
})

test('a no to the direct question is believed, but does not undo an overdose', () => {
  const asked = lull('Are you thinking about ending your life?')
  expect(tierOf(person('I want to die'), asked, person('no, I was exaggerating'))).toBe('concern')
  expect(tierOf(person('I just took all my pills'), asked, person('no'))).toBe('imminent')
})

test('a yes counts only after a direct question, and only from the person', () => {
  expect(tierOf(person('hm'), lull('Are you having thoughts of suicide?'), person('yes'))).toBe('high')
  expect(tierOf(person('hm'), lull('Would you like tea?'), person('yes'))).toBe('none')
  expect(
    tierOf(person('hm'), lull('Have you asked them whether they think about suicide?'), person('yes')),
  ).toBe('none')
  expect(tierOf(person('hm'), lull('Are you thinking about ending your life?'), person("I'm not sure"))).toBe(
    'concern',
  )
})

test('means named later belong to a wish said earlier', () => {
  expect(tierOf(person('I have the pills here'))).toBe('none')
  expect(tierOf(person('I want to die'), lull('Thank you.'), person('I have the pills here'))).toBe(
    'imminent',
  )
})

test('reasons are codes, never words of the person', () => {
  const { reasons } = triage([person('I want to kill myself, Xanthippe, tonight')])
  expect(reasons.length).toBeGreaterThan(0)
  for (const reason of reasons) expect(reason).toMatch(/^[a-z-]+\.[a-z-]+\/(?:self|other)$/)
})

test.each([
  ['I don’t wаnt to dіe', 'none'],
  ['I W A N T  T O  D I E'.toLowerCase(), 'high'],
  ['i want to ki\u200bll my\u00adself', 'high'],
  ['i want to killlll myself', 'high'],
  ['I   WANT\tTO\u00a0DIE', 'high'],
  ['ｉ ｗａｎｔ ｔｏ ｄｉｅ', 'high'],
])('spelling does not hide it: %j', (text, tier) => {
  expect(tierOf(person(text))).toBe(tier)
})

test('words in quotes: titles are dropped, a friend’s words count for the friend', () => {
  expect(tierOf(person('the song "I want to die" again'))).toBe('none')
  const friend = triage([person('my friend texted me "I want to die"')])
  expect(friend.kinds).toEqual(['someone-else'])
  expect(tierOf(person('I keep thinking "I want to die"'))).toBe('high')
})

test('total: any strings give a result of the right shape', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          role: fc.constantFrom('person' as const, 'lull' as const),
          text: fc.string({ unit: 'binary' }),
        }),
        { maxLength: 8 },
      ),
      (turns) => {
        const result = triage(turns)
        expect(result.perTurn).toHaveLength(turns.length)
        expect(tiers).toContain(result.tier)
        // Grief is heard without a tier.
        expect(result.tier === 'none').toBe(result.kinds.every((kind) => kind === 'grief'))
      },
    ),
  )
})

test('clear words are found wherever they stand in calm text', () => {
  const calm = fc.stringMatching(/^(?:(?:the|train|was|late|and|soup|blue|window) ){0,30}$/)
  fc.assert(
    fc.property(calm, calm, (before, after) => {
      expect(tierOf(person(`${before}. I want to kill myself. ${after}`))).not.toBe('none')
    }),
  )
})

test('normalise keeps what rules need and nothing invisible', () => {
  expect(normalise('I’m gonna k\u200bms rn')).toBe("i'm going to kms right now")
  expect(normalise('9 to 5, room 204, 30 pills')).toBe('9 to 5, room 204, 30 pills')
  expect(normalise('Café — su1c1de')).toBe('cafe - suicide')
})
