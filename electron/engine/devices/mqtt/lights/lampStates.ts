/** How the lamps stand as far as they have told, and whether they are there. */
import { MOST_PAYLOAD_BYTES } from '../../../../core/readings/parsePayload.ts'
import { utf8Text } from '../../../../core/readings/utf8Text.ts'
import { type Availability, type BrokerLamp, type Heard, nothingHeard } from './brokerLamp.ts'

type Read = { lamp: BrokerLamp; take: (text: string) => boolean }

export class LampStates {
  #lamps: readonly BrokerLamp[] = []
  /** Topic → whom it concerns. */
  #readers = new Map<string, Read[]>()
  readonly #heard = new Map<string, Heard>()
  /** Lamps that spoke by themselves or answered since the broker let us in. */
  readonly #live = new Set<string>()
  /** Lamps that did not answer what was asked of them last. */
  readonly #silent = new Set<string>()
  /** What each topic of availability said last, and as the how manieth news of all. */
  #available = new Map<string, { isAvailable: boolean; place: number }>()
  #availableCount = 0
  /** Topics whose last message could not be read. */
  readonly #unread = new Set<string>()

  get unreadCount(): number {
    return this.#unread.size
  }

  get topics(): string[] {
    return [...this.#readers.keys()]
  }

  use(lamps: readonly BrokerLamp[]): void {
    this.#lamps = lamps
    this.#readers = new Map()
    for (const lamp of lamps) {
      for (const { topic, read } of lamp.states)
        this.#listen(topic, lamp, (text) => this.#take(lamp, read(text)))
      for (const { topic, read } of lamp.availability.topics)
        this.#listen(topic, lamp, (text) => this.#takeAvailable(topic, read(text)))
    }
    const ids = new Set(lamps.map(({ id }) => id))
    for (const known of [this.#heard, this.#live, this.#silent])
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id)
    for (const topic of this.#unread) if (!this.#readers.has(topic)) this.#unread.delete(topic)
    for (const topic of this.#available.keys()) if (!this.#readers.has(topic)) this.#available.delete(topic)
  }

  /** Who is there and who is on has to be heard anew: much may have happened. The rest is remembered. */
  forgetPresence(): void {
    for (const [id, heard] of this.#heard) this.#heard.set(id, { ...heard, isOn: null })
    this.#live.clear()
    this.#silent.clear()
    this.#available = new Map()
  }

  /** The lamps that listen to a topic, one way or another. */
  concerned(topic: string): readonly BrokerLamp[] {
    return (this.#readers.get(topic) ?? []).map(({ lamp }) => lamp)
  }

  /** The lamps that spoke in a message; what the broker kept is no sign of life. Never throws. */
  take(topic: string, payload: Uint8Array, isRetained: boolean): readonly string[] {
    const readers = this.#readers.get(topic) ?? []
    if (readers.length === 0 || payload.length === 0) return []
    const text = payload.length > MOST_PAYLOAD_BYTES ? null : utf8Text(payload)
    const isRead = text !== null && readers.map(({ take }) => take(text)).every(Boolean)
    if (isRead) this.#unread.delete(topic)
    else this.#unread.add(topic)
    if (isRetained || !isRead) return []
    const spoke = readers.filter(({ lamp }) => lamp.states.some((one) => one.topic === topic))
    const ids = [...new Set(spoke.map(({ lamp }) => lamp.id))]
    for (const id of ids) {
      this.#live.add(id)
      this.#silent.delete(id)
    }
    return ids
  }

  heard(lampId: string): Heard {
    return this.#heard.get(lampId) ?? nothingHeard
  }

  /** Asked, or written to, and no answer came. For a lamp that cannot be asked its own word of being there still counts. */
  didNotAnswer({ id, ask }: BrokerLamp): void {
    if (ask === null) this.#live.delete(id)
    else this.#silent.add(id)
  }

  isSilent(lampId: string): boolean {
    return this.#silent.has(lampId)
  }

  /** There is somebody who could ask it: with zigbee2mqtt itself away nobody knows about its lamps. */
  canBeAsked(lamp: BrokerLamp): boolean {
    return lamp.ask !== null && !this.#isBridgeGone(lamp.availability) && this.isReachable(lamp) !== false
  }

  isReachable({ id, availability }: BrokerLamp): boolean | null {
    const said = this.#saidAvailable(availability)
    if (said === false) return this.#isBridgeGone(availability) ? null : false
    if (this.#silent.has(id)) return null
    return said === true || this.#live.has(id) ? true : null
  }

  lamp(lampId: string): BrokerLamp | undefined {
    return this.#lamps.find(({ id }) => id === lampId)
  }

  #listen(topic: string, lamp: BrokerLamp, take: Read['take']): void {
    const readers = this.#readers.get(topic) ?? []
    readers.push({ lamp, take })
    this.#readers.set(topic, readers)
  }

  #take({ id }: BrokerLamp, news: Partial<Heard> | null): boolean {
    if (news === null) return false
    this.#heard.set(id, { ...this.heard(id), ...news })
    return true
  }

  #takeAvailable(topic: string, isAvailable: boolean | null): boolean {
    if (isAvailable === null) this.#available.delete(topic)
    else this.#available.set(topic, { isAvailable, place: this.#availableCount++ })
    return isAvailable !== null
  }

  #saidAvailable({ topics, mode }: Availability): boolean | null {
    const heard = topics.flatMap(({ topic }) => this.#available.get(topic) ?? [])
    if (mode === 'latest') return heard.sort((one, other) => other.place - one.place)[0]?.isAvailable ?? null
    if (heard.some(({ isAvailable }) => isAvailable === (mode === 'any'))) return mode === 'any'
    return heard.length < topics.length || topics.length === 0 ? null : mode === 'all'
  }

  #isBridgeGone({ topics }: Availability): boolean {
    return topics.some(
      ({ topic }) => topic.endsWith('/bridge/state') && this.#available.get(topic)?.isAvailable === false,
    )
  }
}
