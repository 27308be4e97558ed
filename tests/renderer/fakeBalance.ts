/** The fake engine's balance: weeks of talk in four states, acts with their undo, the plan against leaning on Lull. */
import type { BalanceView } from '../../electron/contract/balance.ts'
import type { Act } from '../../electron/core/balance/acts.ts'
import type { Sign } from '../../electron/core/balance/signs.ts'
import { mondayOf, type WeekOfUse } from '../../electron/core/balance/weeks.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { FakeTopic } from './fakeTopic.ts'
import { idOf, type Scenario } from './fakeWorld.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const DAY_STARTS_AT_MS = 4 * hourMs
const DAYS = 7

/** Newest first, one week of figures each: minutes, night minutes, nights, only-you, people, acts. */
type Figures = readonly [number, number, number, number, number, number]

const eightWeeks: readonly Figures[] = [
  [312, 95, 4, 3, 1, 2],
  [268, 70, 3, 2, 1, 1],
  [121, 20, 1, 0, 4, 1],
  [96, 0, 0, 0, 3, 2],
  [134, 15, 1, 0, 5, 0],
  [88, 0, 0, 1, 3, 1],
  [102, 10, 1, 0, 4, 0],
  [75, 0, 0, 0, 3, 0],
]

export class BalanceWorld {
  readonly topic = new FakeTopic<BalanceView>()
  minutes = 0
  limitMinutes: number | null = null
  weeks: WeekOfUse[] = []
  signs: Sign[] = []
  acts: Act[] = []
  walks = 0
  talksWithPeople = 0
  plan: string | null = null
  readonly erased = new Map<string, Act>()

  view(): BalanceView {
    const { minutes, limitMinutes, weeks, signs, acts, walks, talksWithPeople, plan } = this
    const today = { minutes, limitMinutes }
    return { today, weeks, signs, acts, walks, talksWithPeople, plan }
  }

  change(change: Partial<BalanceWorld>): void {
    Object.assign(this, change)
    this.topic.emit(this.view())
  }
}

const worlds = new WeakMap<FakeEngine, BalanceWorld>()

/** What a fake engine holds of balance, for tests to look at and to change. */
export function balanceOf(engine: FakeEngine): BalanceWorld {
  const world = worlds.get(engine) ?? startOf(engine.world.scenario, Date.now())
  worlds.set(engine, world)
  return world
}

function startOf(scenario: Scenario, now: number): BalanceWorld {
  const world = new BalanceWorld()
  const today = dayOf(now)
  if (scenario === 'balanceFew') {
    world.minutes = 12
    world.weeks = weeksBack(today, [
      [64, 12, 1, 0, 2, 1],
      [41, 0, 0, 1, 2, 0],
    ])
    world.acts = [act(1, now - 26 * hourMs, 'wentOut', null)]
    world.walks = 1
  }
  if (scenario === 'balanceSigns' || scenario === 'balanceLimit') {
    world.minutes = 41
    world.weeks = weeksBack(today, eightWeeks)
    world.signs = ['onlyYou', 'fewerPeople', 'moreNights', 'moreTime']
    world.acts = [
      act(2, now - 3 * hourMs, 'reachedSomeone', 'Called Maya, she laughed at the same thing'),
      act(3, now - 27 * hourMs, 'wentOut', null),
      act(4, now - 75 * hourMs, 'slept', 'Seven hours'),
    ]
    world.walks = 6
    world.talksWithPeople = 2
    world.plan = 'When I notice that I come here instead of answering Maya, I answer Maya.'
  }
  if (scenario === 'balanceLimit') {
    world.minutes = 47
    world.limitMinutes = 30
    world.signs = []
  }
  return world
}

function dayOf(atMs: number): number {
  const shifted = new Date(atMs - DAY_STARTS_AT_MS)
  return Date.UTC(shifted.getFullYear(), shifted.getMonth(), shifted.getDate()) / dayMs
}

function weeksBack(today: number, figures: readonly Figures[]): WeekOfUse[] {
  return figures.map(([minutes, nightMinutes, nights, onlyYou, people, acts], index) => ({
    workDay: mondayOf(today) - index * DAYS,
    minutes,
    nightMinutes,
    nights,
    onlyYou,
    people,
    acts,
  }))
}

const act = (n: number, atMs: number, kind: Act['kind'], note: string | null): Act => ({
  id: idOf(850 + n),
  atMs,
  workDay: dayOf(atMs),
  kind,
  note,
})

export function fakeBalance(noted: NotedContract, engine: FakeEngine) {
  const world = () => balanceOf(engine)
  return {
    watch: noted.balance.watch.handler(({ signal }) => world().topic.watch(world().view(), signal)),
    addAct: noted.balance.addAct.handler(({ input }) => {
      const atMs = Date.now()
      const added = { ...input, atMs, workDay: dayOf(atMs) }
      world().change({ acts: [added, ...world().acts.filter(({ id }) => id !== input.id)] })
      return added
    }),
    eraseAct: noted.balance.eraseAct.handler(({ input }) => {
      const found = world().acts.find(({ id }) => id === input.id)
      if (found) world().erased.set(found.id, found)
      world().change({ acts: world().acts.filter((one) => one !== found) })
      return { undoSeconds: 10 }
    }),
    restoreAct: noted.balance.restoreAct.handler(({ input }) => {
      const found = world().erased.get(input.id)
      if (!found) return { restored: false }
      world().erased.delete(input.id)
      world().change({ acts: [found, ...world().acts].sort((a, b) => b.atMs - a.atMs) })
      return { restored: true }
    }),
    setPlan: noted.balance.setPlan.handler(({ input }) => {
      world().change({ plan: input.plan === '' ? null : input.plan })
      return {}
    }),
  }
}
