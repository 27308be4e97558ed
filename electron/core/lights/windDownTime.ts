/** When the light goes down before bed: on the clock at the wall, over midnight too. */
import type { LocalMoment } from '../presence/localMoment.ts'
import type { LightChoices } from './lightChoices.ts'

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 1440

export interface WindDownTime {
  /** The next bedtime, epoch ms. */
  bedAtMs: number
  /** When the light begins to go down for it, epoch ms; not after now: it is time. */
  fromMs: number
}

/** At bedtime itself it is over, and the next one is tomorrow's. */
export function windDownTime(
  { bedMinute, beforeMinutes }: Pick<LightChoices['windDown'], 'bedMinute' | 'beforeMinutes'>,
  { atMs, minuteOfDay }: LocalMoment,
): WindDownTime {
  const minutes = (bedMinute - minuteOfDay + MINUTES_PER_DAY - 1) % MINUTES_PER_DAY
  const bedAtMs = Math.floor(atMs / MINUTE_MS) * MINUTE_MS + (minutes + 1) * MINUTE_MS
  return { bedAtMs, fromMs: bedAtMs - beforeMinutes * MINUTE_MS }
}
