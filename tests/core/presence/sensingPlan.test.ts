/** Which sensors may run. */
import { describe, expect, test } from 'vitest'
import { type SensingChoices, sensingPlan } from '../../../electron/core/presence/sensingPlan.ts'
import { SENSOR_IDS } from '../../../electron/core/presence/sensor.ts'
import { defaultWeights } from '../../../electron/core/stress/families.ts'

const every = { presence: true, calls: true, screen: true, apps: true, input: true, machine: true }
const wanted = (choices: Partial<SensingChoices>, nowMs = 0) => [
  ...sensingPlan({ sensing: every, sensingPaused: null, weights: defaultWeights, ...choices }, nowMs).wanted,
]
const without = (...sensors: string[]) => SENSOR_IDS.filter((sensor) => !sensors.includes(sensor))

test('those the person allowed', () => {
  expect(wanted({})).toEqual(SENSOR_IDS)
  expect(wanted({ sensing: { ...every, apps: false, calls: false } })).toEqual(without('apps', 'calls'))
})

describe('a weight of zero switches a sensor off', () => {
  const weights = (changes: Partial<typeof defaultWeights>) => ({
    weights: { ...defaultWeights, ...changes },
  })
  test.each([
    [{ fragmentation: 0, comms: 0 }, without('apps')],
    [{ fragmentation: 0 }, SENSOR_IDS],
    [{ comms: 0 }, SENSOR_IDS],
    [{ typing: 0, pointer: 0 }, without('input')],
    [{ pointer: 0 }, SENSOR_IDS],
    [{ machine: 0 }, without('machine')],
    [{ hours: 0, self: 0, body: 0 }, SENSOR_IDS],
  ] as const)('%j', (changes, sensors) => expect(wanted(weights(changes))).toEqual(sensors))

  test('and the plan says so', () => {
    const plan = sensingPlan({ sensing: every, sensingPaused: null, ...weights({ machine: 0 }) }, 0)
    expect([...plan.weightless]).toEqual(['machine'])
  })
})

test('a pause stops all of them, until its time has come or the person switches on again', () => {
  const paused = { sensingPaused: { until: 1000 } }
  expect([wanted(paused, 999), wanted(paused, 1000).length]).toEqual([[], 6])
  expect(wanted({ sensingPaused: { until: null } }, 1e15)).toEqual([])
})
