/** The typed bus features talk over: they never import one another. Events are past tense and carry what changed. */
import { EventEmitter } from 'node:events'
import type { BreakView } from '../contract/breaks.ts'
import type { LightsView } from '../contract/lights.ts'
import type { PresenceSnapshot } from '../contract/presence.ts'
import type { Settings } from '../contract/settings.ts'
import type { StressSnapshot } from '../contract/stress.ts'
import type { RunningBreak } from '../core/breaks/breakEffects.ts'
import type { ConversationChange } from '../core/chat/conversation.ts'
import type { RuntimeState } from '../core/models/model.ts'
import type { MinuteRecord } from '../core/presence/minuteRecord.ts'
import type { Reading } from '../core/readings/mapping.ts'
import type { RhythmEffect, WorkRhythm } from '../core/stress/workRhythm.ts'

export interface EngineEvents {
  /** Something about one conversation; `conversationId` tells which. */
  conversationChanged: { conversationId: string; change: ConversationChange }
  /** The list of conversations: one was added, renamed, removed or moved. */
  conversationsChanged: Record<string, never>
  modelsChanged: Record<string, never>
  runtimeChanged: RuntimeState
  settingsChanged: Settings
  /** Something about presence changed: a fact, the standing, a sensor, or whether sensing runs. */
  presenceChanged: PresenceSnapshot
  /**
   * A stretch of time took its standing: the rhythm went on. At least every 10 s while the engine runs. A rest that
   * was only touched by a bumped mouse goes on, and is told again, longer, when it ends.
   */
  rhythmAdvanced: { rhythm: WorkRhythm; effects: readonly RhythmEffect[]; atMs: number }
  /**
   * A minute is over and its row is kept; told once. Minutes with nothing to say have none. Where idleness is noticed
   * late, the row is written anew without another word.
   */
  minuteFinished: MinuteRecord
  /** The wall clock was set back: times before and after cannot be subtracted. */
  clockSetBack: { byMs: number; atMs: number }
  /** Readings of a device, in the order of arrival, at most a few times a second. */
  readingsTaken: readonly Reading[]
  devicesChanged: Record<string, never>
  stressChanged: StressSnapshot
  /** A check-in was saved, changed, erased or restored, or the offer of one came or went. */
  checkinsChanged: Record<string, never>
  /** An answer is gone for good; what was worked out from it must not tell of it. */
  checkinErased: { atMs: number }
  breaksChanged: BreakView
  /** A break began, ended, or an offer was turned down; once each, and after it is on disk. */
  breakHappened: { what: 'start' | 'end' | 'skip'; running: RunningBreak | null; atMs: number }
  /** A run was written down or erased. */
  exercisesChanged: Record<string, never>
  homeAssistantChanged: Record<string, never>
  lightsChanged: LightsView
  /** Own people, the plan, a notice, or a hard moment to come back to. */
  careChanged: Record<string, never>
  /** How much Lull was used, what happened outside it, or the plan against leaning on it. */
  balanceChanged: Record<string, never>
  /** A check-in was answered: what a trial looks at. Mood 1–5, epoch ms. */
  checkinAnswered: { atMs: number; mood: number }
  /** A connection left this machine, or tried to. */
  connectionMade: { at: number; peer: string; reason: string; outcome: 'answered' | 'failed' | 'stopped' }
  /** Everything was erased: forget what you hold in memory. */
  everythingErased: Record<string, never>
}

export type EventName = keyof EngineEvents

export class EventBus {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  emit<Name extends EventName>(name: Name, payload: EngineEvents[Name]): void {
    this.#emitter.emit(name, payload)
  }

  /** @returns a function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EngineEvents[Name]) => void): () => void {
    this.#emitter.on(name, listener)
    return () => this.#emitter.off(name, listener)
  }
}
