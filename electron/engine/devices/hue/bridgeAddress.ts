/** Where a bridge is, as a person types it and as a connection uses it. */
import { isIP } from 'node:net'

export interface BridgeAddress {
  host: string
  port: number
}

export const HUE_PORT = 443
const LONGEST = 260
const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?$/i

/** Null when it is none. Takes a name or an address, with a port or without, and forgives `https://` and a last slash. */
export function bridgeAddress(typed: string): BridgeAddress | null {
  const text = typed.trim()
  if (text.length > LONGEST) return null
  const bare = text.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  const parts = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/@\s]+))(?::(\d{1,5}))?$/i.exec(bare)
  const host = parts ? (parts[1] ?? parts[2] ?? '') : bare
  const port = Number(parts?.[3] ?? HUE_PORT)
  const isHost = isIP(host) !== 0 || NAME.test(host)
  return isHost && port >= 1 && port <= 65_535 ? { host, port } : null
}

/** For the list of connections. */
export function peerOf({ host, port }: BridgeAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
