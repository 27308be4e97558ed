/** When the sun sets and rises, by coordinates or by the clock: after it has set no light gets cooler. */
import { type DailySpan, isWithin, type LocalMoment } from '../presence/localMoment.ts'

/** Degrees, north and east positive. */
export interface Place {
  latitude: number
  longitude: number
}

/** Local times of day; the person may type a place instead. */
export interface SunByClock {
  sunsetMinute: number
  sunriseMinute: number
}

export type SunSource = ({ kind: 'place' } & Place) | ({ kind: 'clock' } & SunByClock)

export type SunDay =
  | { kind: 'times'; sunriseAtMs: number; sunsetAtMs: number }
  /** The sun stays up. */
  | { kind: 'polarDay' }
  /** The sun stays down. */
  | { kind: 'polarNight' }

export const usualSun: SunByClock = { sunsetMinute: 18 * 60, sunriseMinute: 7 * 60 }

const DAY_MS = 24 * 60 * 60_000
const MINUTE_MS = 60_000
/** Half the sun's disc and what the air bends: at −0.833° its upper edge meets the horizon (NOAA). */
const HORIZON = -0.833
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
const cos = (degrees: number) => Math.cos((degrees * Math.PI) / 180)
const arc = (radians: number) => (radians * 180) / Math.PI

interface Sun {
  /** Degrees north of the equator. */
  declination: number
  /** Minutes by which a sundial is ahead of the clock. */
  equationOfTime: number
}

/** NOAA's solar equations after Meeus, Astronomical Algorithms, ch. 25 and 28. */
function sunAt(atMs: number): Sun {
  const t = (atMs / DAY_MS + 2_440_587.5 - 2_451_545) / 36_525
  const meanLongitude = 280.46646 + t * (36_000.76983 + t * 0.0003032)
  const anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t)
  const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
  const centre =
    sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
    sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
    sin(3 * anomaly) * 0.000289
  const node = 125.04 - 1934.136 * t
  const longitude = meanLongitude + centre - 0.00569 - 0.00478 * sin(node)
  const tilt =
    23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60 + 0.00256 * cos(node)
  const y = Math.tan((tilt * Math.PI) / 360) ** 2
  const equation =
    y * sin(2 * meanLongitude) -
    2 * eccentricity * sin(anomaly) +
    4 * eccentricity * y * sin(anomaly) * cos(2 * meanLongitude) -
    0.5 * y * y * sin(4 * meanLongitude) -
    1.25 * eccentricity ** 2 * sin(2 * anomaly)
  return { declination: arc(Math.asin(sin(tilt) * sin(longitude))), equationOfTime: 4 * arc(equation) }
}

/** When the sun stands highest, nearest to the noon of the local clock: where the date line runs, dates differ by one. */
function solarNoonMs(place: Place, localNoonMs: number): number {
  const noonOf = (dayMs: number) =>
    dayMs + (720 - 4 * place.longitude - sunAt(dayMs + DAY_MS / 2).equationOfTime) * MINUTE_MS
  const first = noonOf(Math.floor(localNoonMs / DAY_MS) * DAY_MS)
  return first + Math.round((localNoonMs - first) / DAY_MS) * DAY_MS
}

/** Cosine of the angle from noon to the horizon: above 1 the sun stays down, below −1 it stays up. */
function cosineToHorizon(latitude: number, declination: number): number {
  const below = cos(latitude) * cos(declination)
  return (sin(HORIZON) - sin(latitude) * sin(declination)) / below
}

function crossing(place: Place, noonMs: number, side: -1 | 1): number {
  let atMs = noonMs
  for (let round = 0; round < 4; round++) {
    const { declination, equationOfTime } = sunAt(atMs)
    const cosine = Math.min(1, Math.max(-1, cosineToHorizon(place.latitude, declination)))
    const shift = (sunAt(noonMs).equationOfTime - equationOfTime) * MINUTE_MS
    atMs = noonMs + shift + side * 4 * arc(Math.acos(cosine)) * MINUTE_MS
  }
  return atMs
}

/** Of the local day of this moment; within two minutes up to the polar circles. */
export function sunDay(place: Place, moment: LocalMoment): SunDay {
  const noonMs = solarNoonMs(place, moment.atMs - (moment.minuteOfDay - 720) * MINUTE_MS)
  const cosine = cosineToHorizon(place.latitude, sunAt(noonMs).declination)
  if (cosine < -1) return { kind: 'polarDay' }
  if (cosine > 1) return { kind: 'polarNight' }
  return { kind: 'times', sunriseAtMs: crossing(place, noonMs, -1), sunsetAtMs: crossing(place, noonMs, 1) }
}

/** Degrees above the horizon, the air left out. */
export function sunHeight({ latitude, longitude }: Place, atMs: number): number {
  const { declination, equationOfTime } = sunAt(atMs)
  const minutes = (((atMs % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS + equationOfTime + 4 * longitude
  const hourAngle = minutes / 4 - 180
  const height = sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(hourAngle)
  return arc(Math.asin(Math.min(1, Math.max(-1, height))))
}

function isEveningByClock(
  { sunsetMinute, sunriseMinute }: SunByClock,
  { minuteOfDay }: LocalMoment,
): boolean {
  const dark: DailySpan = { startMinute: sunsetMinute, endMinute: sunriseMinute }
  return isWithin(dark, minuteOfDay)
}

export function isPlace({ latitude, longitude }: Place): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
}

/**
 * From sunset to sunrise. Where the sun stays up the clock says when it is evening, for people sleep there too; where it
 * stays down it is after sunset all day.
 */
export function isAfterSunset(source: SunSource, moment: LocalMoment): boolean {
  if (source.kind === 'clock') return isEveningByClock(source, moment)
  if (!isPlace(source)) return isEveningByClock(usualSun, moment)
  const day = sunDay(source, moment)
  if (day.kind === 'polarDay') return isEveningByClock(usualSun, moment)
  return sunHeight(source, moment.atMs) < HORIZON
}
