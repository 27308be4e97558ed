/** Care in the database: own people and plan, hard moments to come back to, referrals and notices. */
import { z } from 'zod'
import { checkBackAnswers, type HardMoment } from '../../../core/care/checkBack.ts'
import { type NoticeKind, noticeKinds } from '../../../core/care/notices.ts'
import { kinds, type Tier, tiers } from '../../../core/safety/tier.ts'
import { type Store, sql } from '../../store/sql.ts'

export type CareDocument = 'people' | 'plan'

const documentRow = z.object({ document: z.string() })
const kindList = z.string().transform((text) => z.array(z.enum(kinds)).parse(JSON.parse(text)))

const momentRow: z.ZodType<HardMoment> = z.object({
  conversationId: z.string(),
  sinceMs: z.number(),
  workDay: z.number(),
  tier: z.enum(tiers),
  language: z.string(),
  dueAtMs: z.number(),
  timesAsked: z.number(),
  answer: z.enum(checkBackAnswers).nullable(),
})
const momentColumns = sql`SELECT conversation_id AS conversationId, since AS sinceMs, work_day AS workDay, tier,
  language, due_at AS dueAtMs, times_asked AS timesAsked, answer FROM care_check_backs`

const referralRow = z.object({
  atMs: z.number(),
  workDay: z.number(),
  tier: z.enum(tiers),
  kinds: kindList,
  country: z.string().nullable(),
})
export type KeptReferral = z.infer<typeof referralRow>

const noticeRow = z.object({ kind: z.enum(noticeKinds), atMs: z.number(), workDay: z.number() })
export type PutAwayNotice = z.infer<typeof noticeRow>

export class CareStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  document(name: CareDocument): string | null {
    const query = sql`SELECT document FROM care_documents WHERE name = ${name}`
    return this.#store.get(documentRow, query)?.document ?? null
  }

  writeDocument(name: CareDocument, document: string, atMs: number): void {
    this.#store.run(sql`
      INSERT INTO care_documents (name, document, changed_at) VALUES (${name}, ${document}, ${atMs})
      ON CONFLICT (name) DO UPDATE SET document = excluded.document, changed_at = excluded.changed_at`)
  }

  eraseDocument(name: CareDocument): void {
    this.#store.run(sql`DELETE FROM care_documents WHERE name = ${name}`)
  }

  moments(): HardMoment[] {
    return this.#store.all(momentRow, sql`${momentColumns} ORDER BY since`)
  }

  keepMoment(moment: HardMoment): void {
    const { conversationId, sinceMs, workDay, tier, language, dueAtMs, timesAsked, answer } = moment
    this.#store.run(sql`
      INSERT OR REPLACE INTO care_check_backs (conversation_id, since, work_day, tier, language, due_at, times_asked,
        answer)
      VALUES (${conversationId}, ${sinceMs}, ${workDay}, ${tier}, ${language}, ${dueAtMs}, ${timesAsked}, ${answer})`)
  }

  eraseMoment(conversationId: string): void {
    this.#store.run(sql`DELETE FROM care_check_backs WHERE conversation_id = ${conversationId}`)
  }

  addReferral(referral: {
    atMs: number
    workDay: number
    tier: Tier
    kinds: readonly string[]
    country: string | null
  }): void {
    const { atMs, workDay, tier, country } = referral
    this.#store.run(sql`
      INSERT INTO care_referrals (at, work_day, tier, kinds, country)
      VALUES (${atMs}, ${workDay}, ${tier}, ${JSON.stringify(referral.kinds)}, ${country})`)
  }

  referrals(): KeptReferral[] {
    return this.#store.all(
      referralRow,
      sql`SELECT at AS atMs, work_day AS workDay, tier, kinds, country FROM care_referrals ORDER BY sequence`,
    )
  }

  addNotice({ kind, atMs, workDay }: PutAwayNotice): void {
    this.#store.run(sql`INSERT INTO care_notices (kind, at, work_day) VALUES (${kind}, ${atMs}, ${workDay})`)
  }

  notices(): PutAwayNotice[] {
    return this.#store.all(
      noticeRow,
      sql`SELECT kind, at AS atMs, work_day AS workDay FROM care_notices ORDER BY sequence`,
    )
  }

  /** When each kind was put away last, in the order in which it happened, whatever the clock said. */
  lastPutAway(): Partial<Record<NoticeKind, number>> {
    const rows = this.#store.all(
      noticeRow,
      sql`SELECT kind, at AS atMs, work_day AS workDay FROM care_notices
        WHERE sequence IN (SELECT max(sequence) FROM care_notices GROUP BY kind)`,
    )
    return Object.fromEntries(rows.map(({ kind, atMs }) => [kind, atMs]))
  }
}
