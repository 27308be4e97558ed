/** From the beats that end a minute, handed over by a device, to the page being told of the scores they led to. */
import { randomUUID } from 'node:crypto'
import { ReplayDevice } from '../../electron/hosts/replayDevice.ts'
import { fasterClock } from '../engine/devices/mqtt/brokerTest.ts'
import { ScriptedSensors } from '../fakes/scriptedSensors.ts'
import { median } from './median.ts'
import { engineOver, seedYears, temporaryData } from './seededEngine.ts'
import { printRows, type Row } from './table.ts'

/** The engine's clock runs so much faster, or forty minutes would take forty minutes. */
const TIMES_FASTER = 25
const MINUTES = 30
const BEATS_EVERY_MS = 5_000
/** Waits for company on the way to the disk (mqtt's outbox and the intake), which the fast clock shortens. */
const WAITS_MS = 45

/** Five seconds of beats that end at a moment; no two are alike. */
function beatsUntil(atMs: number, n: number) {
  const rrMs = Array.from({ length: 6 }, (_, beat) => 833 + ((n * 7 + beat * 13) % 60) - 30)
  return { at: atMs, kind: 'vitals' as const, source: 'strap', rrMs }
}

export async function sampleToScore(): Promise<Row[]> {
  const data = temporaryData()
  seedYears(data.folder, 365, 14, 0)
  const sensors = new ScriptedSensors()
  const device = new ReplayDevice()
  const clock = fasterClock(TIMES_FASTER)
  const engine = engineOver(data.folder, { clock, sensors, drivers: [device.driver] })
  await engine.start()
  const client = engine.client('window')
  const settings = { id: randomUUID(), driver: 'replay', title: 'Replay', enabled: true, settings: {} }
  await client.devices.save(settings)
  const watch = await client.stress.watch()
  const tookMs: number[] = []
  let pushedAt = 0
  const reading = { fact: 'input', value: 'active', source: 'bench', quality: 1, how: 'event' } as const
  let beats = 0
  const timer = setInterval(() => {
    sensors.sink?.fact({ ...reading, atMs: clock.now() })
    pushedAt = performance.now()
    device.take(beatsUntil(clock.now(), beats++))
  }, BEATS_EVERY_MS / TIMES_FASTER)
  let judgedMs: number | null = null
  while (tookMs.length < MINUTES) {
    const told = await watch.next()
    if (told.done) throw new Error('the engine ended')
    const { atMs } = told.value.body
    // A minute is judged with the beat that ends it, which is the last one handed over.
    if (atMs !== null && atMs !== judgedMs) tookMs.push(performance.now() - pushedAt)
    judgedMs = atMs
  }
  clearInterval(timer)
  await watch.return?.(undefined)
  await engine.stop()
  data.remove()
  tookMs.sort((a, b) => a - b)
  const p99Ms = (tookMs[Math.floor(0.99 * (tookMs.length - 1))] ?? Number.NaN) + WAITS_MS
  return [
    {
      what: `from a beat to the score and the page, p99 of ${tookMs.length}`,
      against: `median ${(median(tookMs) + WAITS_MS).toFixed(0)} ms, of which ${WAITS_MS} ms are waits for company on the disk`,
      value: p99Ms,
      unit: 'ms',
      goal: '≤ 250 ms',
      met: p99Ms <= 250,
    },
  ]
}

if (import.meta.main) printRows(await sampleToScore())
