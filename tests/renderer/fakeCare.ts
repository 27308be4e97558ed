/** The fake engine's care: own people, a plan with its undo, what is due, and how often people were shown. */
import { ORPCError } from '@orpc/server'
import type { CareView } from '../../electron/contract/care.ts'
import type { EngineClient } from '../../electron/contract/index.ts'
import type { Notice } from '../../electron/core/care/notices.ts'
import type { OwnPerson, SafetyPlan } from '../../electron/core/care/safetyPlan.ts'
import { kinds, tiers } from '../../electron/core/safety/tier.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { FakeTopic } from './fakeTopic.ts'
import { idOf, talkId } from './fakeWorld.ts'

type Months = Awaited<ReturnType<EngineClient['care']['referrals']>>['months']

const hourMs = 3_600_000

export const maya: OwnPerson = {
  id: idOf(801),
  name: 'Maya',
  phone: '020 7946 0991',
  how: null,
  professional: false,
}
export const drOkoro: OwnPerson = {
  id: idOf(802),
  name: 'Dr Okoro',
  phone: '020 7946 0142',
  how: 'Mornings, ask for the nurse',
  professional: true,
}
export const ben: OwnPerson = {
  id: idOf(803),
  name: 'Ben next door',
  phone: null,
  how: 'Flat 3, knock',
  professional: false,
}

export const writtenPlan: SafetyPlan['steps'] = {
  signs: ['I stop answering messages', 'Two nights without real sleep'],
  own: ['Shower, then the long playlist', 'Walk to the canal and back'],
  company: ['The library until eight'],
  people: ['Maya, 020 7946 0991'],
  professionals: ['Dr Okoro, 020 7946 0142'],
  place: ['Maya keeps what should not be here'],
  reasons: ['The dog', 'The trip in spring'],
}

const checkBackText = 'Last time it was very hard. How is it today?'
const notices: Partial<Record<string, Notice>> = {
  noticeReturned: { kind: 'returned', sinceMs: 0, usedMinutes: null, atNight: false },
  noticeLong: { kind: 'longUse', sinceMs: 0, usedMinutes: 182, atNight: false },
  noticeNight: { kind: 'longUse', sinceMs: 0, usedMinutes: 190, atNight: true },
  noticeEnough: { kind: 'enough', sinceMs: 0, usedMinutes: 31, atNight: false },
}

export class CareWorld {
  readonly topic = new FakeTopic<CareView>()
  people: OwnPerson[] = []
  plan: SafetyPlan | null = null
  checkBack: CareView['checkBack'] = null
  notice: Notice | null = null
  months: Months = []
  /** Saving fails while this is set. */
  refusal: string | null = null
  /** What `restorePlan` brings back. */
  #before: { plan: SafetyPlan | null } | null = null

  view(): CareView {
    const { people, plan, checkBack, notice } = this
    return { people, plan, checkBack, notice }
  }

  change(change: Partial<CareView>): void {
    Object.assign(this, change)
    this.topic.emit(this.view())
  }

  setPlan(plan: SafetyPlan | null): void {
    this.#before = { plan: this.plan }
    this.change({ plan })
  }

  restorePlan(): boolean {
    const before = this.#before
    if (!before) return false
    this.#before = null
    this.change(before)
    return true
  }
}

const worlds = new WeakMap<FakeEngine, CareWorld>()

/** What a fake engine holds of care, for tests to look at and to change. */
export function careOf(engine: FakeEngine): CareWorld {
  const world = worlds.get(engine) ?? startOf(engine)
  worlds.set(engine, world)
  return world
}

function startOf(engine: FakeEngine): CareWorld {
  const world = new CareWorld()
  const { scenario } = engine.world
  const now = Date.now()
  world.notice = notices[scenario] ?? null
  if (scenario === 'checkBack') {
    world.checkBack = { conversationId: talkId, sinceMs: now - 9 * hourMs, tier: 'high', text: checkBackText }
  }
  if (scenario === 'people') {
    world.people = [maya, drOkoro, ben]
    world.plan = { steps: writtenPlan, changedAtMs: now - 30 * hourMs }
    world.months = [monthOf('2026-11', 3), monthOf('2026-09', 1)]
  }
  return world
}

function monthOf(month: string, shown: number): Months[number] {
  const none = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  return {
    month,
    shown,
    byTier: { ...none(tiers), high: shown },
    byKind: { ...none(kinds), suicide: shown, grief: 1 },
  }
}

export function fakeCare(noted: NotedContract, engine: FakeEngine) {
  const world = () => careOf(engine)
  const refuseIfSet = () => {
    const { refusal } = world()
    if (refusal) throw new ORPCError(refusal, { defined: true })
  }
  return {
    watch: noted.care.watch.handler(({ signal }) => world().topic.watch(world().view(), signal)),
    setPeople: noted.care.setPeople.handler(({ input }) => {
      refuseIfSet()
      world().change({ people: input.people })
      return {}
    }),
    savePlan: noted.care.savePlan.handler(({ input }) => {
      refuseIfSet()
      world().setPlan({ steps: input.steps, changedAtMs: Date.now() })
      return { undoSeconds: 10 }
    }),
    erasePlan: noted.care.erasePlan.handler(() => {
      refuseIfSet()
      world().setPlan(null)
      return { undoSeconds: 10 }
    }),
    restorePlan: noted.care.restorePlan.handler(() => ({ restored: world().restorePlan() })),
    answerCheckBack: noted.care.answerCheckBack.handler(() => {
      world().change({ checkBack: null })
      return {}
    }),
    noticeSeen: noted.care.noticeSeen.handler(() => {
      world().change({ notice: null })
      return {}
    }),
    referrals: noted.care.referrals.handler(() => ({ months: world().months })),
  }
}
