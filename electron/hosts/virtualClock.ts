/** A clock that goes only when told to, so that weeks can be replayed in seconds. */
import type { Clock } from '../engine/ports/clock.ts'

interface Timer {
  atMs: number
  callback(): void
}

export class VirtualClock implements Clock {
  #nowMs: number
  readonly #timers = new Set<Timer>()

  constructor(startMs: number) {
    this.#nowMs = startMs
  }

  now(): number {
    return this.#nowMs
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { atMs: this.#nowMs + delayMs, callback }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Epoch ms of the next timer; null when none waits. */
  nextMs(): number | null {
    let least: number | null = null
    for (const { atMs } of this.#timers) if (least === null || atMs < least) least = atMs
    return least
  }

  /** Moves to a time and calls what is due there; call it for `nextMs()` first, or those before it come late. */
  moveTo(atMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, atMs)
    const due = [...this.#timers].filter((timer) => timer.atMs <= this.#nowMs)
    due.sort((a, b) => a.atMs - b.atMs)
    for (const timer of due) if (this.#timers.delete(timer)) timer.callback()
  }

  /** Sets the wall clock, as a person or a time service does: waiting timers keep their distance. */
  setTo(atMs: number): void {
    const byMs = atMs - this.#nowMs
    this.#nowMs = atMs
    for (const timer of this.#timers) timer.atMs += byMs
  }
}
