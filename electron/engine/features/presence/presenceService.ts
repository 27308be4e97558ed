/** Notices where the person is and how the day adds up: facts become presence, rhythm, minutes and days. */
import type { FactReport, PresenceSnapshot } from '../../../contract/presence.ts'
import type { Settings } from '../../../contract/settings.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import type { AppCategory, MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import { isAttended, withInput, withMachine, withSwitches } from '../../../core/presence/minuteSums.ts'
import type { Presence } from '../../../core/presence/presenceFrom.ts'
import { sensingPlan } from '../../../core/presence/sensingPlan.ts'
import type { AppSample, InputCounts, MachineSample } from '../../../core/presence/sensor.ts'
import { type Situation, situationOf } from '../../../core/presence/situation.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Keeper } from '../../ports/keeper.ts'
import type { SensorSink, Sensors } from '../../ports/presence.ts'
import type { Store } from '../../store/sql.ts'
import { CloserLook } from './closerLook.ts'
import { DayQueries } from './dayQueries.ts'
import { PassingTime } from './passingTime.ts'
import { PresenceKeeper } from './presenceKeeper.ts'
import { presenceSnapshot, snapshotKey } from './presenceSnapshot.ts'
import { PresenceStore } from './presenceStore.ts'
import { Programs } from './programs.ts'
import { Retirement } from './retirement.ts'
import { SensorBook } from './sensorBook.ts'

const TICK_MS = 5_000

export interface PresenceParts {
  store: Store
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  sensors: Sensors
  settings: () => Settings
  /** Whether a device of the person's own is listened to; `devicesChanged` says when to ask again. */
  isDeviceRunning?: () => boolean
  /** Epoch ms at which this machine started. Where it is given, a machine that ran on without Lull was not at rest. */
  bootedAtMs?: () => number
}

export class PresenceService {
  /** What is kept, for counting, export and erasing. */
  readonly keeper: Keeper
  readonly days: DayQueries
  readonly programs: Programs
  readonly #parts: PresenceParts
  readonly #rows: PresenceStore
  readonly #time: PassingTime
  readonly #retirement: Retirement
  readonly #book = new SensorBook()
  readonly #closerLook: CloserLook
  #presence: Presence
  #toldKey = ''
  #running = false
  #stops: (() => void)[] = []
  #cancelTick = () => {}

  constructor(parts: PresenceParts) {
    const { store, clock, calendar } = parts
    this.#parts = parts
    this.#rows = new PresenceStore(store)
    this.#retirement = new Retirement({ ...parts, rows: this.#rows })
    this.#time = new PassingTime({
      ...parts,
      rows: this.#rows,
      wanted: () => this.#book.plan.wanted,
      jumped: (jump, nowMs) => {
        this.#retirement.clockMoved(nowMs)
        if (jump.kind === 'slept') this.#book.woke()
        else this.#book.clockSetBack(jump.byMs)
      },
    })
    this.#closerLook = new CloserLook((isWanted) => parts.sensors.lookCloser(isWanted))
    this.days = new DayQueries({ rows: this.#rows, calendar, clock })
    this.programs = new Programs(this.#rows)
    this.keeper = new PresenceKeeper({
      store,
      forgetPrograms: () => this.programs.forget(),
      forgetTime: () => this.#time.forget(),
      forgetSums: () => this.#rows.forgetSums(),
      today: () => workDay(calendar.moment(clock.now())),
    })
    this.#presence = this.#book.presence(clock.now())
  }

  start(): void {
    const { bus, clock, sensors, settings, bootedAtMs } = this.#parts
    this.#running = true
    this.#book.follow(sensingPlan(settings(), clock.now()))
    this.#time.begin(bootedAtMs?.() ?? null)
    this.#stops = [
      bus.on('settingsChanged', () => this.#changed()),
      bus.on('devicesChanged', () => this.#changed()),
      bus.on('everythingErased', () => this.#forgetAll()),
    ]
    sensors.start(this.#sink)
    sensors.want(this.#book.plan.wanted)
    this.#closerLook.start()
    this.#tick()
  }

  /** Keeps what was noticed until now, also of the minute going on. */
  stop(): void {
    if (!this.#running) return
    this.#guarded(() => {
      this.#time.pass()
      this.#time.close(true)
    })
    this.#running = false
    this.#cancelTick()
    for (const stop of this.#stops) stop()
    this.#closerLook.stop()
    this.#parts.sensors.stop()
  }

  snapshot(): PresenceSnapshot {
    const { settings, isDeviceRunning } = this.#parts
    return presenceSnapshot({
      presence: this.#presence,
      standing: this.#time.standing,
      plan: this.#book.plan,
      allowed: settings().sensing,
      conditions: this.#book.conditions,
      lastAtMs: this.#book.lastAtMs,
      isDeviceRunning: isDeviceRunning?.() ?? false,
    })
  }

  /** All that is known of now, as one value. */
  get situation(): Situation {
    return this.#time.situation
  }

  /** Since the last key or pointer use, ms, as far as the last look can vouch; null when nobody can tell. */
  inputIdleMs(nowMs: number): number | null {
    return this.#book.inputIdleMs(nowMs)
  }

  /** While wanted, `inputIdleMs` is right to about two seconds; each look wakes the machine, so only while one waits. */
  lookCloser(isWanted: boolean): void {
    this.#closerLook.want(isWanted)
  }

  /** Name of the shell's probe that tells idle time now: nothing else need be started for it. Null without one. */
  shellIdleSource(): string | null {
    return this.#book.shellIdleSource(this.#parts.clock.now())
  }

  /** Readings of the shell. @throws EngineError INVALID_INPUT when some were refused; the others were taken in. */
  report(readings: readonly FactReport[]): void {
    let refused = 0
    this.#heard((nowMs) => {
      for (const { sinceMs, idleMs, ...reading } of readings) {
        const told = { ...(sinceMs !== undefined && { sinceMs }), ...(idleMs !== undefined && { idleMs }) }
        if (this.#book.takeFact({ ...reading, ...told }, nowMs, 'shell') === 'refused') refused += 1
      }
    })
    if (refused === 0) return
    throw new EngineError('INVALID_INPUT', `${refused} of ${readings.length} readings were refused.`)
  }

  mapProgram(app: string, category: AppCategory | null): void {
    this.programs.map(app, category)
    this.#heard(() => {})
  }

  /** Minutes that begin in a span of time, its end not included. */
  minutes(fromMs: number, toMs: number): MinuteRecord[] {
    return this.#rows.minutes(fromMs, toMs)
  }

  readonly #sink: SensorSink = {
    fact: (reading) => this.#heard((nowMs) => this.#book.takeFact(reading, nowMs, 'sensor')),
    app: (sample) => this.#heard((nowMs) => this.#takeApp(sample, nowMs)),
    input: (counts) => this.#heard((nowMs) => this.#takeInput(counts, nowMs)),
    machine: (sample) => this.#heard((nowMs) => this.#takeMachine(sample, nowMs)),
    condition: (sensor, condition) => this.#heard(() => this.#book.takeCondition(sensor, condition)),
  }

  #takeApp(sample: AppSample, nowMs: number): void {
    const { taken, before, seconds, isSwitch } = this.#book.takeApp(sample, nowMs)
    if (taken !== 'taken') return
    const attended = isAttended(this.#time.situation)
    const switches = isSwitch && attended ? 1 : 0
    if (sample.app !== null) this.#time.count(sample.atMs, nowMs, (minute) => withSwitches(minute, switches))
    if (before !== null && attended && seconds > 0) this.programs.see(before, seconds)
  }

  #takeInput(counts: InputCounts, nowMs: number): void {
    if (this.#book.takeInput(counts, nowMs) !== 'taken') return
    // The minute it ended in: where counts come once a minute, each minute has its own.
    this.#time.count(counts.toMs - 1, nowMs, (minute) => withInput(minute, counts))
  }

  #takeMachine(sample: MachineSample, nowMs: number): void {
    if (this.#book.takeMachine(sample, nowMs) !== 'taken') return
    this.#time.count(sample.atMs, nowMs, (minute) => withMachine(minute, sample))
  }

  #heard(take: (nowMs: number) => void): void {
    if (!this.#running) return
    this.#guarded(() => {
      const nowMs = this.#time.pass()
      take(nowMs)
      this.#refresh(nowMs)
    })
  }

  /** Settings or devices changed: time until now belongs to what was before. */
  #changed(): void {
    this.#heard((nowMs) => this.#follow(nowMs))
  }

  #tick(): void {
    this.#cancelTick = this.#parts.clock.after(TICK_MS, () => this.#tick())
    const nowMs = this.#parts.clock.now()
    // Each by itself: whoever breaks on hearing one of them must not keep the others from being done.
    this.#guarded(() => this.#time.pass())
    this.#guarded(() => this.#follow(nowMs))
    this.#guarded(() => this.#refresh(nowMs, 'tick'))
    this.#guarded(() => this.#time.finish(nowMs))
    this.#guarded(() => this.#retirement.retire(nowMs))
    this.#tellRefused()
  }

  /** Starts and stops sensors as the settings say now. */
  #follow(nowMs: number): void {
    const settings = this.#parts.settings()
    const plan = sensingPlan(settings, nowMs)
    const { wanted } = this.#book.plan
    if (!settings.sensing.apps) this.programs.forgetSeen()
    const isSame = plan.wanted.size === wanted.size && [...wanted].every((sensor) => plan.wanted.has(sensor))
    if (plan.wanted.size === 0) this.#time.close(false)
    this.#book.follow(plan)
    if (!isSame) this.#parts.sensors.want(plan.wanted)
  }

  #refresh(nowMs: number, why: 'heard' | 'tick' = 'heard'): void {
    const presence = this.#book.presence(nowMs)
    const app = this.#book.app(nowMs)
    const situation = situationOf(presence, app === null ? null : this.programs.category(app))
    const isOther = this.#time.stand(situation, presence.activity, nowMs)
    this.#presence = presence
    this.#closerLook.follow(presence.activity.value)
    if (why === 'tick' || isOther) this.#guarded(() => this.#time.tellRhythm(nowMs))
    const snapshot = this.snapshot()
    const key = snapshotKey(snapshot)
    if (key === this.#toldKey) return
    this.#toldKey = key
    this.#parts.bus.emit('presenceChanged', snapshot)
  }

  #tellRefused(): void {
    const refused = this.#book.takeRefused()
    if (refused > 0) this.#parts.log.warn('presenceReadingsRefused', { count: refused })
  }

  #forgetAll(): void {
    this.programs.forget()
    this.#time.forget()
  }

  /** A bug here must end neither the sensors nor the clock. */
  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('presenceFailed', error)
    }
  }
}
