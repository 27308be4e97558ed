/** An address as a person types it, looked at before anybody is asked; the engine looks again. */

export type AddressProblem = 'empty' | 'not_an_address' | 'port'
export type TypedAddress = { address: string } | { problem: AddressProblem }

export const MOST_ADDRESS_CHARACTERS = 260
const PARTS = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/@\s]+))(?::(.*))?$/i
const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?$/i
const IPV6 = /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i

function isIPv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

/** Names made of numbers alone are addresses with a slip. */
const isHost = (text: string) => isIPv4(text) || (NAME.test(text) && !/^[\d.]+$/.test(text))

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}

const SCHEME = /^https?:\/\//i

/** Forgives a scheme and a last slash, as copied from a browser; an older bridge is asked the way the scheme says. */
export function typedAddress(text: string): TypedAddress {
  const address = text.trim().replace(/\/$/, '')
  const bare = address.replace(SCHEME, '')
  if (bare === '') return { problem: 'empty' }
  if (address.length > MOST_ADDRESS_CHARACTERS) return { problem: 'not_an_address' }
  if (IPV6.test(bare)) return { address }
  const [, bracketed, plain = '', port] = PARTS.exec(bare) ?? []
  const isKnown = bracketed === undefined ? isHost(plain) : IPV6.test(bracketed)
  if (!isKnown) return { problem: 'not_an_address' }
  return port === undefined || isPort(port) ? { address } : { problem: 'port' }
}

/** As a person would type it. */
export function addressText({ host, port }: { host: string; port: number }): string {
  const name = host.includes(':') ? `[${host}]` : host
  return port === 443 ? name : `${name}:${port}`
}

/** Of a place that was spoken to in the clear: where the same bridge speaks TLS. */
export const secureAddress = (address: string): string => address.replace(SCHEME, '').replace(/:80$/, '')
