/** Asks lamps how they stand, tells them what to change, and listens whether they say that they did. */
import type { LampWrite } from '../../../../core/lights/lamp.ts'
import type { QueuedWrite } from '../../../../core/lights/writeQueue.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { WritePlan, WriteResult } from '../../../ports/lights.ts'
import { type SendAnswer, WritePump } from '../../lampLink/writePump.ts'
import type { PublishOutcome } from '../protocol.ts'
import { DRIVER, ownId } from './brokerHouse.ts'
import type { BrokerLamp, Order } from './brokerLamp.ts'
import { Hearing } from './hearing.ts'
import type { LampStates } from './lampStates.ts'
import { SlowFades } from './slowFades.ts'

export interface LampTalkParts {
  clock: Clock
  random(): number
  states: LampStates
  publish(order: Order): Promise<PublishOutcome>
  /** Whether it can be reached is known better, or worse, than before. */
  presenceChanged(lamp: BrokerLamp): void
  gaveUp(): void
}

/** A lamp that sleeps or is far away answers in two to three seconds, or not at all. */
const ANSWER_WITHIN_MS = 3000
/**
 * So old an answer may be, and a lamp that was on is still taken to be: as long as the ten changes of a look take after
 * all were asked. A lamp whose turn comes later is asked once more, just before its change.
 */
const FRESH_MS = 1500
/** Most tell at once what they will show, some only when they show it. */
const TOLD_WITHIN_MS = 2000
/** The rest of what was asked comes in messages of its own. */
const REST_MS = 300
/** Questions under way at once: a Zigbee network bears a few dozen messages a second. */
const MOST_ASKED = 8
/** A broker that takes nothing is as good as gone. */
const TAKEN_WITHIN_MS = 4000

export class LampTalk {
  readonly #parts: LampTalkParts
  readonly #hearing: Hearing
  readonly #pump: WritePump
  readonly #fades: SlowFades
  readonly #asking = new Map<string, Promise<boolean>>()
  readonly #answeredAtMs = new Map<string, number>()
  /** Of the newest change to each lamp: whether it was heard of. */
  readonly #echoes = new Map<string, Promise<boolean>>()
  /** Changes that were not sent, for nobody answered. */
  readonly #unsent = new Set<string>()
  /** The broker is there. */
  #isOpen = false

  constructor(parts: LampTalkParts) {
    this.#parts = parts
    this.#hearing = new Hearing(parts.clock)
    this.#pump = new WritePump({
      clock: parts.clock,
      random: () => parts.random(),
      lampIdsOf: () => [],
      send: (one) => this.#send(one),
      gaveUp: () => parts.gaveUp(),
      // The line to the broker tells by itself that it is cut.
      trouble: () => {},
    })
    this.#fades = new SlowFades({
      clock: parts.clock,
      states: parts.states,
      send: async (write) => (await this.#pump.write({ lamps: [write] }))[0]?.outcome ?? 'closed',
    })
  }

  spoke(lampId: string): void {
    this.#hearing.spoke(lampId)
    this.#fades.heard(lampId)
  }

  write({ lamps = [] }: WritePlan): Promise<readonly WriteResult[]> {
    return Promise.all(lamps.map(async (one) => this.#heardOf(await this.#take(one))))
  }

  async #take(write: LampWrite): Promise<WriteResult> {
    const lamp = this.#parts.states.lamp(ownId(write.lampId))
    if (lamp !== undefined && !lamp.fades)
      return { id: write.lampId, outcome: await this.#fades.fade(lamp, write) }
    const [result] = await this.#pump.write({ lamps: [write] })
    return result ?? { id: write.lampId, outcome: 'closed' }
  }

  /** Asks all that can be asked; true: at least one answered, or there is none to ask. Those that were silent are not waited for. */
  async askAll(lamps: readonly BrokerLamp[]): Promise<boolean> {
    const { clock, states } = this.#parts
    const askable = lamps.filter((lamp) => states.canBeAsked(lamp))
    const silent = askable.filter(({ id }) => states.isSilent(id))
    const answered = await this.#askEach(askable.filter(({ id }) => !states.isSilent(id)))
    const late = this.#askEach(silent)
    const isAnswered = answered > 0 || (silent.length > 0 && answered === 0 && (await late) > 0)
    if (isAnswered && this.#isOpen) await new Promise<void>((resolve) => clock.after(REST_MS, resolve))
    return isAnswered || lamps.every(({ ask }) => ask === null)
  }

  async #askEach(lamps: readonly BrokerLamp[]): Promise<number> {
    const waiting = [...lamps]
    let answered = 0
    const ask = async (): Promise<void> => {
      for (let lamp = waiting.shift(); lamp !== undefined && this.#isOpen; lamp = waiting.shift()) {
        if (await this.#ask(lamp)) answered++
      }
    }
    await Promise.all(Array.from({ length: MOST_ASKED }, ask))
    return answered
  }

  /** The broker is gone: what waits ends, and no answer of before counts any more. */
  end(outcome: 'unreachable' | 'closed'): void {
    this.#isOpen = false
    this.#fades.end(outcome)
    this.#pump.end(outcome)
    this.#hearing.end()
    this.#answeredAtMs.clear()
  }

  begin(): void {
    this.#isOpen = true
    this.#pump.refreshed()
  }

  #ask(lamp: BrokerLamp, question = lamp.ask): Promise<boolean> {
    const known = this.#asking.get(lamp.id)
    if (known !== undefined) return known
    const asked = this.#askNow(lamp, question).finally(() => this.#asking.delete(lamp.id))
    this.#asking.set(lamp.id, asked)
    return asked
  }

  /** The first message after the question counts as its answer; in between zigbee2mqtt may pass on something else it knew. */
  async #askNow(lamp: BrokerLamp, question: Order | null): Promise<boolean> {
    if (question === null || !this.#isOpen) return false
    const answer = this.#hearing.next(lamp.id, ANSWER_WITHIN_MS)
    void this.#publish(question)
    const isAnswered = await answer
    if (isAnswered) this.#answeredAtMs.set(lamp.id, this.#parts.clock.now())
    else if (this.#isOpen) this.#unanswered(lamp)
    return isAnswered
  }

  #unanswered(lamp: BrokerLamp): void {
    this.#answeredAtMs.delete(lamp.id)
    this.#parts.states.didNotAnswer(lamp)
    this.#parts.presenceChanged(lamp)
  }

  async #send({ lampIds: [lampId = ''], write }: QueuedWrite): Promise<SendAnswer> {
    const lamp = this.#parts.states.lamp(ownId(lampId))
    if (lamp === undefined) return 'gone'
    this.#unsent.delete(lampId)
    if (lamp.orders(write).orders.length === 0) return 'partly'
    if (!(await this.#isSurelyOn(lamp, lampId))) return 'refused'
    const due = lamp.fades ? write : this.#fades.due(lamp.id)
    if (due === null) return 'refused'
    const { orders, leftOut } = lamp.orders({ ...due, fadeMs: write.fadeMs })
    // What it says after the last of them counts.
    let heard = Promise.resolve(false)
    for (const [place, order] of orders.entries()) {
      if (place === orders.length - 1) heard = this.#hearing.next(lamp.id, TOLD_WITHIN_MS)
      const outcome = await this.#publish(order)
      if (outcome === 'refused') return 'refused'
      if (outcome === 'lost') return { lost: 'unreachable' }
    }
    this.#echoes.set(lampId, this.#echo(lamp, heard, write.fadeMs))
    return leftOut ? 'partly' : 'written'
  }

  /**
   * In Zigbee a brightness switches an off lamp on, and so it does elsewhere. So nothing leaves for a lamp that has not
   * just said that it is on. What is left: a hand nobody hears of that switches it off between its answer and our change,
   * `FRESH_MS` at most, and, for lamps that cannot be asked, as long as their own news takes.
   */
  async #isSurelyOn(lamp: BrokerLamp, lampId: string): Promise<boolean> {
    const { clock, states } = this.#parts
    if (lamp.ask !== null) {
      const sinceMs = clock.now() - (this.#answeredAtMs.get(lamp.id) ?? Number.NEGATIVE_INFINITY)
      const isFresh = sinceMs >= 0 && sinceMs <= FRESH_MS
      if (!isFresh && !(await this.#ask(lamp, lamp.askOn))) this.#unsent.add(lampId)
    }
    return (
      !this.#unsent.has(lampId) && states.heard(lamp.id).isOn === true && states.isReachable(lamp) === true
    )
  }

  async #echo(lamp: BrokerLamp, heard: Promise<boolean>, fadeMs: number): Promise<boolean> {
    if (await heard) return true
    if (!this.#isOpen) return false
    if (lamp.ask !== null) return this.#ask(lamp)
    const isHeard = await this.#hearing.next(lamp.id, fadeMs + ANSWER_WITHIN_MS)
    if (!isHeard && this.#isOpen) this.#unanswered(lamp)
    return isHeard
  }

  /** A change that nobody speaks of did not arrive, as far as anybody knows. */
  async #heardOf({ id, outcome }: WriteResult): Promise<WriteResult> {
    if (outcome === 'refused' && this.#unsent.has(id)) return { id, outcome: 'unreachable' }
    const echo = this.#echoes.get(id)
    if ((outcome !== 'written' && outcome !== 'partly') || echo === undefined) return { id, outcome }
    const isHeard = await echo
    if (this.#echoes.get(id) === echo) this.#echoes.delete(id)
    if (!isHeard) return { id, outcome: 'unreachable' }
    // Switched off meanwhile: nobody can say what it took.
    const isOn = this.#parts.states.heard(ownId(id)).isOn === true
    return { id, outcome: isOn ? outcome : 'partly' }
  }

  #publish(order: Order): Promise<PublishOutcome> {
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(TAKEN_WITHIN_MS, () => resolve('lost'))
      void this.#parts.publish(order).then((outcome) => {
        cancel()
        resolve(outcome)
      })
    })
  }
}

export const lampIdOf = (own: string) => `${DRIVER}:${own}`
