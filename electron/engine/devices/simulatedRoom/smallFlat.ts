/** The flat that is drawn on screen: which rooms and lamps it has, how they are called and how they stand at first. */
import { HUE_GAMUTS } from '../../../core/lights/gamut.ts'
import type { Lamp, LampAbilities } from '../../../core/lights/lamp.ts'
import type { LampGroup, LampScene } from '../../ports/lights.ts'

export const DRIVER = 'simulator'

const idOf = (name: string) => `${DRIVER}:${name}`

const STUDY = idOf('study')
const BEDROOM = idOf('bedroom')

const plug: LampAbilities = { dim: false, temperature: null, colour: null }
const white: LampAbilities = { ...plug, dim: true }
const tunable: LampAbilities = { ...white, temperature: { leastMirek: 153, mostMirek: 454 } }
const coloured: LampAbilities = {
  dim: true,
  temperature: { leastMirek: 153, mostMirek: 500 },
  colour: { gamut: HUE_GAMUTS.C ?? null },
}

type Standing = Pick<Lamp, 'name' | 'can'> & Partial<Lamp>

function lampIn(roomId: string, name: string, standing: Standing): Lamp {
  return {
    id: idOf(name),
    roomIds: [roomId],
    isOn: true,
    isReachable: true,
    brightness: null,
    // Good bulbs go down to a fifth of a percent, plain ones to five.
    leastBrightness: standing.can.dim ? (standing.can.temperature === null ? 5 : 0.2) : null,
    colour: null,
    isDynamic: false,
    effect: null,
    hasGradient: false,
    ...standing,
  }
}

const temperature = (mirek: number) => ({ kind: 'temperature', mirek }) as const

const lamps: readonly Lamp[] = [
  lampIn(STUDY, 'desk', { name: 'Desk lamp', can: coloured, brightness: 90, colour: temperature(250) }),
  lampIn(STUDY, 'floor', { name: 'Floor lamp', can: tunable, brightness: 70, colour: temperature(330) }),
  lampIn(STUDY, 'ceiling', { name: 'Ceiling light', can: white, brightness: 80 }),
  lampIn(STUDY, 'shelf', {
    ...{ name: 'Shelf strip', can: coloured, isOn: false, brightness: 50 },
    colour: { kind: 'xy', x: 0.35, y: 0.2 },
  }),
  lampIn(BEDROOM, 'bedside', {
    name: 'Bedside lamp',
    can: tunable,
    brightness: 45,
    colour: temperature(400),
  }),
  lampIn(BEDROOM, 'reading', { name: 'Reading lamp', can: white, brightness: 60 }),
  lampIn(BEDROOM, 'plug', { name: 'Salt lamp on a plug', can: plug }),
]

const roomOf = (id: string, name: string): LampGroup => ({
  id,
  name,
  lampIds: lamps.filter(({ roomIds }) => roomIds.includes(id)).map((lamp) => lamp.id),
  canWrite: true,
})

/** A scene as made in another app, so that taking one over can be tried. */
const evening: LampScene = {
  id: idOf('evening'),
  name: 'Late evening',
  groupId: STUDY,
  isSmart: false,
  lamps: [
    { lampId: idOf('desk'), brightness: 35, mirek: 447 },
    { lampId: idOf('floor'), brightness: 25, mirek: 447 },
    { lampId: idOf('ceiling'), brightness: 15 },
  ],
}

export interface SmallFlat {
  lamps: readonly Lamp[]
  rooms: readonly LampGroup[]
  scenes: readonly LampScene[]
}

export const smallFlat: SmallFlat = {
  lamps,
  rooms: [roomOf(STUDY, 'Study'), roomOf(BEDROOM, 'Bedroom')],
  scenes: [evening],
}
