/** One connection to a bus for all who ask there, opened when first needed and again after the bus was away. */
import { busReconnectMs } from '../../../../core/presence/busReconnect.ts'
import type { Clock } from '../../../ports/clock.ts'
import { NotConnectedError } from '../question.ts'
import type { Bus, BusCall, BusSignal, OpenBus } from './bus.ts'

/** A connection that lasted this long was a good one. */
const GOOD_AFTER_MS = 10_000

export interface SignalRule {
  /** Well-known name of the service; the bus itself checks that the signal is from there. */
  sender: string
  path: string
  interface: string
  member: string
}

export interface BusUser {
  /** The bus is there, for the first time or again: services may be others than before. */
  onConnected(): void
}

export interface BusLinkParts {
  clock: Clock
  /** Null where there is no such bus. */
  address: string | null
  openBus: OpenBus
}

interface Subscription {
  rule: SignalRule
  listener: (body: readonly unknown[]) => void
}

export class BusLink {
  readonly #parts: BusLinkParts
  readonly #users = new Set<BusUser>()
  readonly #subscriptions = new Set<Subscription>()
  #bus: Bus | null = null
  #connecting: Promise<void> | null = null
  #failures = 0
  #cancelWait = () => {}

  constructor(parts: BusLinkParts) {
    this.#parts = parts
  }

  /** Keeps the connection open until the returned function is called; the last one closes it. */
  join(user: BusUser): () => void {
    this.#users.add(user)
    if (this.#bus) user.onConnected()
    else if (!this.#connecting) this.#connect()
    return () => {
      if (this.#users.delete(user) && this.#users.size === 0) this.#close()
    }
  }

  /** Values of the reply. Rejects with NotConnectedError while there is no bus. */
  async call(call: BusCall): Promise<readonly unknown[]> {
    await this.#connecting
    if (!this.#bus) throw new NotConnectedError('There is no such bus now.')
    return this.#bus.call(call)
  }

  /** Hears a signal, over reconnections too, until the returned function is called. */
  listen(rule: SignalRule, listener: (body: readonly unknown[]) => void): () => void {
    const subscription = { rule, listener }
    this.#subscriptions.add(subscription)
    if (this.#bus) tellRule(this.#bus, 'AddMatch', rule)
    return () => {
      if (this.#subscriptions.delete(subscription) && this.#bus) tellRule(this.#bus, 'RemoveMatch', rule)
    }
  }

  #connect(): void {
    const { address, openBus } = this.#parts
    if (address === null) return
    this.#connecting = openBus(address)
      .then(
        (bus) => this.#connected(bus),
        () => this.#failed(),
      )
      .finally(() => {
        this.#connecting = null
        if (this.#bus) for (const user of [...this.#users]) user.onConnected()
      })
  }

  #connected(bus: Bus): void {
    if (this.#users.size === 0) {
      bus.close()
      return
    }
    const sinceMs = this.#parts.clock.now()
    this.#bus = bus
    bus.onSignal((signal) => this.#hear(signal))
    for (const { rule } of this.#subscriptions) tellRule(bus, 'AddMatch', rule)
    void bus.ended.then(() => {
      if (this.#bus !== bus) return
      this.#bus = null
      if (this.#parts.clock.now() - sinceMs >= GOOD_AFTER_MS) this.#failures = 0
      this.#failed()
    })
  }

  #failed(): void {
    if (this.#users.size === 0) return
    this.#failures += 1
    this.#cancelWait()
    this.#cancelWait = this.#parts.clock.after(busReconnectMs(this.#failures), () => this.#connect())
  }

  #close(): void {
    this.#cancelWait()
    this.#failures = 0
    const bus = this.#bus
    this.#bus = null
    bus?.close()
  }

  #hear(signal: BusSignal): void {
    for (const { rule, listener } of [...this.#subscriptions]) {
      const isMeant =
        rule.path === signal.path && rule.interface === signal.interface && rule.member === signal.member
      if (isMeant) listener(signal.body)
    }
  }
}

/** A rule that cannot be set leaves the polling. */
function tellRule(bus: Bus, member: 'AddMatch' | 'RemoveMatch', rule: SignalRule): void {
  const { sender, path, interface: name } = rule
  const text = `type='signal',sender='${sender}',path='${path}',interface='${name}',member='${rule.member}'`
  bus
    .call({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member,
      signature: 's',
      body: [text],
    })
    .catch(() => {})
}
