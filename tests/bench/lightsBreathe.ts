/** How closely eight lamps follow a breath through one write to their room: two minutes, or ten with `--ten`. */
import { mostReversalsASecond, reversalTimes } from '../../electron/core/lights/luminance.ts'
import { phaseError } from '../../electron/core/lights/phaseError.ts'
import { systemClock } from '../../electron/hosts/systemClock.ts'
import { shipped } from '../core/lights/breaths.ts'
import type { SeenWrite } from '../fakes/hueBridge/writeLog.ts'
import { lightsAtBridge } from '../fakes/lightsAtBridge.ts'
import { evenLamps, sleep } from './lightsBridge.ts'
import { printRows, type Row } from './table.ts'

const LAMPS = 8
const BRIGHTNESS = 80
const GOAL_MS = 150
const MOST_STEP = 10
const MINUTES = process.argv.includes('--ten') ? 10 : 2

interface Written {
  atMs: number
  brightness: number
  fadeMs: number
}

function written({ atMs, body }: SeenWrite): Written {
  const { dimming, dynamics } = body as { dimming: { brightness: number }; dynamics: { duration: number } }
  return { atMs, brightness: dimming.brightness, fadeMs: dynamics.duration }
}

function changes(waves: readonly Written[]) {
  return waves.map(({ atMs, brightness }, place) => ({
    ...{ atMs, lampId: 'room', roomIds: ['room'] },
    from: { brightness: waves[place - 1]?.brightness ?? BRIGHTNESS, colour: null },
    to: { brightness, colour: null },
  }))
}

async function breathed(minutes: number) {
  const plan = shipped('six-breaths', minutes * 60)
  const lull = await lightsAtBridge({ clock: systemClock, lamps: evenLamps(LAMPS, BRIGHTNESS), plan })
  const startedAtMs = Date.now()
  const { follows } = await lull.client.lights.followExercise({
    ...{ exerciseId: plan.id, lengthSeconds: minutes * 60, startedAtMs },
  })
  if (!follows) throw new Error('no lamp follows the exercise')
  await sleep(startedAtMs + plan.totalMs - Date.now() - 500)
  const writes = [...lull.bridge.house.writes]
  const waves = writes.filter(({ kind, body }) => kind === 'grouped_light' && 'dimming' in body).map(written)
  const single = writes.length - waves.length
  await lull.stop()
  return { plan, startedAtMs, waves, single }
}

export async function lightsBreathe(): Promise<Row[]> {
  const { plan, startedAtMs, waves, single } = await breathed(MINUTES)
  const levels = waves.slice(10).map(({ brightness }) => brightness)
  const span = { bottom: Math.min(...levels), top: Math.max(...levels) }
  const { p99Ms, errorsMs } = phaseError(plan, startedAtMs, span, waves, plan.roundMs)
  const all = changes(waves)
  const steps = all.map(({ from, to }) => Math.abs((to.brightness ?? 0) - (from.brightness ?? 0)))
  const biggest = Math.max(...steps)
  const reversals = reversalTimes(all).length
  const most = mostReversalsASecond(all)
  const counted = `${waves.length} writes to the room, ${single} to single lamps`
  return [
    {
      what: `breath to ${LAMPS} lamps through their room, ${MINUTES} minutes: phase error p99 of ${errorsMs.length} rises and falls`,
      against: `${counted}; ${span.bottom}–${span.top} %; ${reversals} reversals, ${most} in a second at most`,
      value: p99Ms ?? Number.NaN,
      unit: 'ms',
      goal: `≤ ${GOAL_MS} ms`,
      met: p99Ms !== null && p99Ms <= GOAL_MS && most <= 1,
    },
    {
      what: 'biggest step of brightness in it',
      value: biggest,
      unit: '%',
      goal: `≤ ${MOST_STEP} %`,
      met: biggest <= MOST_STEP + 1e-6,
    },
  ]
}

if (import.meta.main) printRows(await lightsBreathe())
