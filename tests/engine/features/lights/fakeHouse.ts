/** A house of lamps behind a driver a test can bend: it is slow, refuses, goes away, and writes down all that was asked of it. */
import type { Lamp, LampWrite } from '../../../../electron/core/lights/lamp.ts'
import { shownAfter } from '../../../../electron/core/lights/lamp.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type {
  Findings,
  LampGroup,
  LampScene,
  LightsConnection,
  LightsContext,
  LightsDriver,
  LightsNews,
  LightsPhase,
  LightsSettings,
  Pairing,
  PairOutcome,
  Sighting,
  WriteOutcome,
  WritePlan,
  WriteResult,
} from '../../../../electron/engine/ports/lights.ts'

export function lamp(id: string, known: Partial<Lamp> = {}): Lamp {
  return {
    id,
    name: `Lamp ${id}`,
    roomIds: ['hue:study'],
    isOn: true,
    isReachable: true,
    brightness: 80,
    leastBrightness: 0.2,
    colour: { kind: 'temperature', mirek: 300 },
    can: { dim: true, temperature: { leastMirek: 153, mostMirek: 500 }, colour: { gamut: null } },
    isDynamic: false,
    effect: null,
    hasGradient: false,
    ...known,
  }
}

/** One write as it reached a lamp, with the lamp as it was. */
export interface SeenLampWrite {
  atMs: number
  write: LampWrite
  was: Lamp
  /** Reached by one write for its whole group. */
  isGroup: boolean
}

export class FakeHouse {
  readonly lamps = new Map<string, Lamp>()
  readonly seen: SeenLampWrite[] = []
  readonly settings: LightsSettings[] = []
  rooms: LampGroup[] = []
  scenes: LampScene[] = []
  phase: LightsPhase = { phase: 'connected' }
  /** What becomes of writes; `held`: nobody answers until `release`. */
  answers: WriteOutcome | 'held' = 'written'
  /** How long reading anew takes, ms; Infinity: for ever. */
  readMs = 0
  reads = 0
  retries = 0
  closed = 0
  context: LightsContext | null = null
  readonly #clock: Clock
  readonly #watchers = new Set<(news: LightsNews) => void>()
  #held: (() => void)[] = []
  #line = 0

  constructor(clock: Clock, lamps: readonly Lamp[]) {
    this.#clock = clock
    for (const one of lamps) this.lamps.set(one.id, one)
    this.rooms = [{ id: 'hue:study', name: 'Study', lampIds: lamps.map(({ id }) => id), canWrite: true }]
  }

  get(id: string): Lamp {
    const found = this.lamps.get(id)
    if (!found) throw new Error(`no lamp ${id}`)
    return found
  }

  shown(id: string): [number | null, number | null] {
    const { brightness, colour } = this.get(id)
    return [brightness, colour?.kind === 'temperature' ? colour.mirek : null]
  }

  /** Somebody's hand, told or not. */
  hand(id: string, change: Partial<Lamp>, isTold = true): void {
    this.lamps.set(id, { ...this.get(id), ...change })
    if (isTold) this.tell({ kind: 'lamps', lampIds: [id] })
  }

  remove(id: string): void {
    this.lamps.delete(id)
    this.tell({ kind: 'all' })
  }

  /** Whoever was connected crashed: nothing of theirs arrives any more, and they hear of nothing. */
  hangUp(): void {
    this.#watchers.clear()
    this.#line++
  }

  tell(news: LightsNews): void {
    for (const watcher of [...this.#watchers]) watcher(news)
  }

  /** Gone: as a careful driver says it, no lamp is known to be reachable. */
  setPhase(phase: LightsPhase): void {
    this.phase = phase
    this.tell({ kind: 'phase' })
  }

  /** Answers what waits, the newest first where asked to. */
  release(order: 'oldest' | 'newest' = 'oldest'): void {
    const all = this.#held.splice(0)
    for (const answer of order === 'oldest' ? all : all.reverse()) answer()
  }

  get waiting(): number {
    return this.#held.length
  }

  connect(context: LightsContext): LightsConnection {
    this.context = context
    const line = this.#line
    const never = new Promise<never>(() => {})
    /** What comes over a line that was hung up is neither done nor answered. */
    const over = <Value>(answer: Promise<Value>): Promise<Value> =>
      answer.then((value) => (line === this.#line ? value : never))
    return {
      state: () => ({
        phase: this.phase,
        snapshot: {
          readAtMs: 0,
          lamps: [...this.lamps.values()].map((one) =>
            this.phase.phase === 'connected' ? one : { ...one, isReachable: null },
          ),
          rooms: this.rooms,
          zones: [],
          scenes: this.scenes,
          unreadCount: 0,
        },
      }),
      watch: (listener) => {
        this.#watchers.add(listener)
        return () => this.#watchers.delete(listener)
      },
      write: (plan) => (line === this.#line ? over(this.#write(plan)) : never),
      refresh: () => {
        this.reads++
        if (this.readMs === 0) return over(Promise.resolve(this.phase.phase === 'connected'))
        if (this.readMs === Number.POSITIVE_INFINITY) return never
        return over(new Promise((done) => this.#clock.after(this.readMs, () => done(true))))
      },
      retry: () => {
        this.retries++
      },
      close: async () => {
        this.closed++
        this.#watchers.clear()
      },
    }
  }

  async #write({ lamps = [], groups = [] }: WritePlan): Promise<readonly WriteResult[]> {
    const one = lamps.map((write) => ({ id: write.lampId, writes: [write], isGroup: false }))
    const many = groups.map(({ groupId, ...write }) => ({
      id: groupId,
      writes: (this.rooms.find(({ id }) => id === groupId)?.lampIds ?? []).map((lampId) => ({
        lampId,
        ...write,
      })),
      isGroup: true,
    }))
    return await Promise.all([...one, ...many].map((part) => this.#writeOne(part)))
  }

  async #writeOne({
    id,
    writes,
    isGroup,
  }: {
    id: string
    writes: LampWrite[]
    isGroup: boolean
  }): Promise<WriteResult> {
    if (this.answers === 'held') await new Promise<void>((done) => this.#held.push(done))
    else await null
    const outcome = this.answers === 'held' ? 'written' : this.answers
    const known = writes.filter(({ lampId }) => this.lamps.has(lampId))
    if (known.length === 0) return { id, outcome: 'gone' }
    if (outcome !== 'written' && outcome !== 'partly') return { id, outcome }
    for (const write of known) {
      const was = this.get(write.lampId)
      this.seen.push({ atMs: this.#clock.now(), write, was, isGroup })
      if (was.isOn) this.lamps.set(was.id, { ...was, ...shownAfter(was, write) })
    }
    this.tell({ kind: 'lamps', lampIds: known.map(({ lampId }) => lampId) })
    return { id, outcome }
  }
}

export interface FakeDriverOptions {
  id?: string
  houses?: FakeHouse[]
  findings?: Findings
  sighting?: Sighting
  pairing?: () => Pairing
}

/** Connects to the houses in turn, by `settings.house`. */
export function fakeDriver({ id = 'hue', houses = [], ...rest }: FakeDriverOptions): LightsDriver {
  return {
    id,
    settingsSchema: {},
    secrets: ['key'],
    checkSettings: (given) => {
      const settings = given as LightsSettings
      return settings.deviceId === 'unfit'
        ? { ok: false, field: 'deviceId', problem: 'not_valid' }
        : { ok: true, settings }
    },
    ...(rest.findings && { discover: async () => rest.findings as Findings }),
    ...(rest.findings && { lookUp: async () => rest.findings as Findings }),
    ...(rest.sighting && { lookAt: async () => rest.sighting as Sighting }),
    ...(rest.pairing && { pair: () => rest.pairing?.() as Pairing }),
    connect: (settings, context) => {
      const house = houses[Number(settings.house ?? 0)]
      if (!house || (id === 'hue' && settings.key === undefined)) throw new Error('these settings do not fit')
      house.settings.push(settings)
      return house.connect(context)
    },
  }
}

export interface HeldPairing extends Pairing {
  end(outcome: PairOutcome): void
  cancelled: boolean
}

export function heldPairing(endsAtMs: number): HeldPairing {
  const { promise, resolve } = Promise.withResolvers<PairOutcome>()
  const pairing: HeldPairing = {
    endsAtMs,
    done: promise,
    end: resolve,
    cancelled: false,
    cancel() {
      pairing.cancelled = true
      resolve({ paired: false, failure: 'cancelled' })
    },
  }
  return pairing
}
