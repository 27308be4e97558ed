/** What Lull costs while nobody talks to it, beside an empty Electron app in the same minutes. */
import { setTimeout as wait } from 'node:timers/promises'
import { startAlone, whyNoElectron } from './electronApp.ts'
import { readTree } from './processTree.ts'
import { printRows, type Row } from './table.ts'

const SETTLE_SECONDS = 60
const MEASURE_SECONDS = 120

export async function idleApp(): Promise<Row[]> {
  if (whyNoElectron) return [{ what: 'idle app', skipped: whyNoElectron }]
  const apps = { empty: await startAlone('empty'), lull: await startAlone('lull') }
  try {
    await wait(SETTLE_SECONDS * 1000)
    const before = { empty: readTree(apps.empty.pid), lull: readTree(apps.lull.pid) }
    await wait(MEASURE_SECONDS * 1000)
    const after = { empty: readTree(apps.empty.pid), lull: readTree(apps.lull.pid) }
    const cpuPercent = (name: 'empty' | 'lull') =>
      ((after[name].cpuSeconds - before[name].cpuSeconds) / MEASURE_SECONDS) * 100
    const switches = (name: 'empty' | 'lull') =>
      (after[name].contextSwitches - before[name].contextSwitches) / MEASURE_SECONDS
    const pssRatio = after.lull.pssMiB / after.empty.pssMiB
    return [
      {
        what: `idle memory, whole tree (${after.lull.processes} processes)`,
        against: `empty Electron app, ${after.empty.pssMiB.toFixed(0)} MiB`,
        value: after.lull.pssMiB,
        unit: 'MiB PSS',
        ratio: pssRatio,
        goal: '≤ 1.35 ×',
        met: pssRatio <= 1.35,
      },
      {
        what: 'idle processor time',
        against: `empty Electron app, ${cpuPercent('empty').toFixed(2)} %`,
        value: cpuPercent('lull'),
        unit: '% of a core',
        goal: '≤ 0.2 %',
        met: cpuPercent('lull') <= 0.2,
      },
      {
        what: 'idle context switches',
        against: `empty Electron app, ${switches('empty').toFixed(1)}/s`,
        value: switches('lull'),
        unit: '/s',
        goal: '≤ 7/s',
        met: switches('lull') <= 7,
      },
    ]
  } finally {
    await Promise.all([apps.empty.stop(), apps.lull.stop()])
  }
}

if (import.meta.main) printRows(await idleApp())
