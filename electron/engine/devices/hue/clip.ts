/** Speaks CLIP v2 over HTTPS: few requests at a time, short waits, bounded answers, and errors that quote nothing. */

import type { IncomingMessage } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import type { Duplex } from 'node:stream'
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { LightsFailure } from '../../ports/lights.ts'
import { type BridgeAddress, peerOf } from './bridgeAddress.ts'
import type { Opened } from './tls.ts'

export interface ClipParts {
  clock: Clock
  address: BridgeAddress
  key: string | null
  /** Opens a line whose other end was judged. */
  open(): Promise<Opened>
  /** For the list of connections. */
  connectionMade(outcome: 'answered' | 'failed'): void
}

/** Nothing here ever holds a key, an address or a path. */
export type ClipAnswer =
  | { ok: true; status: number; data: readonly unknown[]; errors: readonly string[] }
  | { ok: false; failure: LightsFailure | 'not_found' | 'rejected' }

export type RawAnswer = { ok: true; status: number; body: unknown } | { ok: false; failure: LightsFailure }

/** The bridge refuses a fourth. */
const MOST_IN_FLIGHT = 3
export const ANSWER_WITHIN_MS = 5000
/** A large house with all its scenes stays well below a megabyte. */
const MOST_BYTES = 4 * 1024 * 1024
/** Shorter than the bridge's own patience, so that it is never us who write into a closed line; idle lines are put away. */
const KEEP_IDLE_MS = 4000

const envelope = z.object({
  data: z.array(z.unknown()).default([]),
  errors: z.array(z.object({ description: z.string().default('') })).default([]),
})

class Failed extends Error {
  readonly failure: LightsFailure

  constructor(failure: LightsFailure) {
    super(failure)
    this.failure = failure
  }
}

/** The bridge had closed a resting line just when it was to be used again. */
class StaleLine extends Error {}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

/** What went wrong below HTTP, as a code. */
function failureOf(error: unknown): LightsFailure {
  return error instanceof Failed ? error.failure : 'unreachable'
}

type CreateConnection = Agent['createConnection']
type Connected = NonNullable<Parameters<CreateConnection>[1]>
/** Node's own types know no failure without a line. */
type ConnectedOrNot = (error: Error | null, socket?: Duplex) => void

/** Hands out lines that were judged, and no others. */
class JudgedAgent extends Agent {
  readonly #connect: (done: ConnectedOrNot) => void

  constructor(connect: (done: ConnectedOrNot) => void) {
    super({ keepAlive: true, maxSockets: MOST_IN_FLIGHT, timeout: KEEP_IDLE_MS })
    this.#connect = connect
  }

  override createConnection(_options: RequestOptions, done?: Connected): undefined {
    if (done) this.#connect(done as ConnectedOrNot)
  }
}

export class ClipClient {
  readonly #parts: ClipParts
  readonly #agent: JudgedAgent
  readonly #waiting: (() => void)[] = []
  readonly #aborts = new Set<AbortController>()
  #inFlight = 0
  #closed = false

  constructor(parts: ClipParts) {
    this.#parts = parts
    this.#agent = new JudgedAgent((done) => void this.#connect(done))
  }

  get address(): BridgeAddress {
    return this.#parts.address
  }

  /** @param path below `/clip/v2/resource`, such as `/light`. */
  async get(path: string): Promise<ClipAnswer> {
    return clipAnswer(await this.raw('GET', `/clip/v2/resource${path}`))
  }

  async put(path: string, body: object): Promise<ClipAnswer> {
    return clipAnswer(await this.raw('PUT', `/clip/v2/resource${path}`, body))
  }

  /** One request and its answer as JSON, of whatever shape. Never rejects. */
  async raw(method: string, path: string, body?: object): Promise<RawAnswer> {
    await this.#turn()
    try {
      if (this.#closed) throw new Failed('unreachable')
      return await this.#ask(method, path, body)
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    } finally {
      this.#pass()
    }
  }

  /** A request whose answer goes on and on; the caller ends it. @throws Failed */
  stream(path: string, signal: AbortSignal): Promise<IncomingMessage> {
    const createConnection: RequestOptions['createConnection'] = (_options, done) => {
      void this.#connect(done as ConnectedOrNot)
      return undefined
    }
    return this.#send({ method: 'GET', path, createConnection, signal }, 'text/event-stream')
  }

  close(): void {
    this.#closed = true
    for (const abort of this.#aborts) abort.abort()
    this.#agent.destroy()
    for (const go of this.#waiting.splice(0)) go()
  }

  async #turn(): Promise<void> {
    if (this.#inFlight < MOST_IN_FLIGHT || this.#closed) this.#inFlight++
    else await new Promise<void>((go) => this.#waiting.push(go))
  }

  /** A turn goes to the next in line, and is never free in between. */
  #pass(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#inFlight--
  }

  async #ask(method: string, path: string, body?: object): Promise<RawAnswer> {
    const abort = new AbortController()
    this.#aborts.add(abort)
    let isLate = false
    const cancel = this.#parts.clock.after(ANSWER_WITHIN_MS, () => {
      isLate = true
      abort.abort()
    })
    try {
      const options = { method, path, agent: this.#agent, signal: abort.signal }
      const send = () => this.#send(options, 'application/json', body)
      // Asking twice for a change makes the same change; asking twice for a key makes two.
      const response = await send().catch((error: unknown) => {
        if (error instanceof StaleLine && method !== 'POST') return send()
        throw error
      })
      return answered(response.statusCode ?? 0, await textOf(response))
    } catch (error) {
      throw isLate ? new Failed('timed_out') : error
    } finally {
      cancel()
      this.#aborts.delete(abort)
    }
  }

  #send(options: RequestOptions, accept: string, body?: object): Promise<IncomingMessage> {
    const { address, key, connectionMade } = this.#parts
    const text = body === undefined ? null : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const sent = request({
        ...options,
        host: address.host,
        port: address.port,
        headers: {
          accept,
          host: peerOf(address),
          ...(key === null ? {} : { 'hue-application-key': key }),
          ...(text === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      })
      sent.once('response', (response) => {
        connectionMade('answered')
        resolve(response)
      })
      sent.on('error', (error) => reject(sent.reusedSocket && isReset(error) ? new StaleLine() : error))
      sent.end(text ?? undefined)
    })
  }

  async #connect(done: ConnectedOrNot): Promise<void> {
    const opened = await this.#parts.open()
    if (!opened.ok) {
      this.#parts.connectionMade('failed')
      done(new Failed(opened.failure))
    } else if (this.#closed) {
      opened.socket.destroy()
      done(new Failed('unreachable'))
    } else done(null, opened.socket)
  }
}

/** @throws Failed when it grows too large or breaks off. */
async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > MOST_BYTES) {
      response.destroy()
      throw new Failed('too_large')
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function answered(status: number, text: string): RawAnswer {
  if (status === 429 || status === 503) return { ok: false, failure: 'busy' }
  // A bridge refuses a key with 403; other things at its address may refuse with 401.
  if (status === 403) return { ok: false, failure: 'key_removed' }
  try {
    return { ok: true, status, body: JSON.parse(text) }
  } catch {
    return { ok: false, failure: 'bad_answer' }
  }
}

function clipAnswer(raw: RawAnswer): ClipAnswer {
  if (!raw.ok) return raw
  const { status, body } = raw
  if (status === 404) return { ok: false, failure: 'not_found' }
  if (status >= 500) return { ok: false, failure: 'busy' }
  if (status >= 400) return { ok: false, failure: 'rejected' }
  const parsed = envelope.safeParse(body)
  if (status >= 300 || !parsed.success) return { ok: false, failure: 'bad_answer' }
  const errors = parsed.data.errors.map(({ description }) => description.slice(0, 200))
  return { ok: true, status, data: parsed.data.data, errors }
}
