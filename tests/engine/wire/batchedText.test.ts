/** Fast text is joined, the first piece and everything that is not text goes at once, nothing is lost. */
import { expect, test } from 'vitest'
import type { ReplyEvent } from '../../../electron/engine/ports/languageModel.ts'
import { batchedText } from '../../../electron/engine/wire/batchedText.ts'

const text = (delta: string): ReplyEvent => ({ type: 'text', delta })
const done: ReplyEvent = {
  type: 'done',
  reason: 'end',
  usage: { inputTokens: 1, outputTokens: 1, promptTokens: 1 },
  promptText: '',
}

async function* events(list: readonly ReplyEvent[]): AsyncGenerator<ReplyEvent> {
  for (const event of list) {
    await Promise.resolve()
    yield event
  }
}
async function all(stream: AsyncIterable<ReplyEvent>): Promise<ReplyEvent[]> {
  const found: ReplyEvent[] = []
  for await (const event of stream) found.push(event)
  return found
}

test('joins what comes at once behind the first piece', async () => {
  const list = 'abcdefgh'.split('').map(text)
  const sent = await all(batchedText(events([...list, done])))
  const deltas = sent.flatMap((event) => (event.type === 'text' ? [event.delta] : []))
  expect(deltas.join('')).toBe('abcdefgh')
  expect(deltas.length).toBeLessThan(4)
  expect(sent.at(-1)).toEqual(done)
})

test('the first piece waits for nothing', async () => {
  async function* slow(): AsyncGenerator<ReplyEvent> {
    yield text('a')
    await new Promise(() => {})
  }
  const first = await batchedText(slow(), () => 0).next()
  expect(first.value).toEqual(text('a'))
})

test('keeps the order of text and everything else', async () => {
  const reading: ReplyEvent = { type: 'reading', readTokens: 1, totalTokens: 2 }
  const sent = await all(batchedText(events([reading, text('a'), done])))
  expect(sent).toEqual([reading, text('a'), done])
})

test('passes on a failure after what came before it', async () => {
  async function* failing(): AsyncGenerator<ReplyEvent> {
    yield text('a')
    throw new Error('gone')
  }
  const stream = batchedText(failing())
  expect((await stream.next()).value).toEqual(text('a'))
  await expect(stream.next()).rejects.toThrow('gone')
})
