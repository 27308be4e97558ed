/** The one loop of lights: what happens is decided on, kept, and carried to the lamps, in this order and no other. */
import type { Settings } from '../../../contract/settings.ts'
import { hoursAt } from '../../../core/breaks/workingHours.ts'
import { type LightsEvent, nextLookMs } from '../../../core/lights/hold.ts'
import { looksFrom } from '../../../core/lights/lightChoices.ts'
import type { LightsEffect } from '../../../core/lights/lightsEffects.ts'
import type { LightsState } from '../../../core/lights/lightsState.ts'
import { choiceOf } from '../../../core/lights/limits.ts'
import { limitsNow } from '../../../core/lights/limitsNow.ts'
import { lastWrite } from '../../../core/lights/writeLog.ts'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import { pauseAt } from '../../../core/presence/sensingPlan.ts'
import { choicesOf } from './choicesOf.ts'
import type { LightSources } from './lightSources.ts'
import type { Decided, LightsMemory } from './lightsMemory.ts'
import type { LightsParts } from './lightsParts.ts'
import { FRESH_MS, Sending } from './sending.ts'
import type { SourceRun } from './sourceRun.ts'

/** Reading lamps anew may take so long; then what was last heard has to do. */
const READ_WITHIN_MS = 5000
/** At the end there is less time for everything. */
const READ_WITHIN_AT_END_MS = 1000
/** Enough for sixty lamps, and less than the shell waits; what is still owed then is given back at the next start. */
const GIVE_BACK_AT_END_MS = 8000
/** What is due already and still waits is looked at again so soon. */
const SOON_MS = 500
/** No timer is longer than this: machines sleep, and clocks are set. */
const LATEST_MS = 60 * 60_000

export interface LightsLoopParts
  extends Pick<LightsParts, 'clock' | 'calendar' | 'log' | 'settings' | 'situation'> {
  sources: LightSources
  memory: LightsMemory
  /** One thing that was done, after it is on disk. */
  done: (effect: LightsEffect) => void
  /** Something may look different. */
  changed: () => void
  /** There was no room for a way back. */
  diskFull: () => void
}

export class LightsLoop {
  readonly #parts: LightsLoopParts
  readonly #sending: Sending
  #cancelTimer = () => {}
  #aligned: { settings: Settings; rooms: string } | null = null
  #isReading = false
  #state: 'new' | 'running' | 'ending' | 'stopped' = 'new'
  #ended = () => {}

  constructor(parts: LightsLoopParts) {
    this.#parts = parts
    this.#sending = new Sending({
      ...parts,
      state: () => this.state,
      now: () => this.now(),
      readWithinMs: () => (this.#state === 'ending' ? READ_WITHIN_AT_END_MS : READ_WITHIN_MS),
      taken: (lampIds) => this.decide({ kind: 'taken', lampIds }),
      notWritten: (lampIds) => this.decide({ kind: 'notWritten', lampIds }),
    })
  }

  get state(): LightsState {
    return this.#parts.memory.state
  }

  now(): LocalMoment {
    const { calendar, clock } = this.#parts
    return calendar.moment(clock.now())
  }

  /** What was owed when Lull went away is given back first. */
  start(): void {
    const { memory, sources } = this.#parts
    const snapshot = memory.load()
    this.#state = 'running'
    this.#decide({ kind: 'restarted', snapshot })
    sources.start()
    this.see()
  }

  /** Gives everything back, and waits for it a little. */
  async stop(): Promise<void> {
    const { clock, memory, sources } = this.#parts
    if (this.#state === 'running') {
      this.#state = 'ending'
      this.decide({ kind: 'quitting' })
      await new Promise<void>((done) => {
        const cancel = clock.after(GIVE_BACK_AT_END_MS, done)
        this.#ended = () => {
          cancel()
          done()
        }
        if (!this.#isOwing()) this.#ended()
      })
    }
    this.#state = 'stopped'
    this.#cancelTimer()
    this.#sending.stop()
    await sources.stop()
    memory.write(this.now())
  }

  /** Follows what was chosen and where the person is, then decides. */
  decide(event: LightsEvent): Decided {
    this.#align()
    return this.#decide(event)
  }

  /** What would be done now, were this to happen. */
  foreseen(event: LightsEvent): readonly LightsEffect[] {
    this.#align()
    return this.#parts.memory.foreseen(event, this.now())[1]
  }

  /** All lamps as they are known now; first of all, so that nothing is decided by what they were. */
  see(): void {
    if (this.#state !== 'running' && this.#state !== 'ending') return
    this.#decide({ kind: 'lampsSeen', lamps: this.#parts.sources.lamps() })
    this.#align()
  }

  /** Reads anew all that has a ticked lamp; what does not answer is not waited for long. */
  async readFirst(): Promise<void> {
    const chosen = this.state.lamps.filter((lamp) => choiceOf(lamp, this.state.limits) === 'chosen')
    await this.#read(this.#stale(chosen.map(({ id }) => id)))
  }

  #decide(event: LightsEvent): Decided {
    if (this.#state === 'stopped' || this.#state === 'new') return { effects: [], isDiskFull: false }
    if (this.#isReadFirst(event)) return { effects: [], isDiskFull: false }
    const { memory, changed, diskFull } = this.#parts
    const decided = memory.decide(event, this.now())
    this.#wake()
    for (const effect of decided.effects) this.#safely(() => this.#carryOut(effect))
    if (decided.isDiskFull) this.#safely(diskFull)
    this.#safely(changed)
    if (this.#state === 'ending' && !this.#isOwing()) this.#ended()
    return decided
  }

  #carryOut(effect: LightsEffect): void {
    if (effect.kind === 'write' || effect.kind === 'restore') this.#sending.send(effect)
    else this.#parts.done(effect)
  }

  /** Settings, pauses and calls come as what holds now, whatever told of them. */
  #align(): void {
    if (this.#state !== 'running') return
    const { settings, sources, situation, clock } = this.#parts
    const chosen = settings()
    const simulatedRoomIds = sources.simulatedRoomIds()
    const leaving = sources.leaving()
    const rooms = JSON.stringify([simulatedRoomIds, [...leaving]])
    const { hours } = chosen.breaks
    const isAtWork = hours === null ? null : ['inside', 'break'].includes(hoursAt(hours, this.now()))
    if (this.#aligned?.settings !== chosen || this.#aligned.rooms !== rooms) {
      this.#aligned = { settings: chosen, rooms }
      const choices = choicesOf(chosen.lights)
      const limits = limitsNow(choices, { isAtWork, simulatedRoomIds, leaving })
      const { isTrialOn } = choices
      this.#decide({ kind: 'settingsChanged', limits, looks: looksFrom(choices), isTrialOn })
    }
    const isPaused = pauseAt(chosen, clock.now()) !== null
    if (isPaused !== this.state.isPaused) this.#decide({ kind: isPaused ? 'paused' : 'unpaused' })
    const { inCall } = situation()
    if (inCall !== this.state.inCall || isAtWork !== this.state.limits.isAtWork) {
      this.#decide({ kind: 'situationChanged', isAtWork, inCall })
    }
  }

  /** A look that waited for its turn, as through a call, reads its lamps before it begins. */
  #isReadFirst(event: LightsEvent): boolean {
    const isBare = event.kind === 'tick' || event.kind === 'lampsSeen' || event.kind === 'situationChanged'
    if (!isBare || !this.state.claims.some(({ begunMs }) => begunMs === null)) return false
    const [, effects] = this.#parts.memory.foreseen(event, this.now())
    const writes = effects.flatMap((effect) => (effect.kind === 'write' ? effect.writes : []))
    const stale = this.#stale(writes.map(({ lampId }) => lampId))
    if (stale.length === 0) return false
    if (this.#isReading) return true
    this.#isReading = true
    void this.#read(stale).then(() => {
      this.#isReading = false
      this.#safely(() => this.see())
    })
    return true
  }

  #stale(lampIds: readonly string[]): SourceRun[] {
    const { sources } = this.#parts
    const touched = new Set(lampIds.flatMap((id) => sources.runOf(id) ?? []))
    return [...touched].filter((run) => run.state.phase.phase === 'connected' && !run.isFresh(FRESH_MS))
  }

  async #read(runs: readonly SourceRun[]): Promise<void> {
    await Promise.all(runs.map((run) => run.refresh(READ_WITHIN_MS)))
    if (runs.length > 0) this.#safely(() => this.see())
  }

  /** Some lamp that can be reached has not been told yet to be as it was. */
  #isOwing(): boolean {
    const { lamps, held, log } = this.state
    return held.some(({ lampId, giving }) => {
      const isTold = (giving?.writtenMs ?? null) !== null && lastWrite(log, lampId)?.isTaken === true
      return !isTold && lamps.find(({ id }) => id === lampId)?.isReachable === true
    })
  }

  /** Looks again when something is over by the clock; everything else comes with what others tell. */
  #wake(): void {
    this.#cancelTimer()
    this.#cancelTimer = () => {}
    const { clock } = this.#parts
    const nowMs = clock.now()
    const nextMs = nextLookMs(this.state, nowMs)
    if (nextMs === null) return
    const inMs = nextMs <= nowMs ? SOON_MS : Math.min(nextMs - nowMs, LATEST_MS)
    this.#cancelTimer = clock.after(inMs, () => this.#safely(() => this.decide({ kind: 'tick' })))
  }

  /** Nobody is there to hear of a failure, and it must keep nothing else from being done. */
  #safely(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('lightsFailed', error)
    }
  }
}
