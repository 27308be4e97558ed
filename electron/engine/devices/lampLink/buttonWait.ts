/** Asks a bridge for a key while its button counts: half a minute, once a second. */
import type { Clock } from '../../ports/clock.ts'
import type { LightsSettings, PairFailure, Pairing, PairOutcome } from '../../ports/lights.ts'

export const BUTTON_WITHIN_MS = 30_000
const ASK_EVERY_MS = 1000
/** A bridge that is busy for a moment may still see the button; one that is gone will not. */
const MOST_MISSED = 3

export type Asked<Key> =
  | { kind: 'key'; key: Key }
  /** Nobody has pressed it yet. */
  | { kind: 'wait' }
  /** No answer this time. */
  | { kind: 'missed'; failure: PairFailure }
  | { kind: 'refused'; failure: PairFailure }

export interface ButtonWaitParts<Key> {
  clock: Clock
  /** Null: it is the bridge we mean. Never rejects. */
  check(): Promise<PairFailure | null>
  ask(): Promise<Asked<Key>>
  settings(key: Key): LightsSettings
  /** Nothing is asked any more. */
  close(): void
}

export function waitForButton<Key>({ clock, check, ask, settings, close }: ButtonWaitParts<Key>): Pairing {
  const endsAtMs = clock.now() + BUTTON_WITHIN_MS
  const outcome = Promise.withResolvers<PairOutcome>()
  let isOver = false
  let missed = 0
  let cancelNext = () => {}
  const end = (result: PairOutcome): void => {
    isOver = true
    cancelNext()
    outcome.resolve(result)
    close()
  }
  const fail = (failure: PairFailure): void => end({ paired: false, failure })
  const askAgain = async (): Promise<void> => {
    const asked = await ask()
    if (isOver) return
    missed = asked.kind === 'missed' ? missed + 1 : 0
    if (asked.kind === 'key') end({ paired: true, settings: settings(asked.key) })
    else if (asked.kind === 'refused') fail(asked.failure)
    else if (asked.kind === 'missed' && missed >= MOST_MISSED) fail(asked.failure)
    else if (clock.now() + ASK_EVERY_MS > endsAtMs) fail('button_not_pressed')
    else cancelNext = clock.after(ASK_EVERY_MS, () => void askAgain())
  }
  const begin = async (): Promise<void> => {
    const problem = await check()
    if (isOver) return
    if (problem === null) await askAgain()
    else fail(problem)
  }
  void begin()
  return { endsAtMs, done: outcome.promise, cancel: () => fail('cancelled') }
}

/** As the bridge lists this machine; it takes 19 characters. */
export function machineWord(machineName: string): string {
  const name = machineName.normalize('NFKD').replace(/[^A-Za-z0-9 _-]/g, '')
  return name.trim().slice(0, 19) || 'computer'
}
