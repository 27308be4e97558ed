/** Asks the sensors to look closer at idle time only while somebody waits for it and there is somebody to look at. */
import type { Activity } from '../../../core/presence/presenceFrom.ts'

export class CloserLook {
  readonly #ask: (isWanted: boolean) => void
  #isWanted = false
  #isAway = false
  #isAsked = false
  #isRunning = false

  /** @param ask called at each change only. */
  constructor(ask: (isWanted: boolean) => void) {
    this.#ask = ask
  }

  /** Nothing is asked before; a wish from before counts from now on. */
  start(): void {
    this.#isRunning = true
    this.#tell()
  }

  want(isWanted: boolean): void {
    this.#isWanted = isWanted
    this.#tell()
  }

  /** Nobody types on a locked or sleeping machine; unknown is somebody. */
  follow(activity: Activity | null): void {
    this.#isAway = activity === 'locked' || activity === 'asleep'
    this.#tell()
  }

  /** Takes back what was asked, and asks nothing more. */
  stop(): void {
    this.#isRunning = false
    this.#isWanted = false
    this.#tell()
  }

  #tell(): void {
    const isAsked = this.#isRunning && this.#isWanted && !this.#isAway
    if (isAsked === this.#isAsked) return
    // Before asking: sensors may answer at once, and lead back here.
    this.#isAsked = isAsked
    this.#ask(isAsked)
  }
}
