/** Three deaths in a row within five minutes, and not before. */
import { describe, expect, it } from 'vitest'
import { afterDeath, keepsDying, noCrashes } from '../../../electron/core/models/crashRecord.ts'

const record = (...at: number[]) => at.reduce(afterDeath, noCrashes)

describe('crashRecord', () => {
  it('opens at the third death', () => {
    expect(keepsDying(record(0, 1_000))).toBe(false)
    expect(keepsDying(record(0, 1_000, 300_000))).toBe(true)
  })

  it('lets deaths far apart pass', () => {
    expect(keepsDying(record(0, 200_000, 300_001))).toBe(false)
    expect(keepsDying(record(0, 200_000, 300_001, 400_000))).toBe(true)
  })
})
