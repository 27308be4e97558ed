/** Each kind of event does what it says, through the real features. */
import { describe, expect, it } from 'vitest'
import { dayEvent } from '../../electron/hosts/dayEvents.ts'
import { type PrintedLine, playDay } from './playDay.ts'

/** A Monday in UTC. */
const at = (time: string) => `2026-11-23T${time}Z`
const presence = (time: string, state: string) => ({ at: at(time), kind: 'presence', state })
const end = presence('23:30', 'locked')

const needs = (lines: PrintedLine[]) => lines.filter((line) => line.kind === 'need')
/** The last word on break need up to a time. */
const needAt = (lines: PrintedLine[], time: string) =>
  needs(lines).findLast((line) => line.atMs <= Date.parse(at(time)))?.need
/** Lines come a tenth apart. */
const expectAbout = (need: number | null | undefined, value: number) =>
  expect(Math.abs((need ?? Number.NaN) - value)).toBeLessThan(0.11)
const errors = (lines: PrintedLine[]) =>
  lines.filter((line) => line.error !== undefined).map(({ line, error }) => ({ line, error }))

describe('presence', () => {
  it('adds up work, takes rest off, and says unknown as unknown', async () => {
    const lines = await playDay([
      presence('09:00', 'active'),
      presence('09:30', 'idle'),
      presence('09:40', 'active'),
      presence('09:50', 'unknown'),
      presence('10:05', 'active'),
      presence('10:20', 'asleep'),
      presence('10:40', 'locked'),
    ])
    expect(needAt(lines, '09:26:30')).toBeCloseTo(0.52, 2)
    expect(needAt(lines, '09:33:30')).toBe(0)
    expect(needAt(lines, '10:00')).toBeNull()
    expect(needAt(lines, '10:05:10')).toBeCloseTo(0.2, 2)
    expect(needAt(lines, '10:24')).toBe(0)
  })

  it('prints the first word, then only changes', async () => {
    const lines = await playDay([presence('09:00', 'active'), presence('11:00', 'locked')])
    expect(lines.slice(0, 2).map((line) => [line.at, line.kind])).toEqual([
      ['2026-11-23T09:00:00+00:00', 'need'],
      ['2026-11-23T09:00:00+00:00', 'strain'],
    ])
    const values = needs(lines).map((line) => line.need)
    expect(values.filter((value) => value === 1)).toHaveLength(1)
    expect(values.length).toBeLessThan(20)
  })
})

describe('calls and screens', () => {
  it('a call is work also without a key pressed', async () => {
    const lines = await playDay([
      { at: at('09:00'), kind: 'call', on: true },
      presence('09:00', 'idle'),
      { at: at('09:50'), kind: 'call', on: false },
      presence('10:00', 'idle'),
    ])
    expect(needAt(lines, '09:50')).toBe(1)
    expect(needAt(lines, '09:59')).toBe(0)
  })

  it('a full screen is work or rest as the person says', async () => {
    const film = [
      presence('09:00', 'idle'),
      { at: at('09:00'), kind: 'fullscreen', on: true },
      presence('09:25', 'idle'),
    ]
    expectAbout(needAt(await playDay(film), '09:25'), 0.5)
    const rested = await playDay(film, { settings: { passiveScreen: 'rest' } })
    expect(Math.max(...needs(rested).map((line) => line.need ?? 0))).toBe(0)
  })
})

describe('sensors', () => {
  const minutes = Array.from({ length: 25 }, (_, minute) => Date.parse(at('09:00')) + minute * 60_000)
  /** Switched off and on again, strain is told anew. */
  const retold = [
    { at: at('09:25'), kind: 'setting', change: { strainOn: false } },
    { at: at('09:25:30'), kind: 'setting', change: { strainOn: true } },
  ]
  const last = (lines: PrintedLine[]) => lines.findLast((line) => line.kind === 'strain')
  const play = (of: (atMs: number, minute: number) => object[], settings = {}) =>
    playDay([presence('09:00', 'active'), ...minutes.flatMap(of), ...retold], { settings })
  const missing = (lines: PrintedLine[], reason: string) =>
    last(lines)
      ?.unknown.filter((one) => one.reason === reason)
      .map((one) => one.feature)

  it('that say nothing leave their measures without a value', async () => {
    const lines = await play(() => [])
    expect(missing(lines, 'too_few_windows')).toEqual(['daySpanHours'])
    expect(missing(lines, 'no_value')).toContain('switchesPerMinute')
    expect(last(lines)?.body).toEqual({ hrBpm: null, rmssdMs: null, refused: [] })
  })

  it('feed what they are for', async () => {
    const lines = await play((ms, minute) => [
      {
        at: ms,
        kind: 'app',
        app: minute % 2 ? 'thunderbird' : 'ardour',
        category: minute % 2 ? 'comms' : 'media',
      },
      { at: ms + 30_000, kind: 'machine', cpuShare: 0.3, loopLagMs: 4, temperatureC: 52 },
      {
        at: ms + 59_999,
        kind: 'input',
        keys: 90,
        deletes: 7,
        clicks: 9,
        pathPx: 4000,
        pauses: 9,
        shortPauses: 4,
      },
    ])
    expect(missing(lines, 'no_value')).toEqual(['lateMinutes', 'checkin', 'hrBpm', 'lnRmssd'])
  })

  it('may be switched off, and then say nothing', async () => {
    const sensing = { presence: true, calls: true, screen: true, apps: false, input: true, machine: true }
    const lines = await play((ms) => [{ at: ms, kind: 'app', app: 'ardour' }], { sensing })
    expect(missing(lines, 'no_value')).toContain('commsShare')
  })

  it('beats give the body, a night’s value does not', async () => {
    const rrMs = Array.from({ length: 60 }, (_, beat) => (beat % 2 ? 990 : 1010))
    const beats = await play((ms) => [{ at: ms + 59_900, kind: 'vitals', rrMs }])
    expect(last(beats)?.body).toEqual({ hrBpm: 60, rmssdMs: 20, refused: [] })
    const rates = await play((ms) => [{ at: ms + 30_000, kind: 'vitals', source: 'watch', hrBpm: 72 }])
    expect(last(rates)?.body).toEqual({ hrBpm: 72, rmssdMs: null, refused: [] })
    const night = await play((ms, minute) =>
      minute === 0 ? [{ at: ms, kind: 'vitals', source: 'ring', rmssdMs: 41, sdnnMs: 60 }] : [],
    )
    expect(last(night)?.body.rmssdMs).toBeNull()
  })
})

describe('settings', () => {
  it('come from a file and from events', async () => {
    const lines = await playDay(
      [
        presence('09:00', 'active'),
        { at: at('09:16'), kind: 'setting', change: { breakTargetMinutes: 80 } },
        presence('09:20', 'locked'),
      ],
      { settings: { breakTargetMinutes: 30 } },
    )
    expectAbout(needAt(lines, '09:15:30'), 0.5)
    expectAbout(needAt(lines, '09:17'), 0.2)
  })

  it('know no other keys', async () => {
    await expect(playDay([end], { settings: { breakTarget: 30 } })).rejects.toThrow(/breakTarget/)
    await expect(playDay([end], { settings: '{' })).rejects.toThrow(/settings\.json: not JSON/)
    const lines = await playDay([{ at: at('09:00'), kind: 'setting', change: { theme: 'pink' } }, end])
    expect(errors(lines)).toEqual([{ line: 1, error: expect.stringContaining('change.theme') }])
  })

  it('switch strain off, sensing off, and a sensor off', async () => {
    const lines = await playDay([
      presence('09:00', 'active'),
      { at: at('09:05'), kind: 'setting', change: { strainOn: false } },
      { at: at('09:06'), kind: 'setting', change: { sensingPaused: { until: null } } },
      presence('09:30', 'locked'),
    ])
    expect(lines.findLast((line) => line.kind === 'strain')?.state).toBe('off')
    expect(needAt(lines, '09:15')).toBeNull()
  })
})

describe('the hour', () => {
  const quiet = { settings: { quietHours: { startMinute: 20 * 60, endMinute: 6 * 60 } } }

  it('is that of the zone', async () => {
    const lines = await playDay([presence('18:45', 'active'), presence('19:10', 'active')], {
      ...quiet,
      zone: 'Europe/Berlin',
    })
    expect(lines[0]?.at).toBe('2026-11-23T19:45:00+01:00')
    const late = lines.find((line) => line.inputs?.inQuietHours)
    expect(late?.at).toMatch(/T20:0\d:.*\+01:00$/)
    expect(late?.need).toBe(0.5)
  })

  it('is that of the place the person arrived in', async () => {
    const lines = await playDay(
      [
        presence('18:45', 'active'),
        { at: at('18:50'), kind: 'setting', zone: 'America/New_York' },
        presence('19:30', 'active'),
      ],
      { ...quiet, zone: 'Europe/Berlin' },
    )
    expect(lines.at(-1)?.at).toMatch(/T14:\d\d:\d\d-05:00$/)
    expect(lines.some((line) => line.inputs?.inQuietHours)).toBe(false)
    const wrong = await playDay([{ at: at('09:00'), kind: 'setting', zone: 'Middle/Earth' }, end])
    expect(errors(wrong)).toEqual([{ line: 1, error: expect.stringContaining('zone') }])
  })
})

describe('check-ins', () => {
  const offered = (lines: PrintedLine[]) =>
    lines
      .filter((line) => line.kind === 'checkinOffered')
      .map((line) => [line.at.slice(11, 16), line.because])

  it('are offered at chosen times, after calls, and can be answered once', async () => {
    const lines = await playDay(
      [
        presence('09:00', 'active'),
        { at: at('09:20'), kind: 'call', on: true },
        { at: at('09:45'), kind: 'call', on: false },
        { at: at('09:46'), kind: 'answer', mood: 4 },
        { at: at('09:47'), kind: 'answer' },
        { at: at('12:05'), kind: 'answer' },
        presence('12:06', 'active'),
      ],
      { settings: { checkinTimes: [570, 720] } },
    )
    expect(offered(lines)).toEqual([
      ['09:45', 'time'],
      ['12:00', 'time'],
    ])
    expect(errors(lines)).toEqual([{ line: 5, error: 'no check-in is offered at that moment' }])
  })

  it('wait while do not disturb is on, and follow one of the person’s own at a distance', async () => {
    const lines = await playDay(
      [
        presence('09:00', 'active'),
        { at: at('09:00'), kind: 'dnd', on: true },
        { at: at('09:40'), kind: 'checkin', mood: 3, energy: 2, words: ['tense'], sleepHours: 6.5 },
        { at: at('09:41'), kind: 'dnd', on: false },
        presence('10:20', 'active'),
      ],
      { settings: { checkinTimes: [575] } },
    )
    expect(offered(lines)).toEqual([])
    expect(errors(lines)).toEqual([])
  })
})

describe('time', () => {
  it('goes on where the clock is set back, and a little disorder is refused', async () => {
    const lines = await playDay([
      presence('09:00', 'active'),
      presence('09:25', 'active'),
      presence('09:24:30', 'idle'),
      presence('08:25', 'active'),
      presence('08:45', 'active'),
    ])
    expect(errors(lines)).toEqual([{ line: 3, error: 'earlier than the event before it' }])
    expect(lines.at(-1)?.at).toMatch(/T08:4/)
    expectAbout(lines.at(-1)?.need, 0.9)
  })

  it('is not waited for longer than a month', async () => {
    const lines = await playDay([
      presence('09:00', 'active'),
      { at: '2027-11-23T09:00:00Z', kind: 'presence', state: 'idle' },
      presence('09:15', 'idle'),
    ])
    expect(errors(lines)).toEqual([{ line: 2, error: 'more than 31 days after the event before it' }])
    expectAbout(needAt(lines, '09:15'), 0.3)
  })
})

describe('lines that are not understood', () => {
  it('are answered with their number, and the rest is played', async () => {
    const lines = await playDay([
      '{',
      '',
      { at: '09:00', kind: 'presence', state: 'active' },
      { at: at('09:00'), kind: 'mood', value: 3 },
      { at: at('09:00'), kind: 'vitals' },
      'null',
      `"${'x'.repeat(1_000_001)}"`,
      presence('09:00', 'active'),
      presence('09:15', 'locked'),
    ])
    expect(errors(lines)).toEqual([
      { line: 1, error: 'not JSON' },
      { line: 3, error: expect.stringContaining('ISO 8601') },
      { line: 4, error: expect.stringContaining('kind') },
      { line: 5, error: expect.stringContaining('rrMs') },
      { line: 6, error: expect.any(String) },
      { line: 7, error: 'the line is too long' },
    ])
    expectAbout(needAt(lines, '09:15'), 0.3)
  })

  it('nothing in, nothing out', async () => expect(await playDay([])).toEqual([]))
})

it('takes times as epoch ms too, and fills in what is usual', () => {
  expect(dayEvent.parse({ at: 1_795_000_000_000, kind: 'input', keys: 3 })).toMatchObject({
    at: 1_795_000_000_000,
    keys: 3,
    deletes: 0,
  })
  expect(dayEvent.parse({ at: '2026-11-23T09:00:00+01:00', kind: 'machine' })).toMatchObject({
    at: Date.parse('2026-11-23T08:00:00Z'),
    cpuShare: null,
  })
})
