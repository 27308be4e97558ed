/** What stands out in how someone uses Lull, against nobody's weeks but their own. */
import { nextMonday, type WeekOfUse } from './weeks.ts'

/** Worst first. */
export const signKinds = ['onlyYou', 'fewerPeople', 'moreNights', 'moreTime'] as const
export type Sign = (typeof signKinds)[number]

/** With fewer of their own earlier weeks nothing is compared. */
export const LEAST_EARLIER_WEEKS = 3
/** Half as much time again as usual, and an hour at least: small weeks double easily. */
const MORE_TIME_FACTOR = 1.5
const MORE_TIME_LEAST_MINUTES = 60
/** Nights beyond what is usual. */
const MORE_NIGHTS = 2
/** Once may be said in passing. */
const LEAST_ONLY_YOU = 2
/** Half as many people as usual, where three or more were usual. */
const FEWER_PEOPLE_FACTOR = 0.5
const LEAST_USUAL_PEOPLE = 3
/** Who talked much less than usual also spoke of fewer people, and that says nothing. */
const COMPARABLE_TALK = 0.5

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}

type Figure = 'minutes' | 'nights' | 'onlyYou' | 'people'

function standsOut(week: WeekOfUse, earlier: readonly WeekOfUse[], sign: Sign): boolean {
  const usual = (figure: Figure) => median(earlier.map((one) => one[figure]))
  if (sign === 'onlyYou') return week.onlyYou >= LEAST_ONLY_YOU && week.onlyYou > usual('onlyYou')
  if (sign === 'moreNights') return week.nights >= usual('nights') + MORE_NIGHTS
  if (sign === 'moreTime') {
    const usualMinutes = usual('minutes')
    const isMuch = week.minutes - usualMinutes >= MORE_TIME_LEAST_MINUTES
    return isMuch && week.minutes >= usualMinutes * MORE_TIME_FACTOR
  }
  const usualPeople = usual('people')
  const isComparable = week.minutes >= usual('minutes') * COMPARABLE_TALK
  return isComparable && usualPeople >= LEAST_USUAL_PEOPLE && week.people <= usualPeople * FEWER_PEOPLE_FACTOR
}

/** Weeks with a talk before one of `weeks`; acts alone say nothing about talking. */
const talkedBefore = (weeks: readonly WeekOfUse[], monday: number) =>
  weeks.filter(({ workDay, minutes, people }) => workDay < monday && (minutes > 0 || people > 0))

/**
 * Signs of the running week and of the one before it, worst first. A week that is not over can show more of something
 * and never less of it.
 * @param thisMonday day number of the Monday of now.
 */
export function signsOf(weeks: readonly WeekOfUse[], thisMonday: number): Sign[] {
  const judged = weeks.filter(({ workDay }) => workDay === thisMonday || nextMonday(workDay) === thisMonday)
  return signKinds.filter((sign) =>
    judged.some((week) => {
      const earlier = talkedBefore(weeks, week.workDay)
      if (earlier.length < LEAST_EARLIER_WEEKS) return false
      return !(sign === 'fewerPeople' && week.workDay === thisMonday) && standsOut(week, earlier, sign)
    }),
  )
}
