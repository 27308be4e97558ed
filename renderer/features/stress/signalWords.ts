/** A signal in words: what it is, how much it is with its unit, and how it differs from this person's usual. */
import type { PresenceSnapshot } from '../../../electron/contract/presence.ts'
import type { StrainReasonView, StressSnapshot } from '../../../electron/contract/stress.ts'
import { DAY_START_MINUTE, isWeekend } from '../../../electron/core/presence/localMoment.ts'
import type { SensorId } from '../../../electron/core/presence/sensor.ts'
import type { FeatureId } from '../../../electron/core/stress/families.ts'
import type { DayWords } from './dayWords.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const MINUTES_PER_DAY = 1440

/** How a value is written: its number, and the unit that follows a value or a range of two. */
interface Writing {
  number: (value: number, words: DayWords) => string
  unit: 'perMinute' | 'seconds' | 'bpm' | 'ms' | 'pixels' | 'celsius' | null
}

const whole: Writing['number'] = (value, { number }) => number(value)
const tenths: Writing['number'] = (value, { number }) => number(value, value < 10 ? 1 : 0)
const share: Writing = { number: (value, { percent }) => percent(value), unit: null }
const length = (unitMs: number): Writing => ({
  number: (value, { duration }) => duration(value * unitMs),
  unit: null,
})

const written: Record<FeatureId, Writing> = {
  checkin: { number: (value, { t }) => t(`checkins.moods.${faceOf(value)}`), unit: null },
  hrBpm: { number: whole, unit: 'bpm' },
  lnRmssd: { number: (value, { number }) => number(Math.exp(value)), unit: 'ms' },
  switchesPerMinute: { number: tenths, unit: 'perMinute' },
  dwellSeconds: { number: whole, unit: 'seconds' },
  commsShare: share,
  deleteShare: share,
  shortPauseShare: share,
  pathPerClickPx: { number: whole, unit: 'pixels' },
  lateMinutes: length(MINUTE_MS),
  daySpanHours: length(HOUR_MS),
  loopLagMs: { number: whole, unit: 'ms' },
  temperatureC: { number: whole, unit: 'celsius' },
}

/** Features that are shares: a usual range of theirs ends at 0 and 1. */
const shares: FeatureId[] = ['commsShare', 'deleteShare', 'shortPauseShare']
/** The one a range may fall below nothing by. */
const unbounded: FeatureId[] = ['lnRmssd', 'temperatureC']

/** One of five faces, also for a middle that lies between two. */
export function faceOf(value: number): 1 | 2 | 3 | 4 | 5 {
  return Math.max(1, Math.min(5, Math.round(value))) as 1 | 2 | 3 | 4 | 5
}

export function valueWords(feature: FeatureId, value: number, words: DayWords): string {
  const { number, unit } = written[feature]
  const said = number(value, words)
  return unit === null ? said : words.t(`today.unit.${unit}`, { value: said })
}

/** "4–6", to stand after the value with its unit; one number where both ends read the same. */
export function usualWords(reason: StrainReasonView, words: DayWords): string {
  const { feature } = reason
  const least = unbounded.includes(feature) ? reason.usualLow : Math.max(0, reason.usualLow)
  const most = shares.includes(feature) ? Math.min(1, reason.usualHigh) : reason.usualHigh
  const [low, high] = [written[feature].number(least, words), written[feature].number(most, words)]
  return low === high ? low : words.t('today.range', { low, high })
}

/** A signal, and which part of the week its usual speaks for. */
export type Reason = Pick<StrainReasonView, 'feature' | 'level'>
export interface MomentOfWeek {
  atMs: number
  workDay: number
}

/** The four hours each of which a usual is known for, counted from where a day starts. */
const blocks = ['earlyMorning', 'morning', 'afternoon', 'lateAfternoon', 'evening', 'night'] as const
const BLOCK_MINUTES = 240

/** "your usual weekday afternoon", "your usual afternoon" or "your usual": as particular as what is known, and no more. */
export function usualPartWords(
  level: Reason['level'],
  { atMs, workDay }: MomentOfWeek,
  { t, minuteOfDay }: DayWords,
) {
  if (level === null || level === 'week') return t('today.usualPart.week')
  const sinceStart = (minuteOfDay(atMs) - DAY_START_MINUTE + MINUTES_PER_DAY) % MINUTES_PER_DAY
  const block = blocks[Math.floor(sinceStart / BLOCK_MINUTES)] ?? 'night'
  if (level === 'hours') return t(`today.usualPart.anyDay.${block}`)
  return t(`today.usualPart.${isWeekend(workDay) ? 'weekend' : 'weekday'}.${block}`)
}

/** "More app-hopping than your usual weekday afternoon." Heart and answers have a usual of their own kind. */
export function reasonWords(reason: Reason, at: MomentOfWeek, words: DayWords): string {
  const usual = usualPartWords(reason.level, at, words)
  return words.t(`today.reason.${reason.feature}`, { usual })
}

const sensorOf: Record<FeatureId, SensorId | null> = {
  checkin: null,
  hrBpm: null,
  lnRmssd: null,
  switchesPerMinute: 'apps',
  dwellSeconds: 'apps',
  commsShare: 'apps',
  deleteShare: 'input',
  shortPauseShare: 'input',
  pathPerClickPx: 'input',
  lateMinutes: 'presence',
  daySpanHours: 'presence',
  loopLagMs: 'machine',
  temperatureC: 'machine',
}

type UnknownFeature = StressSnapshot['strain']['unknown'][number]

function silenceWords(feature: FeatureId, presence: PresenceSnapshot | undefined, { t }: DayWords): string {
  const id = sensorOf[feature]
  if (id === null) return t(feature === 'checkin' ? 'today.unknown.noCheckin' : 'today.unknown.noBeats')
  const sensor = presence?.sensors.find((one) => one.sensor === id)
  if (sensor && !sensor.allowed) return t('today.unknown.notAllowed')
  // Without quiet hours there is no late work to count; with them it is 0 at least.
  if (feature === 'lateMinutes' && sensor?.condition.state === 'running')
    return t('today.unknown.noQuietHours')
  if (sensor?.condition.state === 'unavailable') return t(`today.problem.${sensor.condition.problem}`)
  return t('today.unknown.no_value')
}

/** Why a signal does not speak: switched off, silent, or too new. */
export function unknownWords(
  { feature, reason }: UnknownFeature,
  presence: PresenceSnapshot | undefined,
  words: DayWords,
): string {
  return reason === 'no_value' ? silenceWords(feature, presence, words) : words.t(`today.unknown.${reason}`)
}

export interface UnknownGroup {
  why: string
  features: FeatureId[]
}

/** What is unknown, with what shares a reason told once. */
export function unknownGroups(
  unknown: readonly UnknownFeature[],
  presence: PresenceSnapshot | undefined,
  words: DayWords,
): UnknownGroup[] {
  const groups = new Map<string, FeatureId[]>()
  for (const one of unknown) {
    const why = unknownWords(one, presence, words)
    groups.set(why, [...(groups.get(why) ?? []), one.feature])
  }
  return [...groups].map(([why, features]) => ({ why, features }))
}
