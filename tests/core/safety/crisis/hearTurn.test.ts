/** One message as an answer: which class it is, and which it is not. */
import { expect, test } from 'vitest'
import { type HeardTurn, hearTurn } from '../../../../electron/core/safety/crisis/hearTurn.ts'
import { safetyText } from '../../../eval/score.ts'
import { calmTurns } from '../crisisAlphabet.ts'

const hear = (text: string, asksIdentity = false) => hearTurn(text, [safetyText], asksIdentity)

/** What each letter of the walk must be heard as, or the walk proves nothing. */
const classes: Record<keyof typeof calmTurns & string, Partial<HeardTurn>> = {
  yes: { answer: 'yes' },
  no: { answer: 'no' },
  unsure: { answer: 'unsure' },
  ok: { manner: 'ok' },
  noted: { manner: 'noted' },
  silence: { manner: 'silence' },
  joking: { manner: 'joking' },
  denial: { manner: 'denial' },
  anger: { manner: 'anger' },
  leaving: { manner: 'leaving' },
  identity: { manner: 'identity' },
  reached: { news: 'reached' },
  beside: { news: 'beside', person: true },
  near: { news: 'beside', person: false },
  eased: { news: 'eased' },
  worse: { news: 'worse' },
  soon: { when: 'soon' },
  later: { when: 'later' },
  person: { person: true },
  subject: { answer: null, manner: null, barrier: null, news: null, when: null },
  'barrier.cost': { barrier: 'cost' },
  'barrier.shame': { barrier: 'shame' },
  'barrier.forced': { barrier: 'forced' },
  'barrier.misunderstood': { barrier: 'misunderstood' },
  'barrier.phone': { barrier: 'phone' },
  'barrier.privacy': { barrier: 'privacy' },
  'barrier.language': { barrier: 'language' },
  'barrier.before': { barrier: 'before' },
  'barrier.burden': { barrier: 'burden' },
  'barrier.nobody': { barrier: 'nobody' },
  'barrier.unanswered': { barrier: 'unanswered' },
}

test.each(Object.entries(calmTurns))('the letter "%s" is heard as such', (name, text) => {
  expect(Object.keys(classes)).toContain(name)
  expect(hear(text, name === 'identity')).toMatchObject(classes[name] ?? {})
})

test('typed otherwise, heard the same', () => {
  expect(hear('YEAH').answer).toBe('yes')
  expect(hear('Nooo').answer).toBe('no')
  expect(hear('.').manner).toBe('silence')
  expect(hear('😔').manner).toBe('silence')
  expect(hear('im not joking, i mean it').manner).not.toBe('joking')
  expect(hear('They won’t understand me').barrier).toBe('misunderstood')
})

test('what only looks like an answer is none', () => {
  expect(hear('no one would notice').directAnswer).toBeNull()
  expect(hear("I'm so tired").directAnswer).toBeNull()
  expect(hear("I'm having them every night").directAnswer).toBe('yes')
  expect(hear('yes they are here').news).toBeNull()
  expect(hear('my deadline is coming').news).toBeNull()
  const story = 'We met in spring and he always said he was joking about it. '.repeat(8)
  expect(hear(story).manner).toBeNull()
})

test('100 kB is heard in a moment', () => {
  const text = 'i called nobody and the police '.repeat(3300)
  hear(text)
  const began = performance.now()
  hear(`${text}x`)
  expect(performance.now() - began).toBeLessThan(100)
})
