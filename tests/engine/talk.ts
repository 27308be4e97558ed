/** A talk with a whole engine: a scripted model installed, a page that watches, and words for what tests wait for. */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EngineClient } from '../../electron/contract/index.ts'
import {
  type ConversationChange,
  type ConversationView,
  conversationView,
  emptyConversationView,
} from '../../electron/core/chat/conversation.ts'
import { createEngine, type Engine } from '../../electron/engine/index.ts'
import { ScriptedModel } from '../fakes/scriptedModel.ts'
import { engineParts, temporaryFolder } from './engineParts.ts'

/** A page that looks at one conversation: its view is folded from the changes, as the real page does it. */
export class Page {
  view: ConversationView = emptyConversationView
  readonly changes: ConversationChange[] = []
  readonly conversationId: string
  readonly #stream: AsyncIterator<ConversationChange>

  private constructor(conversationId: string, stream: AsyncIterator<ConversationChange>) {
    this.conversationId = conversationId
    this.#stream = stream
  }

  static async open(client: EngineClient, conversationId: string): Promise<Page> {
    const page = new Page(conversationId, await client.chat.watch({ conversationId }))
    await page.step()
    return page
  }

  async step(): Promise<ConversationChange> {
    const { value, done } = await this.#stream.next()
    if (done || !value) throw new Error('the stream has ended')
    this.changes.push(value)
    this.view = conversationView(this.view, value)
    return value
  }

  /** Reads changes until the view shows what the test waits for. */
  async shows(fits: (view: ConversationView) => boolean): Promise<ConversationView> {
    while (!fits(this.view)) await this.step()
    return this.view
  }

  /** Until nothing is in progress and the last message is Lull's, or its failure stands. */
  answered(): Promise<ConversationView> {
    return this.shows(
      (view) => view.reply === null && (view.failure !== null || view.messages.at(-1)?.author === 'lull'),
    )
  }

  leave(): void {
    void this.#stream.return?.()
  }
}

export interface Talk {
  engine: Engine
  client: EngineClient
  model: ScriptedModel
  folder: string
  parts: ReturnType<typeof engineParts>
  open(conversationId?: string): Promise<Page>
  say(page: Page, text: string): Promise<string>
  restart(): Promise<void>
}

interface TalkOptions {
  model?: ScriptedModel
  installed?: boolean
  folder?: string
  extra?: Parameters<typeof engineParts>[1]
}

/** An engine on disk, with a model to talk to unless told otherwise. */
export async function talk(options: TalkOptions = {}): Promise<Talk> {
  const model = options.model ?? new ScriptedModel()
  const folder = options.folder ?? temporaryFolder()
  const start = async () => {
    const parts = engineParts(model, { dataFolder: folder, ...options.extra })
    const engine = createEngine(parts.parts)
    onTestFinished(() => engine.stop())
    await engine.start()
    return { parts, engine, client: engine.client('window') }
  }
  const made: Talk = {
    ...(await start()),
    model,
    folder,
    open: (conversationId = randomUUID()) => Page.open(made.client, conversationId),
    async say(page, text) {
      const messageId = randomUUID()
      await made.client.chat.send({ conversationId: page.conversationId, messageId, text })
      return messageId
    },
    async restart() {
      await made.engine.stop()
      Object.assign(made, await start())
    },
  }
  if (options.installed ?? true) {
    const path = join(temporaryFolder(), 'scripted.gguf')
    writeFileSync(path, 'GGUF and no more')
    await made.client.models.import({ path })
  }
  return made
}

/** A gate for `ScriptedModel.hold`. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { promise, open: () => resolve() }
}
