/** Says one thing after the other: when a broker hangs up, it is known over what. */
import type { Announcement } from '../../ports/announcer.ts'
import type { PublishOutcome } from './protocol.ts'

export class Speech {
  readonly #publish: (announcement: Announcement) => Promise<PublishOutcome>
  readonly #said: (topic: string, outcome: PublishOutcome) => void
  /** The newest for each topic, so that it cannot grow. */
  readonly #waiting = new Map<string, Announcement>()
  #isSpeaking = false
  /** What an earlier connection still answers is of no interest. */
  #turn = 0

  /** @param said told of each, but not of what was never begun. */
  constructor(
    publish: (announcement: Announcement) => Promise<PublishOutcome>,
    said: (topic: string, outcome: PublishOutcome) => void,
  ) {
    this.#publish = publish
    this.#said = said
  }

  say(announcement: Announcement): void {
    this.#waiting.set(announcement.topic, announcement)
    if (!this.#isSpeaking) void this.#speak()
  }

  /** Nobody hears any more. */
  fallSilent(): void {
    this.#waiting.clear()
    this.#isSpeaking = false
    this.#turn++
  }

  async #speak(): Promise<void> {
    const turn = this.#turn
    this.#isSpeaking = true
    for (const announcement of this.#waiting.values()) {
      this.#waiting.delete(announcement.topic)
      const outcome = await this.#publish(announcement)
      if (turn !== this.#turn) return
      if (outcome === 'lost') this.fallSilent()
      this.#said(announcement.topic, outcome)
      if (outcome === 'lost') return
    }
    this.#isSpeaking = false
  }
}
