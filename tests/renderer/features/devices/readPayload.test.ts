/** A message can be shown whole, bare, or as far as it arrived. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completedJson, readPayload } from '../../../../renderer/features/devices/readPayload.ts'

describe('a payload', () => {
  it('is JSON, or a bare word', () => {
    expect(readPayload('{"hr":66}')).toEqual({ value: { hr: 66 }, isCut: false })
    expect(readPayload('72')).toEqual({ value: 72, isCut: false })
    expect(readPayload('unavailable')).toEqual({ value: 'unavailable', isCut: false })
    expect(readPayload('')).toEqual({ value: '', isCut: false })
  })

  it('that was cut is shown as far as it is whole', () => {
    expect(readPayload('{"data":[{"qty":48.2,"date":"2026-')).toEqual({
      value: { data: [{ qty: 48.2 }] },
      isCut: true,
    })
    expect(readPayload('[905,912,8')).toEqual({ value: [905, 912], isCut: true })
    expect(readPayload('{"a":{"b":1},"c')).toEqual({ value: { a: { b: 1 } }, isCut: true })
  })

  it('that is broken is shown as it is', () => {
    expect(readPayload('{]')).toEqual({ value: '{]', isCut: false })
    expect(readPayload('not {"json"')).toEqual({ value: 'not {"json"', isCut: false })
    expect(completedJson('"open')).toBeNull()
  })

  it('cut anywhere never fails, and never invents a value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, at) => {
        const text = JSON.stringify(value)
        const cut = text.slice(0, at % (text.length + 1))
        const read = readPayload(cut)
        if (read.isCut) expect(typeof read.value).toBe('object')
      }),
      { numRuns: 300 },
    )
  })
})
