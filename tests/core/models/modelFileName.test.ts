/** A person's file may be called anything; ours may not. */
import { describe, expect, it } from 'vitest'
import { modelFileName, modelTitle } from '../../../electron/core/models/modelFileName.ts'

describe('modelFileName', () => {
  it.each([
    ['Qwen3.5-2B-Q4_K_M.gguf', 'Qwen3.5-2B-Q4_K_M.gguf'],
    ['../../etc/passwd', 'passwd.gguf'],
    ['C:\\models\\my model.GGUF', 'my model.gguf'],
    ['..', 'model.gguf'],
    ['', 'model.gguf'],
    ['con.gguf', 'model-con.gguf'],
    ['a<b>:c|d?.gguf', 'a-b--c-d-.gguf'],
    ['evil\u202efugg.exe', 'evilfugg.exe.gguf'],
    ['tab\there\u0000.gguf', 'tabhere.gguf'],
    ['小さな声.gguf', '小さな声.gguf'],
  ])('%j becomes %j', (raw, name) => {
    expect(modelFileName(raw)).toBe(name)
  })

  it('is never long', () => {
    expect(modelFileName('🦙'.repeat(400)).length).toBeLessThanOrEqual(205)
  })
})

describe('modelTitle', () => {
  it('prefers what the model calls itself', () => {
    expect(modelTitle('  Quiet 1B\n', 'x.gguf')).toBe('Quiet 1B')
    expect(modelTitle(null, 'quiet-1b.gguf')).toBe('quiet-1b')
    expect(modelTitle('\u0000', '.gguf')).toBe('Model')
  })
})
