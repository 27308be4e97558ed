/** Keeps one older bridge at hand. It tells nothing by itself: it is asked before and after each change, and now and then. */
import type { QueuedWrite } from '../../../core/lights/writeQueue.ts'
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
import { type SendAnswer, WritePump } from '../lampLink/writePump.ts'
import { LookAround } from './lookAround.ts'
import { OldHouse } from './oldHouse.ts'
import type { OldPlace } from './oldPlaces.ts'
import { type Missed, readHouse, readLampsOf, strangerAt } from './readHouse.ts'
import { readScenesOf } from './readScenesOf.ts'
import { sendOld } from './sendOld.ts'
import type { V1Client } from './v1Client.ts'

export interface OldBridgeLinkParts {
  clock: Clock
  random(): number
  bridgeId: string
  place: ClientPlace<OldPlace, V1Client>
  note(event: string, counts?: Readonly<Record<string, number>>): void
}

/** So many times too busy to tell of its lamps, and it counts as lost. */
const MOST_BUSY = 3

export class OldBridgeLink implements LightsConnection {
  readonly #parts: OldBridgeLinkParts
  readonly #writes: WritePump
  readonly #standing = new Standing()
  readonly #quiet: Quiet
  readonly #looks = new Together<LightsFailure | null>()
  readonly #look: LookAround
  readonly #comeback: Comeback
  #house: OldHouse | null = null
  /** Answers to any but the newest try are of no interest. */
  #turn = 0
  #busyRow = 0
  #closed = false
  #stopScenes = () => {}

  constructor(parts: OldBridgeLinkParts) {
    this.#parts = parts
    const { clock, note } = parts
    this.#quiet = new Quiet(clock, note)
    this.#comeback = new Comeback(parts)
    this.#look = new LookAround(clock, (isWhole) => void (isWhole ? this.#readAgain() : this.refresh()))
    this.#writes = new WritePump({
      clock,
      random: () => parts.random(),
      lampIdsOf: (groupId) => this.#house?.group(groupId)?.lampIds ?? [],
      send: (one) => this.#send(one),
      gaveUp: () => {
        this.#quiet.note('oldBridgeWritesGivenUp')
        this.#standing.tell({ kind: 'gave_up' })
      },
      trouble: (failure) => this.#trouble(failure),
    })
    void this.#try()
  }

  state(): LightsState {
    const { phase, isConnected } = this.#standing
    const snapshot = this.#house?.snapshot() ?? null
    return { phase, snapshot: isConnected || snapshot === null ? snapshot : unreached(snapshot) }
  }

  watch(listener: (news: LightsNews) => void): () => void {
    const stopHearing = this.#standing.watch(listener)
    const stopLooking = this.#look.watched()
    return () => {
      stopHearing()
      stopLooking()
    }
  }

  async write(plan: WritePlan): Promise<readonly WriteResult[]> {
    if (this.#standing.isConnected) return this.#writes.write(plan)
    return unsent(plan, this.#closed ? 'closed' : 'unreachable')
  }

  async refresh(): Promise<boolean> {
    return (await this.#refresh()) === null
  }

  retry(): void {
    if (this.#closed) return
    this.#comeback.startOver()
    this.#parts.place.searchSoon()
    this.#drop()
    this.#standing.set({ phase: 'connecting' })
    void this.#try()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#drop()
    this.#writes.end('closed')
    this.#parts.place.close()
    this.#standing.end()
  }

  async #send(one: QueuedWrite): Promise<SendAnswer> {
    const isFresh = this.#house?.isFresh(this.#parts.clock.now()) ?? false
    const failure = isFresh ? null : await this.#refresh()
    if (failure === 'busy') return 'busy'
    if (failure !== null || !this.#house || !this.#standing.isConnected) {
      return { lost: failure ?? 'unreachable' }
    }
    const answer = await sendOld(one, this.#house, this.#parts.place.client)
    if (answer === 'written' || answer === 'partly') this.#look.afterWrite()
    if (answer === 'gone') this.#look.atOnce()
    return answer
  }

  #refresh(): Promise<LightsFailure | null> {
    return this.#looks.ask(() => this.#readLamps())
  }

  async #readLamps(): Promise<LightsFailure | null> {
    if (!this.#standing.isConnected || !this.#house) return 'unreachable'
    const turn = this.#turn
    const { clock, place } = this.#parts
    const read = await readLampsOf(place.client)
    if (turn !== this.#turn) return 'unreachable'
    if (!read.ok) return this.#notRead(read.failure)
    this.#busyRow = 0
    const isSame = this.#house.hasSameLamps(read.value)
    const lampIds = this.#house.readLights(read.value, clock.now())
    if (isSame) this.#look.looked()
    else this.#look.atOnce()
    if (lampIds.length > 0) this.#standing.tell(isSame ? { kind: 'lamps', lampIds } : { kind: 'all' })
    return null
  }

  #notRead(failure: LightsFailure): LightsFailure {
    this.#busyRow = failure === 'busy' ? this.#busyRow + 1 : 0
    if (failure !== 'busy' || this.#busyRow >= MOST_BUSY) this.#trouble(failure)
    else this.#look.looked()
    return failure
  }

  /** Rooms and scenes are rarely changed, and seldom asked for. */
  async #readAgain(): Promise<void> {
    const turn = this.#turn
    const missed = await this.#readWhole()
    if (turn !== this.#turn) return
    if (missed === null) this.#readAll()
    else this.#notRead(missed.failure)
  }

  async #readWhole(): Promise<Missed | null> {
    const turn = this.#turn
    const { bridgeId, clock, place } = this.#parts
    const read = await readHouse(place.client, { bridgeId, before: this.#house, nowMs: () => clock.now() })
    if (!(read instanceof OldHouse)) return read
    if (turn === this.#turn) this.#house = read
    return null
  }

  async #try(): Promise<void> {
    const turn = ++this.#turn
    const { bridgeId, place } = this.#parts
    const stranger = await strangerAt(place.client, bridgeId)
    if (turn !== this.#turn) return
    const missed = stranger === null ? await this.#readWhole() : { failure: stranger, asked: 0 }
    if (turn !== this.#turn) return
    if (missed !== null) {
      this.#lost(missed.failure, 1 + missed.asked)
      return
    }
    this.#comeback.opened()
    this.#busyRow = 0
    place.prove()
    this.#writes.refreshed()
    this.#quiet.note('oldBridgeAnswered')
    this.#standing.set({ phase: 'connected' })
    if (turn === this.#turn) this.#readAll()
  }

  /** Everything was just read. */
  #readAll(): void {
    const { clock, place } = this.#parts
    const told = () => this.#standing.tell({ kind: 'all' })
    this.#look.lookedAtAll()
    this.#stopScenes()
    if (this.#house) this.#stopScenes = readScenesOf(this.#house, { clock, client: place.client, told })
    told()
  }

  /** Everything that hangs on the present try. */
  #drop(): void {
    this.#turn++
    this.#looks.forget()
    this.#comeback.cancel()
    this.#stopScenes()
    this.#look.stop()
  }

  /** @param asked how many requests the try took that failed: ten a minute are the most a bridge on a bad day sees. */
  #lost(failure: LightsFailure, asked = 1): void {
    this.#drop()
    this.#writes.end('unreachable')
    this.#comeback.failed(asked)
    const retrying = isWorthRetrying(failure)
    this.#quiet.note('oldBridgeLost', { failures: this.#comeback.failures })
    // Before it is told: whoever hears of it may close the connection at once.
    if (retrying) this.#planTry()
    this.#standing.set({ phase: 'failed', failure, retrying })
  }

  #planTry(): void {
    const turn = this.#turn
    this.#comeback.plan(() => void this.#tryAgain(turn))
  }

  async #tryAgain(turn: number): Promise<void> {
    const { place } = this.#parts
    const found = await place.search(this.#comeback.failures)
    if (turn !== this.#turn) return
    place.goTo(found)
    void this.#try()
  }

  #trouble(failure: LightsFailure): void {
    if (!this.#closed && this.#standing.isConnected) this.#lost(failure)
  }
}
