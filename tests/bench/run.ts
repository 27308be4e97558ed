/** `npm run bench [-- NAME …]`: measures everything Lull promises about speed and size, each beside its reference; `--ten`: ten minutes of breath. */
import { breakDecision, breakYear } from './breakDecision.ts'
import { breakStatistics } from './breakStatistics.ts'
import { dayQueries } from './dayQueries.ts'
import { encoder } from './encoder.ts'
import { guard } from './guard.ts'
import { idleApp } from './idleApp.ts'
import { ingest } from './ingest.ts'
import { lightsBreathe } from './lightsBreathe.ts'
import { lightsIdle } from './lightsIdle.ts'
import { lightsParse } from './lightsParse.ts'
import { lightsSoften } from './lightsSoften.ts'
import { llmThroughput } from './llmThroughput.ts'
import { llmWarmTurn } from './llmWarmTurn.ts'
import { nudgeDrawn } from './nudgeDrawn.ts'
import { pacer } from './pacer.ts'
import { pageWarmTurn } from './pageWarmTurn.ts'
import { panicShown } from './panicShown.ts'
import { popupSize } from './popupSize.ts'
import { sampleToScore } from './sampleToScore.ts'
import { sensing } from './sensing.ts'
import { shortcutFocus } from './shortcutFocus.ts'
import { startTime } from './startTime.ts'
import { formatRows, type Row } from './table.ts'
import { triageSpeed } from './triage.ts'

const benches: Record<string, () => Promise<Row[]>> = {
  throughput: llmThroughput,
  warm: llmWarmTurn,
  encoder,
  guard,
  page: pageWarmTurn,
  shortcut: shortcutFocus,
  panic: panicShown,
  pacer,
  nudge: nudgeDrawn,
  start: startTime,
  popup: popupSize,
  idle: idleApp,
  ingest,
  days: dayQueries,
  score: sampleToScore,
  sensing,
  breakDecision,
  breakYear,
  breakStatistics,
  triage: triageSpeed,
  lightsParse,
  lightsSoften,
  lightsBreathe,
  lightsIdle,
}

const asked = process.argv.slice(2).filter((word) => word !== '--ten')
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(`Not a bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`)
  process.exit(2)
}
const rows: Row[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stderr.write(`measuring ${name} …\n`)
  // One that breaks must not take the figures of the others with it.
  try {
    rows.push(...(await bench()))
  } catch (error) {
    rows.push({
      what: name,
      skipped: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    })
  }
}
console.log(formatRows(rows))
// Playwright keeps its driver open; the figures are out.
process.exit(0)
