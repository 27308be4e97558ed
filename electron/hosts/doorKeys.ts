/** Who may enter the loopback host: one-time tokens, traded once for a session that a cookie carries. */
import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Links that wait for use; the oldest gives way, so that asking often does not pile them up. */
const OPEN_TOKENS_MAX = 8
const SESSIONS_MAX = 16

export interface Session {
  /** Fetches the page. A browser shows it to every server on this address, whatever the port. */
  cookie: string
  /** Opens the wire, together with the cookie. The page keeps it where only its own port can read. */
  wireKey: string
}

const newSecret = () => randomBytes(32).toString('base64url')

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string, kept: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(kept)
  return a.length === b.length && timingSafeEqual(a, b)
}

export class DoorKeys {
  /** Lets a second start on this machine ask for a new link; kept in host.json, readable by this account only. */
  readonly linkSecret = newSecret()
  readonly #tokens: string[] = []
  readonly #sessions: Session[] = []

  newToken(): string {
    const token = newSecret()
    this.#tokens.push(token)
    if (this.#tokens.length > OPEN_TOKENS_MAX) this.#tokens.shift()
    return token
  }

  /** Trades a token for a session; each token works once. @returns null for any other word. */
  trade(given: string): Session | null {
    const index = this.#tokens.findIndex((token) => sameSecret(given, token))
    if (index < 0) return null
    this.#tokens.splice(index, 1)
    const session = { cookie: newSecret(), wireKey: newSecret() }
    this.#sessions.push(session)
    if (this.#sessions.length > SESSIONS_MAX) this.#sessions.shift()
    return session
  }

  /** Whether a Cookie header carries a live session under `name`. */
  admits(cookieHeader: string | undefined, name: string): boolean {
    return this.#sessionOf(cookieHeader, name) !== null
  }

  /** Whether the subprotocols a page asks for hold the key that belongs to its cookie. */
  admitsWire(cookieHeader: string | undefined, name: string, protocols: string | undefined): boolean {
    const session = this.#sessionOf(cookieHeader, name)
    const given = (protocols ?? '').split(',').map((protocol) => protocol.trim())
    return session !== null && given.some((protocol) => sameSecret(protocol, session.wireKey))
  }

  #sessionOf(cookieHeader: string | undefined, name: string): Session | null {
    for (const part of (cookieHeader ?? '').split(';')) {
      const [key, value] = part.trim().split('=', 2)
      if (key !== name || !value) continue
      const session = this.#sessions.find(({ cookie }) => sameSecret(value, cookie))
      if (session) return session
    }
    return null
  }
}
