/** Walks every path of the scripted talk over an alphabet of abstracted turns, so that nothing it promises depends on luck. */

import type { HeardTurn } from '../../../electron/core/safety/crisis/hearTurn.ts'
import { hearTurn } from '../../../electron/core/safety/crisis/hearTurn.ts'
import { CHECK_AFTER_TURNS } from '../../../electron/core/safety/crisis/nextMove.ts'
import { askedForPeople } from '../../../electron/core/safety/crisis/people.ts'
import { QUIET_TURNS } from '../../../electron/core/safety/crisis/standing.ts'
import {
  type CrisisState,
  type CrisisTurn,
  crisisStep,
  type SafetyTexts,
} from '../../../electron/core/safety/crisisTalk.ts'
import { askedDirectly } from '../../../electron/core/safety/directAnswer.ts'
import {
  type CountryHelp,
  type Helpline,
  higherTier,
  type Kind,
  type Tier,
  tiers,
} from '../../../electron/core/safety/tier.ts'
import { instead, type PathTurn } from './crisisAlphabet.ts'

/** What the walk remembers of the talk so far, told by its texts alone. */
export interface Told {
  /** Scripted messages at tier high or above, at most 3. */
  grave: number
  line: boolean
  professional: boolean
  trusted: boolean
  /** Scripted messages that said that Lull is a program, unasked; at most 2. */
  program: number
  /** Scripted messages, at most 4. */
  messages: number
  /** Scripted messages of own-life tracks since they were entered, at most 4. */
  own: number
  /** The direct question was asked, by whomever, or answered by itself. */
  asked: boolean
  /** "No" was the last word on it. */
  denied: boolean
  withSomeone: boolean
  distance: boolean
  imminent: number
}

interface Place {
  state: CrisisState | null
  session: Tier
  kinds: Kind[]
  turn: number
  lastText: string
  told: Told
  path: readonly string[]
}

export interface Step {
  path: readonly string[]
  turn: PathTurn
  session: Tier
  before: { state: CrisisState | null; lastText: string; told: Told }
  /** What was said; null when the talk has nothing to say. */
  said: CrisisTurn | null
  told: Told
}

const lineWord = /\bline\b/i
const professionalWord = /\b(?:doctor|nurse)\b/i
const trustedWord = /\b(?:you trust|friend|neighbour)\b/i
export const ownTracks = ['suicide', 'self-harm', 'eating', 'beliefs'] as const
const isOwn = (state: CrisisState) => ownTracks.some((track) => track === state.track)
const reach = (tier: Tier) => tiers.indexOf(tier)
const most = (count: number, cap: number) => Math.min(cap, count)

export const asksDirectly = (text: string) => askedDirectly(text) === 'suicide'

function toldAfter(told: Told, turn: PathTurn, said: CrisisTurn, before: Place): Told {
  const { text, state } = said
  const newSuicide = turn.fresh.kinds.some((kind) => kind === 'suicide' || kind === 'overdose')
  const no = turn.name === 'no' || turn.name === 'joking' || turn.name === 'denial'
  const asked = asksDirectly(before.lastText)
  const asksIdentity = turn.name === 'identity'
  const entered = before.state !== null && isOwn(before.state)
  return {
    // For a heart that stops there is no line: one number, and someone near.
    grave: most(told.grave + (reach(said.tier) >= reach('high') && state.track !== 'medical' ? 1 : 0), 3),
    line: told.line || lineWord.test(text),
    professional: told.professional || professionalWord.test(text),
    trusted: told.trusted || trustedWord.test(text),
    program: most(told.program + (/\bprogram\b/.test(text) && !asksIdentity ? 1 : 0), 2),
    messages: most(told.messages + 1, 4),
    own: isOwn(state) ? most((entered ? told.own : 0) + (instead.has(turn.name) ? 0 : 1), 4) : 0,
    asked: told.asked || asksDirectly(text) || (asked && turn.name === 'yes'),
    denied: asksDirectly(text) || newSuicide ? false : told.denied || (asked && no),
    withSomeone: told.withSomeone || /\b(?:someone|another person|friend|neighbour|people)\b/i.test(text),
    distance:
      told.distance ||
      /\b(?:leave what|step away|distance|away from|out of reach|leave behind)\b/i.test(text),
    imminent: said.tier === 'imminent' ? most(told.imminent + 1, 3) : 0,
  }
}

/** What of the past still matters: promises that are kept already cannot be broken. */
function open({ grave, line, professional, trusted, program, own, asked, denied, ...danger }: Told) {
  const named = line && professional && trusted
  return [
    named ? null : [grave, line, professional, trusted],
    program,
    asked ? null : own,
    denied,
    danger.imminent > 0 && danger.imminent < 3 ? danger : danger.imminent,
  ]
}

const isDue = ({ state, turn }: Place) =>
  state !== null && state.openTurn !== null && turn - state.openTurn >= CHECK_AFTER_TURNS

/**
 * States that differ only in which wording comes next, or in how long something has been quiet, are one: time has
 * letters of its own (`later` below).
 */
function keyOf(place: Place): string {
  const { state, session, kinds, turn, told, lastText } = place
  const special = ['harm-by-others', 'overdose'].filter((kind) => kinds.some((one) => one === kind))
  if (state === null) return JSON.stringify([session, [...kinds].sort(), asksDirectly(lastText)])
  const { track, asked, thoughts, means, pressed, obstacle, offered, checked, program, people } = state
  const { raised, privacy, steps, openTurn } = state
  const opened = openTurn === null ? 'no' : checked ? 'checked' : isDue(place) ? 'due' : 'yes'
  // What is on the card changes nothing that is said.
  const standing = [
    track,
    asked,
    thoughts,
    means,
    pressed,
    obstacle,
    offered,
    program,
    people,
    raised,
    privacy,
    state.accompanied,
    askedForPeople(state),
  ]
  return JSON.stringify([
    standing,
    state.tier === 'imminent',
    reach(state.top) >= reach('high'),
    steps.includes('can.person'),
    most(turn - state.turn, 1),
    opened,
    session,
    special,
    open(told),
    asksDirectly(lastText),
  ])
}

/** Calm turns in which a model spoke, or in which nothing rose. */
function later(place: Place): Place[] {
  const { state } = place
  if (state === null) return []
  const waited = state.openTurn !== null && !isDue(place) ? [{ ...place, turn: place.turn + 5 }] : []
  const quiet = { ...state, quiet: QUIET_TURNS - 1 }
  return state.raised === 'none' ? waited : [...waited, { ...place, state: quiet }]
}

const modelWords = 'That sounds like a long day. What happened then?'
const modelAsks = 'That sounds heavy. Are you having thoughts of suicide?'

export interface Exploring {
  texts: SafetyTexts
  help: CountryHelp | null
  directory: readonly Helpline[]
  /** Deepest path, in turns of the person. */
  depth: number
  smallModel: boolean
  letters: readonly PathTurn[]
  step: (step: Step) => void
}

export interface Explored {
  states: number
  steps: number
  /** Turns of the longest path to a new state. */
  deepest: number
  /** No new state was left when it ended. */
  complete: boolean
}

const nothingTold: Told = {
  grave: 0,
  line: false,
  professional: false,
  trusted: false,
  program: 0,
  messages: 0,
  own: 0,
  asked: false,
  denied: false,
  withSomeone: false,
  distance: false,
  imminent: 0,
}

/** The session rises at once; after a calm turn it stays or falls by one. */
function sessionsAfter(session: Tier, fresh: Tier): Tier[] {
  if (fresh !== 'none') return [higherTier(session, fresh)]
  const lower = tiers[Math.max(0, reach(session) - 1)] ?? 'none'
  return lower === session ? [session] : [session, lower]
}

function placesAfter(
  from: Place,
  turn: PathTurn,
  session: Tier,
  said: CrisisTurn | null,
  told: Told,
): Place[] {
  const path = [...from.path, turn.name]
  const kinds = session === 'none' ? [] : [...new Set([...from.kinds, ...turn.fresh.kinds])]
  const at = { session, kinds, turn: from.turn + 1, path }
  const unsaid = { ...at, state: from.state, told: from.told }
  const byModel = [
    { ...unsaid, lastText: modelWords },
    // A model was told not to; when it asks all the same, the question is open again.
    { ...unsaid, lastText: modelAsks, told: { ...from.told, asked: true, denied: false } },
  ]
  if (said === null) return byModel
  const shown: Place = { ...at, state: said.state, lastText: said.text, told }
  return said.answerFrom === 'model' ? [shown, ...byModel] : [shown]
}

/** Breadth first from nothing, each state once. Every edge is handed to `step`. */
export function explorePaths(exploring: Exploring): Explored {
  const { texts, help, directory, smallModel } = exploring
  const letters = exploring.letters
  const heard = new Map<string, HeardTurn>(
    letters.map(({ name, text }) => [name, hearTurn(text, [texts.en], name === 'identity')]),
  )
  const start: Place = {
    state: null,
    session: 'none',
    kinds: [],
    turn: 0,
    lastText: '',
    told: nothingTold,
    path: [],
  }
  const seen = new Set([keyOf(start)])
  let edge = [start]
  let steps = 0
  let deepest = 0
  for (let depth = 0; depth < exploring.depth && edge.length > 0; depth++) {
    const next: Place[] = []
    for (const from of edge.flatMap((place) => [place, ...later(place)])) {
      for (const turn of letters) {
        for (const session of sessionsAfter(from.session, turn.fresh.tier)) {
          steps++
          const kinds = session === 'none' ? turn.fresh.kinds : [...from.kinds, ...turn.fresh.kinds]
          // As many turns as were taken; only their number and the last words of Lull count.
          const turns = Array.from({ length: from.turn }, () => ({ role: 'person' as const, text: '' }))
          const said = crisisStep(
            {
              turns: [...turns, { role: 'lull', text: from.lastText }, { role: 'person', text: turn.text }],
              triage: { tier: session, kinds },
              fresh: turn.fresh,
              previous: from.state,
              help,
              directory,
              own: [],
              texts,
              language: 'en',
              asksIdentity: turn.name === 'identity',
              smallModel,
            },
            heard.get(turn.name) as HeardTurn,
          )
          const told = said ? toldAfter(from.told, turn, said, from) : from.told
          exploring.step({ path: from.path, turn, session, before: from, said, told })
          for (const place of placesAfter(from, turn, session, said, told)) {
            const key = keyOf(place)
            if (seen.has(key)) continue
            seen.add(key)
            next.push(place)
            deepest = depth + 1
          }
        }
      }
    }
    edge = next
  }
  return { states: seen.size, steps, deepest, complete: edge.length === 0 }
}
