/** The looks a room can take, as data: what each asks of a lamp at most, and how slowly. */
import type { LampColour, Shown } from './lamp.ts'

export const LOOK_IDS = ['soften', 'breathe', 'windDown', 'focus', 'break', 'listen'] as const
export type LookId = (typeof LOOK_IDS)[number]

export type LookColour =
  | LampColour
  /** As warm as this, mirek; a light that is warmer, or has a colour of its own, stays as it is. */
  | { kind: 'atLeast'; mirek: number }
  /** A little warmer than it is, mirek. */
  | { kind: 'warmer'; byMirek: number }

/** One light of a scene of the person's own; null: as it is. */
export interface SceneLamp extends Shown {
  lampId: string
}

export interface Look {
  /** One of `LOOK_IDS`, or the id of a scene of the person's own. */
  id: string
  /** Percent; lights that are darker stay as they are. Null: as it is. */
  brightness: number | null
  colour: LookColour | null
  /** Null: as the person's limits say. */
  fadeMs: number | null
  /** A scene: only these lights, each with its own. Null: all that were ticked. */
  lamps: readonly SceneLamp[] | null
  /** When its time is over it lets go and leaves the light as it is: nothing gets brighter while someone falls asleep. */
  letsGoAtEnd: boolean
}

const look = (id: LookId, own: Partial<Look>): Look => ({
  id,
  brightness: null,
  colour: null,
  fadeMs: null,
  lamps: null,
  letsGoAtEnd: false,
  ...own,
})

/** Values near those of Hue's own scenes: Relax 56/447, Rest 34/447, Concentrate 233, Read 346 (light notes §7). */
export const LOOKS: Readonly<Record<LookId, Look>> = {
  soften: look('soften', { brightness: 56, colour: { kind: 'atLeast', mirek: 447 } }),
  breathe: look('breathe', {}),
  windDown: look('windDown', {
    brightness: 30,
    colour: { kind: 'atLeast', mirek: 454 },
    fadeMs: 60_000,
    letsGoAtEnd: true,
  }),
  focus: look('focus', { colour: { kind: 'temperature', mirek: 233 } }),
  break: look('break', { brightness: 70, colour: { kind: 'atLeast', mirek: 370 } }),
  listen: look('listen', { colour: { kind: 'warmer', byMirek: 30 }, fadeMs: 8000 }),
}

export function isLookId(id: string): id is LookId {
  return LOOK_IDS.some((one) => one === id)
}

/** What a person may set about a look. */
export type LookWish = Partial<Pick<Look, 'brightness' | 'fadeMs'>> & { mirek?: number }

/** A look with the person's own temperature, brightness and fade. */
export function lookWith(base: Look, { mirek, ...wish }: LookWish): Look {
  if (mirek === undefined) return { ...base, ...wish }
  const kind = base.colour?.kind === 'temperature' ? 'temperature' : 'atLeast'
  return { ...base, ...wish, colour: { kind, mirek } }
}

/** A scene of the person's own, from the lights as they stand. */
export function sceneLook(id: string, lamps: readonly SceneLamp[]): Look {
  return look('soften', { id, lamps })
}
