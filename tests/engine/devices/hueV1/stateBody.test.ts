/** Bodies of CLIP v1: what they may hold, and that percent survives 254 steps. */
import { describe, expect, it } from 'vitest'
import {
  isGentle,
  percentOf,
  stateBody,
  stepsOf,
  withinAbilities,
} from '../../../../electron/engine/devices/hueV1/stateBody.ts'

describe('a body', () => {
  it('is brightness in steps, mirek or a colour, and tenths of a second', () => {
    expect(stateBody({ brightness: 33.33, mirek: 369.6, fadeMs: 4000.4 })).toEqual({
      bri: 85,
      ct: 370,
      transitiontime: 40,
    })
    expect(stateBody({ xy: { x: 0.456_789, y: 0.41 }, mirek: 300, fadeMs: 1000 })).toEqual({
      xy: [0.4568, 0.41],
      transitiontime: 10,
    })
    expect(stateBody({ brightness: 0, fadeMs: 0 }).bri).toBe(1)
  })

  it('gives back the very step it read', () => {
    for (let step = 1; step <= 254; step++) expect(stepsOf(percentOf(step))).toBe(step)
    expect(percentOf(255)).toBe(100)
  })

  it('tells no lamp of what it cannot do', () => {
    const body = { bri: 100, ct: 300, transitiontime: 40 }
    expect(withinAbilities(body, { can: { dim: true, temperature: null, colour: null } })).toEqual({
      bri: 100,
      transitiontime: 40,
    })
    expect(withinAbilities(body, { can: { dim: false, temperature: null, colour: null } })).toEqual({
      transitiontime: 40,
    })
  })

  it('never leaves when it would switch, flash or run by itself', () => {
    const gentle = stateBody({ brightness: 20, fadeMs: 4000 })
    expect(isGentle(gentle)).toBe(true)
    for (const more of [
      { on: true },
      { on: false },
      { alert: 'select' },
      { alert: 'none' },
      { effect: 'colorloop' },
      { hue: 100 },
      { sat: 100 },
      { bri_inc: 10 },
      { ct_inc: 1 },
      { xy_inc: [0.1, 0.1] },
      { scene: 'aBcD' },
      { bri: 0 },
      { bri: 255 },
      { bri: 1.5 },
      { bri: Number.NaN },
      { ct: 20 },
      { xy: [1.2, 0] },
      { xy: [0.2] },
      { transitiontime: -1 },
      { transitiontime: 70_000 },
      { rgb: [1, 2, 3] },
    ]) {
      expect(isGentle({ ...gentle, ...more }), JSON.stringify(more)).toBe(false)
    }
    for (const none of [null, [], 'bri', { transitiontime: 4 }, { bri: 4 }, {}]) {
      expect(isGentle(none)).toBe(false)
    }
  })
})
