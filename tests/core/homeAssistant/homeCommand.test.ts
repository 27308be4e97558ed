/** Commands from a broker: exact, few, and never more than they say. */
import { describe, expect, it } from 'vitest'
import { homeAction, homeCommand, withCommand } from '../../../electron/core/homeAssistant/homeCommand.ts'

const id = 'lull_1a2b3c4d5e6f'
const idle = { running: null, pausedUntilMs: null, isDayDone: false, isCalm: false }

describe('reading', () => {
  it('takes ON and OFF at its topics', () => {
    expect(homeCommand(id, `lull/${id}/on_break/set`, 'ON')).toEqual({ what: 'on_break', on: true })
    expect(homeCommand(id, `lull/${id}/paused/set`, 'OFF')).toEqual({ what: 'paused', on: false })
    expect(homeCommand(id, `lull/${id}/calm/set`, 'ON')).toEqual({ what: 'calm', on: true })
  })

  it.each(['on', 'On', ' ON', 'ON\n', 'TOGGLE', '1', 'true', '', 'ОN', 'ON\0', '{"state":"ON"}'])(
    'takes nothing else: %j',
    (text) => expect(homeCommand(id, `lull/${id}/paused/set`, text)).toBeNull(),
  )

  it.each([
    `lull/${id}/break_due/set`,
    `lull/${id}/paused/state`,
    'lull/lull_000000000000/paused/set',
    `lull/${id}/paused/set/`,
    `lull/${id}/__proto__/set`,
  ])('and nowhere else: %s', (topic) => expect(homeCommand(id, topic, 'ON')).toBeNull())
})

describe('at most six a minute', () => {
  it('and again when the minute is over', () => {
    let obeyed: readonly number[] = []
    const allowed = [...Array(20).keys()].map((at) => {
      const next = withCommand(obeyed, 1000 + at)
      obeyed = next.obeyedAtMs
      return next.isAllowed
    })
    expect(allowed.filter(Boolean)).toHaveLength(6)
    expect(obeyed).toHaveLength(6)
    expect(withCommand(obeyed, 60_999).isAllowed).toBe(false)
    expect(withCommand(obeyed, 61_000).isAllowed).toBe(true)
  })

  it('a clock set back locks nobody out', () => {
    expect(withCommand([5000, 5001, 5002, 5003, 5004, 5005], 4000).isAllowed).toBe(true)
  })
})

describe('doing', () => {
  it('only what is not so already', () => {
    const running = { ...idle, running: {} }
    expect(homeAction({ what: 'on_break', on: true }, idle)).toBe('start')
    expect(homeAction({ what: 'on_break', on: true }, running)).toBeNull()
    expect(homeAction({ what: 'on_break', on: false }, running)).toBe('finish')
    expect(homeAction({ what: 'on_break', on: false }, idle)).toBeNull()
    expect(homeAction({ what: 'paused', on: true }, idle)).toBe('pause')
    expect(homeAction({ what: 'paused', on: false }, idle)).toBeNull()
    const calm = { ...idle, isCalm: true }
    expect(homeAction({ what: 'calm', on: true }, idle)).toBe('soften')
    expect(homeAction({ what: 'calm', on: true }, calm)).toBeNull()
    expect(homeAction({ what: 'calm', on: false }, calm)).toBe('giveBack')
    expect(homeAction({ what: 'calm', on: false }, idle)).toBeNull()
  })

  it('cuts no pause short that the person made', () => {
    for (const paused of [
      { ...idle, pausedUntilMs: 9e12 },
      { ...idle, isDayDone: true },
    ]) {
      expect(homeAction({ what: 'paused', on: true }, paused)).toBeNull()
      expect(homeAction({ what: 'paused', on: false }, paused)).toBe('resume')
    }
  })
})
