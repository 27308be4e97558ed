/** Takes time in as it passes: each moment belongs to what was known then, sleep is rest, and a clock may jump. */
import type { Settings } from '../../../contract/settings.ts'
import { shiftedRhythm } from '../../../core/presence/clockShift.ts'
import { isWithin } from '../../../core/presence/localMoment.ts'
import type { MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import type { MinuteCounts } from '../../../core/presence/minuteSums.ts'
import type { Presence } from '../../../core/presence/presenceFrom.ts'
import type { SensorId } from '../../../core/presence/sensor.ts'
import { NOTHING_KNOWN, type Situation, standingIn } from '../../../core/presence/situation.ts'
import { tickBetween } from '../../../core/presence/sleepGap.ts'
import type { Standing } from '../../../core/presence/standing.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PresenceStore } from './presenceStore.ts'
import { TimeRecorder } from './timeRecorder.ts'

/** What could not be written is tried again after this. */
const RETRY_MS = 60_000
/** A machine that was off for this long was left alone; a shorter gap is a restart, and says nothing. */
const LEAST_OFF_MS = 5 * 60_000
const ASLEEP: Situation = { ...NOTHING_KNOWN, activity: 'asleep' }

interface PassingTimeParts {
  rows: PresenceStore
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  /** Sensors that may run; with none of them nothing is noted. */
  wanted: () => ReadonlySet<SensorId>
  /** The clock jumped forward, which is sleep, or was set back. */
  jumped: (jump: { kind: 'slept' } | { kind: 'clock_set_back'; byMs: number }, nowMs: number) => void
}

export class PassingTime {
  #situation: Situation = NOTHING_KNOWN
  #standing: Standing = 'unknown'
  /** Epoch ms up to which time was taken in. */
  #passedMs: number
  #retryAtMs = 0
  readonly #recorder: TimeRecorder
  readonly #parts: PassingTimeParts

  constructor(parts: PassingTimeParts) {
    this.#parts = parts
    this.#passedMs = parts.clock.now()
    this.#recorder = new TimeRecorder(parts.rows, parts.calendar)
  }

  get situation(): Situation {
    return this.#situation
  }

  get standing(): Standing {
    return this.#standing
  }

  /** The rhythm of before a restart goes on; what lies between is rest when the machine was off, else unknown. */
  begin(bootedAtMs: number | null): void {
    const nowMs = this.#parts.clock.now()
    this.#passedMs = nowMs
    this.#recorder.beginAt(nowMs)
    const kept = this.#parts.rows.keptRhythm()
    if (!kept) return
    const aheadMs = Math.max(0, kept.atMs - nowMs)
    this.#recorder.restore({ ...kept, rhythm: shiftedRhythm(kept.rhythm, aheadMs) })
    const wasOff = nowMs - kept.atMs >= LEAST_OFF_MS && (bootedAtMs === null || bootedAtMs > kept.atMs)
    if (kept.noting && this.#noting && wasOff) this.#note(kept.atMs, nowMs, 'slept')
    else if (aheadMs === 0) this.#recorder.passUnnoted(kept.atMs, nowMs)
  }

  /** To be called before anything new is learned. @returns the time now. */
  pass(): number {
    const nowMs = this.#parts.clock.now()
    const tick = tickBetween(this.#passedMs, nowMs)
    if (tick.kind === 'clock_set_back') this.#setBack(tick.byMs, nowMs)
    else if (nowMs > this.#passedMs) {
      this.#note(this.#passedMs, nowMs, tick.kind)
      this.#passedMs = nowMs
      if (tick.kind === 'slept') this.#parts.jumped(tick, nowMs)
    }
    return nowMs
  }

  /** From now on this is how it is. @returns whether work became rest, or the other way round. */
  stand(situation: Situation, activity: Presence['activity'], nowMs: number): boolean {
    const rules = this.#parts.settings()
    const isLearnedLate = this.#learnIdle(activity, nowMs)
    const standing = standingIn(situation, rules)
    const isOther = standing !== this.#standing
    this.#situation = situation
    this.#standing = standing
    return isOther || isLearnedLate
  }

  tellRhythm(nowMs: number): void {
    this.#parts.bus.emit('rhythmAdvanced', { ...this.#recorder.takeRhythm(), atMs: nowMs })
  }

  /** Counts something in the minute it happened in. */
  count(atMs: number, nowMs: number, change: (counts: MinuteCounts) => MinuteCounts): void {
    this.#recorder.count(atMs, nowMs, change)
  }

  /** Writes the minutes that are over. */
  finish(nowMs: number): void {
    if (!this.#noting || nowMs < this.#retryAtMs) return
    const isKept = this.#keep(() => this.#recorder.finish(nowMs))
    if (isKept) return
    this.#retryAtMs = nowMs + RETRY_MS
    this.#recorder.giveUpOld(nowMs)
  }

  /** Writes everything until now; `goesOn` tells whether noting does, for what comes after a pause is nobody's business. */
  close(goesOn: boolean): void {
    if (this.#noting) this.#keep(() => this.#recorder.close(goesOn))
  }

  forget(): void {
    this.pass()
    this.#recorder.forget()
  }

  get #noting(): boolean {
    return this.#parts.wanted().size > 0
  }

  #note(fromMs: number, toMs: number, kind: 'steady' | 'slept'): void {
    const { settings, calendar, wanted } = this.#parts
    if (!this.#noting) {
      this.#recorder.passUnnoted(fromMs, toMs)
      return
    }
    const { quietHours } = settings()
    const late = quietHours && isWithin(quietHours, calendar.moment(fromMs).minuteOfDay)
    const isAsleep = kind === 'slept' && wanted().has('presence')
    const unseen = isAsleep ? ASLEEP : NOTHING_KNOWN
    const situation = kind === 'steady' ? this.#situation : unseen
    const standing = kind === 'steady' ? this.#standing : standingIn(unseen, settings())
    const passed = { fromMs, toMs, situation, standing, late }
    if (kind === 'steady') this.#recorder.pass(passed)
    else this.#recorder.passUnseen(passed)
  }

  #setBack(byMs: number, nowMs: number): void {
    this.close(true)
    this.#recorder.clockSetBack(byMs)
    this.#passedMs = nowMs
    this.#retryAtMs = 0
    this.#parts.jumped({ kind: 'clock_set_back', byMs }, nowMs)
    this.#parts.bus.emit('clockSetBack', { byMs, atMs: nowMs })
  }

  /** Idleness is noticed late: it began with the last input. */
  #learnIdle(activity: Presence['activity'], nowMs: number): boolean {
    const isNew = activity.value === 'idle' && this.#situation.activity !== 'idle'
    if (!isNew || activity.sinceMs === null || activity.sinceMs >= nowMs) return false
    this.#recorder.idleSince(activity.sinceMs, this.#parts.settings())
    return true
  }

  /** Commits first, tells after; a disk that is full must not stop time. */
  #keep(write: () => MinuteRecord[]): boolean {
    let minutes: MinuteRecord[]
    try {
      minutes = write()
    } catch (error) {
      this.#parts.log.error('minutesNotKept', error)
      return false
    }
    for (const minute of minutes) this.#parts.bus.emit('minuteFinished', minute)
    return true
  }
}
