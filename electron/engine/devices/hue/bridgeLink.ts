/** Keeps one bridge at hand: its whole state once, then its events; patient when it is gone, and never a burden to it. */

import type { Clock } from '../../ports/clock.ts'
import type {
  LightsConnection,
  LightsFailure,
  LightsNews,
  LightsState,
  WritePlan,
  WriteResult,
} from '../../ports/lights.ts'
import type { ClientPlace } from '../lampLink/clientPlace.ts'
import { Comeback } from '../lampLink/comeback.ts'
import { unreached } from '../lampLink/lampNews.ts'
import { isWorthRetrying } from '../lampLink/patience.ts'
import { Quiet } from '../lampLink/quiet.ts'
import { Standing } from '../lampLink/standing.ts'
import { Together } from '../lampLink/together.ts'
import { unsent } from '../lampLink/unsent.ts'
import { WritePump } from '../lampLink/writePump.ts'
import type { BridgeAddress } from './bridgeAddress.ts'
import type { ClipClient } from './clip.ts'
import { type HueEvent, openEventStream } from './eventStream.ts'
import { HouseState } from './houseState.ts'
import { sendWrite } from './sendWrite.ts'

export interface BridgeLinkParts {
  clock: Clock
  random(): number
  place: ClientPlace<BridgeAddress, ClipClient>
  note(event: string, counts?: Readonly<Record<string, number>>): void
}

/** A change that was read and never told within this means that the stream is deaf. */
const TOLD_WITHIN_MS = 2000

export class BridgeLink implements LightsConnection {
  readonly #parts: BridgeLinkParts
  readonly #place: BridgeLinkParts['place']
  readonly #house = new HouseState()
  readonly #writes: WritePump
  readonly #standing = new Standing()
  readonly #quiet: Quiet
  readonly #looks = new Together<boolean>()
  readonly #comeback: Comeback
  /** Answers to any but the newest try are of no interest. */
  #turn = 0
  #early: HueEvent[] | null = null
  #heardCount = 0
  #closed = false
  #closeStream = () => {}
  #cancelDoubt = () => {}

  constructor(parts: BridgeLinkParts) {
    this.#parts = parts
    this.#place = parts.place
    this.#quiet = new Quiet(parts.clock, parts.note)
    this.#comeback = new Comeback(parts)
    this.#writes = new WritePump({
      clock: parts.clock,
      random: () => parts.random(),
      lampIdsOf: (groupId) => this.#house.group(groupId)?.lampIds ?? [],
      send: (one) =>
        sendWrite(one, {
          house: this.#house,
          put: (path, body) => this.#place.client.put(path, body),
        }),
      gaveUp: () => {
        this.#quiet.note('hueWritesGivenUp')
        this.#standing.tell({ kind: 'gave_up' })
      },
      trouble: (failure) => this.#trouble(failure),
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
    return unsent(plan, this.#closed ? 'closed' : 'unreachable')
  }

  refresh(): Promise<boolean> {
    return this.#looks.ask(() => this.#refresh())
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
    this.#comeback.startOver()
    this.#place.searchSoon()
    this.#drop()
    this.#standing.set({ phase: 'connecting' })
    this.#try()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#drop()
    this.#writes.end('closed')
    this.#place.close()
    this.#standing.end()
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
    this.#comeback.opened()
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
    this.#looks.forget()
    this.#comeback.cancel()
    this.#cancelDoubt()
    this.#closeStream()
  }

  /** A bridge closes a stream on which nothing happened for long: that is its habit, and no failure. */
  #ended(failure: LightsFailure | null): void {
    if (failure !== null || !this.#comeback.wasSteady()) {
      this.#lost(failure ?? 'unreachable')
      return
    }
    this.#drop()
    this.#comeback.startOver()
    this.#planTry(1)
  }

  #lost(failure: LightsFailure): void {
    this.#drop()
    this.#writes.end('unreachable')
    this.#comeback.failed()
    const retrying = isWorthRetrying(failure)
    this.#quiet.note('hueBridgeLost', { failures: this.#comeback.failures })
    // Before it is told: whoever hears of it may close the connection at once.
    if (retrying) this.#planTry()
    this.#standing.set({ phase: 'failed', failure, retrying })
  }

  #planTry(failures = this.#comeback.failures): void {
    const turn = this.#turn
    this.#comeback.plan(() => void this.#tryAgain(turn), failures)
  }

  async #tryAgain(turn: number): Promise<void> {
    const found = await this.#place.search(this.#comeback.failures)
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

function asFailure(failure: LightsFailure | 'not_found' | 'rejected'): LightsFailure {
  return failure === 'not_found' || failure === 'rejected' ? 'bad_answer' : failure
}

function isOfType(one: unknown, type: string): boolean {
  return typeof one === 'object' && one !== null && 'type' in one && one.type === type
}
