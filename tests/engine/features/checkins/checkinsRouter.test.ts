/** On the wire: the state first, then every change; and only clean answers come in. */
import { createRouterClient } from '@orpc/server'
import { expect, it, onTestFinished } from 'vitest'
import { settingsDocument } from '../../../../electron/contract/settings.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { checkinsRouter } from '../../../../electron/engine/features/checkins/checkinsRouter.ts'
import { CheckinsService } from '../../../../electron/engine/features/checkins/checkinsService.ts'
import { CheckinsStore } from '../../../../electron/engine/features/checkins/checkinsStore.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const said = { mood: 3, energy: null, words: [], tags: [], sleepHours: null, because: 'person' as const }

function client() {
  const clock = new FakeClock()
  const bus = new EventBus()
  const service = new CheckinsService({
    store: new CheckinsStore(openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store),
    bus,
    clock,
    calendar: zoneCalendar(() => 'UTC'),
    log: createLog(clock, () => {}),
    settings: () => settingsDocument.parse({}),
    strainWithoutSelf: () => 0.5,
  })
  service.start()
  onTestFinished(() => service.stop())
  const router = checkinsRouter(service, bus)
  const context = { role: 'window' as const, report: () => {} }
  return { clock, client: createRouterClient(router, { context }) }
}

it('is watched, saved, listed, taken away and brought back', async () => {
  const { client: checkins } = client()
  const stream = await checkins.watch()
  expect((await stream.next()).value).toMatchObject({ lastAtMs: null })
  const row = await checkins.save({ id: id(1), ...said, tags: ['rain'] })
  expect((await stream.next()).value).toMatchObject({ lastAtMs: row.atMs, tags: ['rain'] })
  expect(await checkins.between({ fromMs: 0, toMs: row.atMs + 1 })).toEqual({ checkins: [row] })
  expect(row).not.toHaveProperty('strain')
  expect(await checkins.erase({ id: id(1) })).toEqual({ undoSeconds: 10 })
  expect(await checkins.restore({ id: id(1) })).toEqual({ restored: true })
  expect(await checkins.dismiss()).toEqual({})
  await stream.return?.()
})

it.each([
  ['a sixth face', { mood: 6 }],
  ['half a face', { mood: 2.5 }],
  ['no id', { id: 'mine' }],
  ['six words', { words: ['calm', 'glad', 'sad', 'uneasy', 'angry', 'worn'] }],
  ['a word from nowhere', { words: ['__proto__'] }],
  ['an endless tag', { tags: ['x'.repeat(41)] }],
  ['nine tags', { tags: [...'abcdefghi'] }],
  ['a day of sleep and more', { sleepHours: 24.5 }],
  ['a third of an hour', { sleepHours: 7.3 }],
])('refuses %s', async (_what, change) => {
  const { client: checkins } = client()
  const refused = checkins.save({ id: id(1), ...said, ...change })
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(await checkins.between({ fromMs: 0, toMs: 8e15 })).toEqual({ checkins: [] })
})

it('lists the latest five hundred at most', async () => {
  const { client: checkins, clock } = client()
  for (let n = 1; n <= 502; n++) {
    await checkins.save({ id: id(n), ...said })
    clock.advance(1000)
  }
  const { checkins: listed } = await checkins.between({ fromMs: 0, toMs: 8e15 })
  expect(listed).toHaveLength(500)
  expect(listed[0]?.id).toBe(id(3))
  expect(listed.at(-1)?.id).toBe(id(502))
})
