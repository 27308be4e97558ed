/** Names of mappings are names, are free, and are found again in a source. */
import { expect, test } from 'vitest'
import { freeMappingId, isMappingId, mappingOfSource } from '../../../electron/core/readings/mappingId.ts'
import { presets } from '../../../electron/core/readings/presets.ts'

test('presets have names, and a second use of one gets another', () => {
  const ids = presets.flatMap(({ mappings }) => mappings('x').map(({ id }) => id))
  expect(ids.filter((id) => !isMappingId(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(freeMappingId('strap.rr', new Set())).toBe('strap.rr')
  expect(freeMappingId('strap.rr', new Set(['strap.rr', 'strap.rr-2']))).toBe('strap.rr-3')
  expect(isMappingId(freeMappingId('x'.repeat(80), new Set(['x'.repeat(80)])))).toBe(true)
})

test('a slash is kept for the device', () => {
  expect(isMappingId('strap/rr')).toBe(false)
  expect(isMappingId('')).toBe(false)
  expect(isMappingId('x'.repeat(81))).toBe(false)
  expect(mappingOfSource('strap.rr/1A2B/left')).toBe('strap.rr')
  expect(mappingOfSource('strap.rr')).toBe('strap.rr')
})
