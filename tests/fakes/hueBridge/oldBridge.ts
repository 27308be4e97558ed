/** A bridge that speaks only CLIP v1, as the first ones do and what speaks like them, for tests: over HTTP or HTTPS. */
import {
  createServer as createClearServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Clock } from '../../../electron/engine/ports/clock.ts'
import type { Shown } from './certificate.ts'
import { answerBadly, type Fault, send, sendPage } from './faults.ts'
import { bodyOf, listening, looseClock } from './heardRequest.ts'
import { KeyDoor } from './keyDoor.ts'
import { type OldAnswer, OldHouseOfLamps, v1Error } from './oldHouseOfLamps.ts'
import { demoLamps, type LampPlan } from './resources.ts'
import type { SeenRequest } from './writeLog.ts'

export interface OldBridgeOptions {
  clock?: Clock
  bridgeId?: string
  lamps?: readonly LampPlan[]
  /** Speaks TLS, and shows this; absent: in the clear. */
  certificate?: Shown
  modelId?: string
  softwareVersion?: string
  /** The first software told only its hardware address. */
  tellsId?: boolean
  answerMs?: number
  /** Some that speak like a bridge switch a lamp on that is told of brightness. */
  switchesOnWithBrightness?: boolean
  /** Some have no groups and no scenes, and say so. */
  lampsOnly?: boolean
}

export interface OldSeenRequest extends SeenRequest {
  body: unknown
}

export class FakeOldBridge {
  readonly bridgeId: string
  readonly door: KeyDoor
  readonly house: OldHouseOfLamps
  readonly requests: OldSeenRequest[] = []
  /** What is wrong with it at the moment. */
  fault: Fault | null = null
  /** Where it is wrong; null: everywhere. */
  faultAt: RegExp | null = null
  port = 0
  mostInFlight = 0
  #inFlight = 0
  #server: Server | null = null
  #shown: Shown | null
  readonly #clock: Clock
  readonly #options: OldBridgeOptions

  constructor(options: OldBridgeOptions = {}) {
    this.#options = options
    this.#clock = options.clock ?? looseClock
    this.bridgeId = options.bridgeId ?? '001788fffe0a0b0c'
    this.#shown = options.certificate ?? null
    this.door = new KeyDoor(this.#clock)
    this.house = new OldHouseOfLamps(
      options.lamps ?? demoLamps,
      this.#clock,
      options.switchesOnWithBrightness ?? false,
    )
  }

  static async start(options: OldBridgeOptions = {}): Promise<FakeOldBridge> {
    const bridge = new FakeOldBridge(options)
    await bridge.start()
    return bridge
  }

  async start(port = 0): Promise<void> {
    const answer = (request: IncomingMessage, response: ServerResponse) =>
      void this.#answer(request, response)
    const server = this.#shown
      ? createSecureServer({ key: this.#shown.leaf.keyPem, cert: this.#shown.leaf.pem }, answer)
      : createClearServer(answer)
    this.port = await listening(server, port)
    this.#server = server
  }

  /** Pulls the plug: every line drops. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeAllConnections()
    await closed
  }

  /** Comes back with another certificate, as after its software was set up anew. */
  async showCertificate(shown: Shown): Promise<void> {
    const { port } = this
    await this.stop()
    this.#shown = shown
    await this.start(port)
  }

  /** Lines that are open now. */
  openLines(): Promise<number> {
    return new Promise((done) => this.#server?.getConnections((_error, count) => done(count)) ?? done(0))
  }

  /** `GET /lights` and such: without the key. */
  get asked(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path.replace(/^\/api\/(?!config)[^/]+/, '')}`)
  }

  get puts(): OldSeenRequest[] {
    return this.requests.filter(({ method }) => method === 'PUT')
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request
    const seen: OldSeenRequest = { atMs: this.#clock.now(), method, path, status: 0, body: undefined }
    this.requests.push(seen)
    this.mostInFlight = Math.max(this.mostInFlight, ++this.#inFlight)
    response.once('close', () => {
      this.#inFlight--
      seen.status = response.statusCode
    })
    seen.body = await bodyOf(request)
    await this.#takeTime()
    if (response.destroyed || this.#isBad(seen, response)) return
    const answer = this.#route(seen)
    if (answer === null) sendPage(response, 404)
    else send(response, 200, answer)
  }

  #takeTime(): Promise<void> {
    const byMs = this.fault?.kind === 'slow' ? this.fault.byMs : (this.#options.answerMs ?? 0)
    return byMs === 0 ? Promise.resolve() : new Promise((done) => this.#clock.after(byMs, done))
  }

  #isBad({ method, path }: OldSeenRequest, response: ServerResponse): boolean {
    const { fault } = this
    if (!fault || (this.faultAt && !this.faultAt.test(path))) return false
    if (fault.kind !== 'busy') return answerBadly(fault, response)
    if (method !== 'PUT' || fault.times <= 0) return false
    fault.times--
    sendPage(response, fault.status)
    return true
  }

  #route({ method, path, body }: OldSeenRequest): OldAnswer | null {
    if (path === '/api' && method === 'POST') return this.door.answer(body) as OldAnswer
    if (/^\/api(\/[^/]+)?\/config$/.test(path)) return this.#config()
    const [, root, key, ...rest] = path.split('/')
    if (root !== 'api' || !key) return null
    if (!this.door.knows(key)) return v1Error(1, `/${rest.join('/')}`, 'unauthorized user')
    if (this.#options.lampsOnly && rest[0] !== 'lights') return v1Error(3, `/${rest[0]}`, 'not available')
    return this.house.answer(method, rest, body)
  }

  #config(): Record<string, unknown> {
    const { modelId = 'BSB001', softwareVersion = '01041302', tellsId = true } = this.#options
    const mac = this.bridgeId.replace('fffe', '').match(/../g)?.join(':')
    return {
      name: 'Philips hue',
      swversion: softwareVersion,
      mac,
      ...(tellsId ? { bridgeid: this.bridgeId.toUpperCase(), modelid: modelId, apiversion: '1.16.0' } : {}),
    }
  }
}
