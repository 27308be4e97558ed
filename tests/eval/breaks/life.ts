/** Days of one person with Lull, look by look; the person answers by chance, and that chance is known. */
import type { BreakEffect, ChoiceRecord, Offer } from '../../../electron/core/breaks/breakEffects.ts'
import type { BreakFacts } from '../../../electron/core/breaks/breakFacts.ts'
import { defaultBreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import { type BreakState, newBreakState } from '../../../electron/core/breaks/breakState.ts'
import { type BreakEvent, decideBreak } from '../../../electron/core/breaks/decideBreak.ts'
import { ARMS, type Arm, KIND_LENGTH_MS, lengthWith } from '../../../electron/core/breaks/kinds.ts'
import { isEnoughRest } from '../../../electron/core/breaks/outcomes.ts'
import { type LocalMoment, workDay } from '../../../electron/core/presence/localMoment.ts'
import { type BreakNeed, breakNeed, defaultBreakRules } from '../../../electron/core/stress/breakNeed.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { advanceRhythm, noRhythmYet } from '../../../electron/core/stress/workRhythm.ts'
import { type DayPlan, dayPlan, isIn } from './day.ts'
import { type KnownChoice, type LifeOptions, type LivedLife, nothingLived } from './livedLife.ts'
import type { Likes, Person } from './people.ts'

const SECOND = 1000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEP_MS = 30 * SECOND
/** A Monday. */
const FIRST_DAY = 20_780
/** What only the tray says is noticed by fewer. */
const HINT_SEEN = 0.4
/** Who did not take a pause when asked does not rest by chance while that would count as taking it. */
const JUDGED_MS = 5.5 * MINUTE
const REST_SOON_MS = 5 * MINUTE
/** Rest within this counts as taken in time. */
const IN_TIME_MS = 20 * MINUTE
/** Of lunch, long breaks and the like. */
const PLAIN_ACCEPTED = 0.4

export function moment(atMs: number): LocalMoment {
  const dayNumber = Math.floor(atMs / DAY)
  return { atMs, dayNumber, minuteOfDay: Math.floor((atMs - dayNumber * DAY) / MINUTE) }
}

class Life {
  readonly lived: LivedLife = nothingLived()
  readonly #person: Person
  readonly #random: () => number
  #state: BreakState
  #rhythm = noRhythmYet
  #nowMs = 0
  #day = 0
  #plan: DayPlan = dayPlanOfNobody
  /** Invitations of the last days, older ones faded. */
  #dose = 0
  #restUntilMs = 0
  #judgedUntilMs = 0
  #intents: { atMs: number; act: () => void }[] = []
  readonly #open = new Map<number, KnownChoice>()
  /** Whether the person will take up what was decided last. */
  #willTake = new Map<number, boolean>()
  #dueSinceMs: number | null = null
  #isDueOver = false
  #lastNudgeMs = Number.NEGATIVE_INFINITY
  readonly #seen = new Set<number>()
  readonly #perDay = new Map<number, { nudges: number; strain: number }>()

  constructor(person: Person, { days, seed, settings }: LifeOptions) {
    this.#person = person
    this.#random = seededRandom(seed * 7919 + 13)
    this.#state = newBreakState(seed + 1, { ...defaultBreakSettings, ...settings })
    for (this.#day = 0; this.#day < days; this.#day++) if (this.#day % 7 < 5) this.#liveDay()
  }

  #liveDay(): void {
    this.#plan = dayPlan(this.#person, (FIRST_DAY + this.#day) * DAY, this.#random)
    this.#dose *= 0.85
    this.#rhythm = { ...noRhythmYet, restMs: 10 * HOUR }
    this.#intents = []
    this.#restUntilMs = 0
    this.#dueSinceMs = null
    for (this.#nowMs = this.#plan.fromMs; this.#nowMs < this.#plan.toMs; this.#nowMs += STEP_MS) this.#step()
    this.#do({ kind: 'suspended' })
  }

  #step(): void {
    const nowMs = this.#nowMs
    const call = this.#plan.calls.find(({ fromMs, toMs }) => nowMs >= fromMs && nowMs < toMs)
    const isResting = !call && (nowMs < this.#restUntilMs || isIn(this.#plan.away, nowMs))
    const standing = isResting ? ('resting' as const) : ('working' as const)
    const now = moment(nowMs)
    const span = { fromMs: nowMs - STEP_MS, toMs: nowMs, standing, workDay: workDay(now) }
    this.#rhythm = advanceRhythm(this.#rhythm, span, defaultBreakRules)[0]
    const need = breakNeed(this.#rhythm, defaultBreakRules, now)
    this.#do({ kind: 'tick', facts: this.#facts(call, isResting, need) })
    const ready = this.#intents.filter(({ atMs }) => atMs <= nowMs)
    if (ready.length > 0) this.#intents = this.#intents.filter(({ atMs }) => atMs > nowMs)
    for (const { act } of ready) act()
    const isDue = (need.need ?? 0) >= 1
    if (!call && !isResting) this.#maybeRest(isDue)
    this.#watchDue(isDue)
  }

  #facts(call: { shares: boolean } | undefined, isResting: boolean, need: BreakNeed): BreakFacts {
    const isGap = this.#random() < 0.15
    const { restMs } = this.#rhythm
    const idleMs = isResting ? restMs : isGap ? (8 + 30 * this.#random()) * SECOND : 2 * SECOND
    return {
      situation: {
        activity: isResting && restMs > MINUTE ? 'idle' : 'active',
        inCall: call !== undefined,
        sharing: call?.shares === true,
        fullScreen: false,
        doNotDisturb: isIn(this.#plan.quiet, this.#nowMs),
        category: this.#nowMs % (40 * MINUTE) < 30 * MINUTE ? 'dev' : 'comms',
      },
      standing: isResting ? 'resting' : 'working',
      inputIdleMs: this.#person.idleUnknown ? null : idleMs,
      restMs,
      sinceRestMs: need.activeSinceRestMs,
      need: need.need,
      daySpanMs: need.daySpanMs,
      strainRaised: isIn(this.#plan.strained, this.#nowMs),
    }
  }

  #do(event: BreakEvent): void {
    const [state, effects] = decideBreak(this.#state, event, moment(this.#nowMs))
    this.#state = state
    this.lived.decisions++
    for (const effect of effects) this.#see(effect)
  }

  #later(byMs: number, act: () => void): void {
    this.#intents.push({ atMs: this.#nowMs + byMs, act })
  }

  #see(effect: BreakEffect): void {
    if (effect.kind === 'chosen') this.#chosen(effect.choice)
    else if (effect.kind === 'offer' || effect.kind === 'hint') this.#said(effect.offer)
    else if (effect.kind === 'openBreak') {
      this.#restUntilMs = Math.max(this.#restUntilMs, effect.running.endsAtMs)
    } else if (effect.kind === 'askHelped') {
      const helped = this.#random() >= this.#person.bad
      this.#later(0, () => this.#do({ kind: 'rated', nudgeId: effect.nudgeId, helped }))
    } else if (effect.kind === 'outcome') {
      const choice = this.#open.get(effect.nudgeId)
      if (choice) choice.worked = effect.worked
    } else if (effect.kind === 'entered') {
      if (effect.entry.what === 'taken') this.lived.taken++
      if (effect.entry.what === 'natural') this.lived.natural++
    }
  }

  /** Length of a rest that has begun in the gap or comes soon, whatever is said; null when there is none. */
  #awaySoon(): number | null {
    const nowMs = this.#nowMs
    if (this.#restUntilMs > nowMs) return this.#restUntilMs - nowMs + this.#rhythm.restMs
    const soon = this.#plan.away.find(({ fromMs, toMs }) => toMs > nowMs && fromMs <= nowMs + REST_SOON_MS)
    return soon ? soon.toMs - soon.fromMs : null
  }

  #truth(choice: ChoiceRecord): Likes {
    const likes = this.#person.likes(this.#day, this.#dose)
    const awayMs = this.#awaySoon()
    const seen = choice.form === 'tray' ? HINT_SEEN : 1
    const kept = choice.asks ? 1 - this.#person.bad : 1
    const chance = (arm: Arm) => {
      if (awayMs === null) return arm === 'nothing' ? likes.nothing : likes[arm] * seen * kept
      return isEnoughRest(awayMs, lengthWith(arm, choice.kind, KIND_LENGTH_MS)) ? 1 : 0
    }
    return Object.fromEntries(ARMS.map((arm) => [arm, chance(arm)])) as Likes
  }

  #chosen(choice: ChoiceRecord): void {
    const truth = this.#truth(choice)
    const known: KnownChoice = { ...choice, day: this.#day, truth, worked: null }
    this.#open.set(choice.nudgeId, known)
    this.lived.choices.push(known)
    this.#judgedUntilMs = this.#nowMs + JUDGED_MS
    if (this.#awaySoon() !== null) return
    const likes = this.#person.likes(this.#day, this.#dose)[choice.arm]
    const willTake =
      this.#random() < likes * (choice.arm !== 'nothing' && choice.form === 'tray' ? HINT_SEEN : 1)
    if (choice.arm !== 'nothing') this.#willTake.set(choice.nudgeId, willTake)
    else if (willTake)
      this.#later((1 + 2 * this.#random()) * MINUTE, () => this.#rest(5 + 3 * this.#random()))
  }

  #rest(minutes: number): void {
    this.#restUntilMs = this.#nowMs + minutes * MINUTE
  }

  #said(offer: Offer): void {
    const isShelved = this.#seen.has(offer.id) && !offer.isAgain
    if (isShelved) return
    this.#check(offer)
    this.#seen.add(offer.id)
    if (!offer.isAgain) {
      this.lived.offered++
      this.#dose++
    }
    const soonMs = (15 + 45 * this.#random()) * SECOND
    const willTake =
      this.#willTake.get(offer.id) ?? (this.#random() < PLAIN_ACCEPTED && offer.kind !== 'endOfDay')
    const isAway = this.#awaySoon() !== null
    if (isAway && offer.kind !== 'long') return
    if (willTake) this.#take(offer, soonMs)
    else this.#turnDown(offer, soonMs)
  }

  #take(offer: Offer, soonMs: number): void {
    const putsOff = !offer.isAgain && offer.postponesLeft > 0 && this.#random() < this.#person.answers.snooze
    if (putsOff) this.#judgedUntilMs = this.#nowMs + 6 * MINUTE + JUDGED_MS
    const answer = putsOff ? ({ say: 'snooze', minutes: 5 } as const) : ({ say: 'start' } as const)
    this.#later(soonMs, () => this.#do({ kind: 'answered', id: offer.id, answer }))
  }

  #turnDown(offer: Offer, soonMs: number): void {
    const { skip, notNow } = this.#person.answers
    const mood = this.#random()
    const say = mood < skip ? 'skip' : mood < skip + notNow ? 'notNow' : null
    if (say !== null) this.#later(soonMs, () => this.#do({ kind: 'answered', id: offer.id, answer: { say } }))
  }

  #check(offer: Offer): void {
    const nowMs = this.#nowMs
    const { violations } = this.lived
    if (isIn(this.#plan.calls, nowMs) || isIn(this.#plan.quiet, nowMs)) violations.hushed++
    if (offer.isAgain) return
    const day = workDay(moment(nowMs))
    const before = this.#perDay.get(day) ?? { nudges: 0, strain: 0 }
    const strain = before.strain + (offer.because === 'strain' ? 1 : 0)
    if (before.nudges >= 8 || strain > 3) violations.caps++
    this.#perDay.set(day, { nudges: before.nudges + 1, strain })
    if (nowMs - this.#lastNudgeMs < 30 * MINUTE) violations.hurried++
    this.#lastNudgeMs = nowMs
  }

  /** Rest by chance, four times as likely once a pause is due. */
  #maybeRest(isDue: boolean): void {
    if (this.#nowMs < this.#judgedUntilMs) return
    const { nothing } = this.#person.likes(this.#day, this.#dose)
    const perStep = (-Math.log(1 - nothing) * STEP_MS) / REST_SOON_MS
    if (this.#random() < (isDue ? perStep : perStep / 4)) this.#rest(2 + 6 * this.#random())
  }

  #watchDue(isDue: boolean): void {
    if (!isDue && this.#dueSinceMs === null) this.#isDueOver = false
    if (isDue && this.#dueSinceMs === null && !this.#isDueOver) {
      this.#dueSinceMs = this.#nowMs
      this.lived.due++
    }
    if (this.#dueSinceMs === null) return
    const isRested = this.#rhythm.restMs >= 72 * SECOND
    if (isRested) this.lived.restedInTime++
    if (isRested || this.#nowMs - this.#dueSinceMs > IN_TIME_MS) {
      this.#dueSinceMs = null
      this.#isDueOver = true
    }
  }
}

const dayPlanOfNobody: DayPlan = { fromMs: 0, toMs: 0, calls: [], quiet: [], strained: [], away: [] }

/** The same person, days and seed always live the same. */
export function live(person: Person, options: LifeOptions): LivedLife {
  return new Life(person, options).lived
}
