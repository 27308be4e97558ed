/** A talk over real message ports: what two windows see, and what the engine sees of a window that goes. */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { ConversationChange } from '../../electron/core/chat/conversation.ts'
import { conversationView, emptyConversationView } from '../../electron/core/chat/conversation.ts'
import { temporaryFolder } from '../engine/engineParts.ts'
import { ScriptedModel } from '../fakes/scriptedModel.ts'
import { connectedEngine, next } from './connectedEngine.ts'

async function withModel(model: ScriptedModel) {
  const connected = await connectedEngine(model)
  const path = join(temporaryFolder(), 'scripted.gguf')
  writeFileSync(path, 'GGUF and no more')
  await connected.connect('window').client.models.import({ path })
  return connected
}

/** Folds changes into a view until it fits. */
async function view(stream: AsyncIterator<ConversationChange>, fits: (messages: number) => boolean) {
  let seen = emptyConversationView
  do seen = conversationView(seen, await next(stream))
  while (!fits(seen.messages.length) || seen.reply !== null)
  return seen
}

describe('a talk over the wire', () => {
  it('reaches every window, whoever wrote', async () => {
    const { connect } = await withModel(new ScriptedModel())
    const [one, other] = [connect('window').client, connect('browser').client]
    const conversationId = randomUUID()
    const streams = await Promise.all([
      one.chat.watch({ conversationId }),
      other.chat.watch({ conversationId }),
    ])
    const views = streams.map((stream) => view(stream, (messages) => messages === 2))
    await one.chat.send({ conversationId, messageId: randomUUID(), text: 'Hello 👋' })
    const [first, second] = await Promise.all(views)
    expect(first?.messages.map((message) => message.text)).toEqual([
      'Hello 👋',
      'It sounds like a lot. What weighs most?',
    ])
    expect(second).toEqual(first)
  })

  it('carries the longest message there is, every character escaped', async () => {
    const { connect } = await connectedEngine()
    const { client } = connect('window')
    const text = '\u0001'.repeat(100_000)
    const said = { conversationId: randomUUID(), messageId: randomUUID(), text }
    expect((await client.chat.send(said)).message.text).toBe(text)
  })

  it('goes on when the window that began it goes, and is there when it comes back', async () => {
    const model = new ScriptedModel()
    const held = Promise.withResolvers<void>()
    model.hold = held.promise
    const { connect } = await withModel(model)
    const leaving = connect('window')
    const conversationId = randomUUID()
    await leaving.client.chat.watch({ conversationId })
    await leaving.client.chat.send({ conversationId, messageId: randomUUID(), text: 'Hello' })
    await vi.waitFor(() => expect(model.prompts).toHaveLength(1))
    leaving.close()
    held.resolve()
    const back = await connect('window').client.chat.watch({ conversationId })
    const seen = await view(back, (messages) => messages === 2)
    expect(seen.messages[1]?.status).toBe('complete')
  })
})
