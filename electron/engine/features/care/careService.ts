/** Care around talks: own people and plan, coming back to a hard moment, and what Lull says of itself and when. */
import type { CareView } from '../../../contract/care.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { CheckBackAnswer } from '../../../core/care/checkBack.ts'
import { noticeDue } from '../../../core/care/noticeDue.ts'
import type { Notice, NoticeKind } from '../../../core/care/notices.ts'
import { type ReferralMonth, referralMonths } from '../../../core/care/referralMonths.ts'
import type { OwnPerson, SafetyPlan } from '../../../core/care/safetyPlan.ts'
import { isNight, type TimeSpan, usedMs } from '../../../core/care/useOfTime.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { CareForTalks } from '../../ports/care.ts'
import type { Clock } from '../../ports/clock.ts'
import type { WrittenBefore } from '../../ports/writtenMessages.ts'
import type { Store } from '../../store/sql.ts'
import { CareKeeper } from './careKeeper.ts'
import { CareStore } from './careStore.ts'
import { CheckBacks, type CheckBacksParts } from './checkBacks.ts'
import { OwnPlan } from './ownPlan.ts'
import { TalkTimes } from './talkTimes.ts'

const MINUTE_MS = 60_000

export interface CareParts {
  store: Store
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  writtenBefore: WrittenBefore
  talkIs: CheckBacksParts['talkIs']
  checkBackWords: CheckBacksParts['checkBackWords']
}

export class CareService implements CareForTalks {
  readonly keeper: CareKeeper
  readonly #parts: CareParts
  readonly #rows: CareStore
  readonly #ownPlan: OwnPlan
  readonly #checkBacks: CheckBacks
  readonly #times: TalkTimes
  readonly #stopListening: (() => void)[] = []
  #cancelTimer = () => {}
  #putAway: Partial<Record<NoticeKind, number>> | null = null
  /** Notice and check-back as they were told last. */
  #told = ''

  constructor(parts: CareParts) {
    const { store, clock, writtenBefore } = parts
    this.#parts = parts
    this.#rows = new CareStore(store)
    this.#times = new TalkTimes(clock, writtenBefore)
    this.#checkBacks = new CheckBacks({ ...parts, rows: this.#rows })
    this.#ownPlan = new OwnPlan({ ...parts, rows: this.#rows, changed: () => this.#tell() })
    this.keeper = new CareKeeper({
      store,
      rows: this.#rows,
      ownPlan: this.#ownPlan,
      momentsErased: () => this.#forgetMoments(),
    })
  }

  start(): void {
    const { bus } = this.#parts
    this.#checkBacks.start()
    this.#stopListening.push(
      bus.on('conversationChanged', ({ change }) => {
        this.#times.take(change)
        if (change.type === 'erased') this.#checkBacks.talkErased()
        if (change.type !== 'reply') this.#look()
      }),
      bus.on('settingsChanged', () => this.#look()),
      bus.on('everythingErased', () => {
        this.#ownPlan.forget()
        this.#forgetMoments()
      }),
    )
    this.#lookEachMinute()
  }

  /** After the talks: what they erased for good takes its moments with it. */
  stop(): void {
    this.#cancelTimer()
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#ownPlan.forget()
    this.#checkBacks.stop()
  }

  view(): CareView {
    return {
      people: [...this.#ownPlan.people()],
      plan: this.#ownPlan.plan(),
      checkBack: this.#checkBacks.due(),
      notice: this.#notice(),
    }
  }

  people(): readonly OwnPerson[] {
    return this.#ownPlan.people()
  }

  /** @throws EngineError INVALID_INPUT, DISK_FULL */
  setPeople(people: readonly OwnPerson[]): void {
    this.#ownPlan.setPeople(people)
  }

  /** @returns for how long the one before can be brought back, in seconds. @throws EngineError DISK_FULL */
  savePlan(steps: SafetyPlan['steps']): number {
    return this.#ownPlan.savePlan(steps)
  }

  /** @returns as `savePlan`. @throws EngineError NOT_FOUND */
  erasePlan(): number {
    return this.#ownPlan.erasePlan()
  }

  /** @returns false when it is too late. */
  restorePlan(): boolean {
    return this.#ownPlan.restorePlan()
  }

  /** @throws EngineError NOT_FOUND when nothing of this talk is open. */
  answerCheckBack(conversationId: string, answer: CheckBackAnswer): void {
    this.#checkBacks.answer(conversationId, answer)
    this.#tell()
  }

  /** Nothing happens for one that is not due, so that a second click puts nothing away that was never seen. */
  noticeSeen(kind: NoticeKind): void {
    if (this.#notice()?.kind !== kind) return
    this.#rows.addNotice({ kind, ...this.#now() })
    this.#putAway = null
    this.#tell()
  }

  referrals(): ReferralMonth[] {
    return referralMonths(this.#rows.referrals())
  }

  referred(shown: Parameters<CareForTalks['referred']>[0]): void {
    this.#surely(() => this.#rows.addReferral({ ...shown, ...this.#now() }))
  }

  willCheckBack(moment: Parameters<CareForTalks['willCheckBack']>[0]): void {
    this.#surely(() => {
      this.#checkBacks.willCheckBack(moment)
      this.#look()
    })
  }

  /** Use today, ms: from 04:00 to 04:00 by the person's own clock. */
  usedTodayMs(): number {
    return usedMs(this.#times.recent().timesMs, this.#today())
  }

  #now(): { atMs: number; workDay: number } {
    const { clock, calendar } = this.#parts
    const atMs = clock.now()
    return { atMs, workDay: workDay(calendar.moment(atMs)) }
  }

  #today(): TimeSpan {
    return this.#parts.calendar.daySpan(this.#now().workDay)
  }

  #notice(): Notice | null {
    const { clock, calendar, settings } = this.#parts
    const { noticeHours, talkLimitMinutes } = settings()
    const nowMs = clock.now()
    this.#putAway ??= this.#rows.lastPutAway()
    return noticeDue({
      ...this.#times.recent(),
      nowMs,
      putAway: this.#putAway,
      noticeHours,
      talkLimitMinutes,
      today: this.#today(),
      isNight: isNight(calendar.moment(nowMs).minuteOfDay),
    })
  }

  #lookEachMinute(): void {
    const { clock } = this.#parts
    this.#look()
    this.#cancelTimer = clock.after(MINUTE_MS - (clock.now() % MINUTE_MS), () => this.#lookEachMinute())
  }

  /** Tells when what a person sees has changed by itself. */
  #look(): void {
    this.#surely(() => {
      if (this.#shown() !== this.#told) this.#tell()
    })
  }

  #shown(): string {
    return JSON.stringify([this.#notice(), this.#checkBacks.due()])
  }

  #tell(): void {
    this.#surely(() => {
      this.#told = this.#shown()
    })
    this.#parts.bus.emit('careChanged', {})
  }

  #forgetMoments(): void {
    this.#checkBacks.forget()
    this.#times.forget()
    this.#putAway = null
    this.#tell()
  }

  /** Runs by the clock or beside an answer, with nobody to hear of a failure. */
  #surely(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('careFailed', error)
    }
  }
}
