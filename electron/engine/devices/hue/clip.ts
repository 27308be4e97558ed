/** Speaks CLIP v2 over HTTPS: few requests at a time, short waits, bounded answers, and errors that quote nothing. */

import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { LightsFailure } from '../../ports/lights.ts'
import {
  type ConnectedOrNot,
  headersOf,
  isStale,
  JudgedAgent,
  MOST_IN_FLIGHT,
  Questions,
  StaleLine,
  sentOnce,
  textOf,
} from '../lampLink/bridgeLine.ts'
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

/** What went wrong below HTTP, as a code. */
function failureOf(error: unknown): LightsFailure {
  return error instanceof Failed ? error.failure : 'unreachable'
}

export class ClipClient {
  readonly #parts: ClipParts
  readonly #agent: JudgedAgent
  readonly #waiting: (() => void)[] = []
  readonly #questions: Questions
  #inFlight = 0
  #closed = false

  constructor(parts: ClipParts) {
    this.#parts = parts
    this.#questions = new Questions(parts.clock)
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
    this.#questions.callOff()
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
    const ask = async (signal: AbortSignal): Promise<RawAnswer> => {
      const options = { method, path, agent: this.#agent, signal }
      const response = await sentOnce(method, () => this.#send(options, 'application/json', body))
      const text = await textOf(response)
      if (text === null) throw new Failed('too_large')
      return answered(response.statusCode ?? 0, text)
    }
    return this.#questions.ask(ask, () => new Failed('timed_out'))
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
          ...headersOf(text),
        },
      })
      sent.once('response', (response) => {
        connectionMade('answered')
        resolve(response)
      })
      sent.on('error', (error) => reject(isStale(sent, error) ? new StaleLine() : error))
      sent.end(text ?? undefined)
    })
  }

  /** A copy of Lull that is not whole has no roots to judge by: then nobody is spoken to. */
  async #opened(): Promise<Opened> {
    try {
      return await this.#parts.open()
    } catch {
      return { ok: false, failure: 'unreachable', refused: null }
    }
  }

  async #connect(done: ConnectedOrNot): Promise<void> {
    const opened = await this.#opened()
    if (!opened.ok) {
      this.#parts.connectionMade('failed')
      done(new Failed(opened.failure))
    } else if (this.#closed) {
      opened.socket.destroy()
      done(new Failed('unreachable'))
    } else done(null, opened.socket)
  }
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
