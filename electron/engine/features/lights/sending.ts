/** Takes what was decided to the lamps: read anew before giving back, asked again at the door, and answered in order. */
import { type LampWrite, shownBy } from '../../../core/lights/lamp.ts'
import { lampRule, lookRule } from '../../../core/lights/lampRules.ts'
import type { LightsEffect } from '../../../core/lights/lightsEffects.ts'
import type { LightsState } from '../../../core/lights/lightsState.ts'
import { type Change, reversesLamp } from '../../../core/lights/luminance.ts'
import { isAsSet } from '../../../core/lights/whoseDoing.ts'
import { type Group, grouped } from '../../../core/lights/writeQueue.ts'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { GroupWrite, WriteOutcome, WritePlan } from '../../ports/lights.ts'
import type { LightSources } from './lightSources.ts'
import type { SourceRun } from './sourceRun.ts'

export type SentEffect = Extract<LightsEffect, { kind: 'write' | 'restore' }>

export interface SendingParts {
  clock: Clock
  log: Log
  sources: LightSources
  state: () => LightsState
  now: () => LocalMoment
  /** How long reading anew may take, ms. */
  readWithinMs: () => number
  taken: (lampIds: readonly string[]) => void
  notWritten: (lampIds: readonly string[]) => void
}

/** Read so lately, nothing has to be read again. */
export const FRESH_MS = 1500
/** What could not be given back is tried again after so long: a bridge that is busy is not pressed. */
const AGAIN_MS = 4000
/** A light that stood still for so long does not turn when it moves again. */
const REMEMBERED_MS = 30_000

export class Sending {
  readonly #parts: SendingParts
  /** The newest write to each lamp: only its answer counts. */
  readonly #newest = new Map<string, number>()
  readonly #cancels = new Set<() => void>()
  /** The last changes of brightness as they left. */
  #sent: Change[] = []
  #count = 0

  constructor(parts: SendingParts) {
    this.#parts = parts
  }

  send(effect: SentEffect): void {
    const id = ++this.#count
    for (const { lampId } of effect.writes) this.#newest.set(lampId, id)
    const lost: string[] = []
    const byRun = new Map<SourceRun, LampWrite[]>()
    for (const write of effect.writes) {
      const run = this.#parts.sources.runOf(write.lampId)
      if (run === null) lost.push(write.lampId)
      else byRun.set(run, [...(byRun.get(run) ?? []), write])
    }
    if (lost.length > 0) queueMicrotask(() => this.#answered(id, effect, lost, 'unreachable'))
    for (const [run, writes] of byRun) {
      void this.#sendTo(run, { ...effect, writes }, id).catch((error: unknown) =>
        this.#parts.log.error('lightsSendFailed', error),
      )
    }
  }

  stop(): void {
    for (const cancel of this.#cancels) cancel()
    this.#cancels.clear()
  }

  async #sendTo(run: SourceRun, effect: SentEffect, id: number): Promise<void> {
    const isBack = effect.kind === 'restore'
    if (isBack && !run.isFresh(FRESH_MS)) await run.refresh(this.#parts.readWithinMs())
    const due = effect.writes.filter(({ lampId }) => this.#newest.get(lampId) === id)
    const right = due.filter((write) => this.#isRight(effect, write))
    const calm = right.filter((write) => this.#isCalm(write))
    const lampIds = (writes: readonly LampWrite[]) => writes.map(({ lampId }) => lampId)
    this.#answered(id, effect, lampIds(due.filter((write) => !right.includes(write))), 'refused')
    this.#answered(id, effect, lampIds(right.filter((write) => !calm.includes(write))), 'gave_up')
    if (calm.length === 0) return
    const { plan, reached } = planFor(calm, groupsOf(run))
    const results = await run.write(plan)
    const outcomes = new Map<WriteOutcome, string[]>()
    for (const result of results) {
      const lampIds = reached.get(result.id) ?? []
      outcomes.set(result.outcome, [...(outcomes.get(result.outcome) ?? []), ...lampIds])
    }
    for (const [outcome, lampIds] of outcomes) this.#answered(id, effect, lampIds, outcome)
  }

  /** The lamp may have become another since it was decided: what would be wrong now does not leave. */
  #isRight(effect: SentEffect, write: LampWrite): boolean {
    const { state, now } = this.#parts
    const { lamps, held, limits } = state()
    const lamp = lamps.find((one) => one.id === write.lampId)
    const kept = held.find((one) => one.lampId === write.lampId)
    if (lamp === undefined || kept === undefined || lampRule(write, lamp) !== null) return false
    if (effect.kind === 'restore') return kept.giving !== null && isAsSet(lamp, kept)
    if (kept.giving !== null || !kept.layers.some(({ claimId }) => claimId === effect.claimId)) return false
    const most = effect.purpose === 'breathe' ? kept.before.brightness : lamp.brightness
    return lookRule(write, lamp, most, limits, now()) === null
  }

  /** What waited to be read leaves later than it was decided, and must not turn a light round twice in a second for that. */
  #isCalm({ lampId, brightness }: LampWrite): boolean {
    const lamp = this.#parts.state().lamps.find(({ id }) => id === lampId)
    if (lamp === undefined || brightness === undefined) return true
    const atMs = this.#parts.clock.now()
    const from = this.#sent.findLast((one) => one.lampId === lampId)?.to ?? shownBy(lamp)
    const next: Change = { atMs, lampId, roomIds: [], from, to: { brightness, colour: null } }
    this.#sent = this.#sent.filter((one) => Math.abs(atMs - one.atMs) < REMEMBERED_MS)
    if (reversesLamp(this.#sent, next)) return false
    this.#sent.push(next)
    return true
  }

  #answered(id: number, effect: SentEffect, lampIds: readonly string[], outcome: WriteOutcome): void {
    const newest = lampIds.filter((lampId) => this.#newest.get(lampId) === id)
    if (newest.length === 0 || outcome === 'replaced') return
    const { taken, notWritten } = this.#parts
    if (outcome === 'written') {
      taken(newest)
      return
    }
    if (effect.kind !== 'restore' || outcome === 'refused') {
      notWritten(newest)
      return
    }
    const cancel = this.#parts.clock.after(AGAIN_MS, () => {
      this.#cancels.delete(cancel)
      const still = newest.filter((lampId) => this.#newest.get(lampId) === id)
      if (still.length > 0) notWritten(still)
    })
    this.#cancels.add(cancel)
  }
}

function groupsOf(run: SourceRun): Group[] {
  const { rooms = [], zones = [] } = run.snapshot ?? {}
  return [...rooms, ...zones]
    .filter(({ canWrite }) => canWrite)
    .map(({ id, lampIds }) => ({ groupId: id, lampIds }))
}

/** A room that is to look the same all over is one write; each answer speaks for all lamps it reaches. */
function planFor(
  writes: readonly LampWrite[],
  groups: readonly Group[],
): { plan: WritePlan; reached: Map<string, readonly string[]> } {
  const plan = { lamps: [] as LampWrite[], groups: [] as GroupWrite[] }
  const reached = new Map<string, readonly string[]>()
  for (const { target, lampIds, write } of grouped(writes, groups)) {
    const [lampId = ''] = lampIds
    if (target.kind === 'group') plan.groups.push({ groupId: target.groupId, ...write })
    else plan.lamps.push({ lampId, ...write })
    reached.set(target.kind === 'group' ? target.groupId : lampId, lampIds)
  }
  return { plan, reached }
}
