/** "Are you human?" in its many forms, and what only looks like it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identityAnswer, isIdentityQuestion } from '../../../electron/core/safety/identityQuestion.ts'
import { safetyText } from '../../eval/score.ts'

test.each([
  'are you human?',
  'Are you an AI?',
  'are you real',
  'r u a bot?',
  'Am I talking to a real person?',
  'wait, is this a bot?',
  'Are you a robot or a person?',
  'what are you?',
  'who am I talking to?',
  'Do you have feelings?',
  'you’re not a real person, right?',
  'Are you conscious?',
  'is there a human on the other end?',
  'Hey. Are you actually a human being?',
  'are you ChatGPT or are you a person?',
])('%s', (text) => expect(isIdentityQuestion(text)).toBe(true))

test.each([
  'are you there?',
  'Are you sure?',
  'my boss is not human',
  'I am only human',
  'Are you real about that deadline thing?',
  'they asked if I was a robot',
  'what are you thinking?',
  'I work on AI all day',
  'is this real life',
  'Do you have a minute?',
  'are you a fan of tea?',
  'The bot at work asked who I am',
  'what are you up to',
])('not: %s', (text) => expect(isIdentityQuestion(text)).toBe(false))

const phrasings = readFileSync(new URL('../../eval/safety/train/identity.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { text: string; asks: boolean })
test.each(phrasings)('$text: $asks', ({ text, asks }) => expect(isIdentityQuestion(text)).toBe(asks))

test('a question inside something long is not the subject, at its end it is', () => {
  const story = 'My week was long and nobody asked how I was, and then it rained. '
  expect(isIdentityQuestion(`${story.repeat(3)}Are you human?`)).toBe(true)
  expect(isIdentityQuestion(`${story.repeat(20)}Are you human?`)).toBe(false)
})

test('one wording holds the sentence that notices hold', () => {
  expect(safetyText.identity.join(' ')).toContain(
    'The AI companion is a computer program and not a human being. It is unable to feel human emotion.',
  )
})

test('every answer says that it is a program', () => {
  for (let turn = 0; turn < safetyText.identity.length; turn++) {
    expect(identityAnswer(safetyText, turn)).toMatch(/program|software/)
  }
})
