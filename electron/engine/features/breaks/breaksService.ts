/** Looks, decides, keeps and tells: breaks as they are offered, taken and left, from what others know of now. */
import type { BreakView } from '../../../contract/breaks.ts'
import type { Answer } from '../../../core/breaks/answers.ts'
import { BEGINNING_MS, isBeginning } from '../../../core/breaks/beginning.ts'
import type { BreakEffect } from '../../../core/breaks/breakEffects.ts'
import type { BreakFacts } from '../../../core/breaks/breakFacts.ts'
import { isSomebodyThere } from '../../../core/breaks/breakFacts.ts'
import type { BreakState } from '../../../core/breaks/breakState.ts'
import type { BreakEvent } from '../../../core/breaks/decideBreak.ts'
import type { BreakKind, Invitation } from '../../../core/breaks/kinds.ts'
import { looksForGap, nextLookInMs } from '../../../core/breaks/nextLook.ts'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import { pauseAt } from '../../../core/presence/sensingPlan.ts'
import { noRhythmYet, type WorkRhythm } from '../../../core/stress/workRhythm.ts'
import { EngineError } from '../../errors.ts'
import { happeningIn } from './breakHappening.ts'
import { BreakHistory } from './breakHistory.ts'
import { BreakKeeper } from './breakKeeper.ts'
import { BreakMemory } from './breakMemory.ts'
import { breakRefused } from './breakRefused.ts'
import type { BreaksParts } from './breaksParts.ts'
import { BreaksStore } from './breaksStore.ts'
import { BreakTold } from './breakTold.ts'
import { factsNow } from './factsNow.ts'
import { OwnCommands } from './ownCommands.ts'

const MINUTE_MS = 60_000

export class BreaksService {
  readonly keeper: BreakKeeper
  readonly history: BreakHistory
  readonly commands: OwnCommands
  readonly #parts: BreaksParts
  readonly #rows: BreaksStore
  readonly #memory: BreakMemory
  readonly #told: BreakTold
  readonly #stopListening: (() => void)[] = []
  #rhythm: WorkRhythm = noRhythmYet
  #isAsleep = false
  #begunAtMs = 0
  #cancelTimer = () => {}

  constructor(parts: BreaksParts) {
    const { store, runOwnCommand } = parts
    this.#parts = parts
    this.#rows = new BreaksStore(store)
    this.#memory = new BreakMemory({ ...parts, rows: this.#rows })
    this.history = new BreakHistory(parts)
    this.commands = new OwnCommands({ ...parts, run: runOwnCommand, changed: () => this.#tell() })
    const shared = { ...parts, rows: this.#rows, memory: this.#memory, history: this.history }
    this.#told = new BreakTold({ ...shared, commands: this.commands, facts: (now) => this.#facts(now) })
    this.keeper = new BreakKeeper({ ...shared, now: () => this.#now(), erased: () => this.#erased() })
  }

  /** What happened while Lull was not there is over before anybody is told of anything. */
  start(): void {
    const { bus, settings, clock } = this.#parts
    this.#begunAtMs = clock.now()
    this.#stopListening.push(clock.after(BEGINNING_MS, () => this.#safely(() => this.#look())))
    this.#memory.load(settings().breaks, this.#now())
    this.#do({ kind: 'restarted' })
    this.#followSensing()
    const on: typeof bus.on = (name, listener) =>
      bus.on(name, (payload) => this.#safely(() => listener(payload)))
    this.#stopListening.push(
      on('rhythmAdvanced', ({ rhythm }) => {
        this.#rhythm = rhythm
        this.#look()
      }),
      on('presenceChanged', ({ activity }) => this.#presenceChanged(activity.value === 'asleep')),
      on('stressChanged', ({ strain }) => {
        if ((strain.phase === 'raised') !== this.#memory.state.look?.facts.strainRaised) this.#look()
      }),
      on('settingsChanged', () => this.#settingsChanged()),
      on('everythingErased', () => this.#everythingErased()),
    )
  }

  stop(): void {
    this.#cancelTimer()
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#memory.write(this.#parts.clock.now())
  }

  view(): BreakView {
    return this.#told.view()
  }

  /** @throws EngineError BREAK_REFUSED */
  answer(id: number, answer: Answer): void {
    this.#ask({ kind: 'answered', id, answer })
  }

  /** @throws EngineError BREAK_REFUSED */
  begin(breakKind: BreakKind, arm: Invitation | null): void {
    this.#ask({ kind: 'started', breakKind, arm })
  }

  /** @throws EngineError BREAK_REFUSED */
  showOnPurpose(): void {
    this.#ask({ kind: 'shownOnPurpose' })
  }

  /** Also when it comes too late to be learnt from. @throws EngineError NOT_FOUND */
  rate(nudgeId: number, helped: boolean): void {
    if (!this.#rows.rate(nudgeId, helped)) throw new EngineError('NOT_FOUND', 'There was no such pause.')
    this.#do({ kind: 'rated', nudgeId, helped })
  }

  /** @param minutes null: until the day begins anew. */
  pause(minutes: number | null): void {
    const untilMs = minutes === null ? null : this.#parts.clock.now() + minutes * MINUTE_MS
    this.#do({ kind: 'paused', untilMs })
  }

  resume(): void {
    this.#do({ kind: 'unpaused' })
    this.#look()
  }

  displays(displays: readonly string[]): void {
    this.#do({ kind: 'displaysChanged', displays: [...new Set(displays)] })
  }

  drawn(id: number, display: string): void {
    this.#told.drawn(id, display)
  }

  notDrawn(id: number, display: string | null): void {
    this.#do({ kind: 'notDrawn', id, display })
  }

  /** Calendar day now, counted from 1970-01-01. */
  today(): number {
    return this.#now().dayNumber
  }

  get state(): BreakState {
    return this.#memory.state
  }

  #now(): LocalMoment {
    const { calendar, clock } = this.#parts
    return calendar.moment(clock.now())
  }

  #facts(now: LocalMoment): BreakFacts {
    return factsNow(this.#parts, this.#rhythm, now)
  }

  /** Nobody is there to be asked while the machine sleeps, and nothing is to wake it; where it runs on, a break ends. */
  #look(): void {
    const { running } = this.#memory.state
    const isOver = running !== null && this.#parts.clock.now() >= running.endsAtMs
    if (this.#isAsleep && !isOver) return
    this.#followSensing()
    const now = this.#now()
    const facts = this.#facts(now)
    if (!isOver && isBeginning(facts, this.#begunAtMs, now.atMs)) return
    this.#do({ kind: 'tick', facts })
  }

  #presenceChanged(isAsleep: boolean): void {
    const wasAsleep = this.#isAsleep
    this.#isAsleep = isAsleep
    if (isAsleep && !wasAsleep) this.#do({ kind: 'suspended' })
    if (!isAsleep && wasAsleep) this.#do({ kind: 'resumed' })
    this.#look()
  }

  /** Who pauses all sensing does not want to be spoken to either. */
  #followSensing(): void {
    const isPaused = pauseAt(this.#parts.settings(), this.#parts.clock.now()) !== null
    if (isPaused !== this.#memory.state.isSensingPaused) this.#do({ kind: 'sensingPaused', isPaused })
  }

  #settingsChanged(): void {
    const { breaks } = this.#parts.settings()
    const isOther = JSON.stringify(breaks) !== JSON.stringify(this.#memory.state.settings)
    if (isOther) this.#do({ kind: 'settingsChanged', settings: breaks })
    this.#look()
  }

  #everythingErased(): void {
    this.commands.forget()
    this.#memory.forget(this.#now())
    this.#erased()
  }

  #erased(): void {
    this.history.forget()
    this.#told.forgetToday()
    this.#wake()
    this.#tell()
  }

  #ask(event: BreakEvent): void {
    for (const effect of this.#do(event)) if (effect.kind === 'refused') throw breakRefused(effect.because)
  }

  #do(event: BreakEvent): BreakEffect[] {
    const before = this.#memory.state
    const effects = this.#memory.decide(event, this.#now())
    if (effects.some(({ kind }) => kind === 'entered')) this.#told.forgetToday()
    if (effects.some(({ kind }) => kind === 'outcome')) this.history.forget()
    this.#tell()
    for (const effect of effects) this.#safely(() => this.#happened(effect, before))
    this.#wake()
    return effects
  }

  /** Told when it is on disk. */
  #happened(effect: BreakEffect, before: BreakState): void {
    const { bus, clock } = this.#parts
    const atMs = clock.now()
    const happening = happeningIn(effect, before, atMs)
    if (happening === null) return
    const { what, running, about } = happening
    bus.emit('breakHappened', { what, running, atMs })
    this.commands.happened(what, about)
  }

  #tell(): void {
    this.#safely(() => this.#told.tell())
  }

  /** Looks again when something is over by the clock; everything else comes with what others tell. */
  #wake(): void {
    const { clock, lookCloser } = this.#parts
    const { state } = this.#memory
    const nowMs = clock.now()
    const isSought = looksForGap(state, nowMs) && state.look !== null && isSomebodyThere(state.look.facts)
    lookCloser(isSought)
    this.#cancelTimer()
    this.#cancelTimer = () => {}
    const inMs = this.#isAsleep ? null : nextLookInMs(state, nowMs)
    if (inMs === null) return
    this.#cancelTimer = clock.after(inMs, () => this.#safely(() => this.#look()))
  }

  /** Nobody is there to hear of a failure, and it must keep nothing else from being done. */
  #safely(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('breaksFailed', error)
    }
  }
}
