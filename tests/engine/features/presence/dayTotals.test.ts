/** The sums of a day are the same whether its minutes were added up as they came or all at once. */
import { expect, it } from 'vitest'
import { PresenceStore } from '../../../../electron/engine/features/presence/presenceStore.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { sql } from '../../../../electron/engine/store/sql.ts'
import { TEST_KEY } from '../../engineParts.ts'
import { seedDays } from './seedDays.ts'

const TODAY = 20_000
const MINUTE_MS = 60_000

function seeded() {
  const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 0 })
  seedDays(store, { today: TODAY, days: 1, withMinutes: 1, minutesADay: 400 })
  const rows = new PresenceStore(store)
  const minutes = rows.minutes(0, Number.MAX_SAFE_INTEGER)
  store.run(sql`DELETE FROM minutes`)
  return { store, rows, minutes }
}

it('as they come', () => {
  const { store, rows, minutes } = seeded()
  expect(minutes.length).toBe(400)
  for (const [place, minute] of minutes.entries()) {
    rows.keepMinute(minute)
    const asTheyCome = rows.summed(TODAY)
    if (place % 37 !== 0) continue
    const atOnce = new PresenceStore(store).summed(TODAY)
    for (const [key, value] of Object.entries(atOnce)) {
      const held = asTheyCome[key as keyof typeof asTheyCome]
      expect(held, key).toEqual(typeof value === 'number' ? expect.closeTo(value, 6) : value)
    }
  }
})

it('also where an old one is written again, or taken away', () => {
  const { store, rows, minutes } = seeded()
  for (const minute of minutes) {
    rows.keepMinute(minute)
    rows.summed(TODAY)
  }
  const [first] = minutes
  if (!first) throw new Error('no minutes')
  rows.keepMinute({ ...first, workSeconds: 60, keys: 100_000 })
  expect(rows.summed(TODAY).keys).toBe(new PresenceStore(store).summed(TODAY).keys)
  expect(rows.summed(TODAY).keys).toBeGreaterThan(99_000)
  rows.summed(TODAY)
  store.run(sql`DELETE FROM minutes WHERE at < ${first.atMs + 100 * MINUTE_MS}`)
  rows.forgetSums()
  expect(rows.summed(TODAY).minutes).toBe(300)
})
