/** `inspect chat`: turns of a talk through the real engine, one reply a line, with what the guard and triage did. */
import { randomBytes, randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { EngineClient } from '../contract/index.ts'
import { MAX_MESSAGE_LENGTH } from '../contract/procedure.ts'
import type { Message } from '../core/chat/conversation.ts'
import { prepareDataFolder } from './dataFolder.ts'
import { headlessEngine } from './headlessEngine.ts'
import { type InspectOptions, sentence } from './inspectInput.ts'
import { type DatabaseKey, headlessKey } from './keyFile.ts'
import { say } from './say.ts'

const turn = z.object({
  session: z.string().min(1).max(200),
  text: z.string().min(1).max(MAX_MESSAGE_LENGTH),
  mode: z.literal('talk').default('talk'),
})

export interface InspectChat {
  answer(value: unknown): Promise<unknown>
  stop(): Promise<void>
}

export async function inspectChat({ data, overrides }: InspectOptions): Promise<InspectChat> {
  const folder = data === null ? null : resolve(data)
  const key = keyOf(folder)
  if (key.notice) say(key.notice)
  const engine = headlessEngine(folder, key, {
    inspect: overrides.modelPath ? { ...overrides, modelPath: resolve(overrides.modelPath) } : overrides,
  })
  await engine.start()
  const client = engine.client('inspect')
  const conversations = new Map<string, string>()

  return {
    async answer(value) {
      const parsed = turn.safeParse(value)
      if (!parsed.success) throw new Error(sentence(parsed.error))
      const { session, text, mode } = parsed.data
      const conversationId = conversations.get(session) ?? randomUUID()
      conversations.set(session, conversationId)
      const startedAt = performance.now()
      const reply = await replyTo(client, { conversationId, messageId: randomUUID(), text, mode })
      const ms = Math.round(performance.now() - startedAt)
      const why = reply.id ? await client.chat.explain({ messageId: reply.id }) : null
      return {
        session,
        reply: reply.text,
        source: reply.source,
        tier: reply.tier,
        guard: reply.guard,
        inputTokens: why?.inputTokens ?? 0,
        outputTokens: why?.outputTokens ?? 0,
        ms,
      }
    },
    stop: () => engine.stop(),
  }
}

function keyOf(folder: string | null): DatabaseKey {
  if (folder === null) return { keyHex: randomBytes(32).toString('hex'), keeper: 'memory', notice: null }
  prepareDataFolder(folder)
  return headlessKey(folder, process.env)
}

type Reply = Pick<Message, 'text' | 'source' | 'tier' | 'guard'> & { id: string | null }

/** What the door answers where no model is chosen: the app offers one instead. */
const NO_VOICE = 'Your words are kept. There is no model yet, so nobody can answer them.'

/** Sends one message and waits for the whole reply. @throws when the model failed to give one. */
async function replyTo(
  client: EngineClient,
  message: { conversationId: string; messageId: string; text: string; mode: 'talk' },
): Promise<Reply> {
  const watching = new AbortController()
  let tier: Message['tier'] = 'none'
  try {
    const changes = await client.chat.watch(
      { conversationId: message.conversationId },
      { signal: watching.signal },
    )
    for await (const change of changes) {
      if (change.type === 'snapshot') await client.chat.send(message)
      if (change.type === 'message' && change.message.author === 'lull') return change.message
      if (change.type === 'message') tier = change.message.tier
      if (change.type !== 'failure' || !change.failure) continue
      if (change.failure.code !== 'MODEL_MISSING') throw new Error(change.failure.code)
      return { id: null, text: NO_VOICE, source: 'guided', tier, guard: [] }
    }
    throw new Error('the engine ended')
  } finally {
    watching.abort()
  }
}
