/** How a lamp of the room on screen answers a write and a hand: as a careful real one does. */
import { intoGamut } from '../../../core/lights/gamut.ts'
import type { Lamp, LampColour, LampWrite, MirekRange } from '../../../core/lights/lamp.ts'
import type { LampTouch, WriteOutcome } from '../../ports/lights.ts'

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

const dimmedTo = ({ leastBrightness }: Lamp, percent: number) => within(percent, leastBrightness ?? 0, 100)

const whiteOf = ({ leastMirek, mostMirek }: MirekRange, mirek: number): LampColour => ({
  kind: 'temperature',
  mirek: within(Math.round(mirek), leastMirek, mostMirek),
})

type Asked = Pick<LampWrite, 'brightness' | 'mirek' | 'xy'>

/** The colour it can make of what is asked; null where it can make none. A place in the diagram wins, as on a bridge. */
function colourAsked({ can }: Lamp, { mirek, xy }: Asked): LampColour | null {
  if (xy !== undefined) {
    if (can.colour === null) return null
    return { kind: 'xy', ...(can.colour.gamut === null ? xy : intoGamut(xy, can.colour.gamut)) }
  }
  return mirek === undefined || can.temperature === null ? null : whiteOf(can.temperature, mirek)
}

/** A lamp that is off stays off and as it was; what it cannot do it leaves out. */
export function afterWrite(lamp: Lamp, write: Asked): { lamp: Lamp; outcome: WriteOutcome } {
  if (lamp.isReachable === false) return { lamp, outcome: 'unreachable' }
  if (lamp.isOn !== true) return { lamp, outcome: 'partly' }
  const { brightness, mirek, xy } = write
  const colour = colourAsked(lamp, write)
  const left =
    (brightness !== undefined && !lamp.can.dim) ||
    ((mirek !== undefined || xy !== undefined) && colour === null)
  return {
    lamp: {
      ...lamp,
      ...(brightness === undefined || !lamp.can.dim ? {} : { brightness: dimmedTo(lamp, brightness) }),
      ...(colour === null ? {} : { colour }),
    },
    outcome: left ? 'partly' : 'written',
  }
}

/** A hand may do everything, switching on as well. */
export function afterTouch(lamp: Lamp, { isOn, brightness, mirek, isReachable }: LampTouch): Lamp {
  const { can } = lamp
  return {
    ...lamp,
    ...(isOn === undefined ? {} : { isOn }),
    ...(isReachable === undefined ? {} : { isReachable }),
    ...(brightness === undefined || !can.dim ? {} : { brightness: dimmedTo(lamp, brightness) }),
    ...(mirek === undefined || can.temperature === null ? {} : { colour: whiteOf(can.temperature, mirek) }),
  }
}
