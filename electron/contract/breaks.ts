/** Pauses: what is offered now, answers to it, and the history with its reasons. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { BUCKETS } from '../core/breaks/armMemory.ts'
import { BECAUSES, ENTRY_WHATS, SUPPRESSION_REASONS } from '../core/breaks/breakEffects.ts'
import { BREAK_FORMS, MOST_A_DAY, MOST_FROM_STRAIN } from '../core/breaks/breakSettings.ts'
import { ARMS, BREAK_KINDS } from '../core/breaks/kinds.ts'
import { procedure, sharedProcedure, shellProcedure } from './procedure.ts'
import { strainReason } from './stress.ts'

const epochMs = z.number().int().min(0).max(8.64e15)
const ms = z.number().min(0)
const dayNumber = z.number().int().min(-1).max(100_000)
const minuteOfDay = z.number().int().min(0).max(1439)
const share = z.number().min(0).max(1)
const count = z.number().int().min(0)
const nudgeId = z.number().int().min(1)
const display = z.string().min(1).max(60)

export const breakKind = z.enum(BREAK_KINDS)
export const breakArm = z.enum(ARMS)
const invitation = breakArm.exclude(['nothing'])
const form = z.enum(BREAK_FORMS)
const because = z.enum(BECAUSES)
const reason = z.enum(SUPPRESSION_REASONS)

/** `endMinute` before `startMinute` runs over midnight; equal ends mean never. */
const dailySpan = z.object({ startMinute: minuteOfDay, endMinute: minuteOfDay })
const kindSetting = (longestMinutes: number) =>
  z.object({
    isOn: z.boolean(),
    lengthMs: z
      .number()
      .int()
      .min(10_000)
      .max(longestMinutes * 60_000),
  })

/** What the person chose about pauses; kept among the settings. */
export const breakSettingsSchema = z.object({
  isOn: z.boolean(),
  form,
  rhythm: z.discriminatedUnion('by', [
    z.object({ by: z.literal('need') }),
    z.object({
      by: z.literal('fixed'),
      times: z.array(z.object({ minuteOfDay, kind: breakKind.exclude(['endOfDay']) })).max(24),
    }),
  ]),
  /** Null: whenever the person works. */
  hours: z
    .object({
      /** Seven, Sunday first. */
      weekdays: z
        .array(z.object({ ranges: z.array(dailySpan).max(6), breaks: z.array(dailySpan).max(6) }))
        .length(7),
      /** Local calendar days, both ends included. */
      holidays: z.array(z.object({ fromDay: dayNumber, toDay: dayNumber })).max(100),
    })
    .nullable(),
  kinds: z.object({
    eyeRest: kindSetting(2),
    micro: kindSetting(10),
    pause: kindSetting(15),
    long: kindSetting(60),
    lunch: kindSetting(120),
    endOfDay: kindSetting(60),
  }),
  lunch: dailySpan,
  mostADay: z.number().int().min(0).max(MOST_A_DAY),
  mostFromStrain: z.number().int().min(0).max(MOST_FROM_STRAIN),
  mostPostpones: z.number().int().min(0).max(5),
  isStrict: z.boolean(),
  usesStrain: z.boolean(),
  learns: z.boolean(),
  pins: z.array(breakArm).max(ARMS.length),
  bans: z.array(breakArm).max(ARMS.length),
  favourites: z.array(breakArm).max(ARMS.length),
})

/** What a pause is filled with; null: nothing in particular. */
const chosenExercise = z.object({ id: z.string(), title: z.string() }).nullable()

export const breakOffer = z.object({
  id: nudgeId,
  kind: breakKind,
  arm: invitation.nullable(),
  because,
  lengthMs: ms,
  /** `tray` only changes the tray; a page in a browser shows all three inside the page. */
  form,
  postponesLeft: count,
  isAgain: z.boolean(),
  atMs: epochMs,
  /** Work since real rest as it was then, for "you have been at it …". */
  sinceRestMs: ms,
  exercise: chosenExercise,
  /** The loudest signal where strain spoke, as it was then. */
  reason: strainReason.nullable(),
})
export type BreakOffer = z.infer<typeof breakOffer>

export const runningBreak = z.object({
  id: nudgeId,
  kind: breakKind,
  arm: invitation.nullable(),
  because,
  lengthMs: ms,
  fromMs: epochMs,
  /** The same for every window. */
  endsAtMs: epochMs,
  form,
  isStrict: z.boolean(),
  /** Where an overlay is to stand; empty for the other forms. */
  displays: z.array(display),
  exercise: chosenExercise,
})
export type RunningBreakView = z.infer<typeof runningBreak>

const which = z.enum(['start', 'end', 'skip'])
export const commandReport = z.object({
  id: z.uuid(),
  which,
  atMs: epochMs,
  /** `missing`: no such program · `timed_out`: ended after ten seconds · `too_much`: ended for what it printed. */
  outcome: z.enum(['done', 'failed', 'missing', 'not_allowed', 'timed_out', 'too_much']),
  exitCode: z.number().int().nullable(),
  /** Beginning of what it printed, at most 2,000 characters. */
  output: z.string().max(2000),
  outputCut: z.boolean(),
})
export type CommandReport = z.infer<typeof commandReport>

export const breakState = z.object({
  atMs: epochMs,
  isOn: z.boolean(),
  offer: breakOffer.nullable(),
  running: runningBreak.nullable(),
  /** "Did that help?" is asked now. */
  rating: z.object({ nudgeId, kind: breakKind, arm: breakArm.nullable() }).nullable(),
  snoozed: z.object({ offer: breakOffer, untilMs: epochMs }).nullable(),
  /** Something is due and waits for a moment that fits: only now is it worth to look for gaps in the typing. */
  waiting: z.object({ kind: breakKind, because, sinceMs: epochMs }).nullable(),
  /** Something is due and is not said. */
  silent: z.object({ reason, sinceMs: epochMs }).nullable(),
  pausedUntilMs: epochMs.nullable(),
  /** The person has closed the day. */
  isDayDone: z.boolean(),
  /** The next pause that can be foreseen, if work goes on as now; null when none can. */
  next: z.object({ kind: breakKind, because, inMs: ms }).nullable(),
  /** Of the day that began at 04:00. */
  today: z.object({
    offered: count,
    taken: count,
    natural: count,
    restedMs: ms,
    /** Nudges that still may come. */
    nudgesLeft: count,
  }),
  /** The first days go by time alone. */
  isByTimeOnly: z.boolean(),
  /** Displays, or `corner`, that said they show the offer or break that is open. */
  drawn: z.array(display),
  /** The own command that ran last, until it is put away. */
  command: commandReport.nullable(),
})
export type BreakView = z.infer<typeof breakState>

const entry = z.object({
  atMs: epochMs,
  workDay: dayNumber,
  dayNumber,
  minuteOfDay,
  what: z.enum(ENTRY_WHATS),
  kind: breakKind.nullable(),
  arm: breakArm.nullable(),
  because: because.nullable(),
  nudgeId: nudgeId.nullable(),
  lengthMs: ms.nullable(),
  restedMs: ms.nullable(),
  /** A code; the page has words for those it knows. */
  reason: z.string().nullable(),
})
export type BreakEntryView = z.infer<typeof entry>

const suppression = z.object({
  row: count,
  reason,
  kind: breakKind,
  because,
  workDay: dayNumber,
  fromMs: epochMs,
  toMs: epochMs,
  heldMs: ms,
  times: count,
})
export type SuppressionView = z.infer<typeof suppression>

const taken = z.object({ times: count, restedMs: ms })
export const breakStatisticsSchema = z.object({
  offered: count,
  taken,
  unasked: count,
  takenByKind: z.record(breakKind, taken),
  takenByArm: z.record(breakArm, taken),
  natural: taken,
  left: count,
  snoozed: count,
  skipped: count,
  notNow: count,
  ignored: count,
  leftOut: count,
  withdrawn: z.partialRecord(z.string(), count),
  suppressed: z.partialRecord(reason, z.object({ stretches: count, heldMs: ms })),
  longestStretch: z.object({ workDay: dayNumber, longestStretchMs: ms }).nullable(),
})
export type BreakStatisticsView = z.infer<typeof breakStatisticsSchema>

const calendarDay = z.object({
  /** The first week of 1970 begins the year before. */
  workDay: z.number().int(),
  dayOfMonth: z.number().int(),
  isOfMonth: z.boolean(),
  isKnown: z.boolean(),
  offered: count,
  taken: count,
  natural: count,
  restedMs: ms,
  longestStretchMs: ms.nullable(),
})
export type CalendarDayView = z.infer<typeof calendarDay>

const estimate = z.object({ mean: share, low: share, high: share, effectiveN: z.number(), n: count })
const onOff = z.discriminatedUnion('kind', [
  /** `missing`: pauses left out, or said, that are still to come, equally weighted. */
  z.object({ kind: z.literal('not_enough'), n: count, missing: count }),
  z.object({
    kind: z.literal('known'),
    spoke: estimate,
    leftOut: estimate,
    difference: z.number(),
    low: z.number(),
    high: z.number(),
    leastVisible: z.number(),
  }),
])

const shares = z.partialRecord(breakArm, share)
const choice = z.object({
  nudgeId,
  atMs: epochMs,
  workDay: dayNumber,
  kind: breakKind,
  bucket: z.enum(BUCKETS),
  form,
  arm: breakArm,
  by: z.enum(['pinned', 'rules', 'learnt']),
  probabilities: shares,
  expected: shares,
  asks: z.boolean(),
  outcome: z.object({ how: z.string(), worked: z.boolean().nullable(), atMs: epochMs }).nullable(),
  /** "Did that help?", also when the answer came too late to count. */
  helped: z.boolean().nullable(),
})
export type ChoiceView = z.infer<typeof choice>

const armBelief = z.object({
  arm: breakArm,
  tried: count,
  worked: count,
  /** How often it is believed to work over all moments, 0–1. */
  expected: share,
  isPinned: z.boolean(),
  isBanned: z.boolean(),
})

const days = z.object({ fromDay: dayNumber, toDay: dayNumber })

/** Every answer may be refused with BREAK_REFUSED; `because` in its data says why (`RefusedBecause` in core). */
export const breaks = {
  /** The state, then every change of it. */
  watch: sharedProcedure.output(eventIterator(breakState)),
  /** @throws BREAK_REFUSED when it is too late, or too often. */
  answer: sharedProcedure
    .input(
      z.object({
        id: nudgeId,
        answer: z.discriminatedUnion('say', [
          z.object({ say: z.literal('start') }),
          z.object({ say: z.literal('snooze'), minutes: z.union([z.literal(5), z.literal(15)]) }),
          z.object({ say: z.literal('skip') }),
          z.object({ say: z.literal('notNow') }),
          z.object({ say: z.literal('finish') }),
        ]),
      }),
    )
    .output(z.object({})),
  /** Begins one unasked. @throws BREAK_REFUSED while one is running. */
  start: sharedProcedure
    .input(z.object({ kind: breakKind, arm: invitation.nullable() }))
    .output(z.object({})),
  rate: sharedProcedure.input(z.object({ nudgeId, helped: z.boolean() })).output(z.object({})),
  /** No pauses are offered for so long; null: until the day begins anew at 04:00. Sensing goes on. */
  pause: sharedProcedure
    .input(z.object({ minutes: z.number().int().min(1).max(10_080).nullable() }))
    .output(z.object({})),
  resume: sharedProcedure.output(z.object({})),
  /** One nudge on purpose, to see what they are like. @throws BREAK_REFUSED in a call. */
  showOnPurpose: procedure.output(z.object({})),
  /** Ids of all displays, told by the shell at its start and at every change. */
  displays: shellProcedure.input(z.object({ displays: z.array(display).max(16) })).output(z.object({})),
  /** A window says that it has drawn what it was opened for; `corner` stands for the small window. */
  drawn: sharedProcedure.input(z.object({ id: nudgeId, display })).output(z.object({})),
  /** A display did not draw in time, and its window is gone; null: none did. */
  notDrawn: shellProcedure.input(z.object({ id: nudgeId, display: display.nullable() })).output(z.object({})),

  /** At most 62 days: entries in time order, at most 5,000, and silences, at most 2,000. */
  history: procedure
    .input(days)
    .output(z.object({ entries: z.array(entry), suppressions: z.array(suppression) })),
  /** Sums over any span of days. */
  statistics: procedure.input(days).output(breakStatisticsSchema),
  /** Whole weeks around a month. */
  month: procedure
    .input(
      z.object({
        year: z.number().int().min(1970).max(2200),
        month: z.number().int().min(1).max(12),
        weekStart: z.union([z.literal(0), z.literal(1)]),
      }),
    )
    .output(z.object({ weeks: z.array(z.array(calendarDay)) })),
  /** Seven days: what was offered, taken and rated, and what speaking up changes at all. */
  week: procedure.input(z.object({ fromDay: dayNumber })).output(
    z.object({
      statistics: breakStatisticsSchema,
      rated: z.object({ helped: count, didNot: count }),
      /** Over all choices that are kept, not only this week's. */
      onOff,
      /** First day with a row of any kind, for paging; null when there is none. */
      firstDay: dayNumber.nullable(),
    }),
  ),
  /** Why this nudge, with what was believed then and counted. @throws NOT_FOUND */
  why: procedure.input(z.object({ nudgeId })).output(
    z.object({
      entries: z.array(entry),
      choice: choice.nullable(),
      /** As they stand now. */
      arms: z.array(armBelief),
    }),
  ),
  learning: procedure.output(
    z.object({
      outcomes: count,
      /** So many come from the rules first. */
      ruledOutcomes: count,
      arms: z.array(armBelief),
    }),
  ),
  /** Forgets all that was learnt, choices and outcomes; the history stays. */
  forgetLearning: procedure.input(z.object({ confirm: z.literal('forget') })).output(z.object({})),
  export: procedure.output(
    z.object({ fileName: z.string(), csv: z.string(), suppressionsCsv: z.string(), json: z.string() }),
  ),
  /** Runs an own command now, to see what it does. @throws NOT_FOUND when none is set. */
  tryCommand: procedure.input(z.object({ which })).output(commandReport),
  putCommandAway: procedure.input(z.object({ id: z.uuid() })).output(z.object({})),
}
