/** From a strap's message at a real broker to the committed row, beside a subscriber that only parses. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import mqtt from 'mqtt'
import type { Reading } from '../../electron/core/readings/mapping.ts'
import { zoneCalendar } from '../../electron/engine/calendar.ts'
import { mqtt as mqttDriver } from '../../electron/engine/devices/mqtt/index.ts'
import { BeatIntake } from '../../electron/engine/features/stress/beatIntake.ts'
import { BeatSources } from '../../electron/engine/features/stress/beatSources.ts'
import { BeatStore } from '../../electron/engine/features/stress/beatStore.ts'
import { NightlyStore } from '../../electron/engine/features/stress/nightlyStore.ts'
import { createLog } from '../../electron/engine/log.ts'
import { openDatabase } from '../../electron/engine/store/database.ts'
import { systemClock } from '../../electron/hosts/systemClock.ts'
import { type BulkOptions, type BulkResult, bulkMapping } from '../engine/devices/mqtt/bulkPublisher.ts'
import { mosquitto, noMosquitto } from '../engine/devices/mqtt/mosquitto.ts'
import { printRows, type Row } from './table.ts'

const SECONDS = 10
/** As a strap sends them: up to four intervals a message. */
const INTERVALS = 4
const TOPICS = 500

interface Heard {
  samples: number
  /** From the broker's hands to here, ms. */
  delaysMs: number[]
  lastAtMs: number
  stop(): Promise<void>
}

function publish(options: BulkOptions): Promise<BulkResult> {
  const script = resolve(import.meta.dirname, '../engine/devices/mqtt/bulkPublisher.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return text(child.stdout).then((line) => JSON.parse(line) as BulkResult)
}

/** The reference: subscribes, parses, reads one property, keeps nothing. */
async function parsesOnly(port: number): Promise<Heard> {
  const client = await mqtt.connectAsync({ host: '127.0.0.1', port, protocolVersion: 5 })
  const heard: Heard = { samples: 0, delaysMs: [], lastAtMs: 0, stop: () => client.endAsync() }
  client.on('message', (_topic, payload) => {
    const { rr, at } = JSON.parse(payload.toString()) as { rr: number[]; at: number }
    count(heard, rr.length, at)
  })
  await client.subscribeAsync(bulkMapping.topicFilter, { qos: 1 })
  return heard
}

function count(heard: Heard, samples: number, sentAtMs: number): void {
  const now = Date.now()
  heard.samples += samples
  heard.lastAtMs = now
  for (let sample = 0; sample < samples; sample++) heard.delaysMs.push(now - sentAtMs)
}

/** The product's own way, with an encrypted file at its end. */
async function commits(port: number): Promise<Heard> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-ingest-'))
  const { store } = openDatabase({ dataFolder: folder, keyHex: 'b2'.repeat(32), now: Date.now() })
  const sources = new BeatSources(store)
  const beats = new BeatStore(
    store,
    sources,
    new NightlyStore(
      store,
      zoneCalendar(() => 'UTC'),
      sources,
    ),
  )
  const committed = (readings: readonly Reading[]) => {
    for (const reading of readings) if (reading.kind === 'rr') count(heard, reading.rrMs.length, reading.atMs)
  }
  const log = createLog(systemClock, () => {})
  const intake = new BeatIntake({ store: beats, clock: systemClock, log, committed })
  const settings = mqttDriver.checkSettings({ host: '127.0.0.1', port })
  if (!settings.ok) throw new Error('the settings of the broker are refused')
  const connected = Promise.withResolvers<void>()
  const connection = mqttDriver.connect(settings.settings, [bulkMapping], {
    clock: systemClock,
    installId: 'bbbbbbbbbbbb',
    take: (readings) => intake.take(readings),
    refuse: () => {},
    heard: () => {},
    phase: ({ phase }) => {
      if (phase === 'connected') connected.resolve()
    },
    connectionMade: () => {},
  })
  const heard: Heard = {
    samples: 0,
    delaysMs: [],
    lastAtMs: 0,
    async stop() {
      await connection.close()
      intake.stop()
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await connected.promise
  return heard
}

interface Run {
  perSecond: number
  p50Ms: number
  p99Ms: number
  lost: number
}

async function run(listen: (port: number) => Promise<Heard>, samplesPerSecond: number): Promise<Run> {
  const broker = await mosquitto({ extra: ['max_inflight_messages 0', 'max_queued_messages 0'] })
  await broker.start()
  const heard = await listen(broker.port)
  // A subscription is answered before the first message can come.
  await new Promise((done) => setTimeout(done, 500))
  const startedAt = Date.now()
  const sent = await publish({
    port: broker.port,
    topics: TOPICS,
    intervalsPerMessage: INTERVALS,
    samplesPerSecond,
    seconds: SECONDS,
  })
  for (let waits = 0; waits < 100 && heard.samples < sent.samples; waits++) {
    await new Promise((done) => setTimeout(done, 50))
  }
  const tookSeconds = (heard.lastAtMs - startedAt) / 1000
  const delays = heard.delaysMs.sort((a, b) => a - b)
  const at = (share: number) =>
    delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? Number.NaN
  await heard.stop()
  await broker.remove()
  return {
    perSecond: heard.samples / tookSeconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    lost: sent.samples - heard.samples,
  }
}

export async function ingest(): Promise<Row[]> {
  if (noMosquitto) return [{ what: 'beats through a broker', skipped: 'mosquitto is not installed' }]
  const bulkParsed = await run(parsesOnly, 60_000)
  const bulk = await run(commits, 60_000)
  const steadyParsed = await run(parsesOnly, 10_000)
  const steady = await run(commits, 10_000)
  const inWords = (one: Run) => `parsing only: ${one.perSecond.toFixed(0)}/s, p99 ${one.p99Ms} ms`
  return [
    {
      what: `beats committed, as fast as they come (${bulk.lost} lost)`,
      against: inWords(bulkParsed),
      value: bulk.perSecond,
      unit: 'samples/s',
      ratio: bulk.perSecond / bulkParsed.perSecond,
      goal: '≥ 20 000/s',
      met: bulk.perSecond >= 20_000 && bulk.lost === 0,
    },
    {
      what: `beats committed at 10 000/s, p50 ${steady.p50Ms} ms (${steady.lost} lost), p99`,
      against: inWords(steadyParsed),
      value: steady.p99Ms,
      unit: 'ms',
      goal: '≤ 100 ms',
      met: steady.p99Ms <= 100 && steady.lost === 0,
    },
  ]
}

if (import.meta.main) printRows(await ingest())
