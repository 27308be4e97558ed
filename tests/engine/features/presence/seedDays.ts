/** Years of someone's days in a database: sums for each of them, minutes and stretches for the last ones. */
import type { DaySpan } from '../../../../electron/core/presence/dayLedger.ts'
import type { DaySums } from '../../../../electron/core/presence/daySums.ts'
import type { MinuteRecord } from '../../../../electron/core/presence/minuteRecord.ts'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { PresenceStore } from '../../../../electron/engine/features/presence/presenceStore.ts'
import { type Store, sql } from '../../../../electron/engine/store/sql.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const DAY_START = 4 * 60 * MINUTE

export interface SeedOptions {
  /** Day number of the last day; days are those of UTC. */
  today: number
  /** Days with sums; ten years by default. */
  days?: number
  /** Of these, the last ones that still have minutes and stretches. */
  withMinutes?: number
  /** Minutes with a row in each of those, from 04:00 on; all of them by default. */
  minutesADay?: number
}

function sumsOf(workDay: number, random: () => number): DaySums {
  const activeMs = Math.round((5 + 3 * random()) * 60) * MINUTE
  const firstWorkMs = workDay * DAY + Math.round((8 + random()) * 60) * MINUTE
  const seconds = () => Math.round(random() * 6000)
  return {
    workDay,
    activeMs,
    restMs: activeMs / 4,
    unknownMs: 10_000,
    realRests: 6,
    callMs: 40 * MINUTE,
    calls: 2,
    sharingMs: 0,
    lateMs: 0,
    firstWorkMs,
    lastWorkMs: firstWorkMs + activeMs + activeMs / 4,
    longestStretchMs: 70 * MINUTE,
    switches: Math.round(random() * 900),
    categorySeconds: {
      comms: seconds(),
      dev: seconds(),
      docs: seconds(),
      media: seconds(),
      other: seconds(),
    },
    keys: Math.round(random() * 20_000),
    clicks: Math.round(random() * 4_000),
    cpuShare: random(),
    temperatureC: 40 + random() * 30,
    minutes: 560,
  }
}

function minuteOf(workDay: number, place: number, random: () => number): MinuteRecord {
  const worked = random() < 0.8 ? 60 : 20
  return {
    atMs: workDay * DAY + DAY_START + place * MINUTE,
    workDay,
    minuteOfDay: (240 + place) % 1440,
    workSeconds: worked,
    restSeconds: 60 - worked,
    unknownSeconds: 0,
    activeSeconds: worked,
    callSeconds: 0,
    sharingSeconds: 0,
    fullScreenSeconds: 0,
    quietSeconds: 0,
    switches: Math.floor(random() * 6),
    commsSeconds: worked / 4,
    devSeconds: worked / 2,
    docsSeconds: 0,
    mediaSeconds: 0,
    otherSeconds: worked / 4,
    keys: Math.floor(random() * 120),
    deletes: Math.floor(random() * 10),
    pauses: Math.floor(random() * 40),
    shortPauses: Math.floor(random() * 20),
    clicks: Math.floor(random() * 20),
    scrolls: Math.floor(random() * 20),
    pathPx: random() * 9000,
    lateMinutes: null,
    daySpanHours: place / 60,
    loopLagMs: random() * 8,
    temperatureC: 50,
    cpuShare: random(),
    memoryShare: 0.5,
    onBattery: false,
  }
}

/** Work and rest of twelve minutes each, and a call every two hours. */
function spansOf(workDay: number, minutes: number): DaySpan[] {
  const fromMs = workDay * DAY + DAY_START
  const spans: DaySpan[] = []
  for (let place = 0; place < minutes; place += 12) {
    const kind = (place / 12) % 4 === 3 ? 'rest' : 'work'
    const span = { workDay, fromMs: fromMs + place * MINUTE, toMs: fromMs + (place + 12) * MINUTE }
    spans.push({ kind, ...span })
    if (place % 120 === 0) spans.push({ kind: 'call', ...span })
  }
  return spans
}

/** @returns how many rows there are of each. The same options give the same rows. */
export function seedDays(
  store: Store,
  options: SeedOptions,
): { days: number; minutes: number; spans: number } {
  const { today, days = 3650, withMinutes = 30, minutesADay = 1440 } = options
  const rows = new PresenceStore(store)
  const random = seededRandom(7)
  let spans = 0
  store.transaction(() => {
    for (let day = today - days + 1; day <= today; day++) {
      const sums = JSON.stringify(sumsOf(day, random))
      store.run(sql`INSERT INTO work_days (work_day, sums) VALUES (${day}, ${sums})`)
    }
    for (let day = today - withMinutes + 1; day <= today; day++) {
      for (let place = 0; place < minutesADay; place++) rows.keepMinute(minuteOf(day, place, random))
      spans += rows.addSpans(spansOf(day, minutesADay)).length
    }
  })
  return { days, minutes: withMinutes * minutesADay, spans }
}
