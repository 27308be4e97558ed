/** Beats and minutes become two scores: this starts and stops what does so, and answers for it. */
import type { StressSnapshot, WrongStretch } from '../../../contract/stress.ts'
import { isSensorOn } from '../../../core/stress/families.ts'
import type { Keeper } from '../../ports/keeper.ts'
import { BeatIntake } from './beatIntake.ts'
import { BeatSources } from './beatSources.ts'
import { BeatStore } from './beatStore.ts'
import { BodyWindows } from './bodyWindows.ts'
import { CheckinAnswers } from './checkinAnswers.ts'
import { Explanations } from './explanations.ts'
import { HowWell } from './howWell.ts'
import { LiveScores } from './liveScores.ts'
import { NightlyStore } from './nightlyStore.ts'
import { QuietMinutes } from './quietMinutes.ts'
import { Retention } from './retention.ts'
import { ScoreDays } from './scoreDays.ts'
import { ScoreHistory } from './scoreHistory.ts'
import { ScoreRecorder } from './scoreRecorder.ts'
import { ScoreStore } from './scoreStore.ts'
import { StrainKeeper } from './strainKeeper.ts'
import { StrainStateStore } from './strainState.ts'
import { StressErasure } from './stressErasure.ts'
import type { StressParts } from './stressParts.ts'
import { looks } from './stressViews.ts'
import { UsualWorkKeeper } from './usualWorkKeeper.ts'
import { WindowStore } from './windowStore.ts'
import { WorkWindowStore } from './workWindowStore.ts'
import { WrongStretches } from './wrongStretches.ts'

/** A disk that is full would fill the log as well. */
const FAILURES_LOGGED_EVERY_MS = 60_000

export class StressService {
  readonly keeper: Keeper
  readonly #parts: StressParts
  readonly #erasure: StressErasure
  readonly #states: StrainStateStore
  readonly #strain = new StrainKeeper()
  readonly #wrong: WrongStretches
  readonly #windows: WindowStore
  readonly #quiet: QuietMinutes
  readonly #body: BodyWindows
  readonly #work: UsualWorkKeeper
  readonly #answers: CheckinAnswers
  readonly #howWell: HowWell
  readonly #recorder: ScoreRecorder
  readonly #live: LiveScores
  readonly #intake: BeatIntake
  readonly #history: ScoreHistory
  readonly #explanations: Explanations
  readonly #retention: Retention
  readonly #stopListening: (() => void)[] = []
  #looked = ''
  #lastFailureMs: number | null = null

  constructor(parts: StressParts) {
    this.#parts = parts
    const { store, clock, calendar, log } = parts
    const sources = new BeatSources(store)
    const nightly = new NightlyStore(store, calendar, sources)
    const beats = new BeatStore(store, sources, nightly)
    const windows = new WindowStore(store, sources)
    const scores = new ScoreStore(store)
    const days = new ScoreDays(store)
    const workWindows = new WorkWindowStore(store)
    this.#windows = windows
    this.#states = new StrainStateStore(store, log)
    this.#wrong = new WrongStretches(store)
    this.#quiet = new QuietMinutes(windows, this.#wrong)
    this.#body = new BodyWindows(this.#quiet, calendar)
    this.#work = new UsualWorkKeeper({ ...parts, store: workWindows, wrong: this.#wrong })
    this.#answers = new CheckinAnswers(parts.checkins)
    this.#howWell = new HowWell(parts.scoredCheckins)
    const shared = {
      ...parts,
      ...{ sources, nightly, beats, windows, scores, days, workWindows, states: this.#states },
      ...{ strain: this.#strain, wrong: this.#wrong, quiet: this.#quiet, body: this.#body, work: this.#work },
      safely: (work: () => void) => this.#safely(work),
    }
    this.#recorder = new ScoreRecorder({ ...shared, strainState: () => this.#strain.state() })
    this.#live = new LiveScores({
      ...shared,
      answers: this.#answers,
      recorder: this.#recorder,
      changed: () => this.#tell(),
    })
    this.#intake = new BeatIntake({
      ...{ store: beats, clock, log },
      committed: (readings) => this.#safely(() => this.#takeBeats(readings)),
    })
    this.#history = new ScoreHistory(shared)
    this.#explanations = new Explanations(shared)
    this.#retention = new Retention({ ...shared, work: workWindows })
    this.#erasure = new StressErasure({ ...shared, intake: this.#intake, erased: () => this.#live.rescore() })
    this.keeper = this.#erasure
  }

  start(): void {
    const { bus, clock, calendar } = this.#parts
    const now = calendar.moment(clock.now())
    this.#wrong.load()
    this.#quiet.load(now.atMs)
    this.#work.load(now.atMs)
    this.#recorder.decided(this.#strain.restore(this.#states.read(), now), now)
    const on: typeof bus.on = (name, listener) =>
      bus.on(name, (payload) => this.#safely(() => listener(payload)))
    this.#stopListening.push(
      on('readingsTaken', (readings) => {
        // Whatever is still on its way: a body that weighs nothing is neither read nor kept.
        if (isSensorOn(this.#parts.settings().weights, 'body')) this.#intake.take(readings)
      }),
      on('rhythmAdvanced', ({ rhythm, effects }) => this.#live.rhythmAdvanced(rhythm, effects)),
      on('minuteFinished', (minute) => this.#work.take(minute)),
      on('presenceChanged', (presence) => this.#live.presenceChanged(presence)),
      on('settingsChanged', (settings) => this.#live.settingsChanged(settings)),
      on('checkinsChanged', () => this.#checkinsChanged()),
      on('checkinErased', ({ atMs }) => this.#erasure.eraseAnswer(atMs)),
      on('clockSetBack', () => this.#clockSetBack()),
      on('everythingErased', () => this.#everythingErased()),
    )
    this.#retention.start()
  }

  stop(): void {
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#retention.stop()
    this.#safely(() => this.#intake.stop())
    this.#live.stop()
    this.#safely(() => this.#recorder.save(this.#parts.clock.now()))
  }

  snapshot(): StressSnapshot {
    return this.#live.snapshot()
  }

  day(workDay: number) {
    return this.#history.day(workDay)
  }

  /** @throws EngineError INVALID_INPUT */
  days(fromDay: number, toDay: number) {
    return this.#history.range(fromDay, toDay)
  }

  /** @throws EngineError NOT_FOUND */
  explain(atMs: number) {
    return this.#explanations.explain(atMs)
  }

  /** @throws EngineError INVALID_INPUT */
  markWrong(stretch: WrongStretch): WrongStretch {
    this.#wrong.mark(stretch)
    this.#recount()
    return stretch
  }

  /** @throws EngineError NOT_FOUND */
  unmarkWrong(id: string): void {
    this.#wrong.unmark(id)
    this.#recount()
  }

  howWell() {
    return this.#howWell.answer()
  }

  /** S as it stands without the person's own answers; null while it may not be shown. */
  strainWithoutSelf(nowMs: number): number | null {
    return this.#strain.withoutSelf(nowMs)
  }

  /** Beats a minute over good minutes that ended in a stretch; null: none was measured. */
  meanHeartRate(afterMs: number, toMs: number): number | null {
    return this.#windows.meanHeartRate(afterMs, toMs)
  }

  #takeBeats(readings: Parameters<BodyWindows['take']>[0]): void {
    const now = this.#parts.clock.now()
    this.#live.judged(this.#body.take(readings, now, this.#live.atDeskSinceMs))
  }

  #recount(): void {
    this.#quiet.recount()
    this.#body.recount()
    this.#work.recount()
    this.#live.rescore()
  }

  #checkinsChanged(): void {
    this.#answers.forget()
    this.#howWell.forget()
    this.#live.rescore()
  }

  #everythingErased(): void {
    this.#live.forget()
    this.#answers.forget()
    this.#howWell.forget()
    this.#erasure.eraseEverything()
  }

  /** What was under way by the other clock is of no time any more. */
  #clockSetBack(): void {
    this.#body.forget()
    this.#work.forgetMinutes()
    this.#live.clockSetBack()
    this.#live.rescore()
  }

  #tell(): void {
    const snapshot = this.#live.snapshot()
    const look = looks(snapshot)
    if (look === this.#looked) return
    this.#looked = look
    this.#parts.bus.emit('stressChanged', snapshot)
  }

  /** What goes wrong here, such as a full disk, must not stop who told of it. */
  #safely(work: () => void): void {
    try {
      work()
    } catch (error) {
      const now = this.#parts.clock.now()
      const isLogged =
        this.#lastFailureMs !== null && Math.abs(now - this.#lastFailureMs) < FAILURES_LOGGED_EVERY_MS
      if (isLogged) return
      this.#lastFailureMs = now
      this.#parts.log.error('stressFailed', error)
    }
  }
}
