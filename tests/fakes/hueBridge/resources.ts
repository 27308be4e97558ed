/** Resources of a bridge as CLIP v2 shows them, and the rooms tests and demonstrations play in. */

export interface Ref {
  rid: string
  rtype: string
}

export interface Resource {
  id: string
  type: string
  id_v1?: string
  owner?: Ref
  [member: string]: unknown
}

export interface FakeXy {
  x: number
  y: number
}

/** The members of a light that change. */
export interface FakeLight extends Resource {
  type: 'light'
  metadata: { name: string; archetype: string }
  on: { on: boolean }
  dimming?: { brightness: number; min_dim_level: number }
  color_temperature?: {
    mirek: number | null
    mirek_valid: boolean
    mirek_schema: { mirek_minimum: number; mirek_maximum: number }
  }
  color?: { xy: FakeXy; gamut: { red: FakeXy; green: FakeXy; blue: FakeXy }; gamut_type: string }
  dynamics: { status: string; status_values: string[]; speed: number; speed_valid: boolean }
}

export type LampKind = 'colour' | 'ambiance' | 'white' | 'plug'

export interface LampPlan {
  name: string
  kind: LampKind
  brightness?: number
  mirek?: number
  /** Shows a colour: then `mirek` is null. */
  xy?: FakeXy
  isOn?: boolean
}

/** Ids that look like a bridge's and stay the same from run to run. */
export function fakeId(group: number, place: number): string {
  const part = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return `${part(group, 8)}-0000-4000-8000-${part(place, 12)}`
}

const GAMUT_C = {
  red: { x: 0.6915, y: 0.3083 },
  green: { x: 0.17, y: 0.7 },
  blue: { x: 0.1532, y: 0.0475 },
}

const IDS = { light: 1, device: 2, zigbee: 3, room: 4, grouped: 5, scene: 6, zone: 7, other: 8 }

function colourMembers({ kind, xy, mirek = 366 }: LampPlan): Partial<FakeLight> {
  if (kind !== 'colour' && kind !== 'ambiance') return {}
  const mirek_schema = { mirek_minimum: 153, mirek_maximum: kind === 'colour' ? 500 : 454 }
  const color_temperature = { mirek: xy ? null : mirek, mirek_valid: !xy, mirek_schema }
  if (kind === 'ambiance') return { color_temperature }
  return {
    color_temperature,
    color: { xy: xy ?? { x: 0.4575, y: 0.4099 }, gamut: GAMUT_C, gamut_type: 'C' },
  }
}

export function light(plan: LampPlan, place: number): FakeLight {
  const { name, kind, brightness = 80, isOn = true } = plan
  return {
    id: fakeId(IDS.light, place),
    id_v1: `/lights/${place}`,
    type: 'light',
    owner: { rid: fakeId(IDS.device, place), rtype: 'device' },
    metadata: { name, archetype: kind === 'plug' ? 'plug' : 'sultan_bulb' },
    on: { on: isOn },
    ...(kind === 'plug' ? {} : { dimming: { brightness, min_dim_level: kind === 'white' ? 2 : 0.2 } }),
    dimming_delta: {},
    ...colourMembers(plan),
    color_temperature_delta: {},
    dynamics: { status: 'none', status_values: ['none', 'dynamic_palette'], speed: 0, speed_valid: false },
    alert: { action_values: ['breathe'] },
    signaling: { signal_values: ['no_signal', 'on_off'] },
    effects: {
      status_values: ['no_effect', 'candle'],
      status: 'no_effect',
      effect_values: ['no_effect', 'candle'],
    },
    mode: 'normal',
    service_id: 0,
    product_data: { function: 'mixed' },
  }
}

function device(plan: LampPlan, place: number): Resource[] {
  const id = fakeId(IDS.device, place)
  const zigbee = fakeId(IDS.zigbee, place)
  return [
    {
      id,
      id_v1: `/lights/${place}`,
      type: 'device',
      metadata: { name: plan.name, archetype: 'sultan_bulb' },
      product_data: { model_id: 'LCA001', product_name: 'Hue lamp', software_version: '1.122.2' },
      services: [
        { rid: zigbee, rtype: 'zigbee_connectivity' },
        { rid: fakeId(IDS.light, place), rtype: 'light' },
      ],
    },
    {
      id: zigbee,
      type: 'zigbee_connectivity',
      owner: { rid: id, rtype: 'device' },
      status: 'connected',
      mac_address: '00:17:88:01:00:00:00:00',
    },
  ]
}

function group(type: 'room' | 'zone', place: number, name: string, children: Ref[]): Resource[] {
  const id = fakeId(type === 'room' ? IDS.room : IDS.zone, place)
  const grouped = fakeId(IDS.grouped, type === 'room' ? place : 100 + place)
  return [
    {
      id,
      id_v1: `/groups/${place}`,
      type,
      metadata: { name, archetype: 'office' },
      children,
      services: [{ rid: grouped, rtype: 'grouped_light' }],
    },
    {
      id: grouped,
      id_v1: `/groups/${place}`,
      type: 'grouped_light',
      owner: { rid: id, rtype: type },
      on: { on: true },
      dimming: { brightness: 80 },
      alert: { action_values: ['breathe'] },
    },
  ]
}

function scene(place: number, name: string, groupId: string, lights: readonly FakeLight[]): Resource {
  const actions = lights.map(({ id }) => ({
    target: { rid: id, rtype: 'light' },
    action: { on: { on: true }, dimming: { brightness: 56.3 }, color_temperature: { mirek: 447 } },
  }))
  return {
    id: fakeId(IDS.scene, place),
    type: 'scene',
    metadata: { name },
    group: { rid: groupId, rtype: 'room' },
    actions,
    palette: { color: [], dimming: [], color_temperature: [], effects: [] },
    speed: 0.5,
    auto_dynamic: false,
    status: { active: 'inactive' },
  }
}

function others(bridgeId: string, roomId: string): Resource[] {
  return [
    {
      id: fakeId(IDS.other, 1),
      type: 'bridge',
      bridge_id: bridgeId,
      time_zone: { time_zone: 'Europe/Berlin' },
    },
    {
      id: fakeId(IDS.other, 2),
      type: 'smart_scene',
      metadata: { name: 'Natural light' },
      group: { rid: roomId, rtype: 'room' },
      week_timeslots: [],
      state: 'inactive',
    },
    {
      id: fakeId(IDS.other, 3),
      type: 'entertainment_configuration',
      metadata: { name: 'TV area' },
      configuration_type: 'screen',
      status: 'inactive',
      light_services: [],
    },
    // A bridge has many more kinds than anybody needs.
    { id: fakeId(IDS.other, 4), type: 'homekit', status: 'unpaired' },
    { id: fakeId(IDS.other, 5), type: 'geolocation', is_configured: false },
  ]
}

/** A house of one room, a zone of its first three lamps, and what else a bridge holds. */
export function house(bridgeId: string, lamps: readonly LampPlan[], roomName = 'Study'): Resource[] {
  const lights = lamps.map((plan, index) => light(plan, index + 1))
  const devices = lamps.flatMap((plan, index) => device(plan, index + 1))
  const inRoom = lights.map(({ owner }) => owner).filter((owner) => owner !== undefined)
  const inZone = lights.slice(0, 3).map(({ id }) => ({ rid: id, rtype: 'light' }))
  const roomId = fakeId(IDS.room, 1)
  return [
    ...lights,
    ...devices,
    ...group('room', 1, roomName, inRoom),
    ...group('zone', 2, 'Desk', inZone),
    scene(1, 'Relax', roomId, lights),
    ...others(bridgeId, roomId),
  ]
}

/** Eight lamps, one of each temper. */
export const demoLamps: readonly LampPlan[] = [
  { name: 'Desk left', kind: 'colour', brightness: 80, mirek: 300 },
  { name: 'Desk right', kind: 'colour', brightness: 80, xy: { x: 0.5, y: 0.38 } },
  { name: 'Shelf', kind: 'colour', brightness: 60, mirek: 400 },
  { name: 'Ceiling', kind: 'ambiance', brightness: 100, mirek: 250 },
  { name: 'Floor lamp', kind: 'ambiance', brightness: 70, mirek: 370 },
  { name: 'Corner', kind: 'white', brightness: 90 },
  { name: 'Window', kind: 'colour', brightness: 50, mirek: 350, isOn: false },
  { name: 'Socket', kind: 'plug' },
]

export function manyLamps(count: number): LampPlan[] {
  const kinds: LampKind[] = ['colour', 'ambiance', 'white', 'colour']
  return Array.from({ length: count }, (_, place) => ({
    name: `Lamp ${place + 1}`,
    kind: kinds[place % kinds.length] ?? 'white',
  }))
}
