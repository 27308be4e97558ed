/**
 * The line to one older bridge, under the library instead of its own: with bounded answers and short waits, no redirects
 * and no proxies, one certificate for ever, and errors that quote nothing, for every path holds the key.
 */
import { type IncomingMessage, request } from 'node:http'
import { connect as connectClear } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectSecure, TLSSocket } from 'node:tls'
import type { Clock } from '../../ports/clock.ts'
import type { LightsFailure } from '../../ports/lights.ts'
import {
  ANSWER_WITHIN_MS,
  type ConnectedOrNot,
  headersOf,
  isStale,
  JudgedAgent,
  Questions,
  StaleLine,
  sentOnce,
  textOf,
} from '../lampLink/bridgeLine.ts'
import { peerOf } from '../lampLink/typedAddress.ts'
import type { OldPlace } from './oldPlaces.ts'
import { isGentle } from './stateBody.ts'

export interface CappedLineParts {
  clock: Clock
  place: OldPlace
  /** SHA-256 of the certificate first met here; null: any is taken, and kept from then on. */
  sha256: string | null
  /** For the list of connections. */
  connectionMade(outcome: 'answered' | 'failed'): void
}

/** `refused`: it was not gentle, and did not leave. */
export type LineFailure = LightsFailure | 'refused'

/** Its message is the code, and all the library lets through. */
export class LineFailed extends Error {
  readonly failure: LineFailure

  constructor(failure: LineFailure) {
    super(failure)
    this.failure = failure
  }
}

/** What the library asks for. */
export interface LineRequest {
  method: string
  /** Below `/api`. */
  url: string
  data?: unknown
}

export class CappedLine {
  readonly #parts: CappedLineParts
  readonly #agent: JudgedAgent
  readonly #questions: Questions
  /** Lines nobody may use yet. */
  readonly #opening = new Set<Duplex>()
  #sha256: string | null
  #closed = false

  constructor(parts: CappedLineParts) {
    this.#parts = parts
    this.#sha256 = parts.sha256
    this.#questions = new Questions(parts.clock)
    this.#agent = new JudgedAgent((done) => this.#connect(done))
  }

  /** Of the certificate at the other end; null in the clear, or before the first answer. */
  get sha256(): string | null {
    return this.#sha256
  }

  /** One request and its answer as JSON, of whatever shape. @throws LineFailed */
  async request({ method, url, data }: LineRequest): Promise<{ data: unknown }> {
    if (method === 'PUT' && !isGentle(data)) throw new LineFailed('refused')
    const { status, text } = await this.#asked(method, pathOf(url), data)
    return { data: meaning(status, text) }
  }

  /** Whether it has resources of the newer language: it hands them out, or refuses them to whoever has no key. @throws LineFailed */
  async hasNewResources(): Promise<boolean> {
    const { status, text } = await this.#asked('GET', '/clip/v2/resource')
    if (status === 429 || status === 503) throw new LineFailed('busy')
    return status === 401 || status === 403 || (status === 200 && isJson(text))
  }

  async #asked(method: string, path: string, data?: unknown): Promise<{ status: number; text: string }> {
    if (this.#closed) throw new LineFailed('unreachable')
    try {
      const ask = (signal: AbortSignal) => this.#ask(method, path, data, signal)
      return await this.#questions.ask(ask, () => new LineFailed('timed_out'))
    } catch (error) {
      throw error instanceof LineFailed ? error : new LineFailed('unreachable')
    }
  }

  close(): void {
    this.#closed = true
    this.#questions.callOff()
    for (const socket of this.#opening) socket.destroy()
    this.#agent.destroy()
  }

  async #ask(method: string, path: string, data: unknown, signal: AbortSignal) {
    const body = data === undefined ? null : JSON.stringify(data)
    const response = await sentOnce(method, () => this.#send(method, path, body, signal))
    const text = await textOf(response)
    if (text === null) throw new LineFailed('too_large')
    return { status: response.statusCode ?? 0, text }
  }

  #send(method: string, path: string, text: string | null, signal: AbortSignal): Promise<IncomingMessage> {
    const { place, connectionMade } = this.#parts
    return new Promise((resolve, reject) => {
      const sent = request({
        agent: this.#agent,
        method,
        path,
        signal,
        headers: { accept: 'application/json', host: peerOf(place), ...headersOf(text) },
      })
      sent.once('response', (response) => {
        connectionMade('answered')
        resolve(response)
      })
      sent.on('error', (error) => reject(isStale(sent, error) ? new StaleLine() : error))
      sent.end(text ?? undefined)
    })
  }

  #connect(done: ConnectedOrNot): void {
    const { host, port, isSecure } = this.#parts.place
    const socket = isSecure
      ? // Nobody signs for these bridges: the certificate only has to stay what it was.
        connectSecure({ host, port, rejectUnauthorized: false, checkServerIdentity: () => undefined })
      : connectClear({ host, port })
    const end = (failure: LineFailure | null): void => {
      cancel()
      this.#opening.delete(socket)
      socket.off('close', failed)
      if (failure === null) done(null, socket)
      else {
        this.#parts.connectionMade('failed')
        socket.destroy()
        done(new LineFailed(failure))
      }
    }
    const failed = () => end('unreachable')
    const cancel = this.#parts.clock.after(ANSWER_WITHIN_MS, () => end('timed_out'))
    this.#opening.add(socket)
    // Stays for good: an error after the end has nobody else to go to; a close follows each.
    socket.on('error', () => {})
    socket.once('close', failed)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      if (this.#opening.has(socket)) end(this.#faultOf(socket))
    })
  }

  #faultOf(socket: Duplex): LineFailure | null {
    if (this.#closed) return 'unreachable'
    return socket instanceof TLSSocket && !this.#isSame(socket) ? 'certificate_changed' : null
  }

  /** Judged before the first word, which would hold the key. */
  #isSame(socket: TLSSocket): boolean {
    const shown = socket.getPeerX509Certificate()?.fingerprint256.replaceAll(':', '').toLowerCase() ?? ''
    this.#sha256 ??= shown
    return shown === this.#sha256
  }
}

/** The library writes a slash after `/api` that not every bridge expects. */
function pathOf(url: string): string {
  return url === '/' ? '/api' : `/api${url}`
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** A bridge answers 200 and names errors in the body; some that speak like one name them with another status too. */
function meaning(status: number, text: string): unknown {
  if (status === 429 || status >= 500) throw new LineFailed('busy')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new LineFailed(status === 401 || status === 403 ? 'key_removed' : 'bad_answer')
  }
  if (status < 300 || namesError(data)) return data
  throw new LineFailed(status === 401 || status === 403 ? 'key_removed' : 'bad_answer')
}

function namesError(data: unknown): boolean {
  const [first]: unknown[] = Array.isArray(data) ? data : []
  return typeof first === 'object' && first !== null && 'error' in first
}
