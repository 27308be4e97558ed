/** One working day of a person before Lull says anything: calls, quiet hours, interruptions, lunch and heavy stretches. */
import type { Person } from './people.ts'

export interface Stretch {
  fromMs: number
  toMs: number
}

export interface DayPlan extends Stretch {
  calls: readonly (Stretch & { shares: boolean })[]
  quiet: readonly Stretch[]
  strained: readonly Stretch[]
  /** Times away from the desk that happen whatever Lull does. */
  away: readonly Stretch[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const isIn = (stretches: readonly Stretch[], atMs: number) =>
  stretches.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs)

function placed(day: Stretch, lengthMs: number, random: () => number): Stretch {
  const fromMs = day.fromMs + random() * Math.max(0, day.toMs - day.fromMs - lengthMs)
  return { fromMs, toMs: fromMs + lengthMs }
}

function interruptions(person: Person, day: Stretch, random: () => number): Stretch[] {
  const found: Stretch[] = []
  if (person.interruptionsPerHour === 0) return found
  let atMs = day.fromMs
  for (;;) {
    atMs += (-Math.log(1 - random()) * HOUR) / person.interruptionsPerHour
    if (atMs >= day.toMs) return found
    const toMs = atMs + (1 + 6 * random()) * MINUTE
    found.push({ fromMs: atMs, toMs })
    atMs = toMs
  }
}

export function dayPlan(person: Person, dayStartMs: number, random: () => number): DayPlan {
  const fromMs = dayStartMs + (person.startMinute + 20 * (random() - 0.5)) * MINUTE
  const day: Stretch = { fromMs, toMs: fromMs + (person.hours + random() - 0.5) * HOUR }
  const callMs = (person.callHours * HOUR) / Math.max(1, person.calls)
  const lunchAtMs = fromMs + (person.hours / 2 - 0.5 + random()) * HOUR
  const lunch = { fromMs: lunchAtMs, toMs: lunchAtMs + (25 + 20 * random()) * MINUTE }
  return {
    ...day,
    calls: Array.from({ length: person.calls }, (_, place) => ({
      ...placed(day, callMs * (0.6 + 0.8 * random()), random),
      shares: place < person.sharedCalls,
    })),
    quiet: person.quietHours > 0 ? [placed(day, person.quietHours * HOUR, random)] : [],
    strained: random() < 0.5 ? [placed(day, (60 + 40 * random()) * MINUTE, random)] : [],
    away: [lunch, ...interruptions(person, day, random)],
  }
}
