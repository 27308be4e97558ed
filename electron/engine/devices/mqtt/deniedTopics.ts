/** Topics that a broker closes to us: what to show of it, and what not to try again at once. */
import type { PublishOutcome } from './protocol.ts'

/** Many brokers hang up over a refusal (mosquitto before 2.0.12, and most on 3.1.1): trying at once would never end. */
const AVOID_MS = 4 * 60_000

const firstLevel = (topic: string) => topic.split('/', 1)[0] ?? ''

export class DeniedTopics {
  /** It would not take them. */
  readonly #unsaid = new Set<string>()
  /** It would not send them. */
  #unheard: readonly string[] = []
  /** The line was cut over it: once is chance. */
  #suspect: string | null = null
  #lastRefusalMs = Number.NEGATIVE_INFINITY
  #avoided: ReadonlySet<string> = new Set()

  get any(): boolean {
    return this.#unsaid.size > 0 || this.#unheard.length > 0
  }

  said(topic: string, outcome: PublishOutcome, nowMs: number): void {
    if (outcome === 'taken') {
      this.#unsaid.delete(topic)
      if (this.#suspect === topic) this.#suspect = null
      return
    }
    if (outcome === 'lost' && this.#suspect !== topic) {
      this.#suspect = topic
      return
    }
    this.#unsaid.add(topic)
    this.#lastRefusalMs = nowMs
  }

  /** A new connection may hear more than the last. */
  heardAnew(): void {
    this.#unheard = []
  }

  notHeard(topics: readonly string[]): void {
    this.#unheard = [...this.#unheard, ...topics]
  }

  /** The line was cut: what is refused is mostly refused with everything beside it. */
  cut(): void {
    this.#avoided = new Set([...this.#unsaid].map(firstLevel))
  }

  isAvoided(topic: string, nowMs: number): boolean {
    const sinceMs = nowMs - this.#lastRefusalMs
    return sinceMs >= 0 && sinceMs < AVOID_MS && this.#avoided.has(firstLevel(topic))
  }
}
