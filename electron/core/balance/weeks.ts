/** Weeks of talking with Lull, as figures: from Monday 04:00 to Monday 04:00. */

/** Shown and compared at most. */
export const MOST_WEEKS = 8

/** What one week comes to; a finished one does not change unless a talk is erased. */
export interface WeekFigures {
  /** Minutes of use. */
  minutes: number
  /** Of these, at night. */
  nightMinutes: number
  nights: number
  /** Messages in which the person wrote that only Lull understands, listens or is there. */
  onlyYou: number
  /** Different people the person spoke of. */
  people: number
}

export interface WeekOfUse extends WeekFigures {
  /** Day number of its Monday. */
  workDay: number
  /** Things done and people reached outside Lull. */
  acts: number
}

const DAYS = 7
/** 1970-01-05 was a Monday. */
const A_MONDAY = 4

/** Day number of the Monday on which the week of a day began. */
export function mondayOf(workDay: number): number {
  return workDay - ((((workDay - A_MONDAY) % DAYS) + DAYS) % DAYS)
}

export const nextMonday = (monday: number): number => monday + DAYS

const quiet: WeekFigures = { minutes: 0, nightMinutes: 0, nights: 0, onlyYou: 0, people: 0 }

/**
 * Weeks with a talk or an act, newest first, `MOST_WEEKS` at most.
 * @param figures by Monday; only weeks with a talk.
 * @param actDays day numbers of acts, one for each act.
 */
export function weeksOfUse(
  figures: ReadonlyMap<number, WeekFigures>,
  actDays: readonly number[],
): WeekOfUse[] {
  const acts = new Map<number, number>()
  for (const day of actDays) acts.set(mondayOf(day), (acts.get(mondayOf(day)) ?? 0) + 1)
  const mondays = [...new Set([...figures.keys(), ...acts.keys()])].sort((a, b) => b - a)
  return mondays.slice(0, MOST_WEEKS).map((workDay) => ({
    ...(figures.get(workDay) ?? quiet),
    workDay,
    acts: acts.get(workDay) ?? 0,
  }))
}
