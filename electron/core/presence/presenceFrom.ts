/** All probes together: the best known value of each fact, and the one word for the whole. */
import { EVENT_VALID_FOR_MS, type Fact, type FactValues, type Known, POLL_VALID_FOR_MS } from './fact.ts'
import type { SettledReading, SettledReadings } from './settle.ts'

/** Whether someone is at work here: asleep is the machine, not the person. */
export type Activity = 'active' | 'idle' | 'locked' | 'asleep'

export type Presence = { [F in Fact]: Known<FactValues[F]> } & { activity: Known<Activity> }

const UNKNOWN = { value: null, source: null, sinceMs: null, quality: 0 } as const
/** Any source may say yes: a camera in use is a call, whatever the microphone says. */
const YES_WINS: ReadonlySet<Fact> = new Set(['inCall', 'sharing', 'fullScreen', 'doNotDisturb'])

/** Whether an answer still speaks for its fact. */
export function isFresh(settled: SettledReading, nowMs: number): boolean {
  const { held } = settled
  const validForMs = held.how === 'event' ? EVENT_VALID_FOR_MS : POLL_VALID_FOR_MS[held.fact]
  const ageMs = nowMs - held.atMs
  return ageMs <= validForMs && ageMs >= -validForMs
}

/** Better quality first; between equals always the same one, for probes that disagree must not take turns. */
function byTrust(a: SettledReading, b: SettledReading): number {
  return b.held.quality - a.held.quality || (a.held.source < b.held.source ? -1 : 1)
}

/**
 * For yes-or-no facts of several sources: a yes wins; a no counts only when no source says it cannot know, for
 * otherwise silence would become a guess.
 */
function chosen(fact: Fact, fresh: SettledReading[]): SettledReading | undefined {
  const trusted = fresh.toSorted(byTrust)
  if (!YES_WINS.has(fact)) return trusted.find((settled) => settled.held.value !== null)
  const yes = trusted.find((settled) => settled.held.value === true)
  if (yes) return yes
  return trusted.some((settled) => settled.held.value === null) ? undefined : trusted[0]
}

function known<F extends Fact>(
  fact: F,
  settled: readonly SettledReading[],
  nowMs: number,
): Known<FactValues[F]> {
  const fresh = settled.filter((one) => one.held.fact === fact && isFresh(one, nowMs))
  const best = fresh.length > 0 ? chosen(fact, fresh) : undefined
  if (!best || best.held.value === null) return UNKNOWN
  // The key of a settled reading holds its fact, so the value belongs to this fact.
  const value = best.held.value as FactValues[F]
  return { value, source: best.held.source, sinceMs: best.sinceMs, quality: best.held.quality }
}

/** Asleep before locked before input: call apps and mouse jigglers keep input busy on a locked screen. */
function activityOf(
  asleep: Known<boolean>,
  locked: Known<boolean>,
  input: Known<'active' | 'idle'>,
): Known<Activity> {
  if (asleep.value === true) return { ...asleep, value: 'asleep' }
  if (locked.value === true) return { ...locked, value: 'locked' }
  return input
}

/** Presence as of `nowMs`; a fact no fresh reading speaks for is unknown. */
export function presenceFrom(settled: SettledReadings, nowMs: number): Presence {
  const all = Object.values(settled)
  const asleep = known('asleep', all, nowMs)
  const locked = known('locked', all, nowMs)
  const input = known('input', all, nowMs)
  return {
    input,
    locked,
    asleep,
    inCall: known('inCall', all, nowMs),
    sharing: known('sharing', all, nowMs),
    fullScreen: known('fullScreen', all, nowMs),
    doNotDisturb: known('doNotDisturb', all, nowMs),
    activity: activityOf(asleep, locked, input),
  }
}
