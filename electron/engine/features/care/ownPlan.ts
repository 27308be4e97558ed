/** The person's own people, and their plan for a hard night; a changed or erased plan can be brought back for a moment. */
import { z } from 'zod'
import { ownPerson, safetyPlan } from '../../../contract/care.ts'
import { MOST_OWN_PEOPLE, type OwnPerson, type SafetyPlan } from '../../../core/care/safetyPlan.ts'
import { Erasures } from '../../erasures.ts'
import { EngineError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CareDocument, CareStore } from './careStore.ts'

const PLAN = 'plan'
const people = z.array(ownPerson).max(MOST_OWN_PEOPLE)

export interface OwnPlanParts {
  rows: CareStore
  clock: Clock
  log: Log
  changed: () => void
}

export class OwnPlan {
  readonly #parts: OwnPlanParts
  readonly #erasures: Erasures
  /** As they are kept; null = to be read again. */
  #known: { people: readonly OwnPerson[]; plan: SafetyPlan | null } | null = null
  /** The plan before the last change, while it can be brought back: in memory alone, so that what was erased is gone. */
  #before: { plan: SafetyPlan | null } | null = null

  constructor(parts: OwnPlanParts) {
    this.#parts = parts
    this.#erasures = new Erasures(parts.clock, () => this.#forgetBefore())
  }

  people(): readonly OwnPerson[] {
    return this.#read().people
  }

  plan(): SafetyPlan | null {
    return this.#read().plan
  }

  /** @throws EngineError INVALID_INPUT when one stands there twice, DISK_FULL */
  setPeople(own: readonly OwnPerson[]): void {
    if (new Set(own.map(({ id }) => id)).size < own.length) {
      throw new EngineError('INVALID_INPUT', 'Somebody is in the list twice.')
    }
    const { rows, clock } = this.#parts
    if (own.length === 0) rows.eraseDocument('people')
    else rows.writeDocument('people', JSON.stringify(own), clock.now())
    this.#changed()
  }

  /** @returns for how long the one before can be brought back, in seconds. @throws EngineError DISK_FULL */
  savePlan(steps: SafetyPlan['steps']): number {
    const before = this.plan()
    this.#write({ steps, changedAtMs: this.#parts.clock.now() })
    return this.#remember(before)
  }

  /** @returns as `savePlan`. @throws EngineError NOT_FOUND */
  erasePlan(): number {
    const before = this.plan()
    if (before === null) throw new EngineError('NOT_FOUND', 'There is no plan.')
    this.#write(null)
    return this.#remember(before)
  }

  /** @returns false when it is too late. */
  restorePlan(): boolean {
    const before = this.#before
    if (!this.#erasures.cancel(PLAN) || before === null) return false
    this.#before = null
    this.#write(before.plan)
    return true
  }

  /** People and plan, and the plan before. */
  eraseForGood(): void {
    this.forget()
    this.#parts.rows.eraseDocument('people')
    this.#write(null)
  }

  /** What is held in memory. */
  forget(): void {
    this.#erasures.cancelAll()
    this.#forgetBefore()
    this.#known = null
  }

  #write(plan: SafetyPlan | null): void {
    const { rows } = this.#parts
    if (plan === null) rows.eraseDocument(PLAN)
    else rows.writeDocument(PLAN, JSON.stringify(plan), plan.changedAtMs)
    this.#changed()
  }

  #remember(plan: SafetyPlan | null): number {
    this.#erasures.cancel(PLAN)
    this.#before = { plan }
    return this.#erasures.begin(PLAN)
  }

  #forgetBefore(): void {
    this.#before = null
  }

  #changed(): void {
    this.#known = null
    this.#parts.changed()
  }

  #read() {
    this.#known ??= {
      people: this.#document('people', people) ?? [],
      plan: this.#document(PLAN, safetyPlan),
    }
    return this.#known
  }

  /** One that cannot be read counts as none: people to call are shown all the same. */
  #document<Schema extends z.ZodType>(name: CareDocument, schema: Schema): z.infer<Schema> | null {
    try {
      const text = this.#parts.rows.document(name)
      return text === null ? null : schema.parse(JSON.parse(text))
    } catch (error) {
      this.#parts.log.error('careDocumentBroken', error)
      return null
    }
  }
}
