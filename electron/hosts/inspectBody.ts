/** `inspect body`: beats of one or many people in time order, one line for each window that heard anything. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { type BeatMinute, judgedMinute, MinuteCutter } from '../core/hrv/minuteCutter.ts'
import type { SourceMessage } from '../core/hrv/sourceWindow.ts'
import { zoneCalendar } from '../engine/calendar.ts'
import { ownBaseline, sharedBaseline } from './bodyBaselines.ts'
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

interface Heard {
  cutter: MinuteCutter
  lastMs: number
}

export async function inspectBody(input: Readable, output: Writable, options: BodyOptions): Promise<void> {
  const people = new Map<string, Heard>()
  const calendar = zoneCalendar(() => options.zone)
  const rate = options.baseline === 'own' ? ownBaseline(calendar, options.windowMs) : sharedBaseline()
  const print = async (value: unknown) => {
    if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain')
  }
  const judge = async (person: string, over: readonly BeatMinute[]) => {
    for (const window of over) {
      const judged = { atMs: Math.round(window.toMs), ...judgedMinute(window) }
      for (const rated of rate.window(person, judged)) await print(rated)
    }
  }
  for await (const read of inputLines(input)) {
    try {
      if ('tooLong' in read) throw new Error('the line is too long')
      const { person, message } = messageOf(read.text)
      await judge(person, taken(people, person, message, options.windowMs))
    } catch (error) {
      await print({ line: read.number, error: error instanceof Error ? error.message : String(error) })
    }
  }
  for (const [person, { cutter }] of people) {
    await judge(person, [cutter.closeSilent(Number.POSITIVE_INFINITY)].filter(isWindow))
  }
  for (const rated of rate.rest()) await print(rated)
}

const isWindow = (window: BeatMinute | null): window is BeatMinute => window !== null

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

/** @returns windows that are over. @throws when the message is older than the person's last one. */
function taken(
  people: Map<string, Heard>,
  person: string,
  message: SourceMessage,
  windowMs: number,
): BeatMinute[] {
  const heard = people.get(person) ?? { cutter: new MinuteCutter(windowMs), lastMs: message.atMs }
  people.set(person, heard)
  if (message.atMs < heard.lastMs) throw new Error('earlier than the line before it of the same person')
  heard.lastMs = message.atMs
  // After a silence windows begin anew, as they do live.
  return [heard.cutter.closeSilent(message.atMs), ...heard.cutter.take(message)].filter(isWindow)
}
