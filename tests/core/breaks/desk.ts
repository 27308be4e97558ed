/** A desk for tests: facts that can be changed, a clock that can be moved, and everything that was decided. */
import type { BreakEffect, Offer } from '../../../electron/core/breaks/breakEffects.ts'
import type { BreakFacts } from '../../../electron/core/breaks/breakFacts.ts'
import { type BreakSettings, defaultBreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import { type BreakState, newBreakState } from '../../../electron/core/breaks/breakState.ts'
import { type BreakEvent, decideBreak } from '../../../electron/core/breaks/decideBreak.ts'
import type { LocalMoment } from '../../../electron/core/presence/localMoment.ts'

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** A Tuesday. */
export const TUESDAY = 20_781
const DAY = 24 * HOUR

/** At the desk, keys in use, nothing due. */
export const atWork: BreakFacts = {
  situation: {
    activity: 'active',
    inCall: false,
    sharing: false,
    fullScreen: false,
    doNotDisturb: false,
    category: 'dev',
  },
  standing: 'working',
  inputIdleMs: 0,
  restMs: 0,
  sinceRestMs: 30 * MINUTE,
  need: 0.6,
  daySpanMs: 2 * HOUR,
  strainRaised: false,
}

export const inGap = { inputIdleMs: 12 * SECOND }
export const due = { need: 1, sinceRestMs: 50 * MINUTE }

export function situation(
  known: Partial<BreakFacts['situation']>,
  facts: BreakFacts = atWork,
): Pick<BreakFacts, 'situation'> {
  return { situation: { ...facts.situation, ...known } }
}

/** UTC is the local time here. */
export function moment(atMs: number): LocalMoment {
  const dayNumber = Math.floor(atMs / DAY)
  return { atMs, dayNumber, minuteOfDay: Math.floor((atMs - dayNumber * DAY) / MINUTE) }
}

export function timeOn(day: number, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return day * DAY + hours * HOUR + minutes * MINUTE
}

export class Desk {
  state: BreakState
  nowMs: number
  facts: BreakFacts = atWork
  readonly effects: BreakEffect[] = []

  constructor(settings: Partial<BreakSettings> = {}, clock = '10:00', seed = 7) {
    // Lunch has tests of its own, and else would be due in the middle of others.
    const kinds = {
      ...defaultBreakSettings.kinds,
      lunch: { ...defaultBreakSettings.kinds.lunch, isOn: false },
    }
    this.state = newBreakState(seed, { ...defaultBreakSettings, kinds, ...settings })
    this.nowMs = timeOn(TUESDAY, clock)
  }

  do(event: BreakEvent): BreakEffect[] {
    const [state, effects] = decideBreak(this.state, event, moment(this.nowMs))
    this.state = state
    this.effects.push(...effects)
    return effects
  }

  /** One look, with facts that stay. */
  look(change: Partial<BreakFacts> = {}): BreakEffect[] {
    this.facts = { ...this.facts, ...change }
    return this.do({ kind: 'tick', facts: this.facts })
  }

  /** A look every ten seconds for so long; rest grows by itself while the person rests. */
  pass(ms: number, change: Partial<BreakFacts> = {}, everyMs = 10 * SECOND): BreakEffect[] {
    this.facts = { ...this.facts, ...change }
    const seen: BreakEffect[] = []
    for (let passed = 0; passed < ms; passed += everyMs) {
      this.nowMs += everyMs
      if (this.facts.standing === 'resting')
        this.facts = { ...this.facts, restMs: this.facts.restMs + everyMs }
      seen.push(...this.look())
    }
    return seen
  }

  rest(ms: number): BreakEffect[] {
    const away = { ...situation({ activity: 'idle' }), inputIdleMs: 5 * MINUTE, standing: 'resting' as const }
    return this.pass(ms, away)
  }

  work(change: Partial<BreakFacts> = {}): BreakEffect[] {
    return this.look({ ...atWork, ...change })
  }

  answer(say: 'start' | 'skip' | 'notNow' | 'finish', id = this.openId()): BreakEffect[] {
    return this.do({ kind: 'answered', id, answer: { say } })
  }

  snooze(minutes: 5 | 15): BreakEffect[] {
    return this.do({ kind: 'answered', id: this.openId(), answer: { say: 'snooze', minutes } })
  }

  openId(): number {
    return this.state.running?.id ?? this.state.nudge?.id ?? -1
  }

  restart(): void {
    this.state = JSON.parse(JSON.stringify(this.state))
  }
}

export const kinds = (effects: readonly BreakEffect[]): string[] => effects.map(({ kind }) => kind)

/** Each offer once: what goes from the screen to the tray is still the same. One that was put off counts again. */
export function offersIn(effects: readonly BreakEffect[]): Offer[] {
  const seen = new Map<string, Offer>()
  for (const effect of effects) {
    if (effect.kind !== 'offer' && effect.kind !== 'hint') continue
    const { id, isAgain, postponesLeft } = effect.offer
    const key = `${id} ${isAgain} ${postponesLeft}`
    if (!seen.has(key)) seen.set(key, effect.offer)
  }
  return [...seen.values()]
}

export function entriesIn(effects: readonly BreakEffect[]): string[] {
  return effects.flatMap((effect) => (effect.kind === 'entered' ? [effect.entry.what] : []))
}
