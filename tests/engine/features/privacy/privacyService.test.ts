/** What is kept can be counted, taken along and erased for good. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsDocument } from '../../../../electron/contract/settings.ts'
import { EngineError } from '../../../../electron/engine/errors.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { PrivacyService } from '../../../../electron/engine/features/privacy/privacyService.ts'
import { KEPT_CONNECTIONS, PrivacyStore } from '../../../../electron/engine/features/privacy/privacyStore.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'
import { talk } from '../../talk.ts'

const connection = (at: number) =>
  ({ at, peer: 'models.example', reason: 'download', outcome: 'answered' }) as const

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
    const privacy = new PrivacyService({
      store: privacyStore,
      bus,
      clock: new FakeClock(),
      dataFolder: null,
      keyKeeper: 'memory',
      appVersion: '0.1.0',
      talks: () => [],
      settings: () => settingsDocument.parse({}),
      models: () => [],
      states: () => [],
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
