/** Talks, care and balance over a real database, with a clock that stands still: messages are written as the chat writes them. */
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { BalanceView } from '../../../../electron/contract/balance.ts'
import type { CareView } from '../../../../electron/contract/care.ts'
import { type Settings, settingsDocument } from '../../../../electron/contract/settings.ts'
import type { Message } from '../../../../electron/core/chat/conversation.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { createCaring } from '../../../../electron/engine/caring.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { ChatStore } from '../../../../electron/engine/features/chat/chatStore.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

interface Start {
  store?: Store
  clock?: FakeClock
  settings?: Partial<Settings>
  zone?: string
}

/** What a page sees as it opens. */
async function first<View>(watched: Promise<AsyncIterator<View>>): Promise<View> {
  const stream = await watched
  const { value, done } = await stream.next()
  await stream.return?.()
  if (done) throw new Error('a watch must begin with a snapshot')
  return value
}

export type CareWorld = ReturnType<typeof careWorld>

export function careWorld(start: Start = {}) {
  const store = start.store ?? openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store
  const clock = start.clock ?? new FakeClock()
  const around = {
    settings: settingsDocument.parse({ ...start.settings }),
    zone: start.zone ?? 'Europe/Berlin',
    pauses: { walk: 0, talk: 0 },
  }
  const bus = new EventBus()
  const logLines: string[] = []
  const calendar = zoneCalendar(() => around.zone)
  const talks = new ChatStore(store)
  const read = { messages: 0 }
  const heard = { care: 0, balance: 0 }
  bus.on('careChanged', () => {
    heard.care += 1
  })
  bus.on('balanceChanged', () => {
    heard.balance += 1
  })
  const taken = (times: number) => ({ times, restedMs: 0 })
  const caring = createCaring({
    ...{ parts: { clock }, store, bus, noticing: { calendar } },
    log: createLog(clock, (line) => logLines.push(line)),
    settings: () => around.settings,
    talks: {
      talkIs: (conversationId) => talks.talkIs(conversationId),
      writtenBefore(sequence, most) {
        const rows = talks.writtenBefore(sequence, most)
        read.messages += rows.length
        return rows
      },
    },
    takenByArm: () => ({ walk: taken(around.pauses.walk), talk: taken(around.pauses.talk) }),
    checkBackWords: (language, times) => `${language} ${times}`,
  })
  caring.start()
  let stopped = false
  const stop = () => {
    if (!stopped) caring.stop()
    stopped = true
  }
  onTestFinished(stop)
  const context = { role: 'window' as const, report: () => {} }
  const client = createRouterClient(caring.routers, { context })

  let messages = store.raw.prepare('SELECT count(*) FROM messages').pluck().get() as number
  /** Written and told, at the time of now. */
  const say = (conversationId: string, text: string, author: Message['author'] = 'person') => {
    messages += 1
    const message: Message = {
      ...{ id: id(1_000_000 + messages), conversationId, author, text, at: clock.now() },
      ...{ status: author === 'person' ? 'sent' : 'complete', source: null, tier: 'none', care: null },
      ...{ guard: [], modelTitle: null, offer: null, isPrivate: false },
    }
    if (!talks.exists(conversationId)) {
      talks.create({ id: conversationId, title: 'talk', mode: 'talk', at: message.at })
    }
    talks.keep(message)
    bus.emit('conversationChanged', { conversationId, change: { type: 'message', message } })
  }
  /** A message every three minutes, of both in turn. */
  const talkFor = (conversationId: string, minutes: number, text = 'and then') => {
    for (let n = 0; n <= minutes / 3; n++) {
      if (n > 0) clock.advance(3 * MINUTE)
      say(conversationId, text, n % 2 === 0 ? 'person' : 'lull')
    }
  }
  /** As the chat erases a talk: hidden at once, gone ten seconds later. */
  const eraseTalk = (conversationId: string) => {
    talks.hide(conversationId, clock.now())
    bus.emit('conversationChanged', { conversationId, change: { type: 'erased' } })
    clock.after(10_000, () => talks.eraseHidden(conversationId))
  }
  const restoreTalk = (conversationId: string) => {
    talks.unhide(conversationId)
    const view = { conversation: null, messages: [], reply: null, failure: null }
    bus.emit('conversationChanged', { conversationId, change: { type: 'snapshot', view } })
  }
  const care = (): Promise<CareView> => first(client.care.watch())
  const balance = (): Promise<BalanceView> => first(client.balance.watch())
  /** Lull ends, time goes by (0 ms unless told; it may also go back), and it starts again. */
  const restart = (afterMs = 0) => {
    stop()
    clock.advance(afterMs)
    return careWorld({ ...start, store, clock })
  }
  const keeper = (kind: 'carePlan' | 'careMoments' | 'acts') => {
    const found = caring.keepers.find(({ kinds }) => kinds.includes(kind))
    if (!found) throw new Error(`nobody keeps ${kind}`)
    return found
  }
  return {
    ...{ store, clock, bus, around, talks, read, heard, logLines, caring, client, calendar },
    ...{ say, talkFor, eraseTalk, restoreTalk, care, balance, restart, keeper },
  }
}

/** An instant as a clock to start from. */
export const at = (text: string) => new FakeClock(Date.parse(text))
