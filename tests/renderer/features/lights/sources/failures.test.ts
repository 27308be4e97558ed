/** Every code of the contract has words of its own, and a way on. */
import { getEventIteratorSchemaDetails } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { lights, lightsPhase } from '../../../../../electron/contract/lights.ts'
import {
  type BrokerFailure,
  brokerFailures,
  isAlarm,
  type LightsTrouble,
  remedyOf,
} from '../../../../../renderer/features/lights/sources/failures.ts'
import words from '../../../../../renderer/text/en.lightSources.json'

/** Codes under a name, wherever a schema of the contract has them. */
function codesOf(schema: unknown, name: string, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found
  const { options, shape } = schema as { options?: unknown[]; shape?: Record<string, { options?: string[] }> }
  for (const code of shape?.[name]?.options ?? []) found.add(code)
  for (const option of options ?? []) codesOf(option, name, found)
  return found
}
const pairSteps = getEventIteratorSchemaDetails(lights.pair['~orpc'].outputSchema)?.yields
const ofSources = codesOf(lightsPhase, 'failure')
const ofLooks = codesOf(lights.lookAt['~orpc'].outputSchema, 'failure')
const ofPairing = codesOf(pairSteps, 'failure')
const said: Record<string, string> = words.lightSources.failure

describe('words', () => {
  it('are there for every code, and none is left over', () => {
    expect(ofSources.size).toBeGreaterThanOrEqual(14)
    expect(ofLooks.size).toBeGreaterThan(ofSources.size)
    expect(ofPairing.size).toBeGreaterThan(ofSources.size)
    const all = new Set([...ofSources, ...ofLooks, ...ofPairing])
    expect([...all].sort()).toEqual(Object.keys(said).sort())
  })

  it('differ for every code, certificates above all', () => {
    expect(new Set(Object.values(said)).size).toBe(Object.keys(said).length)
  })

  it('are there for every answer of the maker’s server', () => {
    const outcomes = codesOf(lights.lookUp['~orpc'].outputSchema, 'outcome')
    const own: Record<string, string> = words.pairBridge.maker
    expect(outcomes.size).toBe(4)
    for (const outcome of outcomes) expect(own[outcome === 'answered' ? 'none' : outcome]).toBeTruthy()
  })

  it('of a broker stand in for codes there are', () => {
    const own: Record<BrokerFailure, string> = words.lightSources.brokerFailure
    expect(Object.keys(own).sort()).toEqual([...brokerFailures].sort())
    for (const code of brokerFailures) expect(ofSources.has(code)).toBe(true)
  })
})

describe('ways on', () => {
  const source = (driver: 'hue' | 'mqttLights', failure: LightsTrouble) => ({
    driver,
    phase: lightsPhase.parse({ phase: 'failed', failure, retrying: false }),
  })

  it('are there for every code a source can have', () => {
    for (const code of ofSources) {
      expect(remedyOf(source('hue', code as LightsTrouble))).not.toBeNull()
      expect(['retry', 'sensing']).toContain(remedyOf(source('mqttLights', code as LightsTrouble)))
    }
    expect(remedyOf({ driver: 'hue', phase: { phase: 'connected' } })).toBeNull()
  })

  it('go over the fingerprint where it changed, and over pairing where the key is gone', () => {
    expect(remedyOf(source('hue', 'certificate_changed'))).toBe('look')
    expect(remedyOf(source('hue', 'key_removed'))).toBe('pair')
  })

  it('only a changed fingerprint is an alarm', () => {
    const alarms = [...ofSources].filter((code) => isAlarm(source('hue', code as LightsTrouble)))
    expect(alarms).toEqual(['certificate_changed'])
  })
})
