/** The room on screen at work: lamps in memory that take writes at once and can be touched. */
import type { Lamp } from '../../../core/lights/lamp.ts'
import type { Clock } from '../../ports/clock.ts'
import type {
  GroupWrite,
  LampTouch,
  LightsConnection,
  LightsNews,
  LightsState,
  WriteOutcome,
  WritePlan,
  WriteResult,
} from '../../ports/lights.ts'
import { afterTouch, afterWrite } from './simulatedLamp.ts'
import type { SmallFlat } from './smallFlat.ts'

type Asked = Omit<GroupWrite, 'groupId'>

export class FlatConnection implements LightsConnection {
  readonly #clock: Clock
  readonly #flat: SmallFlat
  readonly #lamps: Map<string, Lamp>
  readonly #watchers = new Set<(news: LightsNews) => void>()
  #readAtMs: number
  #closed = false

  constructor(flat: SmallFlat, clock: Clock) {
    this.#clock = clock
    this.#flat = flat
    this.#lamps = new Map(flat.lamps.map((lamp) => [lamp.id, lamp]))
    this.#readAtMs = clock.now()
  }

  state(): LightsState {
    const { rooms, scenes } = this.#flat
    const lamps = [...this.#lamps.values()]
    const snapshot = { readAtMs: this.#readAtMs, lamps, rooms, zones: [], scenes, unreadCount: 0 }
    return { phase: { phase: 'connected' }, snapshot }
  }

  watch(listener: (news: LightsNews) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  async write({ lamps = [], groups = [] }: WritePlan): Promise<readonly WriteResult[]> {
    // As with every real thing: who writes hears of it after they are through.
    await null
    const changed = new Set<string>()
    const results = [
      ...groups.map((one) => ({ id: one.groupId, outcome: this.#writeGroup(one, changed) })),
      ...lamps.map((one) => ({ id: one.lampId, outcome: this.#write(one.lampId, one, changed) })),
    ]
    this.#tell([...changed])
    return results
  }

  async refresh(): Promise<boolean> {
    if (this.#closed) return false
    this.#readAtMs = this.#clock.now()
    return true
  }

  retry(): void {}

  touch(lampId: string, touch: LampTouch): boolean {
    const lamp = this.#lamps.get(lampId)
    if (lamp === undefined || this.#closed) return false
    const changed = new Set<string>()
    this.#keep(afterTouch(lamp, touch), changed)
    this.#tell([...changed])
    return true
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#watchers.clear()
  }

  #writeGroup({ groupId, ...asked }: GroupWrite, changed: Set<string>): WriteOutcome {
    const room = this.#flat.rooms.find(({ id }) => id === groupId)
    if (room === undefined) return 'gone'
    const outcomes = new Set(room.lampIds.map((lampId) => this.#write(lampId, asked, changed)))
    const [only] = outcomes
    return outcomes.size === 1 && only !== undefined ? only : 'partly'
  }

  #write(lampId: string, asked: Asked, changed: Set<string>): WriteOutcome {
    if (this.#closed) return 'closed'
    const known = this.#lamps.get(lampId)
    if (known === undefined) return 'gone'
    const { lamp, outcome } = afterWrite(known, asked)
    this.#keep(lamp, changed)
    return outcome
  }

  #keep(lamp: Lamp, changed: Set<string>): void {
    if (JSON.stringify(this.#lamps.get(lamp.id)) !== JSON.stringify(lamp)) changed.add(lamp.id)
    this.#lamps.set(lamp.id, lamp)
  }

  #tell(lampIds: readonly string[]): void {
    if (lampIds.length === 0) return
    for (const watcher of this.#watchers) watcher({ kind: 'lamps', lampIds })
  }
}
