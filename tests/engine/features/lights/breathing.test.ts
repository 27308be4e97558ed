/** Ten minutes of breath through everything there is: feature, driver, TLS and the fake bridge, on a clock that is moved. */
import { expect, it, onTestFinished } from 'vitest'
import { mostReversalsASecond, reversalTimes } from '../../../../electron/core/lights/luminance.ts'
import { phaseError } from '../../../../electron/core/lights/phaseError.ts'
import { sixBreaths } from '../../../core/lights/breaths.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import type { SeenWrite } from '../../../fakes/hueBridge/writeLog.ts'
import { lightsAtBridge } from '../../../fakes/lightsAtBridge.ts'

const BRIGHTNESS = 80
const MOVED_BY_MS = 50
/** Of the event loop: an answer takes about ten. */
const MOST_TURNS = 5000
const lamps = Array.from({ length: 8 }, (_, place) => ({
  ...{ name: `Lamp ${place + 1}`, kind: 'colour' as const, brightness: BRIGHTNESS, mirek: 300 },
}))

function written({ atMs, body }: SeenWrite) {
  const { dimming, dynamics } = body as { dimming: { brightness: number }; dynamics: { duration: number } }
  return { atMs, brightness: dimming.brightness, fadeMs: dynamics.duration }
}

it('keeps eight lamps with the breath through one write to their room each second', async () => {
  const clock = new FakeClock()
  const lull = await lightsAtBridge({ clock, lamps, plan: sixBreaths })
  onTestFinished(() => lull.stop(true))
  const { bridge, client } = lull
  const startedAtMs = clock.now()
  const { follows } = await client.lights.followExercise({
    ...{ exerciseId: 'six-breaths', lengthSeconds: sixBreaths.totalMs / 1000, startedAtMs },
  })
  expect(follows).toBe(true)
  const turn = () => new Promise((next) => setImmediate(next))
  const quiet = async () => {
    // Everything asked is answered first; what waits for its turn by the clock is not waited for.
    await turn()
    for (let turns = 0; lull.isBusy() && turns < MOST_TURNS; turns++) await turn()
    await turn()
  }
  await quiet()
  while (clock.now() < startedAtMs + sixBreaths.totalMs - MOVED_BY_MS) {
    clock.advance(MOVED_BY_MS)
    await quiet()
  }
  const waves = bridge.house.writes.map(written)
  expect(new Set(bridge.house.writes.map(({ kind }) => kind))).toEqual(new Set(['grouped_light']))
  const changes = waves.map(({ atMs, brightness }, place) => ({
    ...{ atMs, lampId: 'room', roomIds: ['room'], to: { brightness, colour: null } },
    from: { brightness: waves[place - 1]?.brightness ?? BRIGHTNESS, colour: null },
  }))
  const steps = changes.map(({ from, to }) => Math.abs(to.brightness - from.brightness))
  const levels = waves.slice(10).map(({ brightness }) => brightness)
  const span = { bottom: Math.min(...levels), top: Math.max(...levels) }
  const { p99Ms, errorsMs } = phaseError(sixBreaths, startedAtMs, span, waves, sixBreaths.roundMs)
  const reversals = reversalTimes(changes).length
  process.stdout.write(
    `${waves.length} writes in ${sixBreaths.totalMs / 1000} s (${span.bottom}–${span.top} %), biggest step ${Math.max(...steps).toFixed(2)} %, ` +
      `reversals ${reversals}, most in a second ${mostReversalsASecond(changes)}, phase error p99 ${p99Ms?.toFixed(1)} ms of ${errorsMs.length}\n`,
  )
  expect(waves.length).toBeGreaterThan(500)
  expect(Math.max(...steps)).toBeLessThanOrEqual(10 + 1e-6)
  expect(Math.max(...levels)).toBeLessThanOrEqual(BRIGHTNESS)
  expect(mostReversalsASecond(changes)).toBeLessThanOrEqual(1)
  expect(reversals).toBeLessThanOrEqual(2 * sixBreaths.rounds + 2)
  expect(errorsMs.length).toBeGreaterThan(100)
  expect(p99Ms).toBeLessThanOrEqual(150)
}, 120_000)
