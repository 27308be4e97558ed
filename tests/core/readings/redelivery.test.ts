/** A message that a broker sends again is known by its number and content; one that only looks alike is not. */
import { expect, test } from 'vitest'
import { type DeliveredMessage, RedeliveryMemory } from '../../../electron/core/readings/redelivery.ts'

const message = (over: Partial<DeliveredMessage> = {}): DeliveredMessage => ({
  messageId: 1,
  again: false,
  retained: false,
  topic: 'hr',
  payload: Uint8Array.of(54, 49),
  ...over,
})

test('sent again with the same number and content, it is a repeat', () => {
  const memory = new RedeliveryMemory()
  expect(memory.isRepeat(message())).toBe(false)
  expect(memory.isRepeat(message({ again: true }))).toBe(true)
})

test.each([
  ['not marked as sent again', {}],
  ['another number', { again: true, messageId: 2 }],
  ['another content', { again: true, payload: Uint8Array.of(54, 50) }],
  ['another topic', { again: true, topic: 'watch' }],
  ['no number at all', { again: true, messageId: null }],
])('%s: it is another message', (_name, over) => {
  const memory = new RedeliveryMemory()
  memory.isRepeat(message())
  expect(memory.isRepeat(message(over))).toBe(false)
})

test('a message that was never read is read, though it is marked as sent again', () => {
  expect(new RedeliveryMemory().isRepeat(message({ again: true }))).toBe(false)
})

test('a new session starts numbers over', () => {
  const memory = new RedeliveryMemory()
  memory.isRepeat(message())
  memory.forgetNumbers()
  expect(memory.isRepeat(message({ again: true }))).toBe(false)
})

test('what is retained is read once per topic and value', () => {
  const memory = new RedeliveryMemory()
  const kept = (over: Partial<DeliveredMessage> = {}) =>
    memory.isRepeat(message({ retained: true, messageId: null, ...over }))
  expect([kept(), kept(), kept({ topic: 'watch' }), kept({ payload: Uint8Array.of(1) }), kept()]).toEqual([
    false,
    true,
    false,
    false,
    false,
  ])
  memory.forgetRetained()
  expect(kept()).toBe(false)
})

test('it remembers the last few hundred and no more', () => {
  const memory = new RedeliveryMemory()
  for (let messageId = 1; messageId <= 60_000; messageId++) memory.isRepeat(message({ messageId }))
  expect(memory.isRepeat(message({ messageId: 60_000, again: true }))).toBe(true)
  expect(memory.isRepeat(message({ messageId: 59_600, again: true }))).toBe(true)
  expect(memory.isRepeat(message({ messageId: 59_000, again: true }))).toBe(false)
})
