/** The doors for beats: worked examples to every digit, windows, and lines that are not understood. */
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { inspectBody } from '../../electron/hosts/inspectBody.ts'
import { hrvAnswer } from '../../electron/hosts/inspectHrv.ts'
import { inspectOptions } from '../../electron/hosts/inspectInput.ts'

describe('inspect hrv', () => {
  it('gives the formulas to every digit', () => {
    const answer = hrvAnswer(true)({ id: 'a', rrMs: [800, 860, 790, 810] })
    // d = 60, −70, 20; sums = 1660, 1650, 1600.
    expect(answer).toEqual({
      id: 'a',
      n: 4,
      kept: 4,
      rejectedShare: 0,
      coverage: 1,
      meanRrMs: 815,
      meanHrBpm: 60_000 / 815,
      sdnnMs: Math.sqrt((15 ** 2 + 45 ** 2 + 25 ** 2 + 5 ** 2) / 3),
      rmssdMs: Math.sqrt((60 ** 2 + 70 ** 2 + 20 ** 2) / 3),
      lnRmssd: Math.log(Math.sqrt((60 ** 2 + 70 ** 2 + 20 ** 2) / 3)),
      nn50: 2,
      pnn50: 200 / 3,
      sd1Ms: expect.closeTo(Math.sqrt(((170 / 3) ** 2 + (220 / 3) ** 2 + (50 / 3) ** 2) / 4), 9),
      sd2Ms: expect.closeTo(Math.sqrt(((70 / 3) ** 2 + (40 / 3) ** 2 + (110 / 3) ** 2) / 4), 9),
    })
  })

  it('has its fields in one order, and refuses in words only where it refuses', () => {
    const fields =
      'id n kept rejectedShare coverage meanRrMs meanHrBpm sdnnMs rmssdMs lnRmssd nn50 pnn50 sd1Ms sd2Ms'.split(
        ' ',
      )
    const minute = Array.from({ length: 75 }, (_, beat) => (beat % 2 ? 790 : 830))
    expect(Object.keys(hrvAnswer(false)({ id: 'a', rrMs: minute }) as object)).toEqual(fields)
    expect(Object.keys(hrvAnswer(true)({ id: 'a', rrMs: [] }) as object)).toEqual(fields)
    const short = hrvAnswer(false)({ id: 'a', rrMs: minute.slice(0, 20) }) as object
    expect(Object.keys(short)).toEqual([...fields, 'refused'])
  })

  it('refuses what is too short unless asked for raw numbers', () => {
    expect(hrvAnswer(false)({ id: 1, rrMs: [800, 810] })).toMatchObject({
      refused: ['too_short'],
      rmssdMs: null,
    })
  })

  it('says what is wrong with a line', () => {
    expect(() => hrvAnswer(false)({ id: 1, rrMs: ['x'] })).toThrow(/rrMs/)
  })
})

async function body(lines: unknown[], baseline: 'own' | 'all'): Promise<Record<string, unknown>[]> {
  const output = new PassThrough()
  const printed = text(output)
  const input = Readable.from([Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))])
  await inspectBody(input, output, { windowMs: 60_000, baseline, zone: 'UTC' })
  output.end()
  return (await printed)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const minutes = (person: string, bpm: number[]) =>
  bpm.map((hrBpm, n) => ({ person, atMs: 1_767_225_600_000 + n * 60_000, hrBpm }))

describe('inspect body', () => {
  it('rates every window against all good ones of the same person', async () => {
    const usual = [60, 61, 62, 63, 64, 65, 66]
    const lines = [...minutes('a', [...usual, 90]), ...minutes('b', [...usual.map((bpm) => bpm + 30), 94])]
    const windows = await body(lines, 'all')
    expect(windows.filter(({ person }) => person === 'a')).toHaveLength(8)
    const last = (name: string) => windows.findLast(({ person }) => person === name)
    expect(last('a')?.bodyScore).toBe(1)
    expect(last('b')?.zHr).toBeLessThan(1)
    expect(last('a')?.lnRmssd).toBeNull()
  })

  it('has its fields in one order', async () => {
    const [window] = await body(minutes('a', [60]), 'all')
    expect(Object.keys(window ?? {})).toEqual(
      'person atMs hrBpm lnRmssd coverage zHr zLnRmssd bodyScore'.split(' '),
    )
  })

  it('begins its windows anew after a silence, and has none of it', async () => {
    const silence = 10 * 60_000 + 25_000
    const later = minutes('a', [70, 71]).map((line) => ({ ...line, atMs: line.atMs + silence }))
    const windows = await body([...minutes('a', [60, 61]), ...later], 'all')
    const firstMs = 1_767_225_600_000
    expect(windows.map((window) => Number(window.atMs) - firstMs)).toEqual([
      60_000,
      120_000,
      silence + 60_000,
      silence + 120_000,
    ])
  })

  it('keeps to unknown where the live rule has no baseline yet', async () => {
    const windows = await body(minutes('a', [60, 61, 62, 90]), 'own')
    expect(windows).toHaveLength(4)
    expect(windows.at(-1)).toMatchObject({ hrBpm: 90, zHr: null, bodyScore: null })
  })

  it('answers a bad line with its number and reads on', async () => {
    const [first, ...windows] = await body([{ person: 'a' }, ...minutes('a', [60, 61])], 'all')
    expect(first).toEqual({ line: 1, error: expect.stringContaining('atMs') })
    expect(windows).toHaveLength(2)
  })
})

describe('the options of the door', () => {
  it('have plain words for what is not understood', () => {
    expect(inspectOptions(['body', '--window-s', '30', '--baseline', 'all'])).toMatchObject({
      windowMs: 30_000,
      baseline: 'all',
      zone: 'UTC',
    })
    expect(() => inspectOptions(['day', '--zone', 'Middle/Earth'])).toThrow(/Middle\/Earth/)
    expect(() => inspectOptions(['body', '--baseline', 'both'])).toThrow(/own or all/)
  })
})
