/** Tells a watcher of presence at most once a second, and only what differs from what it was told last. */
import type { PresenceSnapshot } from '../../../contract/presence.ts'
import type { EventBus } from '../../events.ts'
import type { Clock } from '../../ports/clock.ts'
import { snapshotKey } from './presenceSnapshot.ts'

const EVERY_MS = 1000

interface Watching {
  bus: EventBus
  clock: Clock
  snapshot: () => PresenceSnapshot
  push: (snapshot: PresenceSnapshot) => void
}

/** The watcher knows the present snapshot already. @returns a function that stops. */
export function eachSecond({ bus, clock, snapshot, push }: Watching): () => void {
  let toldAtMs = clock.now()
  let toldKey = snapshotKey(snapshot())
  let cancel: (() => void) | null = null

  const tell = () => {
    cancel = null
    const now = snapshot()
    const key = snapshotKey(now)
    if (key === toldKey) return
    toldKey = key
    toldAtMs = clock.now()
    push(now)
  }
  const stopListening = bus.on('presenceChanged', () => {
    if (cancel) return
    // Also when the clock was set back: never longer than a second.
    const waitMs = Math.min(EVERY_MS, toldAtMs + EVERY_MS - clock.now())
    if (waitMs <= 0) tell()
    else cancel = clock.after(waitMs, tell)
  })
  return () => {
    stopListening()
    cancel?.()
  }
}
