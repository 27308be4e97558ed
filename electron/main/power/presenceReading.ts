/** Presence from what the system tells; what it does not tell stays unknown. */
import type { PresenceState } from '../../contract/presence.ts'

export interface PowerFacts {
  suspended: boolean
  locked: boolean
  /** Seconds without input, or null where the system does not say. */
  idleSeconds: number | null
}

/** Without input this long, nobody is at the machine. */
const IDLE_AFTER_SECONDS = 120

export function presenceReading({ suspended, locked, idleSeconds }: PowerFacts): PresenceState['state'] {
  if (suspended) return 'asleep'
  if (locked) return 'locked'
  if (idleSeconds === null) return 'unknown'
  return idleSeconds >= IDLE_AFTER_SECONDS ? 'idle' : 'active'
}
