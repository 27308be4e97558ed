/** Against leaning on Lull: how much it was used, whom the person spoke of, and what happened outside it. For the person alone. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { type Act, actKinds, MOST_ACT_NOTE } from '../core/balance/acts.ts'
import { procedure } from './procedure.ts'

const epochMs = z.number().int().min(0).max(8.64e15)

export const act = z.object({
  id: z.uuid(),
  atMs: epochMs,
  workDay: z.number().int(),
  kind: z.enum(actKinds),
  note: z.string().trim().min(1).max(MOST_ACT_NOTE).nullable(),
}) satisfies z.ZodType<Act>

const weekOfUse = z.object({
  /** Work day (from 04:00) of its Monday. */
  workDay: z.number().int(),
  /** Minutes in talks: gaps of up to five minutes between messages count as use. */
  minutes: z.number().int().min(0),
  /** Of these, between 23:00 and 05:00 local time. */
  nightMinutes: z.number().int().min(0),
  /** Nights on which there were any. */
  nights: z.number().int().min(0),
  /** Times the person wrote that only Lull understands, listens or is there. */
  onlyYou: z.number().int().min(0),
  /** Different people the person spoke of. */
  people: z.number().int().min(0),
  acts: z.number().int().min(0),
})

export const balanceView = z.object({
  today: z.object({ minutes: z.number().int().min(0), limitMinutes: z.number().int().nullable() }),
  /** Eight at most, newest first; weeks without a talk or an act are left out. */
  weeks: z.array(weekOfUse),
  /** What stands out against the person's own earlier weeks, worst first; empty when nothing does or there is too little to compare. */
  signs: z.array(z.enum(['moreTime', 'moreNights', 'onlyYou', 'fewerPeople'])),
  /** Newest first, at most 200. */
  acts: z.array(act),
  /** Pauses for walking and for talking with someone that were taken, last 30 days. */
  walks: z.number().int().min(0),
  talksWithPeople: z.number().int().min(0),
  /** The person's own plan against leaning on Lull; null = none yet. */
  plan: z.string().nullable(),
})
export type BalanceView = z.infer<typeof balanceView>

export const balance = {
  watch: procedure.output(eventIterator(balanceView)),
  /** Sending the same id twice changes the first. */
  addAct: procedure
    .input(
      z.object({
        id: z.uuid(),
        kind: z.enum(actKinds),
        note: z.string().trim().min(1).max(MOST_ACT_NOTE).nullable(),
      }),
    )
    .output(act),
  eraseAct: procedure.input(z.object({ id: z.uuid() })).output(z.object({ undoSeconds: z.number() })),
  restoreAct: procedure.input(z.object({ id: z.uuid() })).output(z.object({ restored: z.boolean() })),
  /** An empty text takes it away. */
  setPlan: procedure.input(z.object({ plan: z.string().trim().max(1000) })).output(z.object({})),
}
