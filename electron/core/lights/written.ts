/** What Lull remembers of the lamps once writes were given out. */
import { nothingSet, widened } from './heldLamps.ts'
import { type Lamp, type LampWrite, type Shown, shownAfter, shownBy } from './lamp.ts'
import type { Claim, HeldLamp, Layer, LightsState } from './lightsState.ts'
import type { Verdict } from './safety.ts'

const unchanged: Shown = { brightness: null, colour: null }

function found(lamp: Lamp): HeldLamp {
  const before = shownBy(lamp)
  return {
    lampId: lamp.id,
    before,
    layers: [],
    set: before,
    orElse: null,
    could: nothingSet,
    giving: null,
    isFromDisk: false,
  }
}

function layered(layers: readonly Layer[], claimId: number, write: LampWrite): Layer[] {
  const own = layers.find((one) => one.claimId === claimId)
  const rest = layers.filter((one) => one.claimId !== claimId)
  return [...rest, { claimId, set: shownAfter(own?.set ?? unchanged, write) }]
}

/** A wave may be anywhere between its bottom and what it found, so that is kept at once and not at every step. */
function couldShow(held: HeldLamp, claim: Claim, write: LampWrite): HeldLamp['could'] {
  const could = widened(held.could, shownAfter(unchanged, write))
  if (claim.wave === null || write.brightness === undefined) return could
  const bottom = widened(could, { brightness: claim.wave.bottom, colour: null })
  return widened(bottom, { brightness: held.set.brightness, colour: null })
}

export function written(
  state: LightsState,
  claim: Claim,
  { allowed, logged }: Pick<Verdict, 'allowed' | 'logged'>,
): LightsState {
  const held = new Map(state.held.map((one) => [one.lampId, one]))
  for (const write of allowed) {
    const lamp = state.lamps.find(({ id }) => id === write.lampId)
    const one = held.get(write.lampId) ?? (lamp && found(lamp))
    if (one === undefined) continue
    const could = couldShow(one, claim, write)
    const set = shownAfter(one.set, write)
    held.set(one.lampId, { ...one, layers: layered(one.layers, claim.id, write), set, orElse: null, could })
  }
  return { ...state, held: [...held.values()], log: [...state.log, ...logged] }
}
