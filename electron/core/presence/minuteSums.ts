/** A minute summed up: seconds by what was known, counts by sensor, and null wherever nobody could tell. */
import type { DayLedger } from './dayLedger.ts'
import { APP_CATEGORIES, type AppCategory, type MinuteRecord } from './minuteRecord.ts'
import type { InputCounts, MachineSample } from './sensor.ts'
import type { Situation } from './situation.ts'
import { clipped, type Stretch } from './stretch.ts'

export const MINUTE_MS = 60_000
const MS_PER_HOUR = 3_600_000

/** Where a minute stands in the day, in the zone the person was in then. */
export interface MinutePlace {
  atMs: number
  workDay: number
  minuteOfDay: number
}

/** What sensors counted in it; null while a sensor said nothing. */
export interface MinuteCounts {
  switches: number | null
  input: Omit<InputCounts, 'fromMs' | 'toMs'> | null
  machine: readonly MachineSample[]
}

/** The machine is asked every 10 s; more than one answer a second is a sensor gone wild. */
const MOST_SAMPLES = 60

export const noCounts: MinuteCounts = { switches: null, input: null, machine: [] }

export function withInput(counts: MinuteCounts, more: InputCounts): MinuteCounts {
  const sum = (key: Exclude<keyof InputCounts, 'fromMs' | 'toMs'>) => (counts.input?.[key] ?? 0) + more[key]
  return {
    ...counts,
    input: {
      keys: sum('keys'),
      deletes: sum('deletes'),
      clicks: sum('clicks'),
      scrolls: sum('scrolls'),
      pathPx: sum('pathPx'),
      pauses: sum('pauses'),
      shortPauses: sum('shortPauses'),
    },
  }
}

export function withSwitches(counts: MinuteCounts, more: number): MinuteCounts {
  return { ...counts, switches: (counts.switches ?? 0) + more }
}

export function withMachine(counts: MinuteCounts, sample: MachineSample): MinuteCounts {
  return { ...counts, machine: [...counts.machine.slice(1 - MOST_SAMPLES), sample] }
}

function secondsOf(stretches: readonly Stretch[], holds: (stretch: Stretch) => boolean): number {
  return stretches.reduce((sum, one) => sum + (holds(one) ? one.toMs - one.fromMs : 0), 0) / 1000
}

/** Seconds in which a fact was true; null when it was unknown all the while. */
function flagSeconds(
  stretches: readonly Stretch[],
  fact: 'inCall' | 'sharing' | 'fullScreen' | 'doNotDisturb',
): number | null {
  if (stretches.every(({ situation }) => situation[fact] === null)) return null
  return secondsOf(stretches, ({ situation }) => situation[fact] === true)
}

/** Time with a program in front counts while someone is at the machine, or while nobody can tell. */
export function isAttended({ activity }: Situation): boolean {
  return activity === 'active' || activity === null
}

function categorySeconds(stretches: readonly Stretch[]): Record<AppCategory, number | null> {
  const isKnown = stretches.some(({ situation }) => situation.category !== null)
  const seconds = (category: AppCategory) =>
    secondsOf(stretches, ({ situation }) => situation.category === category && isAttended(situation))
  return Object.fromEntries(
    APP_CATEGORIES.map((category) => [category, isKnown ? seconds(category) : null]),
  ) as Record<AppCategory, number | null>
}

function known<Key extends keyof MachineSample>(samples: readonly MachineSample[], key: Key) {
  return samples.map((sample) => sample[key]).filter((value) => value !== null)
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function machineOf(samples: readonly MachineSample[]) {
  const lags = known(samples, 'loopLagMs')
  return {
    cpuShare: mean(known(samples, 'cpuShare')),
    memoryShare: mean(known(samples, 'memoryShare')),
    temperatureC: mean(known(samples, 'temperatureC')),
    // The worst of it is what a person notices.
    loopLagMs: lags.length === 0 ? null : Math.max(...lags),
    onBattery: known(samples, 'onBattery').at(-1) ?? null,
  }
}

/** How far the day had come when the minute ended. */
function hoursOf(place: MinutePlace, stretches: readonly Stretch[], ledger: DayLedger) {
  const { rhythm } = ledger
  const isItsDay = rhythm.workDay === place.workDay
  const hasQuietHours = stretches.some(({ late }) => late !== null)
  const isSeen = isItsDay && (rhythm.dayFromMs !== null || rhythm.restMs > 0)
  const daySpanMs = isItsDay && rhythm.dayFromMs !== null ? place.atMs + MINUTE_MS - rhythm.dayFromMs : null
  return {
    lateMinutes: hasQuietHours && isSeen ? ledger.lateMs / MINUTE_MS : null,
    daySpanHours: daySpanMs === null ? null : daySpanMs / MS_PER_HOUR,
  }
}

/** Whether nobody could tell anything in this minute; how far the day had come is known from earlier ones. */
function saysNothing(record: MinuteRecord): boolean {
  const { atMs, workDay, minuteOfDay, workSeconds, restSeconds, unknownSeconds, ...rest } = record
  const { lateMinutes, daySpanHours, ...said } = rest
  return workSeconds + restSeconds === 0 && Object.values(said).every((value) => value === null)
}

/**
 * The row of a minute from the stretches that touch it, what sensors counted, and the ledger as it stood at its end;
 * null when there is nothing to say.
 */
export function minuteRecord(
  place: MinutePlace,
  touching: readonly Stretch[],
  counts: MinuteCounts,
  ledger: DayLedger,
): MinuteRecord | null {
  const stretches = touching.flatMap((one) => clipped(one, place.atMs, place.atMs + MINUTE_MS) ?? [])
  const byStanding = (standing: Stretch['standing']) =>
    secondsOf(stretches, (one) => one.standing === standing)
  const isActivityKnown = stretches.some(({ situation }) => situation.activity !== null)
  const categories = categorySeconds(stretches)
  const input = counts.input
  const record: MinuteRecord = {
    ...place,
    workSeconds: byStanding('working'),
    restSeconds: byStanding('resting'),
    unknownSeconds: byStanding('unknown'),
    activeSeconds: isActivityKnown
      ? secondsOf(stretches, (one) => one.situation.activity === 'active')
      : null,
    callSeconds: flagSeconds(stretches, 'inCall'),
    sharingSeconds: flagSeconds(stretches, 'sharing'),
    fullScreenSeconds: flagSeconds(stretches, 'fullScreen'),
    quietSeconds: flagSeconds(stretches, 'doNotDisturb'),
    switches: counts.switches,
    commsSeconds: categories.comms,
    devSeconds: categories.dev,
    docsSeconds: categories.docs,
    mediaSeconds: categories.media,
    otherSeconds: categories.other,
    keys: input?.keys ?? null,
    deletes: input?.deletes ?? null,
    clicks: input?.clicks ?? null,
    scrolls: input?.scrolls ?? null,
    pathPx: input?.pathPx ?? null,
    pauses: input?.pauses ?? null,
    shortPauses: input?.shortPauses ?? null,
    ...machineOf(counts.machine),
    ...hoursOf(place, stretches, ledger),
  }
  return saysNothing(record) ? null : record
}
