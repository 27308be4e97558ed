/** Which broker is told: one that was chosen, or the only one there is. */
import type { DeviceView } from '../../../electron/contract/devices.ts'

/** The driver's id (electron/engine/devices/mqtt). */
const BROKER_DRIVER = 'mqtt'

export const brokersOf = (devices: readonly DeviceView[]): DeviceView[] =>
  devices.filter(({ driver }) => driver === BROKER_DRIVER)

export type ChosenBroker =
  | { is: 'none' }
  /** Chosen, or the only one. */
  | { is: 'known'; id: string }
  /** More than one, and none chosen. */
  | { is: 'open' }
  /** The one that was chosen is not there any more. */
  | { is: 'gone' }

export function chosenBroker(brokers: readonly DeviceView[], deviceId: string | null): ChosenBroker {
  if (brokers.length === 0) return { is: 'none' }
  if (deviceId !== null) {
    return brokers.some(({ id }) => id === deviceId) ? { is: 'known', id: deviceId } : { is: 'gone' }
  }
  const [only] = brokers
  return only && brokers.length === 1 ? { is: 'known', id: only.id } : { is: 'open' }
}

/** JSON with its lines apart, so that a person can read it; anything else as it is. */
export function readable(payload: string): string {
  if (!/^\s*[[{]/.test(payload)) return payload
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}
