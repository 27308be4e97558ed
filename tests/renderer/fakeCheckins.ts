/** The fake engine's check-ins: what was said today, and whether one is offered. */
import { ORPCError } from '@orpc/server'
import type { CheckinRow, CheckinState } from '../../electron/contract/checkins.ts'
import { tagsByUse } from '../../electron/core/checkins/tags.ts'
import { ownDayStart } from '../../renderer/design/clock.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { FakeTopic } from './fakeTopic.ts'
import { idOf } from './fakeWorld.ts'

const minuteMs = 60_000

export class CheckinWorld {
  readonly rows = new Map<string, CheckinRow>()
  readonly topic = new FakeTopic<CheckinState>()
  prompt: CheckinState['prompt'] = null
  /** Saving fails while this is set. */
  refusal: string | null = null
  readonly #hidden = new Set<string>()

  get said(): CheckinRow[] {
    return [...this.rows.values()].filter(({ id }) => !this.#hidden.has(id)).sort((a, b) => a.atMs - b.atMs)
  }

  state(): CheckinState {
    const { said } = this
    return {
      prompt: this.prompt,
      lastAtMs: said.at(-1)?.atMs ?? null,
      tags: tagsByUse(
        said.toReversed().map(({ tags }) => tags),
        12,
      ),
      sleepTold: said.some(({ sleepHours }) => sleepHours !== null),
    }
  }

  offer(because: 'time' | 'strain' | null): void {
    this.prompt = because ? { because, sinceMs: Date.now() } : null
    this.tell()
  }

  keep(row: CheckinRow): CheckinRow {
    this.rows.set(row.id, row)
    this.prompt = null
    this.tell()
    return row
  }

  hide(id: string): void {
    this.#hidden.add(id)
    this.tell()
  }

  unhide(id: string): boolean {
    const restored = this.#hidden.delete(id)
    this.tell()
    return restored
  }

  tell(): void {
    this.topic.emit(this.state())
  }
}

const worlds = new WeakMap<FakeEngine, CheckinWorld>()

/** What a fake engine holds of check-ins, for tests to look at and to change. */
export function checkinsOf(engine: FakeEngine): CheckinWorld {
  const world = worlds.get(engine) ?? startOf(engine)
  worlds.set(engine, world)
  return world
}

function startOf(engine: FakeEngine): CheckinWorld {
  const world = new CheckinWorld()
  const { scenario } = engine.world
  if (scenario === 'checkinDue') world.prompt = { because: 'strain', sinceMs: Date.now() - 2 * minuteMs }
  if (scenario === 'checkins') {
    const dayStart = ownDayStart(Date.now())
    const row = {
      energy: null,
      words: [],
      tags: [],
      sleepHours: null,
      because: 'person',
      workDay: 0,
    } as const
    const said: CheckinRow[] = [
      {
        ...row,
        id: idOf(71),
        atMs: dayStart + 1,
        mood: 2,
        words: ['foggy'],
        tags: ['office', 'rain'],
        sleepHours: 5.5,
      },
      {
        ...row,
        id: idOf(72),
        atMs: dayStart + minuteMs,
        mood: 4,
        energy: 3,
        words: ['hopeful', 'tense'],
        tags: ['office'],
      },
    ]
    for (const one of said) world.rows.set(one.id, one)
  }
  return world
}

export function fakeCheckins(noted: NotedContract, engine: FakeEngine) {
  const world = () => checkinsOf(engine)
  return {
    watch: noted.checkins.watch.handler(({ signal }) => world().topic.watch(world().state(), signal)),
    save: noted.checkins.save.handler(({ input }) => {
      const { refusal } = world()
      if (refusal) throw new ORPCError(refusal, { defined: true })
      const first = world().rows.get(input.id)
      return world().keep({ atMs: Date.now(), workDay: 0, ...first, ...input })
    }),
    dismiss: noted.checkins.dismiss.handler(() => {
      world().offer(null)
      return {}
    }),
    between: noted.checkins.between.handler(({ input }) => ({
      checkins: world().said.filter(({ atMs }) => atMs >= input.fromMs && atMs < input.toMs),
    })),
    erase: noted.checkins.erase.handler(({ input }) => {
      world().hide(input.id)
      return { undoSeconds: 10 }
    }),
    restore: noted.checkins.restore.handler(({ input }) => ({ restored: world().unhide(input.id) })),
  }
}
