/** A presence snapshot of which only the activity is known. */
import type { PresenceSnapshot } from '../../electron/contract/presence.ts'

const UNKNOWN = { value: null, source: null, sinceMs: null, quality: 0 }

export function presentAs(activity: PresenceSnapshot['activity']['value']): PresenceSnapshot {
  return {
    activity: { value: activity, source: 'test', sinceMs: 0, quality: 1 },
    inCall: UNKNOWN,
    sharing: UNKNOWN,
    fullScreen: UNKNOWN,
    doNotDisturb: UNKNOWN,
    standing: activity === 'active' ? 'working' : 'resting',
    sensing: { state: 'on', until: null },
    sensors: [],
  }
}
