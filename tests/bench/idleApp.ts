/** What Lull costs while nobody talks to it, beside an empty Electron app in the same minutes. */
import { setTimeout as wait } from 'node:timers/promises'
import { type App, startAlone, whyNoElectron } from './electronApp.ts'
import { readTree } from './processTree.ts'
import { printRows, type Row } from './table.ts'

const SETTLE_SECONDS = 60
const MEASURE_SECONDS = 120

interface Idle {
  processes: number
  pssMiB: number
  cpuPercent: number
  switchesPerSecond: number
}

async function idle(app: App): Promise<Idle> {
  const running = await startAlone(app)
  try {
    await wait(SETTLE_SECONDS * 1000)
    const before = readTree(running.pid)
    await wait(MEASURE_SECONDS * 1000)
    const after = readTree(running.pid)
    return {
      processes: before.processes,
      pssMiB: before.pssMiB,
      cpuPercent: ((after.cpuSeconds - before.cpuSeconds) / MEASURE_SECONDS) * 100,
      switchesPerSecond: (after.contextSwitches - before.contextSwitches) / MEASURE_SECONDS,
    }
  } finally {
    await running.stop()
  }
}

/** One after the other: side by side they would share Chromium's pages, and half of those would be counted for each. */
export async function idleApp(): Promise<Row[]> {
  if (whyNoElectron) return [{ what: 'idle app', skipped: whyNoElectron }]
  const empty = await idle('empty')
  const lull = await idle('lull')
  const pssRatio = lull.pssMiB / empty.pssMiB
  return [
    {
      what: `idle memory, whole tree (${lull.processes} processes)`,
      against: `empty Electron app, ${empty.pssMiB.toFixed(0)} MiB`,
      value: lull.pssMiB,
      unit: 'MiB PSS',
      ratio: pssRatio,
      goal: '≤ 1.35 ×',
      met: pssRatio <= 1.35,
    },
    {
      what: 'idle processor time',
      against: `empty Electron app, ${empty.cpuPercent.toFixed(2)} %`,
      value: lull.cpuPercent,
      unit: '% of a core',
      goal: '≤ 0.2 %',
      met: lull.cpuPercent <= 0.2,
    },
    {
      what: 'idle context switches',
      against: `empty Electron app, ${empty.switchesPerSecond.toFixed(1)}/s`,
      value: lull.switchesPerSecond,
      unit: '/s',
      goal: '≤ 7/s',
      met: lull.switchesPerSecond <= 7,
    },
  ]
}

if (import.meta.main) printRows(await idleApp())
