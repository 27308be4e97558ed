/** Conditions are told when they change and only then. */
import { expect, test } from 'vitest'
import { SensorBoard } from '../../../../electron/engine/devices/system/sensorBoard.ts'
import { HeardSink } from './heardSink.ts'

function board() {
  const sink = new HeardSink()
  return { sink, board: new SensorBoard((sensor, condition) => sink.condition(sensor, condition)) }
}

test('off, starting, running, off', () => {
  const { sink, board: it } = board()
  it.turnOff('presence')
  expect(sink.history).toEqual([])
  it.turnOn('presence')
  it.set('presence', 'own', 'mutter', { state: 'answers' })
  it.set('presence', 'own', 'mutter', { state: 'answers' })
  expect(sink.conditions.presence).toEqual({ state: 'running', sources: ['mutter'] })
  it.turnOff('presence')
  expect(sink.history).toEqual(['presence starting', 'presence running', 'presence off'])
})

test('what comes after the end is ignored', () => {
  const { sink, board: it } = board()
  it.set('calls', 'own', 'camera', { state: 'answers' })
  expect(sink.history).toEqual([])
  expect(it.isOn('calls')).toBe(false)
})

test('a process takes its own sources with it, and no others', () => {
  const { sink, board: it } = board()
  it.turnOn('screen')
  it.set('screen', 'own', 'kde-power', { state: 'answers' })
  it.set('screen', 'desktop', 'x11', { state: 'answers' })
  expect(sink.conditions.screen).toEqual({ state: 'running', sources: ['kde-power', 'x11'] })
  it.clear('screen', 'desktop')
  expect(sink.conditions.screen).toEqual({ state: 'running', sources: ['kde-power'] })
})

test('one name from two origins is told once', () => {
  const { sink, board: it } = board()
  it.turnOn('presence')
  it.set('presence', 'desktop', 'x11', { state: 'answers' })
  it.set('presence', 'own', 'x11', { state: 'fails', problem: 'hung', detail: null })
  expect(sink.conditions.presence).toEqual({ state: 'running', sources: ['x11'] })
})
