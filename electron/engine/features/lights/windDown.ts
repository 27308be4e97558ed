/** Lets the light go down before bed, once an evening: who took it back, by hand or by a word, is not asked again. */
import type { LightsEntryView } from '../../../contract/lights.ts'
import type { LightChoices } from '../../../core/lights/lightChoices.ts'
import { windDownTime } from '../../../core/lights/windDownTime.ts'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EntriesStore } from './entriesStore.ts'

/** Clocks change and people travel: the wall clock is read again at least so often. */
const LOOK_EVERY_MS = 10 * 60_000
/** Ended by these, nobody took it back. */
const PASSING: readonly (string | null)[] = ['suspended', 'quit', 'paused']

export interface WindDownParts {
  clock: Clock
  log: Log
  entries: EntriesStore
  now: () => LocalMoment
  choices: () => LightChoices
  isWanted: () => boolean
  ask: (untilMs: number) => void
  end: () => void
}

function mayBegin(evening: readonly LightsEntryView[]): boolean {
  if (evening.some(({ what, why }) => what === 'left' && why === 'hand')) return false
  const last = evening.at(-1)
  return last === undefined || (last.what === 'ended' && PASSING.includes(last.why))
}

export class WindDown {
  readonly #parts: WindDownParts
  #cancel = () => {}
  #isStopped = false

  constructor(parts: WindDownParts) {
    this.#parts = parts
  }

  stop(): void {
    this.#isStopped = true
    this.#cancel()
  }

  look(): void {
    this.#cancel()
    if (this.#isStopped) return
    const { clock, log } = this.#parts
    let inMs = LOOK_EVERY_MS
    try {
      inMs = this.#look()
    } catch (error) {
      log.error('windDownFailed', error)
    }
    this.#cancel = clock.after(inMs, () => this.look())
  }

  /** @returns when to look again, ms. */
  #look(): number {
    const { choices, now, entries, isWanted, ask, end } = this.#parts
    const { isAllowed, windDown } = choices()
    if (!isAllowed || !windDown.isOn) {
      if (isWanted()) end()
      return LOOK_EVERY_MS
    }
    const at = now()
    const { bedAtMs, fromMs } = windDownTime(windDown, at)
    if (at.atMs < fromMs) {
      if (isWanted()) end()
      return Math.min(LOOK_EVERY_MS, fromMs - at.atMs)
    }
    if (isWanted() || mayBegin(entries.ofBedtime(fromMs))) ask(bedAtMs)
    return Math.min(LOOK_EVERY_MS, bedAtMs - at.atMs)
  }
}
