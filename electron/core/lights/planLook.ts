/** What a look asks of each lamp as it is now, and which rule leaves one alone. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { colourFor, isCooler, warmth } from './colour.ts'
import {
  isSameColour,
  type Lamp,
  type LampColour,
  type LampWrite,
  SAME_BRIGHTNESS,
  SAME_MIREK,
} from './lamp.ts'
import { colourOfWrite, lampRule, lookRule } from './lampRules.ts'
import { choiceOf, floorOf, LEAST_FADE_MS, type LightLimits, LONGEST_FADE_MS } from './limits.ts'
import type { Look, LookColour } from './looks.ts'
import type { Refused, Rule } from './rules.ts'

export interface LookPlan {
  writes: LampWrite[]
  refused: Refused[]
}

type Part = { value: Partial<LampWrite> } | { rule: Rule }

const nothing: Part = { rule: 'nothing_to_change' }

function wishFor(lamp: Lamp, look: Look): Pick<Look, 'brightness' | 'colour'> | null {
  if (look.lamps === null) return look
  return look.lamps.find(({ lampId }) => lampId === lamp.id) ?? null
}

function brightnessPart(lamp: Lamp, wanted: number | null, limits: LightLimits): Part {
  if (wanted === null) return nothing
  if (!lamp.can.dim) return { rule: 'cannot_dim' }
  if (lamp.brightness === null) return { rule: 'unknown_state' }
  const target = Math.max(wanted, floorOf(lamp, limits))
  return target < lamp.brightness - SAME_BRIGHTNESS ? { value: { brightness: target } } : nothing
}

/** Null: the light is warm enough, or has a colour of its own that is not Lull's to judge. */
function wantedColour(lamp: Lamp, wanted: LookColour): LampColour | null {
  if (wanted.kind === 'temperature' || wanted.kind === 'xy') return wanted
  const now = lamp.colour && warmth(lamp.colour)
  if (now === null) return null
  const mirek = wanted.kind === 'warmer' ? now + wanted.byMirek : wanted.mirek
  return mirek > now + SAME_MIREK ? { kind: 'temperature', mirek } : null
}

/** A lamp that cannot get so warm must not get cooler instead. */
function isTurnedCooler(lamp: Lamp, wanted: LookColour, shown: LampColour): boolean {
  const isWarming = wanted.kind === 'atLeast' || wanted.kind === 'warmer'
  return isWarming && lamp.colour !== null && isCooler(shown, lamp.colour) !== false
}

function colourPart(lamp: Lamp, wanted: LookColour | null, limits: LightLimits, moment: LocalMoment): Part {
  if (wanted === null) return nothing
  if (lamp.can.colour === null && lamp.can.temperature === null) return { rule: 'cannot_colour' }
  if (lamp.colour === null) return { rule: 'unknown_state' }
  const colour = wantedColour(lamp, wanted)
  const value = colour && colourFor(lamp, colour)
  if (value === null) return colour === null ? nothing : { rule: 'cannot_colour' }
  const shown = colourOfWrite({ lampId: lamp.id, fadeMs: 0, ...value })
  if (shown === null || isSameColour(shown, lamp.colour) || isTurnedCooler(lamp, wanted, shown))
    return nothing
  const write = { lampId: lamp.id, fadeMs: 0, ...value }
  const rule = lampRule(write, lamp) ?? lookRule(write, lamp, lamp.brightness, limits, moment)
  return rule === null ? { value } : { rule }
}

export function fadeOf(look: Look, limits: LightLimits): number {
  const fadeMs = look.fadeMs ?? limits.fadeMs
  return Math.min(LONGEST_FADE_MS, Math.max(LEAST_FADE_MS, Math.round(fadeMs)))
}

/** A rule that says more than "nothing to change" is the one to be told. */
function planned(lamp: Lamp, look: Look, limits: LightLimits, moment: LocalMoment): LampWrite | Rule {
  const choice = choiceOf(lamp, limits)
  if (choice !== 'chosen') return choice
  const wish = wishFor(lamp, look)
  if (wish === null) return 'nothing_to_change'
  const fadeMs = fadeOf(look, limits)
  const still = lampRule({ lampId: lamp.id, fadeMs }, lamp)
  if (still !== null) return still
  const parts = [brightnessPart(lamp, wish.brightness, limits), colourPart(lamp, wish.colour, limits, moment)]
  const values = parts.flatMap((part) => ('value' in part ? [part.value] : []))
  if (values.length > 0) return Object.assign({ lampId: lamp.id, fadeMs }, ...values) as LampWrite
  const rules = parts.flatMap((part) => ('rule' in part ? [part.rule] : []))
  return rules.find((rule) => rule !== 'nothing_to_change') ?? 'nothing_to_change'
}

/** What the lamps alone decide; pace, caps and times belong to the gate, which every write still has to pass. */
export function planLook(
  lamps: readonly Lamp[],
  look: Look,
  limits: LightLimits,
  moment: LocalMoment,
): LookPlan {
  const plan: LookPlan = { writes: [], refused: [] }
  for (const lamp of lamps) {
    const one = planned(lamp, look, limits, moment)
    if (typeof one === 'string') plan.refused.push({ lampId: lamp.id, rule: one })
    else plan.writes.push(one)
  }
  return plan
}
