/** What can be asked at the inspecting door, and what is wrong with it in one line. */
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import type { InspectOverrides } from '../engine/host.ts'
import { isZone } from './timeZone.ts'

const doors = ['chat', 'triage', 'crisis', 'guard', 'hrv', 'body', 'day', 'lights'] as const

export interface InspectOptions {
  what: (typeof doors)[number]
  /** Data folder, or null to keep everything in memory. */
  data: string | null
  overrides: InspectOverrides
  /** hrv: skip cleaning and refusing. */
  raw: boolean
  /** body: length of a window, ms. */
  windowMs: number
  /** body: what is usual: by the live rule, or of all the person's good windows. */
  baseline: 'own' | 'all'
  /** body, day: IANA name of the time zone. */
  zone: string
  /** day: JSON file of settings that differ from the defaults. */
  settingsFile: string | null
}

export const inspectUsage = `Reads JSON Lines on stdin and answers each with one on stdout.

  inspect -- triage   {"id":"1","messages":[{"role":"user","text":"…"}],"country":"GB"}
  inspect -- crisis   {"id":"1","turns":["…","…"],"country":"GB"} what a person says, answered by the scripted talk alone
  inspect -- guard    {"id":"1","mode":"talk","userText":"…","reply":"…","tier":"none"} what of a reply would be shown, and what is cut
      tier: none, concern, high or imminent (default: what triage hears in userText)
  inspect -- chat     {"session":"a","text":"…"}
      --model FILE        a .gguf to talk with (default: the model selected in --data, else guided replies)
      --data DIR          a data folder (default: memory)
      --temperature N  --max-tokens N  --seed N
  inspect -- hrv      {"id":"1","rrMs":[812,805,…]}
      --raw               without cleaning and refusing
  inspect -- body     {"person":"a","atMs":1767225600000,"hrBpm":66,"rrMs":[905,912]} in time order
      --window-s N        length of a window (default: 60)
      --baseline own|all  the live rule (default), or all of that person's good windows, for laboratory recordings
      --zone NAME         time zone of the part of the day (default: UTC)
  inspect -- day      {"at":"2026-11-23T09:00:00+01:00","kind":"presence","state":"active"} in time order
      --zone NAME         time zone (default: UTC)
      --settings FILE     JSON of settings that differ from the defaults
      lights: {"kind":"lights","choices":{"isAllowed":true},"lamps":[…]} lets Lull at the lamps of the day, else those of
              the room on screen; {"kind":"lamp","light":"desk","isOn":false} is a hand, {"kind":"look","look":"soften"} a wish
  inspect -- lights   {"id":"1","lights":[…],"look":"soften","at":"2026-11-23T15:00:00+01:00","zone":"Europe/Berlin"}
      lights: light resources of a bridge (CLIP v2). With its room, zone and zigbee_connectivity resources among
              them a light has rooms and may be out of reach; alone it counts as within reach.
      look:   soften, breathe (its first step), windDown, focus, break, listen,
              or an object of brightness (percent at most), mirek or xy, and fadeMs
      limits: any of isAllowed lampIds roomIds othersLiveHere times mostLooksADay leastBrightness mayBeDimAtWork
              isAtWork fadeMs sun (default: allowed, every light of the line ticked, nobody knows whether at work)
`

/** @throws a plain sentence when something is not understood. */
export function inspectOptions(args: string[]): InspectOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: 'string' },
      data: { type: 'string' },
      temperature: { type: 'string' },
      'max-tokens': { type: 'string' },
      seed: { type: 'string' },
      raw: { type: 'boolean' },
      'window-s': { type: 'string' },
      baseline: { type: 'string' },
      zone: { type: 'string' },
      settings: { type: 'string' },
    },
  })
  const [asked, ...more] = positionals
  const what = doors.find((door) => door === asked)
  if (!what || more.length > 0) throw new Error(inspectUsage)
  const overrides: InspectOverrides = {}
  if (values.model !== undefined) overrides.modelPath = values.model
  const temperature = numberOf('temperature', values.temperature, 0, 5)
  const maxTokens = numberOf('max-tokens', values['max-tokens'], 1, 100_000)
  const seed = numberOf('seed', values.seed, 0, 4_294_967_295)
  if (temperature !== undefined) overrides.temperature = temperature
  if (maxTokens !== undefined) overrides.maxTokens = Math.trunc(maxTokens)
  if (seed !== undefined) overrides.seed = Math.trunc(seed)
  const windowSeconds = numberOf('window-s', values['window-s'], 10, 3600) ?? 60
  return {
    what,
    data: values.data ?? null,
    overrides,
    raw: values.raw ?? false,
    windowMs: windowSeconds * 1000,
    baseline: baselineOf(values.baseline),
    zone: zoneOf(values.zone),
    settingsFile: values.settings ?? null,
  }
}

function baselineOf(text: string | undefined): 'own' | 'all' {
  if (text === undefined || text === 'own') return 'own'
  if (text === 'all') return 'all'
  throw new Error('--baseline is own or all')
}

function zoneOf(name: string | undefined): string {
  if (name === undefined) return 'UTC'
  if (isZone(name)) return name
  throw new Error(`--zone is the name of a time zone such as Europe/Berlin, and nobody knows ${name}`)
}

function numberOf(name: string, text: string | undefined, low: number, high: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() === '' || !(value >= low && value <= high)) {
    throw new Error(`--${name} is a number from ${low} to ${high}`)
  }
  return value
}

/** The first thing wrong with a line, with the place where it is. */
export function sentence(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'not understood'
  const place = issue.path.join('.')
  return place ? `${place}: ${issue.message}` : issue.message
}
