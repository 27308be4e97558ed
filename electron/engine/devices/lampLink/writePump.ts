/** Sends changes of lamps at the pace a bridge can bear, tries again a few times, and gives up quietly. */
import {
  answered,
  emptyQueue,
  enqueued,
  type QueuedWrite,
  sendable,
  type WriteQueue,
} from '../../../core/lights/writeQueue.ts'
import type { Clock } from '../../ports/clock.ts'
import type { GroupWrite, LightsFailure, WriteOutcome, WritePlan, WriteResult } from '../../ports/lights.ts'

/** `busy`: later, please. Anything that is no outcome means that nobody answered, or not to us. */
export type SendAnswer = 'written' | 'partly' | 'gone' | 'refused' | 'busy' | { lost: LightsFailure }

export interface WritePumpParts {
  clock: Clock
  random(): number
  lampIdsOf(groupId: string): readonly string[]
  /** Never rejects. */
  send(one: QueuedWrite): Promise<SendAnswer>
  /** Said once until a write succeeds again. */
  gaveUp(): void
  /** The bridge does not answer, or knows us no more: the connection has to look for itself. */
  trouble(failure: LightsFailure): void
}

type Change = Omit<GroupWrite, 'groupId'>

/** So many refusals for lack of time in a row, and all that waits is given up. */
const MOST_BUSY = 5
/** Then it is left in peace for this long. */
const REST_MS = 60_000
const FIRST_PAUSE_MS = 250
/** A line may drop between two requests once without meaning anything. */
const MOST_UNANSWERED = 2

type Settle = (outcome: WriteOutcome) => void

export class WritePump {
  readonly #parts: WritePumpParts
  #queue: WriteQueue = emptyQueue
  readonly #settlers = new Map<number, Settle>()
  #cancelNext = () => {}
  /** Nothing is sent before. Epoch ms. */
  #pauseUntilMs = Number.NEGATIVE_INFINITY
  #busyRow = 0
  #isResting = false
  #saidGaveUp = false
  #closed = false

  constructor(parts: WritePumpParts) {
    this.#parts = parts
  }

  write({ lamps = [], groups = [] }: WritePlan): Promise<readonly WriteResult[]> {
    const all = [
      ...groups.map((one) => this.#addGroup(one)),
      ...lamps.map((one) => this.#add(one.lampId, { target: { kind: 'light' }, lampIds: [one.lampId] }, one)),
    ]
    this.#go()
    return Promise.all(all)
  }

  /** All that waits or is on its way ends with this; what is on its way may still arrive. */
  end(outcome: 'unreachable' | 'closed' | 'gave_up'): void {
    if (outcome === 'closed') this.#closed = true
    this.#cancelNext()
    this.#queue = { ...this.#queue, waiting: [] }
    for (const id of [...this.#settlers.keys()]) this.#settle(id, outcome)
  }

  /** The bridge has answered after a silence: nothing of it counts any more. */
  refreshed(): void {
    this.#busyRow = 0
    this.#isResting = false
    this.#pauseUntilMs = Number.NEGATIVE_INFINITY
    this.#queue = { ...this.#queue, unanswered: 0 }
  }

  #addGroup(change: GroupWrite): Promise<WriteResult> {
    const { groupId } = change
    const lampIds = this.#parts.lampIdsOf(groupId)
    if (lampIds.length === 0) return Promise.resolve({ id: groupId, outcome: 'gone' })
    return this.#add(groupId, { target: { kind: 'group', groupId }, lampIds }, change)
  }

  #add(id: string, to: Pick<QueuedWrite, 'target' | 'lampIds'>, change: Change): Promise<WriteResult> {
    const { clock } = this.#parts
    if (this.#closed) return Promise.resolve({ id, outcome: 'closed' })
    if (this.#isResting && clock.now() < this.#pauseUntilMs)
      return Promise.resolve({ id, outcome: 'gave_up' })
    this.#isResting = false
    const { brightness, mirek, xy, fadeMs } = change
    const write = {
      fadeMs,
      ...(brightness === undefined ? {} : { brightness }),
      ...(xy !== undefined ? { xy } : mirek !== undefined ? { mirek } : {}),
    }
    const queueId = this.#queue.nextId
    this.#queue = enqueued(this.#queue, [{ ...to, write }], clock.now())
    const outcome = new Promise<WriteOutcome>((settle) => this.#settlers.set(queueId, settle))
    this.#settleReplaced()
    return outcome.then((result) => ({ id, outcome: result }))
  }

  /** A clock that was set back does not make a pause longer. */
  #pauseLeftMs(): number {
    const leftMs = this.#pauseUntilMs - this.#parts.clock.now()
    return leftMs > REST_MS ? 0 : Math.max(0, leftMs)
  }

  #settle(id: number, outcome: WriteOutcome): void {
    this.#settlers.get(id)?.(outcome)
    this.#settlers.delete(id)
  }

  #settleReplaced(): void {
    const left = new Set([...this.#queue.waiting, ...this.#queue.inFlight].map(({ id }) => id))
    for (const id of [...this.#settlers.keys()]) if (!left.has(id)) this.#settle(id, 'replaced')
  }

  #go(): void {
    const { clock } = this.#parts
    this.#cancelNext()
    if (this.#closed) return
    const waitMs = this.#pauseLeftMs()
    if (waitMs > 0) {
      if (this.#queue.waiting.length > 0) this.#cancelNext = clock.after(waitMs, () => this.#go())
      return
    }
    const { queue, send, givenUp, nextMs } = sendable(this.#queue, clock.now())
    this.#queue = queue
    for (const { write } of givenUp) this.#giveUp(write.id)
    for (const one of send) void this.#send(one)
    if (nextMs !== null) this.#cancelNext = clock.after(Math.max(0, nextMs - clock.now()), () => this.#go())
  }

  async #send(one: QueuedWrite): Promise<void> {
    this.#answered(one, await this.#parts.send(one))
    this.#go()
  }

  #answered(one: QueuedWrite, answer: SendAnswer): void {
    // It was given up meanwhile, and nobody waits for another try.
    if (!this.#settlers.has(one.id)) this.#done(one, 'closed')
    else if (answer === 'written' || answer === 'partly') this.#written(one, answer)
    else if (answer === 'busy') this.#busy(one)
    else if (typeof answer === 'string') this.#done(one, answer)
    else this.#unanswered(one, answer.lost)
  }

  #written(one: QueuedWrite, outcome: 'written' | 'partly'): void {
    this.#busyRow = 0
    this.#saidGaveUp = false
    this.#done(one, outcome)
  }

  /** No second try for it. */
  #done(one: QueuedWrite, outcome: WriteOutcome): void {
    const { clock, random } = this.#parts
    this.#queue = answered(this.#queue, one.id, 'done', clock.now(), random).queue
    this.#settle(one.id, outcome)
  }

  /** One refusal is everybody's: a bridge with too much to do is not helped by the next in line. */
  #busy(one: QueuedWrite): void {
    const { clock, random } = this.#parts
    this.#busyRow++
    if (this.#busyRow >= MOST_BUSY) {
      this.#done(one, 'gave_up')
      this.#isResting = true
      this.#pauseUntilMs = clock.now() + REST_MS
      this.#sayGaveUp()
      this.end('gave_up')
      return
    }
    const pauseMs = FIRST_PAUSE_MS * 2 ** (this.#busyRow - 1) * (0.5 + random())
    this.#pauseUntilMs = clock.now() + Math.round(pauseMs)
    this.#again(one, 'busy')
  }

  #unanswered(one: QueuedWrite, failure: LightsFailure): void {
    this.#again(one, 'unanswered')
    const isOver = failure !== 'unreachable' && failure !== 'timed_out'
    if (!isOver && this.#queue.unanswered < MOST_UNANSWERED) return
    this.end('unreachable')
    this.#parts.trouble(failure)
  }

  #again(one: QueuedWrite, answer: 'busy' | 'unanswered'): void {
    const { clock, random } = this.#parts
    const { queue, givenUp } = answered(this.#queue, one.id, answer, clock.now(), random)
    this.#queue = queue
    for (const { write } of givenUp) this.#giveUp(write.id)
    this.#settleReplaced()
  }

  #giveUp(id: number): void {
    this.#settle(id, 'gave_up')
    this.#sayGaveUp()
  }

  #sayGaveUp(): void {
    if (this.#saidGaveUp) return
    this.#saidGaveUp = true
    this.#parts.gaveUp()
  }
}
