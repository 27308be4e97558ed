/** Editing the hours of a weekday: sorted, never overlapping unnoticed, and kept as the contract wants them. */
import type { Settings } from '../../../../electron/contract/settings.ts'
import { MINUTES_PER_DAY } from './minutes.ts'

export type WorkHours = NonNullable<Settings['breaks']['hours']>
export type DayHours = WorkHours['weekdays'][number]
export type Span = DayHours['ranges'][number]
/** `ranges` are worked, `breaks` are times in them that are not. */
export type SpanList = keyof DayHours

/** As in the contract (`weekdays`). */
export const MOST_SPANS = 6

export type SpanProblem =
  /** Start and end are the same, which would mean never. */
  { problem: 'same' } | { problem: 'many' } | { problem: 'overlap'; other: Span }
export type SpansAfter = { spans: Span[] } | SpanProblem

/** Minutes from the midnight its day begins with; beyond 1440 when it runs over the next. */
const endOf = ({ startMinute, endMinute }: Span) =>
  endMinute < startMinute ? endMinute + MINUTES_PER_DAY : endMinute

/** Ends after midnight, and not just at it. */
export const endsNextDay = (span: Span) => endOf(span) > MINUTES_PER_DAY

const touches = (a: Span, b: Span, shift: number) =>
  a.startMinute + shift < endOf(b) && b.startMinute < endOf(a) + shift

/** Breaks are written as the clock shows them, so one after midnight may meet one that runs over it. */
function overlap(a: Span, b: Span, list: SpanList): boolean {
  const shifts = list === 'ranges' ? [0] : [0, MINUTES_PER_DAY, -MINUTES_PER_DAY]
  return shifts.some((shift) => touches(a, b, shift))
}

const sorted = (spans: readonly Span[]) => [...spans].sort((a, b) => a.startMinute - b.startMinute)

/** @param place which one it takes the place of; null: it comes to the others. */
export function withSpan(
  spans: readonly Span[],
  place: number | null,
  span: Span,
  list: SpanList,
): SpansAfter {
  if (span.startMinute === span.endMinute) return { problem: 'same' }
  const others = spans.filter((_, at) => at !== place)
  const other = others.find((one) => overlap(one, span, list))
  if (other) return { problem: 'overlap', other }
  if (others.length >= MOST_SPANS) return { problem: 'many' }
  return { spans: sorted([...others, span]) }
}

/** One span over all that overlap, at most a minute short of a whole day, since equal ends mean never. */
export function joinedSpans(
  spans: readonly Span[],
  place: number | null,
  span: Span,
  list: SpanList,
): Span[] {
  let all = spans.filter((_, at) => at !== place)
  let now = span
  for (;;) {
    const other = all.find((next) => overlap(next, now, list))
    if (!other) return sorted([...all, now])
    all = all.filter((next) => next !== other)
    now = unionOf(now, other)
  }
}

/** A break after midnight is counted from the day before or after where that is how it meets the other. */
function unionOf(one: Span, other: Span): Span {
  const shift = [0, MINUTES_PER_DAY, -MINUTES_PER_DAY].find((by) => touches(other, one, by)) ?? 0
  return asSpan(
    Math.min(one.startMinute, other.startMinute + shift),
    Math.max(endOf(one), endOf(other) + shift),
  )
}

function asSpan(fromMinute: number, toMinute: number): Span {
  const length = Math.min(toMinute - fromMinute, MINUTES_PER_DAY - 1)
  const startMinute = (fromMinute + MINUTES_PER_DAY) % MINUTES_PER_DAY
  return { startMinute, endMinute: (startMinute + length) % MINUTES_PER_DAY }
}

/** Whether a break lies, at least in part, in the hours of its day; elsewhere it changes nothing. */
export function isInHours(ranges: readonly Span[], span: Span): boolean {
  return ranges.some((range) => overlap(range, span, 'breaks'))
}

const LEAST_GAP_MINUTES = 60
const SUGGESTED_MINUTES = 180
const SUGGESTED_BREAK_MINUTES = 30
const NINE = 9 * 60
const FIVE = 17 * 60
const NOON = 12 * 60

/** Hours that fit beside those that are there; null when the day has no hour left. */
export function suggestedRange(ranges: readonly Span[]): Span | null {
  if (ranges.length === 0) return { startMinute: NINE, endMinute: FIVE }
  if (ranges.length >= MOST_SPANS) return null
  const all = sorted(ranges)
  const gaps = all.map((range, at) => ({
    from: endOf(range),
    to: all[at + 1]?.startMinute ?? MINUTES_PER_DAY,
  }))
  const after = gaps.findLast(({ from, to }) => to - from >= LEAST_GAP_MINUTES)
  if (after) {
    // An hour off between two stretches of work, where there is room for it.
    const from = after.to - after.from >= 2 * LEAST_GAP_MINUTES ? after.from + LEAST_GAP_MINUTES : after.from
    const to = Math.min(after.to, from + SUGGESTED_MINUTES)
    return { startMinute: from, endMinute: to % MINUTES_PER_DAY }
  }
  const first = all[0]?.startMinute ?? 0
  if (first < LEAST_GAP_MINUTES) return null
  return { startMinute: Math.max(0, first - SUGGESTED_MINUTES), endMinute: first }
}

/** Half an hour inside the hours, at noon where that is free; null when there is no such place. */
export function suggestedBreak({ ranges, breaks }: DayHours): Span | null {
  if (breaks.length >= MOST_SPANS) return null
  const starts = ranges.flatMap((range) => {
    const places = []
    for (let at = range.startMinute; at + SUGGESTED_BREAK_MINUTES <= endOf(range); at += 30) places.push(at)
    return places
  })
  const free = [NOON, ...starts.filter((at) => at > NOON), ...starts]
    .map((at) => asSpan(at, at + SUGGESTED_BREAK_MINUTES))
    .filter((span) => isInHours(ranges, span))
  return free.find((span) => !breaks.some((one) => overlap(one, span, 'breaks'))) ?? null
}

/** What somebody starts from who had no hours: Monday to Friday, nine to five. */
export function usualHours(): WorkHours {
  const day = (weekday: number): DayHours => ({
    ranges: weekday >= 1 && weekday <= 5 ? [{ startMinute: NINE, endMinute: FIVE }] : [],
    breaks: [],
  })
  return { weekdays: Array.from({ length: 7 }, (_, weekday) => day(weekday)), holidays: [] }
}

export function withDays(hours: WorkHours, days: ReadonlyMap<number, DayHours>): WorkHours {
  return { ...hours, weekdays: hours.weekdays.map((day, weekday) => days.get(weekday) ?? day) }
}

export function isSameDay(a: DayHours, b: DayHours): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Weekdays, 0 for Sunday, in the order the person's calendar has them. */
export function weekdayOrder(language: string): number[] {
  const first = firstWeekday(language)
  return Array.from({ length: 7 }, (_, place) => (first + place) % 7)
}

/** Not every engine knows where a week begins; Monday then. */
function firstWeekday(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number }
    weekInfo?: { firstDay: number }
  }
  const info = locale.getWeekInfo?.() ?? locale.weekInfo
  return (info?.firstDay ?? 1) % 7
}
