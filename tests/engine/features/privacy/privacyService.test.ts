/** What is kept can be counted, taken along and erased for good. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DataKind, dataKinds } from '../../../../electron/contract/privacy.ts'
import { settingsDocument } from '../../../../electron/contract/settings.ts'
import { workDay as workDayOf } from '../../../../electron/core/presence/localMoment.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { EngineError } from '../../../../electron/engine/errors.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import {
  type PrivacyParts,
  PrivacyService,
} from '../../../../electron/engine/features/privacy/privacyService.ts'
import { KEPT_CONNECTIONS, PrivacyStore } from '../../../../electron/engine/features/privacy/privacyStore.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY, temporaryFolder } from '../../engineParts.ts'
import { talk } from '../../talk.ts'
import { FakeKeeper, type KeptRow } from './fakeKeeper.ts'

const connection = (at: number) =>
  ({ at, peer: 'models.example', reason: 'download', outcome: 'answered' }) as const

/** The service without the rest of the engine. */
function alone(extra: Partial<PrivacyParts> = {}) {
  const copies: string[] = []
  const parts: PrivacyParts = {
    store: new PrivacyStore(openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store),
    bus: new EventBus(),
    clock: new FakeClock(),
    calendar: zoneCalendar(() => 'Europe/Berlin'),
    dataFolder: null,
    keyKeeper: 'memory',
    appVersion: '0.1.0',
    talks: () => [],
    settings: () => settingsDocument.parse({}),
    models: () => [],
    states: () => [],
    erasers: { talks() {}, models: async () => {}, settings() {}, copies: () => copies.push('gone') },
    keepers: [],
    ...extra,
  }
  return { parts, copies, privacy: new PrivacyService(parts) }
}

describe('what is kept', () => {
  it('is counted by kind, with its age and how it is locked', async () => {
    const lull = await talk()
    const startedAt = lull.parts.clock.now()
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    const inventory = await lull.client.privacy.inventory()
    expect(inventory).toMatchObject({ dataFolder: lull.folder, keyKeeper: 'memory' })
    const kinds = Object.fromEntries(inventory.kinds.map((kind) => [kind.kind, kind]))
    expect(kinds).toMatchObject({
      conversations: { rows: 1, oldestAt: startedAt },
      messages: { rows: 2, oldestAt: startedAt },
      models: { rows: 1, bytes: 'GGUF and no more'.length },
      connections: { rows: 0, oldestAt: null },
    })
    expect(kinds.messages?.bytes).toBeGreaterThan(0)
  })

  it('can be taken along as one document, without keys or prompts', async () => {
    const lull = await talk()
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    const { fileName, json } = await lull.client.privacy.export()
    expect(fileName).toBe('lull-export-2026-11-22.json')
    expect(JSON.parse(json)).toMatchObject({
      app: 'Lull',
      conversations: [{ title: 'Hello', messages: [{ text: 'Hello' }, { author: 'lull' }] }],
      settings: { theme: 'system' },
      models: [{ sizeBytes: 16 }],
      connections: [],
    })
    expect(json).not.toContain(TEST_KEY)
  })
})

describe('connections', () => {
  it('are listed newest first, and only the last ones are kept', () => {
    const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 })
    const privacy = new PrivacyStore(store)
    for (let at = 1; at <= KEPT_CONNECTIONS + 5; at++) privacy.addConnection(connection(at))
    expect(privacy.counts().connections).toEqual({ rows: KEPT_CONNECTIONS, oldestAt: 6 })
    expect(privacy.connections(2).map(({ at }) => at)).toEqual([KEPT_CONNECTIONS + 5, KEPT_CONNECTIONS + 4])
  })
})

describe('erasing everything', () => {
  it('takes talks, settings, states, backups and broken files, and leaves models unless asked', async () => {
    const lull = await talk()
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    mkdirSync(join(lull.folder, 'backups'))
    writeFileSync(join(lull.folder, 'backups', 'lull-v1-5.db'), 'old')
    writeFileSync(join(lull.folder, 'lull.db.broken-5'), 'old')
    writeFileSync(join(lull.folder, 'lull.db.broken-5-wal'), 'old')
    mkdirSync(join(lull.folder, 'aside-2026-11-22T09-00-00-000Z'))
    writeFileSync(join(lull.folder, 'aside-2026-11-22T09-00-00-000Z', 'lull.db'), 'old')
    await lull.client.privacy.eraseEverything({ confirm: 'erase' })
    expect(readdirSync(lull.folder).sort()).toEqual(['lull.db', 'lull.db-wal', 'lull.db.keycheck', 'models'])
    expect(readFileSync(join(lull.folder, 'lull.db-wal'))).toHaveLength(0)
    expect((await lull.client.privacy.inventory()).kinds.find((kind) => kind.kind === 'models')?.rows).toBe(1)
    await lull.client.privacy.eraseEverything({ confirm: 'erase', models: true })
    expect(readdirSync(join(lull.folder, 'models'))).toEqual([])
    await lull.say(page, 'Still here')
    await page.shows((view) => view.messages.some((message) => message.text === 'Still here'))
  })

  it('leaves no copy behind when a file cannot be deleted or the disk is too full to compact', async () => {
    const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 })
    const privacyStore = new PrivacyStore(store)
    const bus = new EventBus()
    const done: string[] = []
    bus.on('everythingErased', () => done.push('told'))
    privacyStore.compact = () => {
      done.push('compacted')
      throw new EngineError('DISK_FULL', 'The disk is full.')
    }
    const { privacy } = alone({
      store: privacyStore,
      bus,
      erasers: {
        talks: () => done.push('talks'),
        models: async () => {
          throw new Error('the file is in use')
        },
        settings: () => done.push('settings'),
        copies: () => done.push('copies'),
      },
    })
    await expect(privacy.eraseEverything(true)).rejects.toThrow()
    expect(done).toEqual(['talks', 'settings', 'copies', 'told', 'compacted'])
  })

  it('while Lull writes keeps nothing of the reply', async () => {
    const lull = await talk()
    lull.model.hold = new Promise(() => {})
    lull.model.holdFromWord = 6
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.shows((view) => (view.reply?.text ?? '') !== '')
    await lull.client.privacy.eraseEverything({ confirm: 'erase' })
    const view = await page.shows((one) => one.conversation === null)
    expect(view).toEqual({ conversation: null, messages: [], reply: null, failure: null })
    await lull.restart()
    expect((await lull.client.privacy.inventory()).kinds.find((kind) => kind.kind === 'messages')?.rows).toBe(
      0,
    )
  })
})

describe('what was noticed', () => {
  const row = (kind: DataKind, workDay: number): KeptRow => ({ kind, workDay, at: workDay * 86_400_000 })

  function noticed() {
    const presence = new FakeKeeper(
      ['minutes', 'days'],
      [row('minutes', 20_001), row('minutes', 20_000), row('days', 20_000)],
    )
    const beats = new FakeKeeper(['beats', 'nightly'], [row('beats', 20_000)])
    return { presence, beats, ...alone({ keepers: [beats, presence] }) }
  }

  it('is listed with its age, how long it is kept, and whether it can be erased by itself', () => {
    const { kinds } = noticed().privacy.inventory()
    const by = Object.fromEntries(kinds.map((kind) => [kind.kind, kind]))
    expect(by.minutes).toEqual({
      kind: 'minutes',
      rows: 2,
      bytes: null,
      oldestAt: 20_000 * 86_400_000,
      keptDays: 30,
      erasable: true,
    })
    expect(by.days).toMatchObject({ rows: 1, keptDays: null, erasable: true })
    expect(by.beats).toMatchObject({ rows: 1, keptDays: 30, erasable: true })
    expect(by.nightly).toMatchObject({ rows: 0, oldestAt: null, keptDays: null })
    expect(by.messages).toMatchObject({ keptDays: null, erasable: false })
    expect(by.conversations).toMatchObject({ erasable: true })
    const order = kinds.map(({ kind }) => dataKinds.indexOf(kind))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('goes along in the export', () => {
    const { json } = noticed().privacy.export()
    expect(JSON.parse(json).noticed).toEqual({
      minutes: [row('minutes', 20_001), row('minutes', 20_000)],
      days: [row('days', 20_000)],
      beats: [row('beats', 20_000)],
      nightly: [],
    })
  })

  it('is erased by kind, with the copies that still hold it', () => {
    const { privacy, presence, beats, copies } = noticed()
    privacy.eraseKind('minutes')
    expect(presence.kept).toEqual([row('days', 20_000)])
    expect(beats.kept).toHaveLength(1)
    expect(copies).toEqual(['gone'])
  })

  it('and connections and talks too, but models and settings only with everything', () => {
    const done: string[] = []
    const { privacy, parts } = alone()
    parts.store.addConnection(connection(5))
    parts.erasers.talks = () => done.push('talks')
    privacy.eraseKind('connections')
    privacy.eraseKind('conversations')
    expect(parts.store.connections(10)).toEqual([])
    expect(done).toEqual(['talks'])
    for (const kind of ['messages', 'models', 'settings', 'states', 'beats'] as const) {
      expect(() => privacy.eraseKind(kind)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }))
    }
  })

  it('is erased by day, from 04:00 to 04:00 where the person is, over a change of the clock', () => {
    const { privacy, presence, beats } = noticed()
    const { calendar } = alone().parts
    // The night in which clocks go forward; the day has 23 hours.
    const workDay = workDayOf(calendar.moment(Date.parse('2026-03-28T12:00:00Z')))
    privacy.eraseDay(workDay)
    expect(presence.days).toEqual([
      { workDay, fromMs: Date.parse('2026-03-28T03:00:00Z'), toMs: Date.parse('2026-03-29T02:00:00Z') },
    ])
    expect(beats.days).toEqual(presence.days)
    privacy.eraseDay(20_000)
    expect([...presence.kept, ...beats.kept]).toEqual([row('minutes', 20_001)])
  })

  it('goes with everything, also when one keeper fails', async () => {
    const { privacy, presence, beats, copies } = noticed()
    beats.erase = () => {
      throw new Error('locked')
    }
    await expect(privacy.eraseEverything(false)).rejects.toThrow('locked')
    expect(presence.kept).toEqual([])
    expect(copies).toEqual(['gone'])
  })

  it('leaves nothing in the log of pending writes', () => {
    const folder = temporaryFolder()
    const { store } = openDatabase({ dataFolder: folder, keyHex: TEST_KEY, now: 1 })
    const { privacy } = alone({ store: new PrivacyStore(store) })
    store.raw.exec("INSERT INTO programs (app, category) VALUES ('secret', 'dev')")
    expect(readFileSync(join(folder, 'lull.db-wal')).length).toBeGreaterThan(0)
    privacy.eraseKind('connections')
    expect(readFileSync(join(folder, 'lull.db-wal'))).toHaveLength(0)
    store.close()
  })
})
