/** The lamps Lull holds: what lies over what, what is to be given back, and what is kept on disk of it. */
import { isSameColour, type LampColour, type Shown } from './lamp.ts'
import type { CouldShow, EntryLamp, Snapshot } from './lightsEffects.ts'
import type { HeldLamp, Layer } from './lightsState.ts'
import type { Kept } from './safety.ts'

export const nothingSet: CouldShow = { brightness: null, colours: [] }

function over(below: Shown, { set }: Layer): Shown {
  return { brightness: set.brightness ?? below.brightness, colour: set.colour ?? below.colour }
}

/** What a lamp is to show while these layers lie over what the person had. */
export function target(before: Shown, layers: readonly Layer[]): Shown {
  return layers.reduce(over, before)
}

/** As the gate has to know it; a restore may go back to each step of the pile. */
export function keptOf({ lampId, before, layers, set, orElse }: HeldLamp): Kept {
  return { lampId, before, set, orElse, mayReturnTo: [before, target(before, layers)] }
}

function wider(span: CouldShow['brightness'], brightness: number | null): CouldShow['brightness'] {
  if (brightness === null) return span
  if (span === null) return { least: brightness, most: brightness }
  return { least: Math.min(span.least, brightness), most: Math.max(span.most, brightness) }
}

function withColour(colours: readonly LampColour[], colour: LampColour | null): readonly LampColour[] {
  if (colour === null || colours.some((one) => isSameColour(one, colour))) return colours
  return [...colours, colour]
}

export function widened({ brightness, colours }: CouldShow, set: Shown): CouldShow {
  return { brightness: wider(brightness, set.brightness), colours: withColour(colours, set.colour) }
}

/** Whether a lamp shows something Lull may have set before it went away. */
export function couldBeOurs(lamp: Shown, before: Shown, { brightness, colours }: CouldShow): boolean {
  const least = (brightness?.least ?? before.brightness ?? 0) - 1
  const most = (brightness?.most ?? before.brightness ?? 100) + 1
  if (lamp.brightness !== null && (lamp.brightness < least || lamp.brightness > most)) return false
  const own = colours.length > 0 ? colours : before.colour === null ? [] : [before.colour]
  const { colour } = lamp
  return colour === null || own.length === 0 || own.some((one) => isSameColour(one, colour))
}

export function snapshotOf(held: readonly HeldLamp[], atMs: number): Snapshot {
  return { atMs, lamps: held.map(({ lampId, before, could }) => ({ lampId, before, could })) }
}

export function entryLamp({ lampId, before, set }: HeldLamp): EntryLamp {
  return { lampId, before, set }
}
