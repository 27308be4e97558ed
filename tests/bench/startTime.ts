/** From launching the program to a page one can write in, beside an empty Electron app, alternating. */
import { emptyApp, root, startWatched, whyNoElectron } from './electronApp.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 5

async function usableAfterMs(app: string, field: string): Promise<number> {
  const start = performance.now()
  const running = await startWatched(app)
  try {
    const page = await running.app.firstWindow()
    await page.waitForSelector(field, { state: 'attached' })
    return performance.now() - start
  } finally {
    await running.stop()
  }
}

export async function startTime(): Promise<Row[]> {
  const reason = whyNoElectron()
  if (reason) return [{ what: 'start to usable page', skipped: reason }]
  const times = { empty: [] as number[], lull: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.empty.push(await usableAfterMs(emptyApp, '#usable'))
    times.lull.push(await usableAfterMs(root, 'textarea, main button'))
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
