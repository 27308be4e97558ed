/** What can be asked at the inspecting door, and what is wrong with it in one line. */
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import type { InspectOverrides } from '../engine/host.ts'

export interface InspectOptions {
  what: 'chat' | 'triage'
  /** Data folder, or null to keep everything in memory. */
  data: string | null
  overrides: InspectOverrides
}

export const inspectUsage = `Reads JSON Lines on stdin and answers each with one on stdout.

  inspect -- triage   {"id":"1","messages":[{"role":"user","text":"…"}],"country":"GB"}
  inspect -- chat     {"session":"a","text":"…"}
      --model FILE        a .gguf to talk with (default: the model selected in --data, else guided replies)
      --data DIR          a data folder (default: memory)
      --temperature N  --max-tokens N  --seed N
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
    },
  })
  const [what, ...more] = positionals
  if ((what !== 'chat' && what !== 'triage') || more.length > 0) throw new Error(inspectUsage)
  const overrides: InspectOverrides = {}
  if (values.model !== undefined) overrides.modelPath = values.model
  const temperature = numberOf('temperature', values.temperature, 0, 5)
  const maxTokens = numberOf('max-tokens', values['max-tokens'], 1, 100_000)
  const seed = numberOf('seed', values.seed, 0, 4_294_967_295)
  if (temperature !== undefined) overrides.temperature = temperature
  if (maxTokens !== undefined) overrides.maxTokens = Math.trunc(maxTokens)
  if (seed !== undefined) overrides.seed = Math.trunc(seed)
  return { what, data: values.data ?? null, overrides }
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
