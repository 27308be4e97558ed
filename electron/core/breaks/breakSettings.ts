/** What the person chose about breaks. */
import type { DailySpan } from '../presence/localMoment.ts'
import { type Arm, BREAK_KINDS, type BreakKind, KIND_LENGTH_MS } from './kinds.ts'
import type { WorkingHours } from './workingHours.ts'

/** `tray` changes the icon, `corner` is a small window, `overlay` covers every display. */
export const BREAK_FORMS = ['tray', 'corner', 'overlay'] as const
export type BreakForm = (typeof BREAK_FORMS)[number]

export interface FixedTime {
  /** Local minute of the day, 0–1439. */
  minuteOfDay: number
  kind: BreakKind
}

export interface BreakSettings {
  isOn: boolean
  form: BreakForm
  /** By what the body of work asks for, or by the clock. Lunch and the end of the day come in both. */
  rhythm: { by: 'need' } | { by: 'fixed'; times: readonly FixedTime[] }
  /** Null: whenever the person works. */
  hours: WorkingHours | null
  kinds: Readonly<Record<BreakKind, { isOn: boolean; lengthMs: number }>>
  /** When lunch may be spoken of, local minutes. */
  lunch: DailySpan
  /** At most `MOST_A_DAY`. */
  mostADay: number
  /** Of these, how many may come from strain; at most `MOST_FROM_STRAIN`. */
  mostFromStrain: number
  /** How often one offer may be put off. */
  mostPostpones: number
  /** A break that was begun stays until its end. */
  isStrict: boolean
  usesStrain: boolean
  /** Off: by rules for ever. */
  learns: boolean
  /** Only these, where any of them fits. */
  pins: readonly Arm[]
  bans: readonly Arm[]
  /** Every second one while the rules choose. */
  favourites: readonly Arm[]
}

/** Nobody can choose more (work-pattern notes §4.3: ≤8 nudges a day, ≤3 from strain). */
export const MOST_A_DAY = 8
export const MOST_FROM_STRAIN = 3

const allKinds = Object.fromEntries(
  BREAK_KINDS.map((kind) => [kind, { isOn: kind !== 'eyeRest', lengthMs: KIND_LENGTH_MS[kind] }]),
) as Record<BreakKind, { isOn: boolean; lengthMs: number }>

export const defaultBreakSettings: BreakSettings = {
  isOn: true,
  form: 'corner',
  rhythm: { by: 'need' },
  hours: null,
  kinds: allKinds,
  lunch: { startMinute: 12 * 60, endMinute: 14 * 60 },
  mostADay: MOST_A_DAY,
  mostFromStrain: MOST_FROM_STRAIN,
  mostPostpones: 2,
  isStrict: false,
  usesStrain: true,
  learns: true,
  pins: [],
  bans: [],
  favourites: [],
}

export function lengthsOf(settings: BreakSettings): Record<BreakKind, number> {
  const { kinds } = settings
  return {
    eyeRest: kinds.eyeRest.lengthMs,
    micro: kinds.micro.lengthMs,
    pause: kinds.pause.lengthMs,
    long: kinds.long.lengthMs,
    lunch: kinds.lunch.lengthMs,
    endOfDay: kinds.endOfDay.lengthMs,
  }
}
