/** Input is counted by the minute, and the hook is started only where it does no harm. */
import { beforeEach, describe, expect, it } from 'vitest'
import { unable } from '../../electron/probes/ability.ts'
import type { InputCounter } from '../../electron/probes/inputCounter.ts'
import { type InputHook, inputSensor } from '../../electron/probes/inputSensor.ts'
import { ProbeStage, settled } from './probeStage.ts'

let stage: ProbeStage
beforeEach(() => {
  stage = new ProbeStage()
})

describe('input counts', () => {
  function hook(change: Partial<InputHook> = {}) {
    const found: { counter?: InputCounter; unhooked: number } = { unhooked: 0 }
    const made: InputHook = {
      problem: async () => null,
      into: async (counter) => {
        found.counter = counter
        return () => void found.unhooked++
      },
      ...change,
    }
    return { found, sensors: { input: inputSensor(made) } }
  }

  it('come at each full minute and hold no more than sums', async () => {
    stage.clock.advance(42_000)
    const start = stage.clock.now()
    const { found, sensors } = hook()
    await stage.running(sensors, 'input')
    expect(stage.told()).toEqual([{ type: 'running', sensor: 'input', source: 'uiohook' }])
    found.counter?.keyDown(0, true)
    stage.clock.advance(18_000)
    const nothing = { keys: 0, deletes: 0, clicks: 0, scrolls: 0, pathPx: 0, pauses: 0, shortPauses: 0 }
    expect(stage.taken('input').map(({ counts }) => counts)).toEqual([
      { fromMs: start, toMs: start + 18_000, ...nothing, keys: 1, deletes: 1 },
    ])
    stage.clock.advance(60_000)
    expect(stage.taken('input').map(({ counts }) => counts)).toEqual([
      { fromMs: start + 18_000, toMs: start + 78_000, ...nothing },
    ])
  })

  it('stop with the wish, and what was counted since is dropped', async () => {
    const { found, sensors } = hook()
    const { want } = await stage.running(sensors, 'input')
    found.counter?.click()
    await want()
    stage.clock.advance(120_000)
    expect(found.unhooked).toBe(1)
    expect(stage.taken('input')).toEqual([])
  })

  it('do not start the hook where it would end the process', async () => {
    let started = false
    const { sensors } = hook({
      problem: async () => unable('no_display'),
      into: async () => {
        started = true
        return () => {}
      },
    })
    await stage.running(sensors, 'input')
    expect(started).toBe(false)
    expect(stage.told()).toEqual([
      { type: 'unavailable', sensor: 'input', problem: 'no_display', detail: null },
    ])
  })

  it('begin when the permission that was missing is given', async () => {
    let isAllowed = false
    const { sensors } = hook({ problem: async () => (isAllowed ? null : unable('permission_missing')) })
    const { want } = await stage.running(sensors, 'input')
    const missing = { type: 'unavailable', sensor: 'input', problem: 'permission_missing', detail: null }
    expect(stage.told()).toEqual([missing])
    stage.clock.advance(60_000)
    await settled()
    expect(stage.told()).toEqual([missing])
    isAllowed = true
    stage.clock.advance(30_000)
    await settled()
    expect(stage.told().at(-1)).toEqual({ type: 'running', sensor: 'input', source: 'uiohook' })
    await want()
  })

  it('are not begun by a permission that comes after the wish', async () => {
    let isAllowed = false
    const { found, sensors } = hook({
      problem: async () => (isAllowed ? null : unable('permission_missing')),
    })
    const { want } = await stage.running(sensors, 'input')
    await want()
    isAllowed = true
    stage.clock.advance(300_000)
    await settled()
    expect(found.counter).toBeUndefined()
  })

  it('say so when the hook cannot be loaded', async () => {
    const { sensors } = hook({ into: () => Promise.reject(new Error('libXt.so.6: cannot open /home/ada')) })
    await stage.running(sensors, 'input')
    expect(stage.told()).toEqual([
      { type: 'unavailable', sensor: 'input', problem: 'not_installed', detail: 'uiohook' },
    ])
  })
})
