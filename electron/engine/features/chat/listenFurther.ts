/** The slower ways of listening, asked about a message before it is answered: they may raise a session, and nobody waits long for them. */
import type { Message } from '../../../core/chat/conversation.ts'
import { higherTier, type Opinion } from '../../../core/safety/tier.ts'
import type { EventBus } from '../../events.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PromptTurn } from '../../ports/languageModel.ts'
import type { ReadyModel } from '../../ports/modelRuntime.ts'
import type { SlowListening } from '../../ports/slowListening.ts'
import type { ChatStore } from './chatStore.ts'
import type { Decisions, Listened } from './decisions.ts'
import type { ReplyUnderWay } from './replyUnderWay.ts'

/** A message takes the encoder some 10 ms, one of 100 kB below a second. */
const ENCODER_PATIENCE_MS = 400
const LONG_PATIENCE_MS = 1000
const LONG_MESSAGE = 10_000
/** Three questions to a model of a few billion parameters, on a slow machine. */
const MODEL_PATIENCE_MS = 2500
/** Of the newest messages, those the encoder had no time for before are asked about again. */
const LOOKS_BACK = 8

export interface ListenParts {
  store: ChatStore
  decisions: Decisions
  listening: SlowListening
  bus: EventBus
  clock: Clock
}

/** Rules that know already need no second opinion: neither slow listener says more than "high". */
const isGrave = ({ tier }: Listened) => higherTier(tier, 'high') === tier

/** @param messages what was said, oldest first; the last one is the person's. */
export async function listenFurther(
  parts: ListenParts,
  reply: ReplyUnderWay,
  messages: readonly Message[],
): Promise<void> {
  if (reply.triage === null || isGrave(reply.triage)) return
  const known = parts.store.opinions(reply.conversationId)
  const unheard = messages
    .slice(-LOOKS_BACK)
    .filter((message) => message.author === 'person' && !known.has(message.id))
  const isLong = unheard.some(({ text }) => text.length > LONG_MESSAGE)
  await inTime(parts.clock, isLong ? LONG_PATIENCE_MS : ENCODER_PATIENCE_MS, reply, async (signal) => {
    // The newest first, in case time runs out.
    for (const message of unheard.toReversed()) {
      const opinions = await parts.listening.byEncoder(message.text, signal)
      if (opinions === null) return
      known.set(message.id, opinions)
      hearAgain(parts, reply, messages, { known, message })
    }
  })
}

interface Asked {
  ready: ReadyModel
  messages: readonly Message[]
  prompt: readonly PromptTurn[]
}

/** Asks the model that is about to answer, once. @returns whether the session rose. */
export async function askModel(parts: ListenParts, reply: ReplyUnderWay, asked: Asked): Promise<boolean> {
  const { listening, store, clock } = parts
  const before = reply.triage
  if (before === null || reply.modelHeard || isGrave(before) || !listening.asksModel(asked.ready))
    return false
  reply.modelHeard = true
  await inTime(clock, MODEL_PATIENCE_MS, reply, async (signal) => {
    const opinions = await listening.byModel(asked.ready, asked.prompt, signal)
    if (opinions.length === 0) return
    const known = store.opinions(reply.conversationId)
    known.set(reply.answers.id, [...(known.get(reply.answers.id) ?? []), ...opinions])
    hearAgain(parts, reply, asked.messages, { known, message: reply.answers })
  })
  return reply.triage !== null && reply.triage.tier !== before.tier
}

function hearAgain(
  { store, decisions, bus }: ListenParts,
  reply: ReplyUnderWay,
  messages: readonly Message[],
  { known, message }: { known: Map<string, Opinion[]>; message: Message },
): void {
  const triage = decisions.triage(messages, known)
  store.keepOpinions(message.id, known.get(message.id) ?? [])
  reply.triage = triage
  reply.facts = { ...reply.facts, reasons: triage.reasons }
  if (triage.tier === reply.tier) return
  reply.tier = triage.tier
  const raised: Message = { ...reply.answers, tier: triage.tier }
  store.keep(raised)
  bus.emit('conversationChanged', {
    conversationId: reply.conversationId,
    change: { type: 'message', message: raised },
  })
}

async function inTime(
  clock: Clock,
  patienceMs: number,
  reply: ReplyUnderWay,
  ask: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const late = new AbortController()
  const stopWaiting = clock.after(patienceMs, () => late.abort())
  try {
    await ask(AbortSignal.any([reply.abort.signal, late.signal]))
  } finally {
    stopWaiting()
  }
}
