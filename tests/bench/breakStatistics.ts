/** What the page of pauses asks of ten years: sums over all of it, a week with its comparison, a month, a day. */
import { openDatabase } from '../../electron/engine/store/database.ts'
import { seedBreaks } from '../engine/features/breaks/seedBreaks.ts'
import { seedDays } from '../engine/features/presence/seedDays.ts'
import { median } from './median.ts'
import { engineOver, KEY, temporaryData } from './seededEngine.ts'
import { printRows, type Row } from './table.ts'

const TIMES = 25
const DAYS = 3650
const GOAL_MS = 50

async function took(
  work: () => Promise<unknown>,
): Promise<{ firstMs: number; medianMs: number; mostMs: number }> {
  const tookMs: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const startedAt = performance.now()
    await work()
    tookMs.push(performance.now() - startedAt)
  }
  return { firstMs: tookMs[0] ?? Number.NaN, medianMs: median(tookMs), mostMs: Math.max(...tookMs) }
}

function seeded(folder: string, today: number): number {
  const { store } = openDatabase({ dataFolder: folder, keyHex: KEY, now: Date.now() })
  seedDays(store, { today, days: DAYS, withMinutes: 0 })
  seedBreaks(store, { today, days: DAYS, entriesADay: 18, silencesADay: 7, choicesADay: 5 })
  const entries = store.raw.prepare('SELECT count(*) AS n FROM break_entries').get() as { n: number }
  store.raw.exec('VACUUM')
  store.close()
  return entries.n
}

export async function breakStatistics(): Promise<Row[]> {
  const data = temporaryData()
  const today = Math.floor(Date.now() / 86_400_000)
  const entries = seeded(data.folder, today)
  const engine = engineOver(data.folder)
  await engine.start()
  const { breaks } = engine.client('window')
  const date = new Date()
  const thisMonth = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, weekStart: 1 as const }
  // The first answer as well: whoever opens the page waits for that one.
  const all = await took(() => breaks.statistics({ fromDay: today - DAYS, toDay: today }))
  const week = await took(() => breaks.week({ fromDay: today - 6 }))
  const month = await took(() => breaks.month(thisMonth))
  const lines = await took(() => breaks.history({ fromDay: today - 6, toDay: today }))
  await engine.stop()
  data.remove()
  const row = (what: string, { firstMs, medianMs, mostMs }: typeof all): Row => ({
    what: `${what}, ${entries} lines kept (first ${firstMs.toFixed(0)} ms, most of ${TIMES} ${mostMs.toFixed(0)} ms)`,
    value: medianMs,
    unit: 'ms',
    goal: `≤ ${GOAL_MS} ms`,
    met: medianMs <= GOAL_MS,
  })
  return [
    row('pauses of ten years summed', all),
    row('a week of pauses, with the comparison over all choices', week),
    row('a month of pauses', month),
    row('the lines of a week', lines),
  ]
}

if (import.meta.main) printRows(await breakStatistics())
