/** Where an older bridge may answer: over TLS first, which most do, then in the clear. */
import { type BridgeAddress, typedAddress } from '../lampLink/typedAddress.ts'

export interface OldPlace extends BridgeAddress {
  isSecure: boolean
}

const SECURE_PORT = 443
const CLEAR_PORT = 80

/** In the order to be tried; empty: that is no address. */
export function oldPlaces(typed: string): OldPlace[] {
  const address = typedAddress(typed)
  if (!address) return []
  const { host, port, scheme } = address
  const secure = { host, port: port ?? SECURE_PORT, isSecure: true }
  const clear = { host, port: port ?? CLEAR_PORT, isSecure: false }
  const isOnly = scheme ?? (port === SECURE_PORT ? 'https' : port === CLEAR_PORT ? 'http' : null)
  return isOnly === null ? [secure, clear] : isOnly === 'https' ? [secure] : [clear]
}

/** Where the newer language would be spoken, which is spoken over TLS only; null: nowhere at this place. */
export function newerPlace({ host, port, isSecure }: OldPlace): OldPlace | null {
  if (isSecure) return { host, port, isSecure }
  return port === CLEAR_PORT ? { host, port: SECURE_PORT, isSecure: true } : null
}

/** The ways to speak at a place that was seen before. */
export function oldPlacesAt({ host, port }: BridgeAddress): OldPlace[] {
  return oldPlaces(host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)
}
