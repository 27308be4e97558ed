/** A room for tests: lamps that do what they are told, hands that may interfere, and all that was decided and written. */

import { decideLights, type LightsEvent } from '../../../electron/core/lights/hold.ts'
import type { Lamp, LampWrite } from '../../../electron/core/lights/lamp.ts'
import { shownAfter } from '../../../electron/core/lights/lamp.ts'
import type { LightsEffect, LightsEntry } from '../../../electron/core/lights/lightsEffects.ts'
import { type LightsState, newLightsState } from '../../../electron/core/lights/lightsState.ts'
import { type LightLimits, usualLimits } from '../../../electron/core/lights/limits.ts'
import type { LocalMoment } from '../../../electron/core/presence/localMoment.ts'

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A Tuesday, noon; UTC is the local time here. */
export const NOON = 20_781 * DAY + 12 * HOUR
export const NIGHT = 20_781 * DAY + 22 * HOUR

export function moment(atMs: number): LocalMoment {
  const dayNumber = Math.floor(atMs / DAY)
  return { atMs, dayNumber, minuteOfDay: Math.floor((atMs - dayNumber * DAY) / MINUTE) }
}

export function lamp(id: string, known: Partial<Lamp> = {}): Lamp {
  return {
    id,
    name: `Lamp ${id}`,
    roomIds: ['study'],
    isOn: true,
    isReachable: true,
    brightness: 80,
    leastBrightness: 0.2,
    colour: { kind: 'temperature', mirek: 300 },
    can: { dim: true, temperature: { leastMirek: 153, mostMirek: 500 }, colour: { gamut: null } },
    isDynamic: false,
    effect: null,
    hasGradient: false,
    ...known,
  }
}

export const limits: LightLimits = { ...usualLimits, isAllowed: true, roomIds: ['study'], isAtWork: true }

export interface Sent {
  atMs: number
  purpose: 'look' | 'breathe' | 'restore'
  write: LampWrite
  /** As the lamp was when it was written. */
  was: Lamp
}

export class Room {
  state: LightsState
  nowMs: number
  lamps: Map<string, Lamp>
  readonly effects: LightsEffect[] = []
  readonly sent: Sent[] = []
  /** False: the state is not taken through JSON each time, which is slow over many steps. */
  isKept = true
  /** False: writes get lost. */
  isAnswering = true

  constructor(lamps: readonly Lamp[], atMs = NOON, own: Partial<LightLimits> = {}, seed = 1) {
    this.lamps = new Map(lamps.map((one) => [one.id, one]))
    this.state = newLightsState(seed, { ...limits, ...own })
    this.nowMs = atMs
    this.see()
  }

  /** Everything is kept as JSON between two events, as it would be on disk. */
  happen(event: LightsEvent): LightsEffect[] {
    const [state, effects] = decideLights(this.state, event, moment(this.nowMs))
    this.state = this.isKept ? (JSON.parse(JSON.stringify(state)) as LightsState) : state
    this.effects.push(...effects)
    const isWritten = effects.filter((effect) => this.#carryOut(effect)).length > 0
    return isWritten && this.isAnswering ? [...effects, ...this.see()] : effects
  }

  #carryOut(effect: LightsEffect): boolean {
    if (effect.kind !== 'write' && effect.kind !== 'restore') return false
    for (const write of effect.writes) {
      const was = this.get(write.lampId)
      const purpose = effect.kind === 'restore' ? 'restore' : effect.purpose
      this.sent.push({ atMs: this.nowMs, purpose, write, was })
      if (this.isAnswering) this.lamps.set(was.id, { ...was, ...shownAfter(was, write) })
    }
    return true
  }

  see(): LightsEffect[] {
    return this.happen({ kind: 'lampsSeen', lamps: [...this.lamps.values()] })
  }

  get(id: string): Lamp {
    const found = this.lamps.get(id)
    if (!found) throw new Error(`no lamp ${id}`)
    return found
  }

  /** Someone changes a lamp. */
  hand(id: string, change: Partial<Lamp>): LightsEffect[] {
    this.lamps.set(id, { ...this.get(id), ...change })
    return this.see()
  }

  wait(ms: number, everyMs = 500): void {
    const untilMs = this.nowMs + ms
    while (this.nowMs < untilMs) {
      this.nowMs = Math.min(untilMs, this.nowMs + everyMs)
      this.happen({ kind: 'tick' })
    }
  }

  shown(): Record<string, [number | null, number | null]> {
    return Object.fromEntries(
      [...this.lamps.values()].map(({ id, brightness, colour }) => [
        id,
        [brightness, colour?.kind === 'temperature' ? colour.mirek : null],
      ]),
    )
  }

  entries(what?: LightsEntry['what']): LightsEntry[] {
    const all = this.effects.flatMap((effect) => (effect.kind === 'entered' ? [effect.entry] : []))
    return what === undefined ? all : all.filter((entry) => entry.what === what)
  }

  kinds(): string[] {
    return this.effects.map(({ kind }) => kind)
  }
}
