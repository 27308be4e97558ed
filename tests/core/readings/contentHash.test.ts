/** The short stand-in for a long content: the same for the same, different for what differs. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHash } from '../../../electron/core/readings/contentHash.ts'

test('a safe whole number, the same for text and for its ASCII bytes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{0,200}$/), (text) => {
      const hash = contentHash(text)
      expect(Number.isSafeInteger(hash)).toBe(true)
      expect(contentHash(new TextEncoder().encode(text))).toBe(hash)
    }),
  )
})

test('fifty thousand lists of intervals all differ', () => {
  const hashes = new Set<number>()
  for (let number = 0; number < 50_000; number++) hashes.add(contentHash(`${800 + (number % 200)},${number}`))
  expect(hashes.size).toBe(50_000)
})
