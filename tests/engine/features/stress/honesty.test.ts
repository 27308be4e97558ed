/** Below a confidence of .35 no score, no reason and no family leaves Lull, whichever way one asks. */
import { expect, it } from 'vitest'
import type { StressSnapshot } from '../../../../electron/contract/stress.ts'
import { defaultWeights, FAMILIES } from '../../../../electron/core/stress/families.ts'
import { LEAST_CONFIDENCE } from '../../../../electron/core/stress/strainScore.ts'
import { heavyMinute, MINUTE, type MinuteValues, StressWorld, workDays } from './stressWorld.ts'

/** Every object inside a value. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* objectsIn(inner)
}

const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
/** Names under which a score or what it was made of could leave. */
const SCORE_KEYS = ['strain', 'value', 'reasons', 'signals', 'contributing']

/** @returns how many objects with too little confidence were looked at. */
function expectNothingShown(output: unknown): number {
  let looked = 0
  for (const one of objectsIn(output)) {
    if (typeof one.confidence !== 'number' || one.confidence >= LEAST_CONFIDENCE) continue
    looked++
    const shown = SCORE_KEYS.filter((key) => !isBlank(one[key]))
    expect(shown, JSON.stringify(one)).toEqual([])
    const inputs = one.inputs as Record<string, unknown> | undefined
    if (inputs) expect(SCORE_KEYS.filter((key) => !isBlank(inputs[key]))).toEqual([])
  }
  return looked
}

/** Everything a page, the shell, another feature or an export can ask. */
async function everyOutput(world: StressWorld, told: readonly StressSnapshot[]) {
  const client = world.client()
  const watch = await client.watch()
  const first = (await watch.next()).value
  await watch.return?.(undefined)
  const today = world.today
  const explained: unknown[] = []
  const day = await client.day({ workDay: today })
  for (const point of day.points) explained.push(await client.explain({ atMs: point.atMs }))
  return {
    ...{ first, told, day, explained },
    days: await client.days({ fromDay: today - 20, toDay: today }),
    howWell: await client.howWell(),
    export: world.stress.keeper.kinds.flatMap((kind) => world.stress.keeper.rows(kind)),
    withoutSelf: world.service.strainWithoutSelf(world.clock.now()),
  }
}

it('shows nothing where too little is ever known', async () => {
  const machineOnly = (random: () => number): MinuteValues => {
    const { loopLagMs, temperatureC } = heavyMinute(random)
    const [lag, heat] = [(loopLagMs ?? 0) * random(), (temperatureC ?? 0) * random()]
    return { activeSeconds: 55, loopLagMs: lag, temperatureC: heat }
  }
  const world = workDays(new StressWorld(), 12, machineOnly)
  world.live({ minutes: 60, minute: machineOnly, heart: { meanMs: 600 } })
  const output = await everyOutput(world, world.told)
  expect(expectNothingShown(output)).toBeGreaterThan(1000)
  expect(output.withoutSelf).toBeNull()
  expect(output.day).toMatchObject({
    strainUsual: null,
    raised: [],
    scores: { strainMean: null, strainKnownMs: 0 },
  })
  expect(output.days.days.every((day) => day.strainMean === null)).toBe(true)
  expect(output.explained.length).toBeGreaterThan(50)
})

it('shows nothing while too little is known, and what it may as soon as it may', async () => {
  const world = workDays(new StressWorld(), 9, heavyMinute)
  world.told.length = 0
  world.live({ minutes: 20, minute: heavyMinute })
  const output = await everyOutput(world, world.told)
  expect(expectNothingShown(output)).toBeGreaterThan(10)
  expect(output.day.points.some((point) => point.strain !== null)).toBe(true)
  for (const point of output.day.points) {
    if (point.confidence < LEAST_CONFIDENCE) expect(point.strain).toBeNull()
    else expect(point.strain).not.toBeNull()
  }
})

it('explains every part of what it shows', async () => {
  const weights = { ...defaultWeights, self: 0, body: 0 }
  const world = workDays(new StressWorld({ settings: { weights } }), 12)
  world.live({ minutes: 30, minute: heavyMinute })
  const explained = await world.client().explain({ atMs: world.clock.now() })
  const { strain } = explained
  expect(strain.reasons).toEqual(
    strain.signals
      .filter((signal) => signal.s > 0)
      .toSorted((a, b) => b.share - a.share)
      .slice(0, 3),
  )
  expect(strain.signals.reduce((sum, signal) => sum + signal.share, 0)).toBeCloseTo(1, 2)
  // The score of the signals alone: what is shown lags behind it by the smoothing.
  const byFamily = FAMILIES.flatMap((family) => {
    const own = strain.signals.filter((signal) => signal.family === family)
    const q = own.reduce((sum, signal) => sum + signal.q, 0)
    if (own.length === 0) return []
    const s = own.reduce((sum, signal) => sum + signal.s * signal.q, 0) / q
    return [{ s, weight: (own[0]?.w ?? 0) * (q / own.length) }]
  })
  const possible = FAMILIES.reduce((sum, family) => sum + weights[family], 0)
  const present = byFamily.reduce((sum, part) => sum + part.weight, 0)
  expect(strain.confidence).toBeCloseTo(present / possible, 3)
  const unsmoothed = byFamily.reduce((sum, part) => sum + part.weight * part.s, 0) / present
  expect(strain.value).toBeGreaterThan(0.5 * unsmoothed)
  expect(strain.value).toBeLessThanOrEqual(unsmoothed + 0.01)
  expect(explained.minutes).toHaveLength(10)
  expect(explained.minutes.every((minute) => minute.switches === 16)).toBe(true)
  expect(explained.need).toMatchObject({ targetMs: 50 * MINUTE })
})
