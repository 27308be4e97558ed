/** Years of scores for measuring: ten years of days, and a month minute by minute, as a busy life would leave them. */
import { workDay } from '../../../../electron/core/presence/localMoment.ts'
import { FEATURE_IDS, FEATURES } from '../../../../electron/core/stress/families.ts'
import type { ScoreDay } from '../../../../electron/core/stress/scoreDay.ts'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { keptSignals, type ScoreInputs } from '../../../../electron/engine/features/stress/scoreInputs.ts'
import type { Calendar } from '../../../../electron/engine/ports/calendar.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'

const SECOND = 1000
const MINUTE = 60_000
const DAY_MS = 86_400_000

export interface SeedOptions {
  nowMs: number
  calendar: Calendar
  /** Days with sums; ten years by default. */
  days?: number
  /** Days with a row a minute; thirty by default. */
  minuteDays?: number
  /** Minutes of work a day, from 06:00 on. */
  minutesPerDay?: number
  /** Days with a row of beats a second. */
  beatDays?: number
}

export interface Seeded {
  scores: number
  scoreDays: number
  windows: number
  beats: number
}

/** Fills the tables of stress up to now. The store must be empty of them. */
export function seedScores(store: Store, options: SeedOptions): Seeded {
  const { nowMs, calendar, days = 3653, minuteDays = 30, minutesPerDay = 960, beatDays = 1 } = options
  const random = seededRandom(1)
  const seeded: Seeded = { scores: 0, scoreDays: 0, windows: 0, beats: 0 }
  const raw = store.raw
  const prepared = {
    day: raw.prepare('INSERT INTO score_days VALUES (?, ?)'),
    nightly: raw.prepare('INSERT INTO nightly VALUES (2, ?, ?, ?, ?)'),
    nightlyDay: raw.prepare('INSERT INTO nightly_days VALUES (2, ?, ?, ?)'),
    score: raw.prepare('INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?, ?)'),
    window: raw.prepare("INSERT INTO beat_windows VALUES (1, ?, ?, ?, 70, ?, ?, 0.98, 0.01, '[]', 1)"),
    beat: raw.prepare("INSERT INTO beats VALUES (1, ?, 'rr', ?)"),
    work: raw.prepare('INSERT INTO work_windows VALUES (?, ?, ?, ?, ?)'),
  }
  const today = workDay(calendar.moment(nowMs))
  store.transaction(() => {
    raw.exec("INSERT INTO beat_sources VALUES (1, 'strap'), (2, 'ring')")
    for (let day = today - days + 1; day <= today; day++) {
      seeded.scoreDays++
      prepared.day.run(day, JSON.stringify(dayOf(random)))
      prepared.nightly.run(day * DAY_MS, day, 'rmssd', 40 + 10 * random())
      prepared.nightlyDay.run('rmssd', day, 40 + 10 * random())
    }
    for (let back = 0; back < minuteDays; back++) seedDay(today - back, back < beatDays)
  })
  return seeded

  function seedDay(day: number, withBeats: boolean): void {
    const fromMs = calendar.daySpan(day).fromMs + 120 * MINUTE
    for (let minute = 0; minute < minutesPerDay; minute++) {
      const atMs = Math.floor(fromMs / MINUTE) * MINUTE + minute * MINUTE
      if (atMs > nowMs) return
      seedMinute(day, atMs)
      if (withBeats) seedBeats(atMs)
    }
  }

  function seedMinute(day: number, atMs: number): void {
    const { minuteOfDay } = calendar.moment(atMs)
    prepared.score.run(
      atMs,
      day,
      random(),
      random(),
      0.7,
      random() < 0.05 ? 1 : 0,
      JSON.stringify(inputsOf(random, atMs)),
    )
    prepared.window.run(atMs, day, minuteOfDay, 60 + 10 * random(), 3.4 + 0.4 * random())
    seeded.scores++
    seeded.windows++
    if (atMs % (10 * MINUTE) === 0) {
      const values = { switchesPerMinute: 4 * random(), dwellSeconds: 60 * random(), commsShare: random() }
      prepared.work.run(
        atMs,
        day,
        'weekday',
        Math.floor(((minuteOfDay + 1200) % 1440) / 240),
        JSON.stringify(values),
      )
    }
  }

  function seedBeats(atMs: number): void {
    for (let second = 0; second < 60; second++) {
      prepared.beat.run(atMs + second * SECOND, `${800 + Math.floor(100 * random())}`)
      seeded.beats++
    }
  }
}

function dayOf(random: () => number): ScoreDay {
  const times = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [n, Math.round(6 * random()) * 10_000 + 1]))
  const strap = {
    ...{ hasIntervals: true, hrBpmSum: 30_000, hrWindows: 450 },
    ...{ lnRmssdSum: 1600, rmssdWindows: 450, accepted: 450, refused: 12 },
  }
  return {
    ...{ needMost: 1, needTimes: times(101), strainTimes: times(70) },
    ...{ strainMsSum: 9e6, strainKnownMs: 2.8e7, confidenceMsSum: 2e7, assessedMs: 3e7 },
    ...{ raisedMs: 1.2e6, raisedTimes: 2, body: { strap } },
  }
}

function inputsOf(random: () => number, atMs: number): ScoreInputs {
  const parts = FEATURE_IDS.map((feature) => ({
    ...{ family: FEATURES[feature].family, feature, direction: 'high' as const, value: 100 * random() },
    ...{
      usualLow: 10 * random(),
      usualHigh: 20 * random(),
      z: 3 * random(),
      s: random(),
      w: 0.1,
      q: 1,
      level: 'cell' as const,
    },
    share: 1 / FEATURE_IDS.length,
  }))
  return {
    ...{ sinceRest: random(), activeSinceRestMs: 1_800_000, targetMs: 3_000_000, daySpanMs: 7_200_000 },
    ...{ isLongDay: false, inQuietHours: false, state: 'known', phase: 'clear', daysKnown: 21 },
    ...{ threshold: 0.6, minutesToMs: atMs, contributing: ['body', 'fragmentation'], unknown: {} },
    signals: keptSignals(parts),
    body: { source: 'strap', atMs },
  }
}
