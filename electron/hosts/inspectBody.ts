/** `inspect body`: beats of one or many people in time order, one line for each window that heard anything. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { cutIntoWindows, type SourceMessage, sourceWindow } from '../core/hrv/sourceWindow.ts'
import { zoneCalendar } from '../engine/calendar.ts'
import { type BodyWindowAt, ownBaseline, sharedBaseline } from './bodyBaselines.ts'
import { sentence } from './inspectInput.ts'
import { inputLines } from './jsonLines.ts'

const line = z.object({
  person: z.union([z.string().min(1).max(200), z.number()]).transform(String),
  atMs: z.number().min(0).max(8.64e15),
  hrBpm: z.number().min(25).max(240).nullish(),
  rrMs: z.array(z.number().nullable()).max(20_000).nullish(),
})

export interface BodyOptions {
  windowMs: number
  baseline: 'own' | 'all'
  zone: string
}

/** Beats of one person that are not judged yet, by window. */
interface Waiting {
  startMs: number
  lastMs: number
  windows: Map<number, SourceMessage[]>
}

export async function inspectBody(input: Readable, output: Writable, options: BodyOptions): Promise<void> {
  const people = new Map<string, Waiting>()
  const calendar = zoneCalendar(() => options.zone)
  const rate = options.baseline === 'own' ? ownBaseline(calendar, options.windowMs) : sharedBaseline()
  const print = async (value: unknown) => {
    if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain')
  }
  for await (const read of inputLines(input)) {
    try {
      if ('tooLong' in read) throw new Error('the line is too long')
      const { person, message } = messageOf(read.text)
      const waiting = taken(people, person, message, options.windowMs)
      const finished = judge(waiting, options.windowMs, currentWindow(waiting, options.windowMs))
      for (const window of finished) for (const rated of rate.window(person, window)) await print(rated)
    } catch (error) {
      await print({ line: read.number, error: error instanceof Error ? error.message : String(error) })
    }
  }
  for (const [person, waiting] of people) {
    for (const window of judge(waiting, options.windowMs, Number.POSITIVE_INFINITY)) {
      for (const rated of rate.window(person, window)) await print(rated)
    }
  }
  for (const rated of rate.rest()) await print(rated)
}

function messageOf(text: string): { person: string; message: SourceMessage } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('not JSON')
  }
  const parsed = line.safeParse(value)
  if (!parsed.success) throw new Error(sentence(parsed.error))
  const { person, atMs, hrBpm, rrMs } = parsed.data
  return { person, message: { atMs, ...(rrMs && { rrMs }), ...(hrBpm != null && { hrBpm }) } }
}

/** @throws when the message is older than the person's last one. */
function taken(
  people: Map<string, Waiting>,
  person: string,
  message: SourceMessage,
  windowMs: number,
): Waiting {
  const waiting = people.get(person) ?? begun(message)
  people.set(person, waiting)
  if (message.atMs < waiting.lastMs) throw new Error('earlier than the line before it of the same person')
  waiting.lastMs = message.atMs
  for (const [window, part] of cutIntoWindows(message, waiting.startMs, windowMs)) {
    waiting.windows.set(window, [...(waiting.windows.get(window) ?? []), part])
  }
  return waiting
}

/** The first window begins with the first beat. */
function begun({ atMs, rrMs }: SourceMessage): Waiting {
  const lengthMs = (rrMs ?? []).reduce<number>((sum, rr) => sum + (rr !== null && rr > 0 ? rr : 0), 0)
  return { startMs: atMs - lengthMs, lastMs: atMs, windows: new Map() }
}

function currentWindow({ startMs, lastMs }: Waiting, windowMs: number): number {
  return Math.max(0, Math.floor((lastMs - startMs) / windowMs))
}

/** Windows before `before` are over. */
function judge(waiting: Waiting, windowMs: number, before: number): BodyWindowAt[] {
  const over = [...waiting.windows.keys()].filter((window) => window < before).sort((a, b) => a - b)
  return over.map((window) => {
    const fromMs = waiting.startMs + window * windowMs
    const toMs = fromMs + windowMs
    const messages = waiting.windows.get(window) ?? []
    waiting.windows.delete(window)
    return { atMs: toMs, ...sourceWindow(messages, fromMs, toMs) }
  })
}
