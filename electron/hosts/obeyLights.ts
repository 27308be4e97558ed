/** Orders about the lights, and a sentence for whatever kept them from changing. */
import type { EngineClient } from '../contract/index.ts'
import type { LightsView } from '../contract/lights.ts'
import { clock, done, type Obeyed, refused } from './obeyed.ts'

/** Lamps are read anew before they are changed, and a slow bridge takes up to five seconds for that. */
const SETTLED_WITHIN_MS = 6000

export async function soften(client: EngineClient): Promise<Obeyed> {
  await client.lights.apply({ look: 'soften', because: 'shortcut' })
  const view = await settled(client)
  const claim = own(view)
  const end = claim?.untilMs == null ? '' : ` until ${clock(claim.untilMs)}`
  const whose = view.isSimulated ? 'The lights on screen' : 'Your lights'
  if (view.lamps.some(({ heldBy }) => heldBy !== null)) return done(`${whose} soften${end}.`)
  if (claim?.begunMs === null) return done(`${whose} will soften as soon as they can.`)
  return nothingChanged(view)
}

export async function giveBack(client: EngineClient): Promise<Obeyed> {
  const { claims, lamps, owed } = await viewNow(client)
  const isHeld = lamps.some(({ heldBy }) => heldBy !== null)
  if (claims.length === 0 && owed === 0 && !isHeld) return refused('Lull holds no light just now.')
  await client.lights.release()
  return done('Your lights are given back.')
}

function nothingChanged({ lamps, told }: LightsView): Obeyed {
  const chosen = lamps.filter(({ choice }) => choice === 'chosen')
  if (lamps.length === 0) return refused('There is no light Lull knows of.')
  if (chosen.length === 0) return refused('No light is chosen yet. You choose them under Lights.')
  if (chosen.every(({ isOn }) => isOn === false)) {
    return refused('All your lights are off, and Lull switches none on.')
  }
  const ids = new Set(chosen.map(({ id }) => id))
  const rules = told?.refused.filter(({ lampId }) => ids.has(lampId)).map(({ rule }) => rule) ?? []
  const isSoft = rules.length > 0 && rules.every((rule) => rule === 'nothing_to_change' || rule === 'off')
  return isSoft ? done('Your lights are soft already.') : refused('No light could be changed just now.')
}

const own = ({ claims }: LightsView) => claims.find(({ because }) => because === 'shortcut')

/** The view once the wish was tried, or as it is when that takes too long. */
async function settled(client: EngineClient): Promise<LightsView> {
  const { signal, stop } = limited()
  let last: LightsView | null = null
  try {
    for await (const view of await client.lights.watch(undefined, { signal })) {
      last = view
      if (own(view)?.begunMs !== null) break
    }
  } catch (error) {
    if (last === null) throw error
  } finally {
    stop()
  }
  if (last === null) throw new Error('no view')
  return last
}

function limited(): { signal: AbortSignal; stop(): void } {
  const watching = new AbortController()
  const timer = setTimeout(() => watching.abort(), SETTLED_WITHIN_MS)
  return {
    signal: watching.signal,
    stop() {
      clearTimeout(timer)
      watching.abort()
    },
  }
}

async function viewNow(client: EngineClient): Promise<LightsView> {
  for await (const view of await client.lights.watch()) return view
  throw new Error('no view')
}

const reasons: Record<string, string> = {
  not_allowed: 'Lull may not touch your lights yet. You can allow it under Lights.',
  paused: 'Lull is quiet just now, so the lights stay as they are.',
  quiet_times: 'Lull leaves the lights alone at this time of day, as you chose.',
}

export function lightsRefusal(error: unknown): string | null {
  const { code, data } = Object(error) as { code?: unknown; data?: { because?: unknown } }
  return code === 'LIGHTS_REFUSED' ? (reasons[String(data?.because)] ?? null) : null
}
