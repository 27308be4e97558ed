/** Keeps one bridge at hand: its whole state once, then its events; patient when it is gone, and never a burden to it. */
import type {
  LightsConnection,
  LightsFailure,
  LightsNews,
  LightsSnapshot,
  LightsState,
  WritePlan,
  WriteResult,
} from '../../ports/lights.ts'
import { ClientPlace, type ClientPlaceParts } from './clientPlace.ts'
import { type HueEvent, openEventStream } from './eventStream.ts'
import { HouseState } from './houseState.ts'
import { isWorthRetrying, STEADY_MS, waitMs } from './patience.ts'
import { Quiet } from './quiet.ts'
import { Standing } from './standing.ts'
import { Writes } from './writes.ts'

export interface BridgeLinkParts extends ClientPlaceParts {
  random(): number
  note(event: string, counts?: Readonly<Record<string, number>>): void
}

/** A change that was read and never told within this means that the stream is deaf. */
const TOLD_WITHIN_MS = 2000

export class BridgeLink implements LightsConnection {
  readonly #parts: BridgeLinkParts
  readonly #place: ClientPlace
  readonly #house = new HouseState()
  readonly #writes: Writes
  readonly #standing = new Standing()
  readonly #quiet: Quiet
  /** Answers to any but the newest try are of no interest. */
  #turn = 0
  #failures = 0
  #openedAtMs: number | null = null
  #early: HueEvent[] | null = null
  #refreshing: Promise<boolean> | null = null
  #heardCount = 0
  #closed = false
  #closeStream = () => {}
  #cancelRetry = () => {}
  #cancelDoubt = () => {}

  constructor(parts: BridgeLinkParts) {
    this.#parts = parts
    this.#place = new ClientPlace(parts)
    this.#quiet = new Quiet(parts.clock, parts.note)
    this.#writes = new Writes({
      clock: parts.clock,
      random: () => parts.random(),
      pathOf: (target) => this.#pathOf(target),
      lampIdsOf: (groupId) => this.#group(groupId)?.lampIds ?? [],
      put: (path, body) => this.#place.client.put(path, body),
      gaveUp: () => {
        this.#quiet.note('hueWritesGivenUp')
        this.#standing.tell({ kind: 'gave_up' })
      },
      trouble: ({ failure }) => this.#trouble(failure),
    })
    this.#try()
  }

  state(): LightsState {
    const { phase, isConnected } = this.#standing
    const snapshot = this.#house.snapshot()
    return { phase, snapshot: isConnected || snapshot === null ? snapshot : unreached(snapshot) }
  }

  watch(listener: (news: LightsNews) => void): () => void {
    return this.#standing.watch(listener)
  }

  async write(plan: WritePlan): Promise<readonly WriteResult[]> {
    if (this.#standing.isConnected) return this.#writes.write(plan)
    const outcome = this.#closed ? 'closed' : 'unreachable'
    const ids = [
      ...(plan.groups ?? []).map((one) => one.groupId),
      ...(plan.lamps ?? []).map((one) => one.lampId),
    ]
    return ids.map((id) => ({ id, outcome }))
  }

  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async #refresh(): Promise<boolean> {
    if (!this.#standing.isConnected) return false
    const turn = this.#turn
    const heard = this.#heardCount
    const asked = ['light', 'zigbee_connectivity'] as const
    const [lights, reached] = await Promise.all(asked.map((type) => this.#place.client.get(`/${type}`)))
    if (turn !== this.#turn || !lights) return false
    if (!lights.ok) {
      if (lights.failure !== 'busy') this.#trouble(lights.failure)
      return false
    }
    const isBoth = reached?.ok === true
    const data = isBoth ? [...lights.data, ...reached.data] : lights.data
    const changed = this.#house.readSome(data, isBoth ? asked : ['light'])
    if (changed.length > 0) {
      this.#standing.tell({ kind: 'lamps', lampIds: changed })
      if (heard === this.#heardCount) this.#doubtStream()
    }
    return true
  }

  retry(): void {
    if (this.#closed) return
    this.#failures = 0
    this.#place.searchSoon()
    this.#drop()
    this.#standing.set({ phase: 'connecting' })
    this.#try()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#drop()
    this.#writes.end('closed')
    this.#place.client.close()
    this.#standing.end()
  }

  #group(groupId: string) {
    const { rooms = [], zones = [] } = this.#house.snapshot() ?? {}
    return [...rooms, ...zones].find(({ id }) => id === groupId)
  }

  #pathOf(target: { lampId: string } | { groupId: string }): string | null {
    if ('groupId' in target) {
      const rid = this.#house.groupedLight(target.groupId)
      return rid === null ? null : `/grouped_light/${encodeURIComponent(rid)}`
    }
    const lamp = this.#house.lamps().find(({ id }) => id === target.lampId)
    return lamp ? `/light/${encodeURIComponent(lamp.id.slice(lamp.id.indexOf(':') + 1))}` : null
  }

  /** The stream first: what changes while everything is read must not be missed. */
  #try(): void {
    const turn = ++this.#turn
    this.#early = []
    this.#closeStream = openEventStream(this.#place.client, {
      opened: () => {
        if (turn === this.#turn) void this.#readAll(turn)
      },
      heard: (events) => {
        if (turn === this.#turn) this.#hear(events)
      },
      ended: (failure) => {
        if (turn === this.#turn) this.#ended(failure)
      },
    })
  }

  async #readAll(turn: number): Promise<void> {
    const answer = await this.#place.client.get('')
    if (turn !== this.#turn) return
    // Whatever answers, a bridge has a resource that is itself.
    const isBridge = answer.ok && answer.data.some((one) => isOfType(one, 'bridge'))
    if (!answer.ok || !isBridge) {
      this.#lost(answer.ok ? 'bad_answer' : asFailure(answer.failure))
      return
    }
    this.#house.readAll(answer.data, this.#parts.clock.now())
    const early = this.#early ?? []
    this.#early = null
    this.#house.hear(early)
    this.#openedAtMs = this.#parts.clock.now()
    this.#place.prove()
    this.#writes.refreshed()
    this.#quiet.note('hueBridgeAnswered')
    this.#standing.set({ phase: 'connected' })
    this.#standing.tell({ kind: 'all' })
  }

  #hear(events: readonly HueEvent[]): void {
    this.#heardCount++
    this.#cancelDoubt()
    if (this.#early !== null) {
      this.#early.push(...events)
      return
    }
    const change = this.#house.hear(events)
    if (change.kind !== 'nothing') this.#standing.tell(change)
  }

  /** Everything that hangs on the present try. */
  #drop(): void {
    this.#turn++
    this.#cancelRetry()
    this.#cancelDoubt()
    this.#closeStream()
  }

  /** A bridge closes a stream on which nothing happened for long: that is its habit, and no failure. */
  #ended(failure: LightsFailure | null): void {
    if (failure !== null || !this.#wasSteady()) {
      this.#lost(failure ?? 'unreachable')
      return
    }
    this.#drop()
    this.#openedAtMs = null
    this.#failures = 0
    this.#planTry(1)
  }

  #wasSteady(): boolean {
    return this.#openedAtMs !== null && this.#parts.clock.now() - this.#openedAtMs >= STEADY_MS
  }

  #lost(failure: LightsFailure): void {
    this.#drop()
    this.#writes.end('unreachable')
    this.#failures = this.#wasSteady() ? 1 : this.#failures + 1
    this.#openedAtMs = null
    const retrying = isWorthRetrying(failure)
    this.#quiet.note('hueBridgeLost', { failures: this.#failures })
    this.#standing.set({ phase: 'failed', failure, retrying })
    if (retrying) this.#planTry(this.#failures)
  }

  #planTry(failures: number): void {
    const { clock, random } = this.#parts
    const turn = this.#turn
    this.#cancelRetry = clock.after(waitMs(failures, random()), () => {
      if (turn === this.#turn) void this.#tryAgain(turn)
    })
  }

  async #tryAgain(turn: number): Promise<void> {
    const found = await this.#place.search(this.#failures)
    if (turn !== this.#turn) return
    this.#place.goTo(found)
    this.#try()
  }

  #trouble(failure: LightsFailure | 'not_found' | 'rejected'): void {
    if (!this.#closed && this.#standing.isConnected) this.#lost(asFailure(failure))
  }

  #doubtStream(): void {
    this.#cancelDoubt()
    this.#cancelDoubt = this.#parts.clock.after(TOLD_WITHIN_MS, () => {
      this.#quiet.note('hueStreamSilent')
      this.#drop()
      this.#try()
    })
  }
}

/** Without a bridge nobody knows which lamps can be reached. */
function unreached(snapshot: LightsSnapshot): LightsSnapshot {
  return { ...snapshot, lamps: snapshot.lamps.map((lamp) => ({ ...lamp, isReachable: null })) }
}

function asFailure(failure: LightsFailure | 'not_found' | 'rejected'): LightsFailure {
  return failure === 'not_found' || failure === 'rejected' ? 'bad_answer' : failure
}

function isOfType(one: unknown, type: string): boolean {
  return typeof one === 'object' && one !== null && 'type' in one && one.type === type
}
