/** One answering source is a running sensor; without any the reason that helps most is told. */
import { expect, test } from 'vitest'
import type { SensorProblem } from '../../../electron/core/presence/sensor.ts'
import { conditionFrom, type SourceState } from '../../../electron/core/presence/sensorCondition.ts'

const fails = (problem: SensorProblem, detail: string | null = null): SourceState => ({
  state: 'fails',
  problem,
  detail,
})
const condition = (sources: Record<string, SourceState>) => conditionFrom(new Map(Object.entries(sources)))

test('nobody has said anything yet', () => {
  expect(condition({})).toEqual({ state: 'starting' })
  expect(condition({ mutter: { state: 'starting' }, logind: fails('hung') })).toEqual({ state: 'starting' })
})

test('answering sources are told in order', () => {
  expect(
    condition({ mutter: { state: 'answers' }, logind: { state: 'answers' }, other: fails('crashed') }),
  ).toEqual({ state: 'running', sources: ['logind', 'mutter'] })
})

test('of several problems the most telling one', () => {
  expect(condition({ a: fails('desktop_cannot_tell'), b: fails('crashed', 'exit code 1') })).toEqual({
    state: 'unavailable',
    problem: 'crashed',
    detail: 'exit code 1',
  })
  expect(condition({ a: fails('not_installed'), b: fails('no_display') })).toMatchObject({
    problem: 'no_display',
  })
})
