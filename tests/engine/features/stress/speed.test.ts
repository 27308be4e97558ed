/** Ten years of days make a day, a month and an explanation no slower. */
import { performance } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { TEST_KEY, temporaryFolder } from '../../engineParts.ts'
import { seedScores } from './seedScores.ts'
import { MINUTE, StressWorld } from './stressWorld.ts'

const BIG = [
  'scores',
  'score_days',
  'beats',
  'beat_windows',
  'nightly',
  'nightly_days',
  'decisions',
  'work_windows',
]

/** The best of some runs: other work on this machine only ever adds. */
async function fastestMs(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 12; run++) {
    const startMs = performance.now()
    await work()
    best = Math.min(best, performance.now() - startMs)
  }
  return best
}

it('reads what it shows and no more: a day, 62 days, an explanation', async () => {
  const { store } = openDatabase({ dataFolder: temporaryFolder(), keyHex: TEST_KEY, now: 1 })
  const statements = new Set<string>()
  const prepare = store.raw.prepare.bind(store.raw)
  store.raw.prepare = ((text: string) => {
    statements.add(text)
    return prepare(text)
  }) as typeof store.raw.prepare
  const world = new StressWorld({ store })
  world.service.stop()
  const nowMs = world.calendar.daySpan(world.today + 1).fromMs - MINUTE
  world.clock.advance(nowMs - world.clock.now())
  const seeded = seedScores(store, { nowMs, calendar: world.calendar })
  expect(seeded).toMatchObject({ scoreDays: 3653, scores: 30 * 960, beats: 960 * 60 })
  statements.clear()
  world.open()
  const client = world.client()
  const { today } = world
  const atMs = (await client.day({ workDay: today })).points.at(-1)?.atMs ?? 0

  const dayMs = await fastestMs(() => client.day({ workDay: today }))
  const oldDayMs = await fastestMs(() => client.day({ workDay: today - 2000 }))
  const monthMs = await fastestMs(() => client.days({ fromDay: today - 61, toDay: today }))
  const explainMs = await fastestMs(() => client.explain({ atMs }))
  expect(dayMs).toBeLessThanOrEqual(20)
  expect(oldDayMs).toBeLessThanOrEqual(20)
  expect(monthMs).toBeLessThanOrEqual(50)
  expect(explainMs).toBeLessThanOrEqual(20)

  const asked = [...statements].filter((text) => /^\s*SELECT/.test(text))
  expect(asked.length).toBeGreaterThan(8)
  for (const text of asked) {
    const holes = [...text.matchAll(/\?/g)].map(() => 1)
    const plan = prepare(`EXPLAIN QUERY PLAN ${text}`).all(...holes) as { detail: string }[]
    const scanned = plan.filter(({ detail }) =>
      new RegExp(`^SCAN (${BIG.join('|')})\\b(?! USING)`).test(detail),
    )
    expect(scanned, text).toEqual([])
  }
  world.service.stop()
  store.close()
})
