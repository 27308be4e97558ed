/** The one state of all sensing, and the sentence the page opens with. */
import type { DeviceView } from '../../../electron/contract/devices.ts'
import type { PresenceSnapshot } from '../../../electron/contract/presence.ts'
import type { SensorId } from '../../../electron/core/presence/sensor.ts'

export type SensingState =
  | { state: 'on' }
  | { state: 'pausedUntil'; until: number }
  /** Off until the person says otherwise. */
  | { state: 'pausedOpen' }
  /** Nothing is allowed. */
  | { state: 'off' }

/** @param isHeld whether the person stopped all sensing by hand, as the settings say. */
export function sensingState(sensing: PresenceSnapshot['sensing'], isHeld: boolean): SensingState {
  if (sensing.state === 'on') return { state: 'on' }
  if (sensing.state === 'paused' && sensing.until !== null)
    return { state: 'pausedUntil', until: sensing.until }
  return sensing.state === 'paused' || isHeld ? { state: 'pausedOpen' } : { state: 'off' }
}

export type Noticed = SensorId | 'beats' | 'play'

/** What runs now, in the order of the page. */
export function noticedNow(snapshot: PresenceSnapshot, devices: readonly DeviceView[]): Noticed[] {
  const connected = devices.filter(({ phase }) => phase.phase === 'connected')
  const isPlayed = ({ driver }: DeviceView) => driver === 'simulator'
  const listened = connected.filter((device) => !isPlayed(device) && device.mappings.length > 0)
  return [
    ...snapshot.sensors.filter(({ condition }) => condition.state === 'running').map(({ sensor }) => sensor),
    ...(listened.length > 0 ? (['beats'] as const) : []),
    ...(connected.some(isPlayed) ? (['play'] as const) : []),
  ]
}

/** Why nothing is noticed although sensing is on. */
export function whyNothing(snapshot: PresenceSnapshot): 'waiting' | 'cannot' {
  return snapshot.sensors.some(({ condition }) => condition.state === 'starting') ? 'waiting' : 'cannot'
}
