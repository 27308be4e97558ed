/** What Today asks of ten years: a day, a month, an explanation, and what a year adds to the file. */
import type { EngineClient } from '../../electron/contract/index.ts'
import { median } from './median.ts'
import { databaseBytes, engineOver, seedYears, temporaryData } from './seededEngine.ts'
import { printRows, type Row } from './table.ts'

const TIMES = 25
const YEAR_DAYS = 365
const MIB = 1024 ** 2

async function times(work: () => Promise<unknown>): Promise<{ median: number; most: number }> {
  const tookMs: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const startedAt = performance.now()
    await work()
    tookMs.push(performance.now() - startedAt)
  }
  return { median: median(tookMs), most: Math.max(...tookMs) }
}

/** All that the page of one day waits for. */
async function day(client: EngineClient, workDay: number): Promise<void> {
  const { fromMs, toMs } = await client.presence.day({ workDay })
  await Promise.all([client.stress.day({ workDay }), client.checkins.between({ fromMs, toMs })])
}

async function month(client: EngineClient, toDay: number): Promise<void> {
  const range = { fromDay: toDay - 29, toDay }
  await Promise.all([client.presence.days(range), client.stress.days(range)])
}

/** The largest answer's own cost on this machine: reading and parsing a day of rows without any of the product's code. */
function reading(rows: number): () => Promise<unknown> {
  const text = JSON.stringify(
    Array.from({ length: rows }, (_, n) => ({ atMs: n, need: 0.5, strain: 0.5, confidence: 0.7 })),
  )
  return async () => JSON.parse(text)
}

async function queries(): Promise<Row[]> {
  const data = temporaryData()
  seedYears(data.folder, 3650, 30, 1)
  const engine = engineOver(data.folder)
  await engine.start()
  const client = engine.client('window')
  const { workDay, fromMs } = await client.presence.today()
  const first = performance.now()
  await day(client, workDay - 1)
  const coldMs = performance.now() - first
  const parsed = await times(reading(960))
  const oneDay = await times(() => day(client, workDay - 1))
  const oneMonth = await times(() => month(client, workDay))
  const { points } = await client.stress.day({ workDay: workDay - 1 })
  const atMs = points[points.length >> 1]?.atMs ?? fromMs
  const explained = await times(() => client.stress.explain({ atMs }))
  await engine.stop()
  data.remove()
  const row = (what: string, took: { median: number; most: number }, goalMs: number): Row => ({
    what: `${what}, ten years kept (most of ${TIMES}: ${took.most.toFixed(1)} ms)`,
    against: `parsing a day of points, ${parsed.median.toFixed(2)} ms`,
    value: took.median,
    unit: 'ms',
    ratio: took.median / parsed.median,
    goal: `≤ ${goalMs} ms`,
    met: took.median <= goalMs,
  })
  return [
    row(`Today for a day, the first one ${coldMs.toFixed(0)} ms`, oneDay, 20),
    row('Today for a month', oneMonth, 50),
    row('one point explained', explained, 20),
  ]
}

function fileAfter(days: number, minuteDays: number, beatDays: number): number {
  const data = temporaryData()
  seedYears(data.folder, days, minuteDays, beatDays)
  const bytes = databaseBytes(data.folder)
  data.remove()
  return bytes
}

function growth(): Row[] {
  const empty = fileAfter(0, 0, 0)
  const oneYear = fileAfter(YEAR_DAYS, 0, 0)
  const withoutStrap = fileAfter(30, 30, 0)
  const withStrap = fileAfter(30, 30, 30)
  return [
    {
      what: 'the file grows by, each year (sums by day)',
      against: `an empty one, ${(empty / MIB).toFixed(2)} MiB`,
      value: (oneYear - empty) / MIB,
      unit: 'MiB a year',
    },
    {
      what: 'the last thirty days, 24 h of minutes and 16 h of scores a day',
      against: `with a strap worn 16 h a day, ${((withStrap - empty) / MIB).toFixed(0)} MiB`,
      value: (withoutStrap - empty) / MIB,
      unit: 'MiB',
    },
  ]
}

export async function dayQueries(): Promise<Row[]> {
  return [...(await queries()), ...growth()]
}

if (import.meta.main) printRows(await dayQueries())
