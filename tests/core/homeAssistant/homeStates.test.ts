/** What may be known outside, from what is known inside. */
import { describe, expect, it } from 'vitest'
import { type HomeFacts, homeStates, strainBand } from '../../../electron/core/homeAssistant/homeStates.ts'
import { onlineMessage, stateMessages } from '../../../electron/core/homeAssistant/stateMessages.ts'

const id = 'lull_1a2b3c4d5e6f'
const known = { state: 'known', value: 0.4, phase: 'clear', usual: { low: 0.2, high: 0.5 } }
const quiet: HomeFacts = {
  breaks: { offer: null, running: null, waiting: null, pausedUntilMs: null, isDayDone: false, next: null },
  strain: known,
  isSensingPaused: false,
  lights: { lamps: [{ heldBy: null }], claims: [] },
}
const withBreaks = (breaks: Partial<HomeFacts['breaks']>) =>
  homeStates({ ...quiet, breaks: { ...quiet.breaks, ...breaks } })

describe('the band', () => {
  it.each([
    [known, 'usual'],
    [{ ...known, value: 0.1 }, 'low'],
    [{ ...known, value: 0.2 }, 'usual'],
    // High for a moment, or for as long as a call goes on, is not yet raised.
    [{ ...known, value: 0.9 }, 'usual'],
    [{ ...known, value: 0.9, phase: 'queued' }, 'usual'],
    [{ ...known, value: 0.9, phase: 'raised' }, 'raised'],
    [{ ...known, value: 0.9, phase: 'raised', usual: null }, 'raised'],
    [{ ...known, usual: null }, null],
    [{ ...known, value: null }, null],
    [{ ...known, state: 'unknown', phase: 'raised' }, null],
    [{ ...known, state: 'learning' }, null],
    [{ ...known, state: 'off' }, null],
  ] as const)('%o is %s', (strain, band) => {
    expect(strainBand(strain)).toBe(band)
  })
})

describe('states', () => {
  it('a break is due while it is offered or waits for its moment, and not once it has begun', () => {
    expect(homeStates(quiet).breakDue).toBe(false)
    expect(withBreaks({ offer: {} }).breakDue).toBe(true)
    expect(withBreaks({ waiting: {} }).breakDue).toBe(true)
    expect(withBreaks({ waiting: {}, running: {} })).toMatchObject({ breakDue: false, onBreak: true })
  })

  it('paused by the person, for the day, or with all noticing', () => {
    expect(homeStates(quiet).paused).toBe(false)
    expect(withBreaks({ pausedUntilMs: 1 }).paused).toBe(true)
    expect(withBreaks({ isDayDone: true }).paused).toBe(true)
    expect(homeStates({ ...quiet, isSensingPaused: true }).paused).toBe(true)
  })

  it('calm while lamps are in a look, and from the moment it was asked for from outside', () => {
    const calm = (lights: Partial<HomeFacts['lights']>) =>
      homeStates({ ...quiet, lights: { ...quiet.lights, ...lights } }).calm
    expect(calm({})).toBe(false)
    expect(calm({ lamps: [{ heldBy: null }, { heldBy: 'break' }] })).toBe(true)
    expect(calm({ claims: [{ because: 'outside', begunMs: null }] })).toBe(true)
    // All lamps were off, or a hand took them back: nothing is on.
    expect(calm({ claims: [{ because: 'outside', begunMs: 5 }] })).toBe(false)
    // Strain waits for the end of a call.
    expect(calm({ claims: [{ because: 'strain', begunMs: null }] })).toBe(false)
  })

  it.each([
    [0, 0],
    [-5000, 0],
    [1, 5],
    [5 * 60_000, 5],
    [5 * 60_000 + 1, 10],
    [49 * 60_000, 50],
  ])('the next one in %i ms is told as %i minutes', (inMs, minutes) => {
    expect(withBreaks({ next: { inMs } }).nextBreakMinutes).toBe(minutes)
  })
})

describe('state messages', () => {
  it('are kept for what can be switched, and not for values that grow old', () => {
    const messages = stateMessages(id, { strain: true }, withBreaks({ offer: {}, next: { inMs: 60_000 } }))
    expect(messages).toEqual([
      { topic: `lull/${id}/break_due/state`, payload: 'ON', retained: true },
      { topic: `lull/${id}/on_break/state`, payload: 'OFF', retained: true },
      { topic: `lull/${id}/paused/state`, payload: 'OFF', retained: true },
      { topic: `lull/${id}/calm/state`, payload: 'OFF', retained: true },
      { topic: `lull/${id}/state`, payload: '{"strain":"usual","next_break":5}', retained: false },
    ])
    expect(onlineMessage(id)).toEqual({ topic: `lull/${id}/status`, payload: 'online', retained: true })
  })

  it('say null where nothing is known, and nothing of strain where it is not wanted', () => {
    const unknown = homeStates({ ...quiet, strain: { ...known, state: 'unknown' } })
    expect(stateMessages(id, { strain: true }, unknown).at(-1)?.payload).toBe(
      '{"strain":null,"next_break":null}',
    )
    expect(stateMessages(id, { strain: false }, unknown).at(-1)?.payload).toBe('{"next_break":null}')
  })
})
