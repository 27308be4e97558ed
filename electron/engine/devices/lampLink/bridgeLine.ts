/** What every line to a bridge has in common: opened by us alone, a few at a time, and answers that end. */
import { Agent, type ClientRequest, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from '../../ports/clock.ts'

/** A bridge refuses a fourth. */
export const MOST_IN_FLIGHT = 3
export const ANSWER_WITHIN_MS = 5000
/** A large house with all its scenes stays well below a megabyte. */
export const MOST_BYTES = 4 * 1024 * 1024
/** Shorter than the bridge's own patience, so that it is never us who write into a closed line; idle lines are put away. */
const KEEP_IDLE_MS = 4000

/** Node's own types know no failure without a line. */
export type ConnectedOrNot = (error: Error | null, socket?: Duplex) => void
type Connected = NonNullable<Parameters<Agent['createConnection']>[1]>

/** Hands out lines that were judged, and no others: also over TLS, which it knows nothing of. */
export class JudgedAgent extends Agent {
  readonly #connect: (done: ConnectedOrNot) => void

  constructor(connect: (done: ConnectedOrNot) => void) {
    super({ keepAlive: true, maxSockets: MOST_IN_FLIGHT, timeout: KEEP_IDLE_MS })
    this.#connect = connect
  }

  override createConnection(_options: unknown, done?: Connected): undefined {
    if (done) this.#connect(done as ConnectedOrNot)
  }
}

/** The bridge had closed a resting line just when it was to be used again. */
export class StaleLine extends Error {}

export function isStale({ reusedSocket }: ClientRequest, error: Error): boolean {
  return reusedSocket && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

/** Asking twice for a change makes the same change; asking twice for a key makes two. */
export async function sentOnce<Answer>(method: string, send: () => Promise<Answer>): Promise<Answer> {
  return send().catch((error: unknown) => {
    if (error instanceof StaleLine && method !== 'POST') return send()
    throw error
  })
}

export function headersOf(text: string | null): Record<string, string | number> {
  if (text === null) return {}
  return { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
}

/** What is asked and not answered yet: each for a while only, and all of it can be called off. */
export class Questions {
  readonly #clock: Clock
  readonly #aborts = new Set<AbortController>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @throws what `late` gives when the answer takes too long, and whatever `ask` throws */
  async ask<Answer>(ask: (signal: AbortSignal) => Promise<Answer>, late: () => Error): Promise<Answer> {
    const abort = new AbortController()
    this.#aborts.add(abort)
    let isLate = false
    const cancel = this.#clock.after(ANSWER_WITHIN_MS, () => {
      isLate = true
      abort.abort()
    })
    try {
      return await ask(abort.signal)
    } catch (error) {
      throw isLate ? late() : error
    } finally {
      cancel()
      this.#aborts.delete(abort)
    }
  }

  callOff(): void {
    for (const abort of this.#aborts) abort.abort()
  }
}

/** Null: it grew too large, and was cut off. @throws when it breaks off by itself */
export async function textOf(response: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > MOST_BYTES) {
      response.destroy()
      return null
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
