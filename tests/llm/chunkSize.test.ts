/** Pieces of a prompt settle at about a tenth of a second on machines of any speed. */
import { expect, test } from 'vitest'
import { ChunkSize, MAX_CHUNK_TOKENS } from '../../electron/llm/chunkSize.ts'

function settled(tokensPerSecond: number): number {
  const chunk = new ChunkSize()
  for (let i = 0; i < 12; i++) chunk.took(chunk.tokens, (chunk.tokens / tokensPerSecond) * 1000)
  return chunk.tokens
}

test.each([
  [30, 8],
  [220, 32],
  [430, 48],
  [1500, 160],
  [100_000, MAX_CHUNK_TOKENS],
])('at %d tokens a second a piece has %d tokens', (speed, tokens) => {
  expect(settled(speed)).toBe(tokens)
})

test('the rest of a prompt changes nothing', () => {
  const chunk = new ChunkSize()
  chunk.took(3, 90)
  expect(chunk.tokens).toBe(64)
})

test('one slow moment does not make pieces tiny', () => {
  const chunk = new ChunkSize()
  chunk.took(64, 5000)
  expect(chunk.tokens).toBeGreaterThanOrEqual(32)
})
