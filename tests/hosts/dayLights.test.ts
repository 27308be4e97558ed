/** Lights in a replayed day: whose lamps, who may, what a hand does, and that nothing of it leaves this process. */
import { Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type PrintedLine, playDay } from './playDay.ts'

const at = (time: string) => `2026-11-23T${time}:00Z`
const light = (id: string, own: Record<string, unknown> = {}) => ({
  ...{ id, type: 'light', on: { on: true }, dimming: { brightness: 80 }, color_temperature: { mirek: 300 } },
  ...own,
})
const off = { on: { on: false } }
const lamps = (...all: unknown[]) => ({ at: at('08:00'), kind: 'lights', lamps: all })
const look = (time: string, wish: string | null, more = {}) => ({
  ...{ at: at(time), kind: 'look', look: wish },
  ...more,
})
const hand = (time: string, id: string, more: Record<string, unknown>) => ({
  ...{ at: at(time), kind: 'lamp', light: id },
  ...more,
})

async function lightsOf(events: unknown[]): Promise<PrintedLine[]> {
  const lines = await playDay(events)
  return lines.filter(({ kind, error }) => kind === 'lights' || error !== undefined)
}
const said = (lines: PrintedLine[]) => lines.map(({ what, error }) => what ?? error)

afterEach(() => vi.restoreAllMocks())

describe('lights of a day', () => {
  it('soften when wished and come back when wished', async () => {
    const lines = await lightsOf([
      lamps(light('a'), light('b', off)),
      look('09:00', 'soften'),
      look('09:05', null),
    ])
    expect(said(lines)).toEqual(['begun', 'ended', 'restored'])
    expect(lines[0]).toMatchObject({
      ...{ at: '2026-11-23T09:00:00+00:00', look: 'soften', because: 'shortcut', why: null },
      writes: [{ light: 'a', brightness: 56, mirek: 447 }],
      refused: [{ light: 'b', rule: 'off' }],
    })
    expect(lines[2]?.writes).toEqual([{ light: 'a', brightness: 80, mirek: 300 }])
  })

  it('are those of the room on screen until the day brings its own', async () => {
    const [first] = await lightsOf([
      { at: at('08:00'), kind: 'presence', state: 'active' },
      look('09:00', 'soften'),
    ])
    expect(first?.writes.map((one) => one.light)).toEqual(['desk', 'floor', 'ceiling', 'bedside', 'reading'])
  })

  it('answer no pause before they are allowed, and then they do', async () => {
    const pause = (time: string) => ({ at: at(time), kind: 'pauseStart', pause: 'pause' })
    const leave = { at: at('10:00'), kind: 'lights', choices: { isAllowed: true } }
    const lines = await lightsOf([
      lamps(light('a')),
      pause('09:00'),
      leave,
      pause('11:00'),
      look('12:00', null),
    ])
    expect(said(lines)).toEqual(['begun', 'ended', 'restored'])
    expect(lines[0]).toMatchObject({ at: '2026-11-23T11:00:00+00:00', look: 'break', because: 'pause' })
  })

  it('keep what was chosen before when something else is chosen', async () => {
    const choose = (time: string, choices: object) => ({ at: at(time), kind: 'lights', choices })
    const [first] = await lightsOf([
      lamps(light('a')),
      choose('08:10', { leastBrightness: 70 }),
      choose('08:20', { fadeMs: 9000 }),
      look('09:00', 'soften'),
    ])
    expect(first?.writes).toEqual([{ light: 'a', brightness: 70, mirek: 447 }])
  })

  it('are left to a hand, and to a switch at the wall', async () => {
    const lines = await lightsOf([
      lamps(light('a'), light('b'), light('c')),
      look('09:00', 'soften'),
      hand('09:01', 'a', { brightness: 100 }),
      hand('09:02', 'b', { isReachable: false }),
      look('09:05', null),
    ])
    expect(said(lines).slice(0, 2)).toEqual(['begun', 'left'])
    expect(lines[1]).toMatchObject({ left: ['a'], why: 'hand', writes: [] })
    const back = lines.filter(({ what }) => what === 'restored')
    expect(back.flatMap(({ writes }) => writes.map((one) => one.light))).toEqual(['c'])
  })

  it('do nothing and say so where all are off', async () => {
    const [first] = await lightsOf([lamps(light('a', off)), look('09:00', 'soften')])
    expect(first).toMatchObject({ what: 'allOff', writes: [], refused: [{ light: 'a', rule: 'off' }] })
  })

  it('are refused in words where nothing like it can be', async () => {
    const lines = await lightsOf([
      lamps(light('a')),
      hand('09:00', 'nobody', { isOn: true }),
      look('09:01', 'disco'),
      { at: at('09:02'), kind: 'lights' },
      { at: at('09:03'), kind: 'lights', choices: { brightness: 3 } },
      { at: at('09:04'), kind: 'lights', lamps: [7] },
      { at: at('09:05'), kind: 'lights', lamps: [light('x'), light('x')] },
      look('09:06', 'soften'),
    ])
    expect(said(lines)).toEqual([
      'There is no such lamp in the room on screen.',
      'the wish was refused: unknown_look',
      'choices or lamps are needed',
      expect.stringMatching(/^choices: /),
      'lamps.0: not a light of a bridge',
      'lights: two of them have the same id',
      'begun',
    ])
    expect(lines.slice(0, 6).map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7])
  })

  it('never leave this process', async () => {
    const connect = vi.spyOn(Socket.prototype, 'connect')
    await lightsOf([lamps(light('a')), look('09:00', 'soften'), look('09:05', null)])
    expect(connect).not.toHaveBeenCalled()
  })

  it('end with the day, also where a lamp cannot be given back', async () => {
    const lines = await lightsOf([
      lamps(light('a')),
      look('09:00', 'soften'),
      hand('09:00', 'a', { isReachable: false }),
    ])
    expect(said(lines)).toEqual(['begun'])
  })
})
