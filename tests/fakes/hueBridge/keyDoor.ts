/** The door of the fake bridge: its button, its keys, and the old way of making them. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../electron/engine/ports/clock.ts'

export const BUTTON_WINDOW_MS = 30_000

const error = (type: number, description: string) => [{ error: { type, address: '', description } }]

export class KeyDoor {
  readonly #clock: Clock
  readonly #keys = new Map<string, string>()
  #pressedAtMs = Number.NEGATIVE_INFINITY
  /** Says so instead of making a key. */
  failsWith: { type: number; description: string } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  press(): void {
    this.#pressedAtMs = this.#clock.now()
  }

  knows(key: string | undefined): boolean {
    return key !== undefined && this.#keys.has(key)
  }

  /** A key as if somebody had paired. */
  make(deviceType = 'lull#test'): { username: string; clientkey: string } {
    const username = randomBytes(30).toString('base64url')
    this.#keys.set(username, deviceType)
    return { username, clientkey: randomBytes(16).toString('hex').toUpperCase() }
  }

  removeAll(): void {
    this.#keys.clear()
  }

  get deviceTypes(): string[] {
    return [...this.#keys.values()]
  }

  /** `POST /api`. */
  answer(body: unknown): unknown {
    const asked = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
    if (typeof asked.devicetype !== 'string') return error(5, 'invalid/missing parameters in body')
    if (asked.devicetype.length > 40)
      return error(7, `invalid value, ${asked.devicetype}, for parameter, devicetype`)
    if (this.failsWith) return error(this.failsWith.type, this.failsWith.description)
    if (this.#clock.now() - this.#pressedAtMs > BUTTON_WINDOW_MS) return error(101, 'link button not pressed')
    const { username, clientkey } = this.make(asked.devicetype)
    return [{ success: { username, ...(asked.generateclientkey === true ? { clientkey } : {}) } }]
  }
}
