/** One connection to a message bus of the desktop, as far as sensing needs it. */

export interface BusCall {
  destination: string
  path: string
  interface: string
  member: string
  /** D-Bus types of the body. */
  signature?: string
  body?: readonly unknown[]
}

export interface BusSignal {
  path: string
  interface: string
  member: string
  body: readonly unknown[]
}

export interface Bus {
  /** Values of the reply; rejects when there is no such service, or the connection ends. Starts no service. */
  call(call: BusCall): Promise<readonly unknown[]>
  onSignal(listener: (signal: BusSignal) => void): void
  /** Resolves once, when the connection is over. */
  ended: Promise<void>
  close(): void
}

/** Rejects when there is no bus at the address, or it says nothing for two seconds. */
export type OpenBus = (address: string) => Promise<Bus>

/** `system` knows sessions and sleep, `session` everything on the screen. */
export type BusKind = 'session' | 'system'

/** Property of a service, as a call. */
export function propertyOf(
  target: { destination: string; path: string },
  name: string,
  property: string,
): BusCall {
  return {
    ...target,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [name, property],
  }
}

/** The value inside a variant, or the value itself. */
export function plain(value: unknown): unknown {
  const isVariant = typeof value === 'object' && value !== null && 'signature' in value && 'value' in value
  return isVariant ? value.value : value
}

/** A count of any D-Bus number type. @throws when it is none. */
export function countOf(value: unknown): number {
  const number = typeof value === 'bigint' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) {
    throw new Error('An answer is no count.')
  }
  return number
}

/** @throws when it is neither yes nor no. */
export function flagOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error('An answer is neither yes nor no.')
  return value
}
