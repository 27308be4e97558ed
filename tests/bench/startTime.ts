/** From launching the program to a page one can write in, beside an empty Electron app, alternating. */
import { type App, startWatched, whyNoElectron } from './electronApp.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 5

async function usableAfterMs(app: App): Promise<number> {
  const running = await startWatched(app)
  await running.stop()
  return running.usableAfterMs
}

export async function startTime(): Promise<Row[]> {
  if (whyNoElectron) return [{ what: 'start to usable page', skipped: whyNoElectron }]
  const times = { empty: [] as number[], lull: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.empty.push(await usableAfterMs('empty'))
    times.lull.push(await usableAfterMs('lull'))
  }
  const ratio = median(times.lull) / median(times.empty)
  return [
    {
      what: 'start to usable page',
      against: `empty Electron app, ${median(times.empty).toFixed(0)} ms`,
      value: median(times.lull),
      unit: 'ms',
      ratio,
      goal: '≤ 1.8 ×',
      met: ratio <= 1.8,
    },
  ]
}

if (import.meta.main) printRows(await startTime())
