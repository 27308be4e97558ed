/** Reads `resources/`: data that people wrote and reviewed, checked once at the start so that nobody meets a typo later. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { countryHelp, helpline } from '../contract/safety.ts'
import { messageKinds } from '../core/chat/messageKind.ts'
import type { PromptFile } from '../core/chat/promptFile.ts'
import { careSteps, replacedRules, type SafetyText } from '../core/safety/safetyText.ts'
import type { CountryHelp, Helpline } from '../core/safety/tier.ts'

const wordings = z.array(z.string().min(1)).min(1)

const safetyText = z.object({
  language: z.string(),
  version: z.string(),
  review: z.object({ on: z.string(), by: z.string(), note: z.string() }),
  care: z.record(z.enum(careSteps), wordings),
  notes: z.object({ concern: z.string(), high: z.string(), harm: z.string(), helper: z.string() }),
  identity: wordings,
  guard: z.record(z.enum(replacedRules), wordings),
  reflection: wordings,
  unknownEmergency: z.string(),
}) satisfies z.ZodType<SafetyText>

const directory = z.object({ lines: z.array(helpline) })

const promptFile = z.object({
  id: z.string(),
  version: z.string(),
  about: z.string(),
  fromParameters: z.number().int().min(0),
  system: z.string().min(1),
  examples: z.array(z.object({ person: z.string().min(1), lull: z.string().min(1) })),
  sampling: z.object({
    temperature: z.number().min(0),
    minP: z.number().min(0).max(1),
    repeatPenalty: z.number().min(1),
    maxTokens: z.number().int().positive(),
  }),
  candidates: z
    .object({
      count: z.number().int().min(1).max(8),
      temperature: z.number().positive(),
      minP: z.number().min(0).max(1),
      maxTokens: z.number().int().positive(),
      questions: z.array(z.string().endsWith('?')).min(2),
      // Two at least, so that the same is never said twice in a row.
      authored: z.record(z.enum(messageKinds), z.array(z.string().min(1)).min(2)),
    })
    .optional(),
  policy: z.object({ maxSentences: z.number().int().positive(), maxQuestions: z.number().int().min(0) }),
  summary: z.object({
    by: z.enum(['model', 'extract']),
    instruction: z.string(),
    lead: z.string(),
    maxTokens: z.number().int().positive(),
  }),
}) satisfies z.ZodType<PromptFile>

export interface Resources {
  /** By country code. */
  countries: ReadonlyMap<string, CountryHelp>
  /** Where to find a line when the country is unknown. */
  directory: Helpline[]
  protocol: { version: string; markdown: string }
  safetyText: SafetyText
  promptFiles: PromptFile[]
}

function readProtocol(markdown: string): Resources['protocol'] {
  const version = /^Version (\d+\.\d+\.\d+)/m.exec(markdown)?.[1]
  if (!version) throw new Error('resources/safety/protocol.en.md has no line "Version x.y.z"')
  return { version, markdown }
}

/** @param name path below `resources/`. @throws an Error that names the file and the first thing wrong in it, in one line. */
export function readResource<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(jsonOf(resourceText(folder, name), name))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = issue?.path.join('.')
  throw new Error(
    `resources/${name} does not fit what Lull expects${place ? ` at ${place}` : ''}: ${issue?.message}`,
  )
}

function resourceText(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    throw new Error(`resources/${name} cannot be read; this copy of Lull is not whole`)
  }
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`resources/${name} is not JSON`)
  }
}

export function readResources(folder: string): Resources {
  const all = <Schema extends z.ZodType>(subfolder: string, name: RegExp, schema: Schema) =>
    readdirSync(join(folder, subfolder))
      .filter((file) => name.test(file))
      .map((file) => readResource(folder, `${subfolder}/${file}`, schema))
  const countries = all('helplines', /^[A-Z]{2}\.json$/, countryHelp)
  return {
    countries: new Map(countries.map((help) => [help.country, help])),
    directory: readResource(folder, 'helplines/directory.json', directory).lines,
    protocol: readProtocol(resourceText(folder, 'safety/protocol.en.md')),
    safetyText: readResource(folder, 'safety/en.json', safetyText),
    promptFiles: all('prompts', /\.json$/, promptFile),
  }
}
