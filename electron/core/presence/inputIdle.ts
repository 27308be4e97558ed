/** How long the keys have rested, as far as anybody's last look can vouch for it: what a gap in the typing is told by. */
import { EVENT_VALID_FOR_MS, type FactReading, POLL_VALID_FOR_MS } from './fact.ts'
import { IDLE_AFTER_MS } from './idleAfter.ts'
import { CLOSER_LOOK_EVERY_MS } from './sensorPace.ts'

/** What one source said of input last. */
interface InputLook {
  source: string
  atMs: number
  quality: number
  how: FactReading['how']
  value: 'active' | 'idle'
  /** Last key or pointer use, epoch ms; null when the source does not tell it to the second. */
  lastInputMs: number | null
}

export interface InputLooks {
  readonly bySource: Readonly<Record<string, InputLook>>
  /** Some source of this machine has told the last input to the second. */
  readonly hasTold: boolean
}

export const NO_INPUT_LOOKS: InputLooks = { bySource: {}, hasTold: false }

/**
 * While somebody waits for a gap, looks follow one another this fast, and each speaks until the next has had half as long
 * again to arrive. At the usual pace of 5–10 s nobody can say what came after a look.
 */
export const LOOK_VOUCHES_FOR_MS = CLOSER_LOOK_EVERY_MS * 1.5

function lastInputOf({ value, atMs, idleMs, sinceMs }: FactReading): number | null {
  if (idleMs !== undefined) return atMs - idleMs
  return value === 'idle' && sinceMs !== undefined ? sinceMs : null
}

/**
 * The looks with one more reading of input; other facts change nothing. The newest word of a source counts by itself:
 * a gap of ten seconds is over before anybody could say it twice. Null takes back what the source said.
 */
export function withInputLook(looks: InputLooks, reading: FactReading): InputLooks {
  if (reading.fact !== 'input') return looks
  const { source, atMs, quality, how, value } = reading
  const { [source]: known, ...others } = looks.bySource
  if (value === null) return { ...looks, bySource: others }
  const lastInputMs = lastInputOf(reading)
  const look = { source, atMs, quality, how, value, lastInputMs }
  // A key is told at once, and may overtake the answer to a question that was asked before it.
  const isLate = known !== undefined && atMs < known.atMs && known.atMs - atMs < POLL_VALID_FOR_MS.input
  return {
    bySource: isLate ? looks.bySource : { ...others, [source]: look },
    hasTold: looks.hasTold || reading.idleMs !== undefined,
  }
}

/** Only what these sources said. */
export function inputLooksOf(looks: InputLooks, isKept: (source: string) => boolean): InputLooks {
  const kept = Object.entries(looks.bySource).filter(([source]) => isKept(source))
  return { ...looks, bySource: Object.fromEntries(kept) }
}

/** After the wall clock was set back, as for readings in force. */
export function shiftedInputLooks(looks: InputLooks, byMs: number): InputLooks {
  const shifted = (look: InputLook): InputLook => ({
    ...look,
    atMs: look.atMs - byMs,
    lastInputMs: look.lastInputMs === null ? null : look.lastInputMs - byMs,
  })
  const bySource = Object.entries(looks.bySource).map(([source, look]) => [source, shifted(look)] as const)
  return { ...looks, bySource: Object.fromEntries(bySource) }
}

function ageMs({ atMs }: InputLook, nowMs: number): number {
  return Math.abs(nowMs - atMs)
}

function isFresh(look: InputLook, nowMs: number): boolean {
  return ageMs(look, nowMs) <= (look.how === 'event' ? EVENT_VALID_FOR_MS : POLL_VALID_FOR_MS.input)
}

/** Better quality first, as for every fact. */
function mostTrusted(looks: readonly InputLook[]): InputLook | undefined {
  return looks.toSorted((a, b) => b.quality - a.quality || (a.source < b.source ? -1 : 1))[0]
}

/** The rest had begun when it was seen: a source that says so would say when it ends, and until then it goes on. */
function sawRest({ value, atMs, lastInputMs }: InputLook): boolean {
  return value === 'idle' || (lastInputMs !== null && atMs - lastInputMs >= IDLE_AFTER_MS)
}

/**
 * Since the last key or pointer use, ms.
 * - The most trusted source that looked just now counts; its time goes on with the clock until the next look is due.
 * - After that, a rest of half a minute goes on. A shorter gap does not: keys may be in use by now, and 0 is said rather
 *   than a gap nobody saw.
 * - 0 as well while input is known to be in use, but not to the second, on a machine that can tell it: it will again.
 * - Null when nobody can tell: no source speaks, or none here ever said more than "in use".
 */
export function inputIdleMs({ bySource, hasTold }: InputLooks, nowMs: number): number | null {
  const fresh = Object.values(bySource).filter((look) => isFresh(look, nowMs))
  const exact = fresh.filter(({ lastInputMs }) => lastInputMs !== null)
  const look =
    mostTrusted(exact.filter((one) => ageMs(one, nowMs) <= LOOK_VOUCHES_FOR_MS)) ??
    mostTrusted(exact.filter(sawRest))
  if (look?.lastInputMs != null) return Math.max(0, nowMs - look.lastInputMs)
  const isInUse = fresh.some(({ value }) => value === 'active')
  return isInUse && hasTold ? 0 : null
}
