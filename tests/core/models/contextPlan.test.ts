/** Context is made smaller before a model is refused, and never larger than it was trained for. */
import { describe, expect, it } from 'vitest'
import { contextBytesPerToken, contextPlan } from '../../../electron/core/models/contextPlan.ts'
import { memoryNeedBytes } from '../../../electron/core/models/model.ts'

const model = { sizeBytes: 1_000_000_000, parameters: 2_000_000_000, trainedContextTokens: 32_768 }
const needAt = (tokens: number) =>
  memoryNeedBytes(model.sizeBytes, tokens * contextBytesPerToken(model.parameters))

describe('contextPlan', () => {
  it('gives 4,096 tokens where there is room', () => {
    expect(contextPlan(model, 16e9)).toEqual({ contextTokens: 4096, fit: 'fits', needBytes: needAt(4096) })
  })

  it('halves the context before it says too big', () => {
    const available = needAt(2048) / 0.9 + 1
    expect(contextPlan(model, available)).toMatchObject({ contextTokens: 2048, fit: 'tight' })
    expect(contextPlan(model, available - 1e6)).toMatchObject({ contextTokens: 2048, fit: 'too-big' })
  })

  it('keeps to the training length', () => {
    expect(contextPlan({ ...model, trainedContextTokens: 512 }, 16e9).contextTokens).toBe(512)
    expect(contextPlan({ ...model, trainedContextTokens: null }, 16e9).contextTokens).toBe(4096)
  })

  it('needs more for a model of unknown size than for a small one', () => {
    expect(contextBytesPerToken(null)).toBeGreaterThan(contextBytesPerToken(135_000_000))
    expect(contextBytesPerToken(8_000_000_000)).toBeGreaterThan(contextBytesPerToken(4_000_000_000))
  })
})
