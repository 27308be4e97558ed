/** A still clock that does not make a test wait between two tries, and remembers how long it would have been. */
import { FakeClock } from '../../../../fakes/fakeClock.ts'

const RETRY_WAITS_MS = [1_000, 4_000, 15_000]

export class RetryClock extends FakeClock {
  readonly waitedMs: number[] = []

  override after(delayMs: number, callback: () => void): () => void {
    if (!RETRY_WAITS_MS.includes(delayMs)) return super.after(delayMs, callback)
    this.waitedMs.push(delayMs)
    queueMicrotask(callback)
    return () => {}
  }
}
