/** What a month of an office worker's life is made of: days as events, and what the person answered on them. */
import { Temporal } from 'temporal-polyfill'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { type Persona, personaEvents, personas, type WrittenEvent } from '../../fixtures/days/personas.ts'

export const ZONE = 'Europe/Berlin'
export const NOW = Temporal.ZonedDateTime.from('2026-11-24T15:20[Europe/Berlin]')
/** Enough working days with two answers each for the signal to be compared with them. */
export const DAYS = 40
const MINUTE_MS = 60_000

const everyDay = [0, 1, 2, 3, 4, 5, 6]
const person: Persona = { ...personas.steady, weekdays: everyDay, callShare: 0.15 }
/** Days before today whose afternoon is heavier than the others. */
const heavyDays = [0, 4, 8, 13, 20, 26]

export const midnight = (daysAgo: number) => NOW.subtract({ days: daysAgo }).startOfDay()

/** A day as events: work as the persona does it, what else the machine would tell, nights and answers. */
export function dayEvents(daysAgo: number): WrittenEvent[] {
  const start = midnight(daysAgo)
  const startMs = start.epochMilliseconds
  const random = seededRandom(1000 + daysAgo)
  const night: WrittenEvent = {
    at: startMs + 7 * 60 * MINUTE_MS,
    kind: 'vitals',
    source: 'watch',
    rmssdMs: 38 + Math.round(12 * random()) - (heavyDays.includes(daysAgo + 1) ? 9 : 0),
  }
  if (start.dayOfWeek > 5) return [night]
  const isHeavy = heavyDays.includes(daysAgo)
  const today: Persona = {
    ...person,
    startMinute: 8 * 60 + 30 + Math.floor(45 * random()),
    workStretchMinutes: 45 + Math.floor(25 * random()),
    ...(isHeavy ? { heavy: { onDays: [0], fromMinute: 14 * 60, toMinute: 16 * 60 + 30 } } : {}),
  }
  const work = [...personaEvents(today, startMs, 1, 7 + daysAgo)].map(named)
  return [night, ...work, ...besides(work, random)].sort((a, b) => Number(a.at) - Number(b.at))
}

const kinds = { code: 'dev', firefox: 'other', thunderbird: 'comms', slack: 'comms', okular: 'docs' } as const
const named = (event: WrittenEvent): WrittenEvent => {
  if (event.kind === 'vitals') return { ...event, source: 'strap/Polar H10' }
  if (event.kind !== 'app' || event.app === null) return event
  return { ...event, category: kinds[event.app as keyof typeof kinds] }
}

/** Typing and load of every minute in which something else happened. */
function besides(work: WrittenEvent[], random: () => number): WrittenEvent[] {
  const minutes = new Set(
    work.filter(({ kind }) => kind === 'app').map(({ at }) => Math.floor(Number(at) / MINUTE_MS)),
  )
  return [...minutes].flatMap((minute): WrittenEvent[] => {
    const keys = Math.floor(40 + 90 * random())
    const pauses = Math.floor(8 + 8 * random())
    return [
      {
        at: (minute + 1) * MINUTE_MS,
        kind: 'input',
        keys,
        deletes: Math.floor(keys * (0.05 + 0.06 * random())),
        clicks: Math.floor(3 + 9 * random()),
        scrolls: Math.floor(12 * random()),
        pathPx: Math.floor(2_000 + 5_000 * random()),
        pauses,
        shortPauses: Math.floor(pauses * (0.3 + 0.3 * random())),
      },
      {
        at: (minute + 1) * MINUTE_MS,
        kind: 'machine',
        cpuShare: 0.1 + 0.3 * random(),
        loopLagMs: 4 + 6 * random(),
        memoryShare: 0.6,
        temperatureC: 52 + 8 * random(),
        onBattery: false,
      },
    ]
  })
}

export interface Answer {
  atMs: number
  mood: number
  energy: number
  words: string[]
  tags: string[]
  sleepHours: number | null
}

export function answersOf(daysAgo: number): Answer[] {
  const start = midnight(daysAgo)
  if (start.dayOfWeek > 5) return []
  const random = seededRandom(50 + daysAgo)
  const face = (middle: number) => Math.max(1, Math.min(5, Math.round(middle + 1.6 * (random() - 0.5))))
  const at = (hour: number) => start.epochMilliseconds + Math.round((hour + 0.5 * random()) * 60) * MINUTE_MS
  const isHeavy = heavyDays.includes(daysAgo)
  const morning = {
    atMs: at(10),
    mood: face(3.6),
    energy: face(3.4),
    words: ['hopeful'],
    tags: ['office'],
    sleepHours: 6 + Math.floor(4 * random()) / 2,
  }
  const afternoon = {
    atMs: at(14.6),
    mood: face(isHeavy ? 2.4 : 3.6),
    energy: face(isHeavy ? 2.2 : 3.2),
    words: isHeavy ? ['tense', 'overwhelmed'] : ['calm'],
    tags: isHeavy ? ['deadline'] : [],
    sleepHours: null,
  }
  return [morning, afternoon]
}
