/** Reads `resources/`: data that people wrote and reviewed, checked once at the start so that nobody meets a typo later. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { countryHelp, helpline } from '../contract/safety.ts'
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

export function readResources(folder: string): Resources {
  const text = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
  const all = <Schema extends z.ZodType>(subfolder: string, name: RegExp, schema: Schema) =>
    readdirSync(join(folder, subfolder))
      .filter((file) => name.test(file))
      .map((file): z.infer<Schema> => schema.parse(JSON.parse(text(subfolder, file))))
  const words = safetyText.parse(JSON.parse(text('safety', 'en.json')))
  const countries = all('helplines', /^[A-Z]{2}\.json$/, countryHelp)
  return {
    countries: new Map(countries.map((help) => [help.country, help])),
    directory: directory.parse(JSON.parse(text('helplines', 'directory.json'))).lines,
    protocol: readProtocol(text('safety', 'protocol.en.md')),
    safetyText: words,
    promptFiles: all('prompts', /\.json$/, promptFile),
  }
}
