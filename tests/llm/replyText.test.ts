/** Text comes whole: letters that span tokens are never shown in half, and words that end a turn not at all. */

import type { LlamaModel } from 'node-llama-cpp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { llamaLibrary } from '../../electron/llm/llamaLibrary.ts'
import { ReplyText } from '../../electron/llm/replyText.ts'
import { tinyModelPath } from '../fixtures/tinyGguf.ts'

let model: LlamaModel
beforeAll(async () => {
  const { llama } = await llamaLibrary()
  model = await llama.loadModel({ modelPath: tinyModelPath('chat'), vocabOnly: true })
})
afterAll(() => model.dispose())

function pieces(text: string, turnEnds: string[] = []): { shown: string[]; ended: boolean } {
  const reply = new ReplyText(model, [], turnEnds)
  const shown: string[] = []
  for (const token of model.tokenize(text)) {
    shown.push(reply.push(token))
    if (reply.ended) break
  }
  shown.push(reply.flush())
  return { shown, ended: reply.ended }
}

test.each(['Grüße 😊 and 你好', 'שלום, مرحبا', '👨‍👩‍👧‍👦', 'plain words'])(
  '%s comes out as it went in',
  (text) => {
    const { shown } = pieces(text)
    expect(shown.join('')).toBe(text)
    expect(shown.join('|')).not.toContain('\ufffd')
  },
)

test('half a letter at the end is left out', () => {
  const reply = new ReplyText(model, [], [])
  const [first, second] = model.tokenize('😊')
  if (first === undefined || second === undefined) throw new Error('expected two tokens')
  expect([reply.push(first), reply.push(second), reply.flush()]).toEqual(['', '', ''])
})

test('a text that ends the turn is cut off, wherever tokens divide it', () => {
  const { shown, ended } = pieces('I hear you.\n### user: and more', ['### user:'])
  expect(shown.join('')).toBe('I hear you.\n')
  expect(ended).toBe(true)
})

test('what only began like such a text is shown in the end', () => {
  expect(pieces('Number ### us', ['### user:']).shown.join('')).toBe('Number ### us')
})
