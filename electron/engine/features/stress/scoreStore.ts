/** Scores of a minute with everything that went into them, and the decisions made on them. */
import { z } from 'zod'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import type { StressEffect } from '../../../core/stress/decideStress.ts'
import { FAMILIES } from '../../../core/stress/families.ts'
import { type Store, sql } from '../../store/sql.ts'
import { type ScoreInputs, scoreInputs } from './scoreInputs.ts'

export interface ScoreRow {
  /** Beginning of the minute, epoch ms. */
  atMs: number
  workDay: number
  need: number | null
  /** Null below a confidence of .35. */
  strain: number | null
  confidence: number
  isRaised: boolean
}

const pointRow = z
  .object({
    at: z.number(),
    work_day: z.number(),
    need: z.number().nullable(),
    strain: z.number().nullable(),
    confidence: z.number(),
    raised: z.number(),
  })
  .transform(
    ({ at, work_day, raised, ...row }): ScoreRow => ({
      ...row,
      atMs: at,
      workDay: work_day,
      isRaised: raised === 1,
    }),
  )
const inputsRow = z
  .object({ inputs: z.string() })
  .transform(({ inputs }): ScoreInputs => scoreInputs.parse(JSON.parse(inputs)))
const atRow = z.object({ at: z.number() })
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })

const decisionInputs = z.object({
  because: z.string().nullable(),
  strain: z.number().nullable(),
  threshold: z.number().nullable(),
  highMs: z.number(),
  raisedShare: z.number(),
  contributing: z.array(z.enum(FAMILIES)),
})
const decisionRow = z
  .object({
    at: z.number(),
    kind: z.enum(['strainRaised', 'strainCleared', 'strainQueued', 'queueDropped']),
    inputs: z.string(),
  })
  .transform(({ at, kind, inputs }) => ({ atMs: at, kind, ...decisionInputs.parse(JSON.parse(inputs)) }))
export type KeptDecision = z.infer<typeof decisionRow>

const points = sql`at, work_day, need, strain, confidence, raised`

export class ScoreStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  add(row: ScoreRow, inputs: ScoreInputs): void {
    this.#store.run(sql`
      INSERT OR REPLACE INTO scores (${points}, inputs)
      VALUES (${row.atMs}, ${row.workDay}, ${row.need}, ${row.strain}, ${row.confidence}, ${row.isRaised ? 1 : 0},
        ${JSON.stringify(inputs)})`)
  }

  /** The scores of a day in time order, without what went into them. */
  ofDay(day: number): ScoreRow[] {
    return this.#store.all(pointRow, sql`SELECT ${points} FROM scores WHERE work_day = ${day} ORDER BY at`)
  }

  /** The row nearest to a moment, at most so far away; null where there is none. */
  nearest(atMs: number, mostMs: number): (ScoreRow & { inputs: ScoreInputs }) | null {
    const before = this.#store.get(
      atRow,
      sql`SELECT at FROM scores WHERE at BETWEEN ${atMs - mostMs} AND ${atMs} ORDER BY at DESC LIMIT 1`,
    )
    const after = this.#store.get(
      atRow,
      sql`SELECT at FROM scores WHERE at BETWEEN ${atMs} AND ${atMs + mostMs} ORDER BY at LIMIT 1`,
    )
    const isBefore = before !== null && (after === null || atMs - before.at <= after.at - atMs)
    const at = isBefore ? before.at : after?.at
    if (at === undefined) return null
    const row = this.#store.get(pointRow, sql`SELECT ${points} FROM scores WHERE at = ${at}`)
    const inputs = this.#store.get(inputsRow, sql`SELECT inputs FROM scores WHERE at = ${at}`)
    return row && inputs && { ...row, inputs }
  }

  /** When the scores after a moment begin, at most so much later; null where there are none. */
  nextMs(atMs: number, mostMs: number): number | null {
    const next = sql`SELECT at FROM scores WHERE at > ${atMs} AND at <= ${atMs + mostMs} ORDER BY at LIMIT 1`
    return this.#store.get(atRow, next)?.at ?? null
  }

  addDecision(effect: StressEffect, at: LocalMoment): void {
    const { kind, strain, threshold, contributing, highMs, raisedShare } = effect
    const because = 'because' in effect ? effect.because : null
    const inputs = { because, strain, threshold, highMs, raisedShare, contributing }
    this.#store.run(sql`
      INSERT INTO decisions (at, work_day, kind, inputs)
      VALUES (${at.atMs}, ${workDay(at)}, ${kind}, ${JSON.stringify(inputs)})`)
  }

  /** The last decision between two moments, the later one not included. */
  lastDecision(fromMs: number, toMs: number): KeptDecision | null {
    return this.#store.get(
      decisionRow,
      sql`SELECT at, kind, inputs FROM decisions WHERE at >= ${fromMs} AND at < ${toMs}
        ORDER BY at DESC, sequence DESC LIMIT 1`,
    )
  }

  /** Scores and decisions. */
  count() {
    const row = this.#store.get(
      countRow,
      sql`SELECT (SELECT count(*) FROM scores) + (SELECT count(*) FROM decisions) AS rows,
        (SELECT min(at) FROM (SELECT min(at) AS at FROM scores UNION ALL SELECT min(at) FROM decisions))
          AS "oldestAt"`,
    )
    return row ?? { rows: 0, oldestAt: null }
  }

  rows(): unknown[] {
    const inputs = this.#store.all(inputsRow, sql`SELECT inputs FROM scores ORDER BY at`)
    return this.#store
      .all(pointRow, sql`SELECT ${points} FROM scores ORDER BY at`)
      .map((row, place) => ({ ...row, inputs: inputs[place] }))
  }

  decisionRows(): KeptDecision[] {
    return this.#store.all(decisionRow, sql`SELECT at, kind, inputs FROM decisions ORDER BY sequence`)
  }

  /** Takes what the body said out of the reasons; the scores stay. */
  eraseBody(): void {
    this.#store.run(sql`
      UPDATE scores SET inputs = json_remove(inputs, '$.signals.hrBpm', '$.signals.lnRmssd', '$.body')
      WHERE json_type(inputs, '$.body') = 'object'`)
  }

  /** The same of one stretch, its end not included: of an answer that was taken away. */
  eraseAnswersBetween(fromMs: number, toMs: number): void {
    this.#store.run(sql`
      UPDATE scores SET inputs = json_remove(inputs, '$.signals.checkin')
      WHERE at >= ${fromMs} AND at < ${toMs} AND json_type(inputs, '$.signals.checkin') = 'array'`)
  }

  /** Takes the person's own answers out of the reasons; the scores stay. */
  eraseAnswers(): void {
    this.#store.run(sql`
      UPDATE scores SET inputs = json_remove(inputs, '$.signals.checkin')
      WHERE json_type(inputs, '$.signals.checkin') = 'array'`)
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM scores`)
    this.#store.run(sql`DELETE FROM decisions`)
  }

  eraseDay(day: number): void {
    this.#store.run(sql`DELETE FROM scores WHERE work_day = ${day}`)
    this.#store.run(sql`DELETE FROM decisions WHERE work_day = ${day}`)
  }

  deleteBefore(beforeMs: number): void {
    this.#store.run(sql`DELETE FROM scores WHERE at < ${beforeMs}`)
    this.#store.run(sql`DELETE FROM decisions WHERE at < ${beforeMs}`)
  }
}
