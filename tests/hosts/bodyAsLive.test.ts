/** What the door for recordings says of a body is what the engine made of the same beats. */
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../electron/core/stress/seededRandom.ts'
import type { RatedWindow } from '../../electron/hosts/bodyBaselines.ts'
import { dayEvent } from '../../electron/hosts/dayEvents.ts'
import { DayReplay } from '../../electron/hosts/dayReplay.ts'
import { inspectBody } from '../../electron/hosts/inspectBody.ts'

const START_MS = Date.UTC(2026, 10, 2, 9)
const MS_PER_DAY = 86_400_000
const DAYS = 7
const MINUTES = 60
/** Only the body is weighed, so that its part is the score. */
const weights = { self: 0, body: 1, fragmentation: 0, comms: 0, typing: 0, hours: 0, machine: 0, pointer: 0 }

interface Beats {
  atMs: number
  rrMs: number[]
}

/** An hour a day at the desk; on the last day the heart goes faster half way through, and some beats are lost. */
function beats(): Beats[] {
  const random = seededRandom(5)
  const messages: Beats[] = []
  for (let day = 0; day < DAYS; day++) {
    for (let tenth = 0; tenth < MINUTES * 6; tenth++) {
      const isHeavy = day === DAYS - 1 && tenth > MINUTES * 3
      const meanMs = isHeavy ? 740 : 850 + 30 * Math.sin(tenth / 40 + day)
      const rrMs: number[] = []
      for (let sumMs = 0; sumMs < 10_000 - meanMs / 2; sumMs += rrMs.at(-1) ?? 0) {
        rrMs.push(Math.round(meanMs + (random() - 0.5) * (isHeavy ? 30 : 90)))
      }
      if (random() < 0.02) rrMs[3] = 310
      if (random() < 0.9) messages.push({ atMs: START_MS + day * MS_PER_DAY + (tenth + 1) * 10_000, rrMs })
    }
  }
  return messages
}

async function live(messages: readonly Beats[]) {
  const replay = await DayReplay.start(START_MS - 60_000, {
    zone: 'UTC',
    settings: { weights },
    print: () => {},
  })
  for (let day = 0; day < DAYS; day++) {
    const fromMs = START_MS + day * MS_PER_DAY
    await replay.play(dayEvent.parse({ at: fromMs - 60_000, kind: 'presence', state: 'active' }))
    for (const { atMs, rrMs } of messages.filter(
      (one) => one.atMs >= fromMs && one.atMs < fromMs + MS_PER_DAY,
    )) {
      await replay.play(dayEvent.parse({ at: atMs, kind: 'vitals', rrMs }))
    }
    const endMs = fromMs + (MINUTES + 1) * 60_000
    await replay.play(dayEvent.parse({ at: endMs, kind: 'presence', state: 'locked' }))
  }
  const workDay = Math.floor(START_MS / MS_PER_DAY) + DAYS - 1
  const day = await replay.client.stress.day({ workDay })
  const explained = []
  for (const { atMs } of day.points) explained.push(await replay.client.stress.explain({ atMs }))
  await replay.finish()
  return { windows: day.beats.windows, refused: day.beats.refused, explained }
}

async function recorded(messages: readonly Beats[]): Promise<RatedWindow[]> {
  const output = new PassThrough()
  const printed = text(output)
  const lines = messages.map((message) => `${JSON.stringify({ person: 'a', ...message })}\n`)
  const options = { windowMs: 60_000, baseline: 'own' as const, zone: 'UTC' }
  await inspectBody(Readable.from(lines.map((line) => Buffer.from(line))), output, options)
  output.end()
  return (await printed)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RatedWindow)
}

describe('the same beats', () => {
  let engine: Awaited<ReturnType<typeof live>>
  let door: RatedWindow[]
  beforeAll(async () => {
    const messages = beats()
    engine = await live(messages)
    door = await recorded(messages)
  }, 60_000)

  it('make the same windows', () => {
    const lastDay = door.filter((window) => window.atMs > START_MS + (DAYS - 1) * MS_PER_DAY)
    const good = lastDay.filter((window) => window.hrBpm !== null)
    const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 9))
    expect(engine.windows.length).toBeGreaterThan(40)
    expect(engine.windows).toEqual(
      good.map(({ atMs, hrBpm, lnRmssd }) => ({
        atMs,
        hrBpm: near(hrBpm),
        rmssdMs: near(lnRmssd === null ? null : Math.exp(lnRmssd)),
        quiet: expect.any(Boolean),
      })),
    )
    expect(lastDay.length - good.length).toBeGreaterThan(0)
  })

  it('and the same part of the score, wherever one was shown', () => {
    let compared = 0
    let heaviest = 0
    for (const { strain, windows } of engine.explained) {
      const window = windows.at(-1)
      const parts = strain.signals.filter((signal) => signal.family === 'body').map((signal) => signal.s)
      if (!window || parts.length === 0) continue
      const same = door.find((one) => one.atMs === window.atMs)
      const mean = parts.reduce((sum, s) => sum + s, 0) / parts.length
      // Over a minute that says nothing the engine goes on with the last good pair while it is fresh.
      if (same && same.bodyScore === null) continue
      expect(same?.bodyScore).toBeCloseTo(mean, 3)
      compared++
      heaviest = Math.max(heaviest, mean)
    }
    expect(compared).toBeGreaterThan(30)
    expect(heaviest).toBeGreaterThan(0.5)
  })
})
