/** `inspect day`: events in time order on stdin, what Lull would have made of them on stdout. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import type { Settings } from '../contract/settings.ts'
import { settingsPatch } from '../contract/settings.ts'
import { dayEvent } from './dayEvents.ts'
import type { DayLine } from './dayLines.ts'
import { DayReplay } from './dayReplay.ts'
import { sentence } from './inspectInput.ts'
import { inputLines } from './jsonLines.ts'

export interface DayOptions {
  zone: string
  /** A JSON file of settings that differ from the defaults; null for none. */
  settingsFile: string | null
}

/** @throws a plain sentence when the zone or the settings are not understood; bad lines are answered and left out. */
export async function inspectDay(input: Readable, output: Writable, options: DayOptions): Promise<void> {
  const settings = settingsFrom(options.settingsFile)
  const print = (line: DayLine) => {
    output.write(`${JSON.stringify(line)}\n`)
  }
  let replay: DayReplay | null = null
  for await (const line of inputLines(input)) {
    try {
      if ('tooLong' in line) throw new Error('the line is too long')
      const event = eventOf(line.text)
      replay ??= await DayReplay.start(event.at, { zone: options.zone, settings, print })
      await replay.play(event)
    } catch (error) {
      print({ line: line.number, error: error instanceof Error ? error.message : String(error) })
    }
    if (output.writableNeedDrain) await once(output, 'drain')
  }
  await replay?.finish()
}

function eventOf(text: string) {
  const parsed = dayEvent.safeParse(jsonOf(text))
  if (!parsed.success) throw new Error(sentence(parsed.error))
  return parsed.data
}

function jsonOf(text: string, where = ''): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${where}not JSON`)
  }
}

function settingsFrom(file: string | null): Partial<Settings> {
  if (file === null) return {}
  const parsed = settingsPatch.safeParse(jsonOf(readFileSync(file, 'utf8'), `${file}: `))
  if (!parsed.success) throw new Error(`${file}: ${sentence(parsed.error)}`)
  // A patch has no undefined values once it has passed the contract.
  return parsed.data as Partial<Settings>
}
