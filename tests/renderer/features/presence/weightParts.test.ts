/** Weights as parts, and which sensor a weight of nothing stops. */
import { expect, it } from 'vitest'
import { defaultWeights, FAMILIES } from '../../../../electron/core/stress/families.ts'
import { partsOf, silences, weightOf } from '../../../../renderer/features/presence/weightParts.ts'

it('parts and weights are the same table', () => {
  expect(FAMILIES.map((family) => partsOf(defaultWeights[family]))).toEqual([30, 25, 15, 10, 8, 5, 5, 2])
  for (const family of FAMILIES) {
    expect(weightOf(partsOf(defaultWeights[family]))).toBe(defaultWeights[family])
  }
})

it('a sensor stops only when everything it feeds weighs nothing', () => {
  expect(silences(defaultWeights, 'typing')).toBeNull()
  expect(silences({ ...defaultWeights, typing: 0 }, 'typing')).toBe('zero')
  expect(silences({ ...defaultWeights, typing: 0, pointer: 0 }, 'typing')).toBe('zeroSensor')
  expect(silences({ ...defaultWeights, comms: 0 }, 'comms')).toBe('zero')
  expect(silences({ ...defaultWeights, machine: 0 }, 'machine')).toBe('zeroSensor')
  expect(silences({ ...defaultWeights, body: 0 }, 'body')).toBe('zeroSensor')
  expect(silences({ ...defaultWeights, self: 0 }, 'self')).toBe('zero')
})
