/** A house of sixty lamps, scenes of one's own, and a week of looks: what the log and the room are looked at with. */
import type { LampView, LightsEntryView, LightsView, OwnSceneView } from '../../electron/contract/lights.ts'
import { bridgeSource, someLamp } from './fakeRoom.ts'

const ROOMS = [
  ...['Living room', 'Kitchen', 'Study', 'Bedroom', 'Hall', 'Bathroom'],
  ...['Winter garden', 'Guest room with a long name', 'Cellar'],
]
const NAMES = [
  'Ceiling',
  'Floor lamp',
  'Table lamp',
  'Shelf left',
  'Shelf right',
  'Window',
  'Corner',
  'Strip',
]
const LAMPS = 60

function lampOf(at: number): LampView {
  const room = at % ROOMS.length
  const nth = Math.floor(at / ROOMS.length)
  const hues = [300, 370, 447, 250, 200]
  const colour = { kind: 'temperature' as const, mirek: hues[at % hues.length] ?? 300 }
  const [isOn, isReachable] = [at % 5 !== 3, at % 17 !== 4]
  return someLamp(100 + at, {
    name: NAMES[nth] ?? `Lamp ${at}`,
    sourceId: bridgeSource.id,
    roomIds: [`simulator:room-${room}`],
    brightness: 20 + ((at * 13) % 80),
    isOn,
    isReachable,
    choice: room < 3 ? 'chosen' : 'not_chosen',
    heldBy: room === 0 && isOn && isReachable ? 'soften' : null,
    colour: at % 11 === 5 ? { kind: 'xy', x: 0.2, y: 0.25 } : colour,
  })
}

export function largeHouse(): Pick<LightsView, 'lamps' | 'groups' | 'sources'> {
  const lamps = Array.from({ length: LAMPS }, (_, at) => lampOf(at))
  const groups = ROOMS.map((name, at) => ({
    ...{ id: `simulator:room-${at}`, sourceId: bridgeSource.id, kind: 'room' as const, name },
    lampIds: lamps.filter(({ roomIds }) => roomIds.includes(`simulator:room-${at}`)).map(({ id }) => id),
  }))
  return { lamps, groups, sources: [{ ...bridgeSource, lamps: LAMPS }] }
}

export const ownScenes: OwnSceneView[] = [
  {
    id: 'own:reading',
    title: 'Reading corner',
    lamps: [
      { lampId: 'simulator:lamp-1', brightness: 70, colour: { kind: 'temperature', mirek: 346 } },
      { lampId: 'simulator:lamp-2', brightness: 20, colour: { kind: 'temperature', mirek: 454 } },
    ],
  },
  {
    id: 'own:dusk',
    title: 'Dusk',
    lamps: [
      { lampId: 'simulator:lamp-1', brightness: 40, colour: { kind: 'xy', x: 0.5, y: 0.36 } },
      { lampId: 'simulator:lamp-2', brightness: 25, colour: { kind: 'xy', x: 0.34, y: 0.2 } },
    ],
  },
]

const day = { brightness: 80, colour: { kind: 'temperature' as const, mirek: 300 } }
const soft = { brightness: 56, colour: { kind: 'temperature' as const, mirek: 447 } }
const deskLamp = { lampId: 'simulator:lamp-1', name: 'Desk lamp', before: day, set: soft }
const floorLamp = {
  ...{ lampId: 'simulator:lamp-2', name: 'Floor lamp' },
  before: { brightness: 60, colour: { kind: 'temperature' as const, mirek: 370 } },
  set: soft,
}

type Told = Partial<LightsEntryView> & Pick<LightsEntryView, 'what'>

/** Newest first, as the engine gives it; the last of it began a quarter of an hour ago. */
export function lightsPast(today: number, nowMs: number): LightsEntryView[] {
  const minuteMs = 60_000
  const rows: (Told & { agoMinutes: number; days: number })[] = [
    {
      ...{ agoMinutes: 15, days: 0, what: 'begun', because: 'shortcut', look: 'soften', claimId: 9 },
      lamps: [deskLamp, floorLamp],
      refused: [{ lampId: 'simulator:lamp-4', name: 'Shelf', rule: 'off' }],
    },
    {
      agoMinutes: 55,
      days: 0,
      what: 'withheld',
      because: 'strain',
      look: 'soften',
      claimId: 8,
      why: 'trial',
    },
    { agoMinutes: 180, days: 0, what: 'restored', lamps: [{ ...floorLamp, set: floorLamp.before }] },
    { agoMinutes: 182, days: 0, what: 'ended', because: 'pause', look: 'break', claimId: 7, why: 'over' },
    {
      ...{ agoMinutes: 186, days: 0, what: 'left', because: 'pause', look: 'break', claimId: 7 },
      ...{ lamps: [deskLamp], why: 'hand' },
    },
    {
      ...{ agoMinutes: 190, days: 0, what: 'begun', because: 'pause', look: 'break', claimId: 7 },
      lamps: [deskLamp, floorLamp],
    },
    { agoMinutes: 1100, days: 1, what: 'left', lamps: [deskLamp], why: 'let_go', claimId: 6 },
    {
      agoMinutes: 1100,
      days: 1,
      what: 'ended',
      because: 'bedtime',
      look: 'windDown',
      claimId: 6,
      why: 'over',
    },
    {
      ...{ agoMinutes: 1160, days: 1, what: 'begun', because: 'bedtime', look: 'windDown', claimId: 6 },
      ...{ lamps: [deskLamp], refused: [{ lampId: 'x', name: 'Floor lamp', rule: 'by_hand' }] },
    },
    {
      ...{ agoMinutes: 1500, days: 1, what: 'nothing', because: 'shortcut', look: 'focus', claimId: 5 },
      refused: [
        { lampId: 'simulator:lamp-1', name: 'Desk lamp', rule: 'cooler_after_sunset' },
        { lampId: 'simulator:lamp-2', name: 'Floor lamp', rule: 'cooler_after_sunset' },
      ],
    },
    { agoMinutes: 4400, days: 3, what: 'allOff', because: 'strain', look: 'soften', claimId: 4 },
    { agoMinutes: 4500, days: 3, what: 'left', lamps: [deskLamp, floorLamp], why: 'too_long_ago' },
  ]
  return rows.map(({ agoMinutes, days, ...rest }, at) => ({
    ...{ row: rows.length - at, atMs: nowMs - agoMinutes * minuteMs, workDay: today - days },
    ...{ because: null, look: null, claimId: null, lamps: [], refused: [], why: null },
    ...rest,
  }))
}
