/** Care around a talk: own people, the plan for a hard night, looking back at a hard moment, and what Lull says of itself. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { type Notice, noticeKinds } from '../core/care/notices.ts'
import {
  MOST_OWN_PEOPLE,
  MOST_PLAN_CHARACTERS,
  MOST_PLAN_ENTRIES,
  type OwnPerson,
  planSteps,
  type SafetyPlan,
} from '../core/care/safetyPlan.ts'
import { procedure } from './procedure.ts'
import { kind, tier } from './safety.ts'

const epochMs = z.number().int().min(0).max(8.64e15)

export const ownPerson = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(80),
  phone: z
    .string()
    .trim()
    .regex(/^[+*#0-9 ().\-/]{2,40}$/)
    .nullable(),
  how: z.string().trim().min(1).max(200).nullable(),
  professional: z.boolean(),
}) satisfies z.ZodType<OwnPerson>

const planEntries = z.array(z.string().trim().min(1).max(MOST_PLAN_CHARACTERS)).max(MOST_PLAN_ENTRIES)
export const planContents = z.record(z.enum(planSteps), planEntries)

export const safetyPlan = z.object({
  steps: planContents,
  changedAtMs: epochMs,
}) satisfies z.ZodType<SafetyPlan>

const notice = z.object({
  kind: z.enum(noticeKinds),
  sinceMs: epochMs,
  usedMinutes: z.number().int().min(0).nullable(),
  atNight: z.boolean(),
}) satisfies z.ZodType<Notice>

/** A hard moment that Lull said it would come back to. */
export const checkBack = z.object({
  conversationId: z.uuid(),
  /** When it was. */
  sinceMs: epochMs,
  tier,
  /** Reviewed words to ask with. */
  text: z.string(),
})

export const careView = z.object({
  people: z.array(ownPerson),
  plan: safetyPlan.nullable(),
  /** Asked once at the next opening; null when nothing is open. */
  checkBack: checkBack.nullable(),
  /** The most important one; null when none is due. */
  notice: notice.nullable(),
})
export type CareView = z.infer<typeof careView>

export const care = {
  watch: procedure.output(eventIterator(careView)),
  /** Replaces the list, first one first. */
  setPeople: procedure
    .input(z.object({ people: z.array(ownPerson).max(MOST_OWN_PEOPLE) }))
    .output(z.object({})),
  /** Keeps the plan; the one before can be brought back with `restorePlan` for `undoSeconds`. */
  savePlan: procedure.input(z.object({ steps: planContents })).output(z.object({ undoSeconds: z.number() })),
  erasePlan: procedure.output(z.object({ undoSeconds: z.number() })),
  restorePlan: procedure.output(z.object({ restored: z.boolean() })),
  /**
   * How it is now. `talk` goes on in that conversation, `later` asks again at the next opening after six hours
   * (twice at most), every other answer closes it.
   */
  answerCheckBack: procedure
    .input(
      z.object({
        conversationId: z.uuid(),
        answer: z.enum(['better', 'same', 'worse', 'talk', 'later', 'close']),
      }),
    )
    .output(z.object({})),
  /** A notice was put away. */
  noticeSeen: procedure.input(z.object({ kind: z.enum(noticeKinds) })).output(z.object({})),
  /** How often people to call were shown, by month, newest first, on this machine only; no words of anyone. */
  referrals: procedure.output(
    z.object({
      months: z.array(
        z.object({
          /** As in 2026-11. */
          month: z.string(),
          shown: z.number().int(),
          byTier: z.record(tier, z.number().int()),
          byKind: z.record(kind, z.number().int()),
        }),
      ),
    }),
  ),
}
