/** A Hue bridge for tests and the demonstration room: it behaves as documented, and as real ones are known to. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { Clock } from '../../../electron/engine/ports/clock.ts'
import { type Certificate, chained, type Shown, testRoot } from './certificate.ts'
import { EventStreams } from './eventStreams.ts'
import { answerBadly, type Fault, send, sendPage } from './faults.ts'
import { bodyOf, listening, looseClock } from './heardRequest.ts'
import { HouseOfLamps } from './houseOfLamps.ts'
import { KeyDoor } from './keyDoor.ts'
import { demoLamps, type LampPlan } from './resources.ts'
import type { SeenRequest } from './writeLog.ts'

export interface FakeBridgeOptions {
  clock?: Clock
  bridgeId?: string
  lamps?: readonly LampPlan[]
  /** What it shows; absent: signed by `root`. */
  certificate?: Shown
  root?: Certificate
  /** Before this a bridge has no CLIP v2. */
  softwareVersion?: string
  /** How long an answer takes. */
  answerMs?: number
}

/** One more at a time is refused. */
const MOST_IN_FLIGHT = 3

export class FakeHueBridge {
  readonly bridgeId: string
  readonly root: Certificate
  readonly door: KeyDoor
  readonly streams: EventStreams
  readonly house: HouseOfLamps
  readonly requests: SeenRequest[] = []
  /** What is wrong with it at the moment. */
  fault: Fault | null = null
  port = 0
  mostInFlight = 0
  /** Lines that were opened since the start, also those that never got through the handshake. */
  connections = 0
  readonly #clock: Clock
  readonly #options: FakeBridgeOptions
  #shown: Shown
  #server: Server | null = null
  #inFlight = 0

  constructor(options: FakeBridgeOptions = {}) {
    this.#options = options
    this.#clock = options.clock ?? looseClock
    this.bridgeId = options.bridgeId ?? '001788fffe100001'
    this.root = options.root ?? testRoot()
    this.#shown = options.certificate ?? chained(this.bridgeId, this.root)
    this.door = new KeyDoor(this.#clock)
    this.streams = new EventStreams(this.#clock)
    this.house = new HouseOfLamps(this.bridgeId, options.lamps ?? demoLamps, this.streams, this.#clock)
  }

  static async start(options: FakeBridgeOptions = {}): Promise<FakeHueBridge> {
    const bridge = new FakeHueBridge(options)
    await bridge.start()
    return bridge
  }

  get certificate(): Certificate {
    return this.#shown.leaf
  }

  async start(port = 0): Promise<void> {
    const server = createServer(this.#identity(), (request, response) => void this.#answer(request, response))
    server.on('connection', () => {
      this.connections++
    })
    this.port = await listening(server, port)
    this.#server = server
  }

  /** Pulls the plug: every line drops. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    this.streams.break()
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeAllConnections()
    await closed
  }

  /** Lines that are open now. */
  openLines(): Promise<number> {
    return new Promise((done) => this.#server?.getConnections((_error, count) => done(count)) ?? done(0))
  }

  /** The same bridge somewhere else, as after a new lease. */
  async move(): Promise<void> {
    await this.stop()
    await this.start()
  }

  showCertificate(shown: Shown): void {
    this.#shown = shown
    this.#server?.setSecureContext(this.#identity())
    this.streams.break()
    this.#server?.closeAllConnections()
  }

  /** Paths asked for, without event streams. */
  get asked(): SeenRequest[] {
    return this.requests.filter(({ path }) => !path.startsWith('/eventstream'))
  }

  #identity(): { key: string; cert: string } {
    const { leaf, chain } = this.#shown
    return { key: leaf.keyPem, cert: [leaf, ...chain].map(({ pem }) => pem).join('') }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request
    const seen: SeenRequest = { atMs: this.#clock.now(), method, path, status: 0 }
    this.requests.push(seen)
    response.once('close', () => {
      seen.status = response.statusCode
    })
    if (path.startsWith('/eventstream/')) {
      this.#openStream(request, response)
      return
    }
    this.#inFlight++
    response.once('close', () => {
      this.#inFlight--
    })
    this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight)
    if (this.#inFlight > MOST_IN_FLIGHT) {
      sendPage(response, 429)
      return
    }
    const body = await bodyOf(request)
    await this.#takeTime()
    if (response.destroyed) return
    this.#route(request, response, path, body)
  }

  #takeTime(): Promise<void> {
    const byMs = this.fault?.kind === 'slow' ? this.fault.byMs : (this.#options.answerMs ?? 0)
    return byMs === 0 ? Promise.resolve() : new Promise((done) => this.#clock.after(byMs, done))
  }

  #openStream(request: IncomingMessage, response: ServerResponse): void {
    if (this.fault?.kind === 'out_of_memory') sendPage(response, 503)
    else if (this.fault?.kind === 'html') sendPage(response, 200)
    else if (this.#isAllowed(request)) this.streams.open(response)
    else send(response, 403, { errors: [{ description: 'unauthorized user' }] })
  }

  #isAllowed({ headers }: IncomingMessage): boolean {
    const key = headers['hue-application-key']
    return this.door.knows(Array.isArray(key) ? key[0] : key)
  }

  #route(request: IncomingMessage, response: ServerResponse, path: string, body: unknown): void {
    const { method = 'GET' } = request
    if (this.fault && answerBadly(this.fault, response)) return
    if (this.fault?.kind === 'busy' && method === 'PUT' && this.fault.times > 0) {
      this.fault.times--
      sendPage(response, this.fault.status)
    } else if (path === '/api' && method === 'POST') send(response, 200, this.door.answer(body))
    else if (/^\/api(\/[^/]+)?\/config$/.test(path)) send(response, 200, this.#config())
    else if (!path.startsWith('/clip/v2/resource')) sendPage(response, 404)
    else if (!this.#isAllowed(request)) {
      send(response, 403, { data: [], errors: [{ description: 'unauthorized user' }] })
    } else {
      const { status, data, errors } = this.house.answer(method, path, body)
      send(response, status, { data, errors: errors.map((description) => ({ description })) })
    }
  }

  #config(): Record<string, unknown> {
    return {
      name: 'Hue Bridge',
      datastoreversion: '178',
      swversion: this.#options.softwareVersion ?? '1969060010',
      apiversion: '1.69.0',
      mac: '00:17:88:10:00:01',
      bridgeid: this.bridgeId.toUpperCase(),
      factorynew: false,
      replacesbridgeid: null,
      modelid: 'BSB002',
      starterkitid: '',
    }
  }
}
