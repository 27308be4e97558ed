/** "Are you human?" in its many forms, and what only looks like it. */
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

test('every answer says that it is a program', () => {
  for (let turn = 0; turn < safetyText.identity.length; turn++) {
    expect(identityAnswer(safetyText, turn)).toMatch(/program|software/)
  }
})
