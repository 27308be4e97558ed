/** What the page keeps in memory when nobody looks at it. */
import { afterEach, expect, it, vi } from 'vitest'
import { newCache } from '../../renderer/App.tsx'
import { conversationKey, outboxKey } from '../../renderer/features/chat/outbox.ts'

afterEach(() => vi.useRealTimers())

it('lets go of talks that were looked at, and never of words that are not on disk yet', () => {
  vi.useFakeTimers()
  const cache = newCache()
  const fleeting = [conversationKey('a'), ['explain', 'b'], ['conversations', 'words']]
  const lasting = [['draft', 'a'], outboxKey('a')]
  for (const key of [...fleeting, ...lasting]) cache.setQueryData(key, 'words')
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(fleeting.map((key) => cache.getQueryData(key))).toEqual([undefined, undefined, undefined])
  expect(lasting.map((key) => cache.getQueryData(key))).toEqual(['words', 'words'])
  cache.clear()
})
