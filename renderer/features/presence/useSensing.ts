/** What is noticed right now, in every window at once. */
import type { PresenceSnapshot } from '../../../electron/contract/presence.ts'
import { useWatch, type Watch } from '../../watch.ts'

const presenceWatch: Watch<PresenceSnapshot, PresenceSnapshot> = {
  key: ['presence'],
  open: (client, signal) => client.presence.watch(undefined, { signal }),
  reduce: (_, snapshot) => snapshot,
}

/** Undefined until the engine has answered for the first time. */
export const useSensing = (): PresenceSnapshot | undefined => useWatch(presenceWatch)

export type SensorView = PresenceSnapshot['sensors'][number]
