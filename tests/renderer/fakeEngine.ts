/** The contract in memory, over a port: what the page is tested and looked at with. */
import { implement, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { contract } from '../../electron/contract/index.ts'
import type { ModelsSnapshot } from '../../electron/contract/models.ts'
import type { Settings } from '../../electron/contract/settings.ts'
import {
  type Conversation,
  type ConversationChange,
  conversationView,
  emptyConversationView,
  type Message,
  type ReplyInProgress,
} from '../../electron/core/chat/conversation.ts'
import { fakeBalance } from './fakeBalance.ts'
import { fakeBreaks } from './fakeBreaks.ts'
import { fakeCare } from './fakeCare.ts'
import { fakeCheckins } from './fakeCheckins.ts'
import { fakeDays } from './fakeDays.ts'
import { fakeDevices } from './fakeDevices.ts'
import { fakeExercises } from './fakeExercises.ts'
import { fakeExplain } from './fakeExplain.ts'
import { fakeHomeAssistant } from './fakeHomeAssistant.ts'
import { fakeLights } from './fakeLights.ts'
import { fakePresence } from './fakePresence.ts'
import { fakePrivacy } from './fakePrivacy.ts'
import { fakeStress } from './fakeStress.ts'
import { FakeTopic } from './fakeTopic.ts'
import { emptyWorld, type FakeWorld, help, idOf } from './fakeWorld.ts'

const os = implement(contract)
/** What the parts of the fake engine build their procedures on; every call is noted. */
export type NotedContract = ReturnType<typeof noting>
const noting = (calls: { path: string; input: unknown }[]) =>
  os.use(({ path, next }, input) => {
    calls.push({ path: path.join('.'), input })
    return next()
  })
const refuse = (code: string) => new ORPCError(code, { defined: true })

const protocolText = `## What happens when something serious comes up

Lull looks at what you write **before** any model does, with rules that people wrote and reviewed.

- It asks you directly, and stays in the talk.
- It shows a line with people who answer.
- The model never writes a phone number.

### What it cannot do

It cannot call anyone. It can miss things.`

export class FakeEngine {
  world: FakeWorld
  readonly calls: { path: string; input: unknown }[] = []
  readonly talks = new Map<string, FakeTopic<ConversationChange>>()
  readonly list = new FakeTopic<'now'>()
  readonly settings = new FakeTopic<Settings>()
  readonly models = new FakeTopic<ModelsSnapshot>()
  readonly erased = new Set<string>()
  hasShell = true
  #ids = 5000

  constructor(world: FakeWorld = emptyWorld(Date.now())) {
    this.world = world
  }

  attach(port: MessagePort): void {
    new RPCHandler(this.#router()).upgrade(port)
    port.start()
  }

  topic(conversationId: string): FakeTopic<ConversationChange> {
    const topic = this.talks.get(conversationId) ?? new FakeTopic<ConversationChange>()
    this.talks.set(conversationId, topic)
    return topic
  }

  /** Applies a change to a talk and tells everyone who watches it. */
  change(conversationId: string, change: ConversationChange): void {
    const view = this.world.views.get(conversationId) ?? emptyConversationView
    this.world.views.set(conversationId, conversationView(view, change))
    this.topic(conversationId).emit(change)
    this.list.emit('now')
  }

  reply(conversationId: string, reply: Partial<ReplyInProgress>): void {
    const view = this.world.views.get(conversationId)
    const started = view?.reply ?? {
      id: idOf(this.#ids++),
      answersMessageId: view?.messages.at(-1)?.id ?? idOf(0),
      phase: 'waking' as const,
      readFraction: null,
      text: '',
      source: 'model' as const,
    }
    this.change(conversationId, { type: 'reply', reply: { ...started, ...reply } })
  }

  finish(conversationId: string, text: string, status: Message['status'] = 'complete'): void {
    const id = this.world.views.get(conversationId)?.reply?.id ?? idOf(this.#ids++)
    this.change(conversationId, {
      type: 'message',
      message: this.#message(conversationId, id, 'lull', text, status),
    })
  }

  changeModels(change: Partial<ModelsSnapshot>): void {
    this.world.models = { ...this.world.models, ...change }
    this.models.emit(this.world.models)
  }

  called(path: string): unknown[] {
    return this.calls.filter((call) => call.path === path).map((call) => call.input)
  }

  #message(
    conversationId: string,
    id: string,
    author: Message['author'],
    text: string,
    status: Message['status'],
  ): Message {
    const isLull = author === 'lull'
    return {
      id,
      conversationId,
      author,
      text,
      at: Date.now(),
      status,
      source: isLull ? 'model' : null,
      tier: 'none',
      care: null,
      offer: null,
      isPrivate: false,
      guard: [],
      modelTitle: isLull ? 'SmolLM2 135M' : null,
    }
  }

  #conversations(query = ''): Conversation[] {
    const words = query.toLowerCase()
    return [...this.world.views.entries()]
      .filter(([id, { messages }]) => {
        const holds = messages.some((message) => message.text.toLowerCase().includes(words))
        return !this.erased.has(id) && holds
      })
      .flatMap(([, { conversation }]) => (conversation ? [conversation] : []))
      .sort((a, b) => b.updatedAt - a.updatedAt)
  }

  async *#watchList(query: string | undefined, signal: AbortSignal | undefined) {
    for await (const _ of this.list.watch('now', signal)) {
      yield { conversations: this.#conversations(query) }
    }
  }

  #router() {
    const noted = noting(this.calls)
    return os.router({
      chat: {
        watchList: noted.chat.watchList.handler(({ input, signal }) => this.#watchList(input.query, signal)),
        watch: noted.chat.watch.handler(({ input, signal }) => {
          const view = this.world.views.get(input.conversationId)
          if (!view) throw refuse('NOT_FOUND')
          return this.topic(input.conversationId).watch({ type: 'snapshot', view }, signal)
        }),
        send: noted.chat.send.handler(({ input }) => {
          const { conversationId, messageId, text } = input
          const view = this.world.views.get(conversationId) ?? emptyConversationView
          if (view.reply) throw refuse('BUSY')
          const message = this.#message(conversationId, messageId, 'person', text, 'sent')
          const conversation = {
            id: conversationId,
            title: view.conversation?.title ?? text.slice(0, 48),
            startedAt: view.conversation?.startedAt ?? message.at,
            updatedAt: message.at,
            mode: 'talk' as const,
            messageCount: view.messages.length + 1,
            preview: text.slice(0, 120),
          }
          this.change(conversationId, { type: 'conversation', conversation })
          this.change(conversationId, { type: 'message', message })
          if (this.world.models.selectedId === null) {
            this.change(conversationId, { type: 'failure', failure: { code: 'MODEL_MISSING', messageId } })
          } else this.reply(conversationId, { phase: 'waking' })
          return { message }
        }),
        stop: noted.chat.stop.handler(({ input }) => {
          const reply = this.world.views.get(input.conversationId)?.reply
          if (!reply) return { stopped: false }
          this.finish(input.conversationId, reply.text, 'stopped')
          return { stopped: true }
        }),
        tryAgain: noted.chat.tryAgain.handler(({ input }) => {
          this.change(input.conversationId, { type: 'failure', failure: null })
          this.reply(input.conversationId, { phase: 'waking' })
          return {}
        }),
        explain: fakeExplain(noted, this),
        rename: noted.chat.rename.handler(({ input }) => {
          const conversation = this.world.views.get(input.conversationId)?.conversation
          if (!conversation) throw refuse('NOT_FOUND')
          this.change(input.conversationId, {
            type: 'conversation',
            conversation: { ...conversation, title: input.title },
          })
          return {}
        }),
        erase: noted.chat.erase.handler(({ input }) => {
          this.erased.add(input.conversationId)
          this.list.emit('now')
          return { undoSeconds: 10 }
        }),
        restore: noted.chat.restore.handler(({ input }) => {
          const restored = this.erased.delete(input.conversationId)
          this.list.emit('now')
          return { restored }
        }),
      },
      models: {
        watch: noted.models.watch.handler(({ signal }) => this.models.watch(this.world.models, signal)),
        download: noted.models.download.handler(({ input }) => {
          const entry = this.world.models.catalogue.find(({ id }) => id === input.catalogueId)
          const source = entry?.sources[0]
          if (!entry || !source) throw refuse('NOT_FOUND')
          this.changeModels({
            downloads: [
              {
                catalogueId: entry.id,
                startedAt: Date.now(),
                state: { phase: 'fetching', receivedBytes: 0, totalBytes: entry.sizeBytes, source },
              },
            ],
          })
          return {}
        }),
        cancelDownload: noted.models.cancelDownload.handler(() => {
          this.changeModels({ downloads: [] })
          return {}
        }),
        import: noted.models.import.handler(() => {
          throw refuse('FILE_UNREADABLE')
        }),
        select: noted.models.select.handler(({ input }) => {
          this.changeModels({ selectedId: input.modelId })
          return {}
        }),
        remove: noted.models.remove.handler(({ input }) => {
          const installed = this.world.models.installed.filter(({ id }) => id !== input.modelId)
          const { selectedId } = this.world.models
          this.changeModels({ installed, selectedId: selectedId === input.modelId ? null : selectedId })
          return {}
        }),
        wake: noted.models.wake.handler(() => ({})),
      },
      settings: {
        current: noted.settings.current.handler(() => this.world.settings),
        watch: noted.settings.watch.handler(({ signal }) => this.settings.watch(this.world.settings, signal)),
        change: noted.settings.change.handler(({ input }) => {
          // A patch has no undefined values once it has passed the contract.
          this.world.settings = { ...this.world.settings, ...input } as Settings
          this.settings.emit(this.world.settings)
          return this.world.settings
        }),
      },
      privacy: fakePrivacy(noted, this),
      safety: {
        countries: noted.safety.countries.handler(() => ({
          countries: Object.values(help).map(({ country, name }) => ({ country, name })),
          current: this.world.settings.country ?? 'GB',
          source: this.world.settings.country ? ('setting' as const) : ('system' as const),
        })),
        helplines: noted.safety.helplines.handler(
          ({ input }) => help[input.country ?? this.world.settings.country ?? 'GB'] ?? null,
        ),
        protocol: noted.safety.protocol.handler(() => ({ version: '1', markdown: protocolText })),
      },
      care: fakeCare(noted, this),
      balance: fakeBalance(noted, this),
      presence: { ...fakePresence(noted, this), ...fakeDays(noted, this) },
      devices: fakeDevices(noted, this),
      stress: fakeStress(noted, this),
      checkins: fakeCheckins(noted, this),
      breaks: fakeBreaks(noted, this),
      exercises: fakeExercises(noted, this),
      homeAssistant: fakeHomeAssistant(noted, this),
      lights: fakeLights(noted, this),
      shell: {
        watch: noted.shell.watch.handler(async function* () {}),
        answer: noted.shell.answer.handler(() => ({})),
        openHome: noted.shell.openHome.handler(() => {
          if (!this.hasShell) throw refuse('SHELL_MISSING')
          return {}
        }),
        openPopup: noted.shell.openPopup.handler(() => {
          if (!this.hasShell) throw refuse('SHELL_MISSING')
          return {}
        }),
        chooseModelFile: noted.shell.chooseModelFile.handler(() => {
          if (!this.hasShell) throw refuse('SHELL_MISSING')
          return { path: null }
        }),
        about: noted.shell.about.handler(() => ({
          present: this.hasShell,
          appVersion: '0.1.0',
          platform: 'linux',
        })),
      },
    })
  }
}
