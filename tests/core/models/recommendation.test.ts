/** The suggestion follows memory, and stops where words would come too slowly. */
import { describe, expect, it } from 'vitest'
import { recommendedId } from '../../../electron/core/models/recommendation.ts'

const catalogue = [
  { id: 'large', parameters: 4e9, memoryBytes: 3.9e9 },
  { id: 'tiny', parameters: 0.135e9, memoryBytes: 0.75e9 },
  { id: 'middle', parameters: 2e9, memoryBytes: 2e9 },
  { id: 'light', parameters: 0.8e9, memoryBytes: 1.2e9 },
]

describe('recommendedId', () => {
  it.each([
    [64e9, 'middle'],
    [3.4e9, 'middle'],
    [3.2e9, 'light'],
    [1.5e9, 'tiny'],
    [0.1e9, 'tiny'],
  ])('with %d bytes free', (available, id) => {
    expect(recommendedId(catalogue, available)).toBe(id)
  })

  it('has nothing to say about an empty catalogue', () => {
    expect(recommendedId([], 8e9)).toBeNull()
  })
})
