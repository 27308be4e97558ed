/** The same message and seed give the same candidates, and authored words do not repeat themselves. */
import { readFileSync } from 'node:fs'
import { expect, it, test } from 'vitest'
import {
  authoredQuestion,
  authoredReply,
  candidateSeed,
  seedOf,
  triesFor,
} from '../../../electron/core/chat/candidates.ts'
import { messageKind, messageKinds } from '../../../electron/core/chat/messageKind.ts'
import type { PromptFile } from '../../../electron/core/chat/promptFile.ts'

const load = (name: string): PromptFile =>
  JSON.parse(readFileSync(new URL(`../../../resources/prompts/${name}.json`, import.meta.url), 'utf8'))
const settings = load('tiny').candidates
const authored = settings?.authored ?? expect.unreachable('the prompts for tiny models have candidates')

test.each([
  ['hi', 'greeting'],
  ['Good morning', 'greeting'],
  ['hey, how are you?', 'howAreYou'],
  ['thanks, that helped', 'thanks'],
  ['ok thank you, I feel better now', 'thanks'],
  ['gotta go, meeting starts', 'goodbye'],
  ["I'm going to bed now. Good night.", 'goodbye'],
  ['What should I do?', 'question'],
  ['I got the job!!', 'good'],
  ['We adopted a dog yesterday.', 'good'],
  ["I finally asked, but she isn't happy.", 'statement'],
  ['My boss never says thank you to anyone for all the work that we do.', 'statement'],
  ['', 'statement'],
])('%s is a %s', (text, kind) => {
  expect(messageKind(text)).toBe(kind)
})

it('spreads seeds, the same ones each time, starting with the one asked for', () => {
  const seeds = [0, 1, 2, 3, 4].map((nth) => candidateSeed(7, nth))
  expect(seeds[0]).toBe(7)
  expect(new Set(seeds).size).toBe(5)
  for (const seed of seeds) expect(seed >>> 0).toBe(seed)
  expect(seedOf('long day')).toBe(seedOf('long day'))
  expect(seedOf('long day')).not.toBe(seedOf('long night'))
})

it('tries less where few answers are right', () => {
  expect(triesFor('My boss is away.', 5)).toBe(5)
  expect(triesFor('thanks', 5)).toBe(2)
})

it('has authored words for every kind of message, each different from the one before', () => {
  const messages = ['My boss is away.', 'I got the job!', 'Why me?', 'hi', 'how are you?', 'thanks', 'bye']
  expect(messages.map(messageKind)).toEqual(messageKinds)
  for (const message of messages) {
    const said: string[] = []
    for (let turn = 1; turn <= 20; turn++) {
      const reply = authoredReply(authored, message, turn, said)
      expect(authored[messageKind(message)]).toContain(reply)
      expect(reply).not.toBe(said.at(-1))
      said.push(reply)
    }
    const kinds = authored[messageKind(message)].length
    expect(new Set(said.slice(0, kinds)).size, 'all of them before any comes again').toBe(kinds)
  }
})

it('says the same in the same place', () => {
  expect(authoredReply(authored, 'Hm.', 3, ['a'])).toBe(authoredReply(authored, 'Hm.', 3, ['a']))
})

it('asks authored questions that were not just asked', () => {
  const questions = settings?.questions ?? []
  const said = questions.slice(1).map((question) => `You are tired. ${question}`)
  expect(authoredQuestion(questions, 'Hm.', 1, said)).toBe(questions[0])
})

it('larger models get it right at once', () => {
  expect(load('standard').candidates).toBeUndefined()
})
