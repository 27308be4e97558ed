/** How a connection stands, and who wants to know. */
import type { LightsNews, LightsPhase } from '../../ports/lights.ts'

export class Standing {
  readonly #watchers = new Set<(news: LightsNews) => void>()
  #phase: LightsPhase = { phase: 'connecting' }

  get phase(): LightsPhase {
    return this.#phase
  }

  get isConnected(): boolean {
    return this.#phase.phase === 'connected'
  }

  /** Each change once. */
  set(phase: LightsPhase): void {
    if (JSON.stringify(phase) === JSON.stringify(this.#phase)) return
    this.#phase = phase
    this.tell({ kind: 'phase' })
  }

  watch(watcher: (news: LightsNews) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  tell(news: LightsNews): void {
    for (const watcher of this.#watchers) watcher(news)
  }

  /** Nothing is told any more. */
  end(): void {
    this.#watchers.clear()
  }
}
