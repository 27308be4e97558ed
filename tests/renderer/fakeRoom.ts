/** A study with five lamps, as the engine tells of one: what most tests and pictures of lights begin with. */
import type { LampGroupView, LampView, LightSourceView, LightsView } from '../../electron/contract/lights.ts'

const range = { leastMirek: 153, mostMirek: 454 }

export const roomSource: LightSourceView = {
  id: 'simulator',
  driver: 'simulator',
  title: 'The room on screen',
  phase: { phase: 'connected' },
  isVerified: true,
  address: null,
  bridgeId: null,
  sha256: null,
  lamps: 5,
  unread: 0,
  gaveUp: false,
}

export const bridgeSource: LightSourceView = {
  ...roomSource,
  id: '00000000-0000-4000-8000-000000000800',
  driver: 'hue',
  title: 'Hue bridge',
  address: '192.168.1.20:443',
  bridgeId: '001788fffe123456',
}

export function someLamp(n: number, rest: Partial<LampView> = {}): LampView {
  return {
    id: `simulator:lamp-${n}`,
    sourceId: 'simulator',
    name: `Lamp ${n}`,
    roomIds: ['simulator:study'],
    isOn: true,
    isReachable: true,
    brightness: 80,
    colour: { kind: 'temperature', mirek: 300 },
    can: { dim: true, temperature: range, colour: true },
    isDynamic: false,
    effect: null,
    hasGradient: false,
    choice: 'chosen',
    heldBy: null,
    fadeMs: null,
    ...rest,
  }
}

export const roomLamps: LampView[] = [
  someLamp(1, { name: 'Desk lamp' }),
  someLamp(2, { name: 'Floor lamp', brightness: 60, colour: { kind: 'temperature', mirek: 370 } }),
  someLamp(3, { name: 'Ceiling', can: { dim: true, temperature: range, colour: false } }),
  someLamp(4, { name: 'Shelf', isOn: false, colour: { kind: 'xy', x: 0.35, y: 0.2 } }),
  someLamp(5, { name: 'Bedside', roomIds: ['simulator:bedroom'], brightness: 40, choice: 'not_chosen' }),
]

export const roomGroups: LampGroupView[] = [
  {
    ...{ id: 'simulator:study', sourceId: 'simulator', kind: 'room', name: 'Study' },
    lampIds: roomLamps.slice(0, 4).map(({ id }) => id),
  },
  {
    ...{ id: 'simulator:bedroom', sourceId: 'simulator', kind: 'room', name: 'Bedroom' },
    lampIds: roomLamps.slice(4).map(({ id }) => id),
  },
]

export function emptyLights(atMs: number): LightsView {
  return {
    atMs,
    isAllowed: false,
    isSimulated: true,
    isPaused: false,
    sources: [roomSource],
    lamps: roomLamps,
    groups: roomGroups,
    scenes: [],
    claims: [],
    announced: null,
    told: null,
    owed: 0,
    looksToday: 0,
    isAfterSunset: false,
    sun: null,
  }
}

/** The same room through a bridge, and Lull let at its study. */
export function pairedLights(atMs: number): LightsView {
  return {
    ...emptyLights(atMs),
    isAllowed: true,
    isSimulated: false,
    sources: [bridgeSource],
    lamps: roomLamps.map((lamp) => ({ ...lamp, sourceId: bridgeSource.id })),
    groups: roomGroups.map((group) => ({ ...group, sourceId: bridgeSource.id })),
  }
}
