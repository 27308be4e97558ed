/** Where a bridge is, as a person types it: with `http://` or without, with a port or without. */
import { isIP } from 'node:net'

export interface BridgeAddress {
  host: string
  port: number
}

export interface TypedAddress {
  scheme: 'http' | 'https' | null
  host: string
  port: number | null
}

const LONGEST = 260
const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?$/i

/** Null when it is none. Forgives a last slash. */
export function typedAddress(typed: string): TypedAddress | null {
  const text = typed.trim()
  if (text.length > LONGEST) return null
  const [, scheme, bare = ''] = /^(?:(https?):\/\/)?(.*?)\/?$/is.exec(text) ?? []
  const parts = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/@\s]+))(?::(\d{1,5}))?$/i.exec(bare)
  const host = parts ? (parts[1] ?? parts[2] ?? '') : bare
  const port = parts?.[3] === undefined ? null : Number(parts[3])
  const isHost = isIP(host) !== 0 || NAME.test(host)
  if (!isHost || (port !== null && (port < 1 || port > 65_535))) return null
  return {
    scheme: scheme === undefined ? null : scheme.toLowerCase() === 'http' ? 'http' : 'https',
    host,
    port,
  }
}

/** For the list of connections. */
export function peerOf({ host, port }: BridgeAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
