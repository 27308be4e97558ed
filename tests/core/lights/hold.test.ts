/** Who has the room, what is given back and when, and whose hand wins. */
import { describe, expect, test } from 'vitest'
import { nextLookMs } from '../../../electron/core/lights/hold.ts'
import { sixBreaths } from './breaths.ts'
import { HOUR, lamp, limits, MINUTE, NIGHT, NOON, Room, SECOND } from './room.ts'

const two = () => [lamp('a'), lamp('b', { brightness: 40, colour: { kind: 'temperature', mirek: 250 } })]
const original = { a: [80, 300], b: [40, 250] }
const soft = { a: [56, 447], b: [40, 447] }
const soften = { kind: 'began', because: 'shortcut', look: 'soften' } as const
const raised = { kind: 'began', because: 'strain', look: 'soften' } as const

describe('a look', () => {
  test('keeps what was there before it writes, says so, and gives it back', () => {
    const room = new Room(two())
    room.happen(soften)
    expect(room.shown()).toEqual(soft)
    expect(room.kinds()).toEqual(['keepSnapshot', 'write', 'entered', 'announced'])
    expect(room.effects[0]).toMatchObject({
      snapshot: {
        lamps: [
          { lampId: 'a', before: { brightness: 80 } },
          { lampId: 'b', before: { brightness: 40 } },
        ],
      },
    })
    room.wait(19 * MINUTE)
    expect(room.shown()).toEqual(soft)
    room.wait(2 * MINUTE)
    expect(room.shown()).toEqual(original)
    expect(room.kinds().at(-1)).toBe('forgetSnapshot')
    expect(room.entries().map(({ what }) => what)).toEqual(['begun', 'ended', 'restored'])
    expect(room.sent).toHaveLength(4)
  })
  test('gives back no member it did not change', () => {
    const room = new Room(two())
    room.happen(soften)
    room.happen({ kind: 'released' })
    const back = room.sent.filter(({ purpose }) => purpose === 'restore').map(({ write }) => write)
    expect(back).toEqual([
      { lampId: 'a', fadeMs: 4000, brightness: 80, mirek: 300 },
      { lampId: 'b', fadeMs: 4000, mirek: 250 },
    ])
  })
  test.each(['paused', 'quitting', 'suspended', 'released'] as const)('ends when %s', (kind) => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    room.happen({ kind })
    expect(room.shown()).toEqual(original)
  })
  test('can be undone at once and for a minute', () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(400, 100)
    room.happen({ kind: 'undone', claimId: 1 })
    room.wait(3 * SECOND)
    expect(room.shown()).toEqual(original)
    const late = new Room(two())
    late.happen(soften)
    late.wait(61 * SECOND)
    expect(late.happen({ kind: 'undone', claimId: 1 })).toEqual([{ kind: 'refused', because: 'undo_over' }])
    expect(late.shown()).toEqual(soft)
  })
  test('a preview is over after ten seconds', () => {
    const room = new Room(two())
    room.happen({ kind: 'began', because: 'preview', look: 'windDown' })
    expect(room.shown().a).toEqual([30, 454])
    room.wait(9 * SECOND)
    expect(room.shown().a).toEqual([30, 454])
    room.wait(2 * SECOND)
    expect(room.shown()).toEqual(original)
  })
  test('lamps no longer ticked are given back', () => {
    const room = new Room(two(), NOON, { roomIds: [], lampIds: ['a', 'b'] })
    room.happen(soften)
    const { looks } = room.state
    const next = { ...limits, roomIds: [], lampIds: ['b'] }
    room.happen({ kind: 'settingsChanged', limits: next, looks, isTrialOn: false })
    expect(room.shown()).toEqual({ a: [80, 300], b: [40, 447] })
    room.happen({ kind: 'settingsChanged', limits: { ...next, isAllowed: false }, looks, isTrialOn: false })
    expect(room.shown()).toEqual(original)
  })
  test('all lamps off: nothing is done, and it is said', () => {
    const room = new Room(two().map((one) => ({ ...one, isOn: false })))
    room.happen(soften)
    expect(room.sent).toEqual([])
    expect(room.entries().map(({ what }) => what)).toEqual(['allOff'])
    room.hand('a', { isOn: true })
    room.wait(MINUTE)
    expect(room.sent).toEqual([])
  })
  test('is refused while it is not allowed, paused, or outside its times', () => {
    expect(new Room(two(), NOON, { isAllowed: false }).happen(soften)).toEqual([
      { kind: 'refused', because: 'not_allowed' },
    ])
    const times = { startMinute: 18 * 60, endMinute: 23 * 60 }
    expect(new Room(two(), NOON, { times }).happen(soften)).toEqual([
      { kind: 'refused', because: 'quiet_times' },
    ])
    const room = new Room(two())
    room.happen({ kind: 'paused' })
    expect(room.happen(soften)).toEqual([{ kind: 'refused', because: 'paused' }])
    room.happen({ kind: 'unpaused' })
    room.happen(soften)
    expect(room.shown()).toEqual(soft)
  })
  test('ends where quiet times begin', () => {
    const room = new Room(two(), NOON, { times: { startMinute: 600, endMinute: 730 } })
    room.happen(soften)
    room.wait(11 * MINUTE)
    expect(room.shown()).toEqual(original)
  })
})

describe('a hand wins', () => {
  test.each([
    ['brightness', { brightness: 70 }],
    ['colour', { colour: { kind: 'temperature', mirek: 350 } as const }],
    ['off', { isOn: false }],
  ])('%s', (_, change) => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    const touched = { ...room.get('a'), ...change }
    room.hand('a', change)
    room.wait(2 * MINUTE)
    room.happen({ kind: 'released' })
    room.wait(MINUTE)
    expect(room.get('a')).toEqual(touched)
    expect(room.shown().b).toEqual(original.b)
    expect(room.entries('left')).toMatchObject([{ why: 'hand', lamps: [{ lampId: 'a' }] }])
  })
  test('until the next look', () => {
    const room = new Room(two())
    room.happen(soften)
    room.hand('a', { brightness: 75 })
    room.wait(MINUTE)
    expect(room.shown().a).toEqual([75, 447])
    room.happen({ kind: 'released' })
    room.wait(40 * SECOND)
    room.happen(soften)
    expect(room.shown().a).toEqual([56, 447])
    room.happen({ kind: 'released' })
    room.wait(10 * SECOND)
    expect(room.shown().a).toEqual([75, 447])
  })
  test('also while it is given back', () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    room.isAnswering = false
    room.happen({ kind: 'released' })
    room.isAnswering = true
    room.hand('a', { brightness: 20 })
    room.wait(MINUTE)
    expect(room.get('a').brightness).toBe(20)
  })
  test('and in a breath', () => {
    const room = new Room([lamp('a'), lamp('b')])
    room.happen(breathing())
    room.wait(20 * SECOND)
    room.hand('a', { brightness: 15 })
    room.wait(MINUTE)
    expect(room.get('a').brightness).toBe(15)
    expect(room.sent.filter(({ write }) => write.lampId === 'b').length).toBeGreaterThan(60)
  })
  test('a lamp that answers late is no hand', () => {
    const room = new Room(two())
    room.isAnswering = false
    room.happen(soften)
    room.wait(5 * SECOND)
    room.see()
    expect(room.entries('left')).toEqual([])
    room.hand('a', { brightness: 56, colour: { kind: 'temperature', mirek: 447 } })
    room.isAnswering = true
    room.wait(5 * SECOND)
    room.happen({ kind: 'released' })
    expect(room.shown().a).toEqual(original.a)
  })
})

const breathing = (atMs = NOON) => {
  const exercise = { plan: sixBreaths, startedAtMs: atMs }
  return { kind: 'began', because: 'exercise', look: 'breathe', exercise } as const
}

describe('who has the room', () => {
  test('a preview lies over what runs, and goes again', () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    room.happen({ kind: 'began', because: 'preview', look: 'windDown' })
    expect(room.shown().a).toEqual([30, 454])
    room.wait(12 * SECOND)
    expect(room.shown()).toEqual(soft)
    room.wait(20 * MINUTE)
    expect(room.shown()).toEqual(original)
  })
  test('what ends beneath another is given back with it', () => {
    const room = new Room(two())
    room.happen({ kind: 'began', because: 'pause', look: 'break' })
    room.wait(40 * SECOND)
    room.happen(soften)
    room.happen({ kind: 'ended', because: 'pause' })
    expect(room.shown()).toEqual(soft)
    room.wait(21 * MINUTE)
    expect(room.shown()).toEqual(original)
  })
  test('what waits has its turn afterwards, half a minute later', () => {
    const room = new Room(two())
    room.happen({ kind: 'began', because: 'pause', look: 'break' })
    room.wait(MINUTE)
    room.happen(raised)
    room.wait(MINUTE)
    expect(room.shown().a).toEqual([70, 370])
    room.happen({ kind: 'ended', because: 'pause' })
    room.wait(10 * SECOND)
    expect(room.shown()).toEqual(original)
    room.wait(30 * SECOND)
    expect(room.shown()).toEqual(soft)
  })
  test('strain: at least ten minutes, not in a call, twice an hour', () => {
    const room = new Room(two())
    room.happen({ kind: 'situationChanged', isAtWork: true, inCall: true })
    room.happen(raised)
    room.wait(5 * MINUTE, MINUTE)
    expect(room.sent).toEqual([])
    room.happen({ kind: 'situationChanged', isAtWork: true, inCall: false })
    expect(room.shown()).toEqual(soft)
    room.wait(MINUTE)
    room.happen({ kind: 'ended', because: 'strain' })
    room.wait(8 * MINUTE)
    expect(room.shown()).toEqual(soft)
    room.wait(2 * MINUTE)
    expect(room.shown()).toEqual(original)
    for (let time = 0; time < 3; time++) {
      room.happen(raised)
      room.wait(11 * MINUTE, SECOND)
      room.happen({ kind: 'ended', because: 'strain' })
      room.wait(MINUTE)
    }
    expect(room.entries('begun')).toHaveLength(2)
    expect(room.entries('withheld').map(({ why }) => why)).toEqual(['hourly', 'hourly'])
  })
  test('a day has its cap, and the next day a new one', () => {
    const room = new Room(two(), NOON, { mostLooksADay: 1 })
    for (let day = 0; day < 4; day++) {
      room.happen(raised)
      room.wait(11 * MINUTE, 5 * SECOND)
      room.happen({ kind: 'ended', because: 'strain' })
      room.wait(12 * HOUR, 30 * MINUTE)
    }
    expect(room.entries('begun')).toHaveLength(2)
    expect(room.entries('withheld').map(({ why }) => why)).toEqual(['daily_cap', 'daily_cap'])
  })
  test('wind-down lets go at its end, and is given back when the person wants it', () => {
    const bedtime = (atMs: number) =>
      ({ kind: 'began', because: 'bedtime', look: 'windDown', untilMs: atMs + HOUR }) as const
    const room = new Room(two(), NIGHT)
    room.happen(bedtime(NIGHT))
    room.wait(61 * MINUTE, 10 * SECOND)
    expect(room.shown()).toEqual({ a: [30, 454], b: [30, 454] })
    expect(room.entries('left')).toMatchObject([{ why: 'let_go' }])
    expect(room.state.snapshot).toBeNull()
    const asked = new Room(two(), NIGHT)
    asked.happen(bedtime(NIGHT))
    asked.wait(10 * MINUTE)
    asked.happen({ kind: 'released' })
    expect(asked.shown()).toEqual(original)
  })
  test('the same wish again changes nothing', () => {
    const room = new Room(two())
    for (let time = 0; time < 500; time++) {
      room.happen(raised)
      room.see()
      room.wait(7 * SECOND)
    }
    expect(room.entries().map(({ what }) => what)).toEqual(['begun'])
    expect(room.sent).toHaveLength(2)
  })
  test('the trial withholds about half, by chance, and says so', () => {
    const room = new Room(two())
    const { looks } = room.state
    room.happen({ kind: 'settingsChanged', limits, looks, isTrialOn: true })
    for (let time = 0; time < 60; time++) {
      room.happen(raised)
      room.wait(11 * MINUTE, 30 * SECOND)
      room.happen({ kind: 'ended', because: 'strain' })
      room.wait(6 * HOUR, 30 * MINUTE)
    }
    const drawn = room.effects.filter((effect) => effect.kind === 'drawn')
    expect(drawn).toHaveLength(60)
    expect(drawn.every(({ propensity }) => propensity === 0.5)).toBe(true)
    const shown = drawn.filter(({ arm }) => arm === 'look').length
    expect(shown).toBeGreaterThan(20)
    expect(shown).toBeLessThan(40)
    expect(room.entries('withheld')).toHaveLength(60 - shown)
    expect(room.entries('begun')).toHaveLength(shown)
  })
})

describe('breathing', () => {
  test('ten breaths, then as it was', () => {
    const room = new Room([lamp('a'), lamp('b'), lamp('c', { brightness: 12 })])
    room.happen(breathing())
    room.wait(sixBreaths.totalMs, 250)
    const waves = room.sent.filter(({ purpose }) => purpose === 'breathe')
    expect(waves.length).toBeGreaterThan(1000)
    for (const { write, was } of waves) {
      expect(Math.abs((write.brightness ?? 0) - (was.brightness ?? 0))).toBeLessThanOrEqual(10 + 1e-6)
      expect(write.brightness).toBeLessThanOrEqual(80)
      expect(write.lampId).not.toBe('c')
    }
    room.wait(10 * SECOND)
    expect(room.shown()).toEqual({ a: [80, 300], b: [80, 300], c: [12, 300] })
  })
  test('goes on from what the driver took, and never in bigger steps than from what is sure', () => {
    for (const isTaken of [true, false]) {
      const room = new Room([lamp('a')])
      room.isAnswering = false
      room.happen(breathing())
      for (let second = 0; second < 60; second++) {
        if (isTaken) room.happen({ kind: 'taken', lampIds: ['a'] })
        room.wait(SECOND, 250)
        // It tells of its light two seconds late.
        const late = room.sent.findLast(({ atMs }) => atMs <= room.nowMs - 2 * SECOND)
        if (isTaken && late) room.hand('a', { brightness: late.write.brightness ?? null })
      }
      const told = room.sent.map(({ write }) => write.brightness ?? 0)
      const steps = told.slice(1).map((one, place) => Math.abs(one - (told[place] ?? 0)))
      expect(Math.max(...steps)).toBeLessThanOrEqual(10 + 1e-6)
      expect(Math.min(...told)).toBe(isTaken ? 50 : 70)
      expect(room.entries('left').length).toBe(isTaken ? 0 : 1)
    }
  })
  test('asks to be looked at when a step is due', () => {
    const room = new Room([lamp('a')])
    room.happen(breathing())
    expect(nextLookMs(room.state, room.nowMs)).toBe(NOON + SECOND)
    room.nowMs += SECOND
    room.happen({ kind: 'tick' })
    expect(nextLookMs(room.state, room.nowMs)).toBe(NOON + 2 * SECOND)
  })
  test('a crash in a breath is given back', () => {
    const room = new Room([lamp('a')])
    room.happen(breathing())
    room.wait(33 * SECOND, 250)
    const snapshots = room.effects.filter(({ kind }) => kind === 'keepSnapshot')
    expect(snapshots).toHaveLength(1)
    room.nowMs += 10 * MINUTE
    room.happen({ kind: 'restarted', snapshot: null })
    room.see()
    expect(room.shown().a).toEqual([80, 300])
  })
})

describe('after a crash', () => {
  const crashed = () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    return room
  }
  test('it is given back at the next start', () => {
    const room = crashed()
    room.nowMs += HOUR
    const { snapshot } = room.state
    const fresh = new Room([...room.lamps.values()], room.nowMs)
    fresh.happen({ kind: 'restarted', snapshot })
    fresh.see()
    expect(fresh.shown()).toEqual(original)
    expect(fresh.kinds().at(-1)).toBe('forgetSnapshot')
  })
  test('not after two hours', () => {
    const room = crashed()
    room.nowMs += 2 * HOUR + MINUTE
    room.happen({ kind: 'restarted', snapshot: room.state.snapshot })
    room.see()
    room.wait(MINUTE)
    expect(room.shown()).toEqual(soft)
    expect(room.entries('left')).toMatchObject([{ why: 'too_long_ago' }])
    expect(room.state.snapshot).toBeNull()
  })
  test('not what a hand has changed meanwhile', () => {
    const room = crashed()
    room.lamps.set('a', lamp('a', { brightness: 62 }))
    room.nowMs += MINUTE
    room.happen({ kind: 'restarted', snapshot: null })
    room.see()
    expect(room.shown()).toEqual({ a: [62, 300], b: original.b })
  })
  test('a lamp that is not there yet is waited for, and never switched on', () => {
    const room = crashed()
    room.lamps.set('a', { ...room.get('a'), isReachable: null })
    room.lamps.set('b', { ...room.get('b'), isOn: false })
    room.nowMs += MINUTE
    room.happen({ kind: 'restarted', snapshot: null })
    room.see()
    room.wait(10 * MINUTE, 10 * SECOND)
    expect(room.shown()).toEqual(soft)
    room.hand('a', { isReachable: true })
    expect(room.shown()).toEqual({ a: original.a, b: soft.b })
  })
  test('a machine that slept for hours leaves the lamps alone', () => {
    const room = crashed()
    room.nowMs += 3 * HOUR
    room.happen({ kind: 'tick' })
    room.wait(MINUTE)
    expect(room.shown()).toEqual(soft)
    expect(room.state.held).toEqual([])
  })
})

describe('bad days', () => {
  test('a restore that got lost is tried again, three times', () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    room.isAnswering = false
    room.happen({ kind: 'released' })
    room.wait(10 * SECOND)
    room.isAnswering = true
    room.wait(10 * SECOND)
    expect(room.shown()).toEqual(original)
    const never = new Room(two())
    never.happen(soften)
    never.wait(MINUTE)
    never.isAnswering = false
    never.happen({ kind: 'released' })
    never.wait(10 * MINUTE)
    expect(never.sent.filter(({ purpose }) => purpose === 'restore')).toHaveLength(6)
    expect(never.entries('left')).toMatchObject([{ why: 'no_answer' }])
  })
  test('a write that may not have arrived is given back either way', () => {
    for (const arrived of [true, false]) {
      const room = new Room([lamp('a')])
      room.happen(breathing())
      room.wait(20 * SECOND, 250)
      const shown = room.get('a')
      room.isAnswering = false
      room.wait(SECOND)
      const last = room.sent.at(-1)?.write.brightness ?? null
      room.isAnswering = true
      if (arrived) room.lamps.set('a', { ...shown, brightness: last })
      room.happen({ kind: 'notWritten', lampIds: ['a'] })
      room.see()
      room.happen({ kind: 'released' })
      room.wait(10 * SECOND)
      expect(room.shown().a).toEqual([80, 300])
      expect(room.entries('left')).toEqual([])
    }
  })
  test('a look that never arrived leaves nothing behind', () => {
    const room = new Room(two())
    room.isAnswering = false
    room.happen(soften)
    room.wait(SECOND)
    room.happen({ kind: 'notWritten', lampIds: ['a', 'b'] })
    room.isAnswering = true
    room.wait(MINUTE)
    room.happen({ kind: 'released' })
    room.wait(10 * SECOND)
    expect(room.shown()).toEqual(original)
    expect(room.entries('left')).toEqual([])
    expect(room.state).toMatchObject({ held: [], snapshot: null })
  })
  test('a wall switch cut in a look, and back', () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    room.hand('a', { isReachable: false })
    room.happen({ kind: 'released' })
    room.wait(MINUTE)
    expect(room.shown()).toEqual({ a: soft.a, b: original.b })
    room.hand('a', { isReachable: true })
    room.wait(SECOND)
    expect(room.shown()).toEqual(original)
  })
  test('a clock set back by a day moves all waits along', () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    room.nowMs -= 24 * HOUR
    room.wait(18 * MINUTE)
    expect(room.shown()).toEqual(soft)
    room.wait(2 * MINUTE)
    expect(room.shown()).toEqual(original)
  })
  test('a lamp removed in a look holds nobody up', () => {
    const room = new Room(two())
    room.happen(soften)
    room.wait(MINUTE)
    room.lamps.delete('a')
    room.see()
    room.happen({ kind: 'released' })
    room.wait(3 * HOUR, MINUTE)
    expect(room.shown()).toEqual({ b: original.b })
    expect(room.entries('left')).toMatchObject([{ why: 'gone' }])
    expect(room.state.snapshot).toBeNull()
  })
})
