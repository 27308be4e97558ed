/** Plays events through the door for whole days, and reads what it printed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { inspectDay } from '../../electron/hosts/inspectDay.ts'

/** A printed line, as far as tests ask. */
export interface PrintedLine {
  at: string
  atMs: number
  kind:
    | 'need'
    | 'strain'
    | 'decision'
    | 'checkinOffered'
    | 'choice'
    | 'pause'
    | 'outcome'
    | 'silence'
    | 'lights'
  need: number | null
  inputs: { activeSinceRestMs: number; daySpanMs: number | null; isLongDay: boolean; inQuietHours: boolean }
  state: 'off' | 'learning' | 'unknown' | 'known'
  strain: number | null
  confidence: number
  phase: 'clear' | 'queued' | 'raised'
  contributing: string[]
  reasons: { family: string; feature: string }[]
  body: { hrBpm: number | null; rmssdMs: number | null; refused: string[] }
  unknown: { feature: string; reason: string }[]
  from: string
  to: string
  because: string | null
  threshold: number | null
  highMs: number
  raisedShare: number
  line: number
  error: string
  what: string
  nudgeId: number | null
  reason: string | null
  probabilities: Record<string, number>
  worked: boolean | null
  look: string | null
  writes: { light: string; brightness?: number; mirek?: number }[]
  refused: { light: string; rule: string }[]
  left: string[]
  why: string | null
}

export async function playDay(
  events: Iterable<unknown>,
  { zone = 'UTC', settings }: { zone?: string; settings?: unknown } = {},
): Promise<PrintedLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-day-'))
  const settingsFile = settings === undefined ? null : join(folder, 'settings.json')
  if (settingsFile !== null) {
    writeFileSync(settingsFile, typeof settings === 'string' ? settings : JSON.stringify(settings))
  }
  const output = new PassThrough()
  const printed = text(output)
  try {
    await inspectDay(Readable.from(inputOf(events)), output, { zone, settingsFile })
  } finally {
    output.end()
    rmSync(folder, { recursive: true })
  }
  return (await printed)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PrintedLine)
}

/** A text stands for itself, so that lines nobody can read can be written too. */
function* inputOf(events: Iterable<unknown>): Generator<Buffer> {
  for (const event of events) {
    yield Buffer.from(`${typeof event === 'string' ? event : JSON.stringify(event)}\n`)
  }
}
