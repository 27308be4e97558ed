/** Reads `resources/`: data that people wrote and reviewed, checked once at the start so that nobody meets a typo later. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { countryHelp, helpline } from '../contract/safety.ts'
import { messageKinds } from '../core/chat/messageKind.ts'
import type { PromptFile } from '../core/chat/promptFile.ts'
import type { SafetyTexts } from '../core/safety/crisisTalk.ts'
import { languageRules } from '../core/safety/languageRules.ts'
import { type KernelHead, readKernelHead } from '../core/safety/learned/kernelHead.ts'
import { type NgramModel, readNgramModel } from '../core/safety/learned/ngramModel.ts'
import type { RuleSet } from '../core/safety/rules/ruleSet.ts'
import {
  careNotes,
  careSteps,
  phraseLists,
  replacedRules,
  type SafetyText,
} from '../core/safety/safetyText.ts'
import type { CountryHelp, Helpline } from '../core/safety/tier.ts'
import type { EncoderFile } from './ports/encoder.ts'

const wordings = z.array(z.string().min(1)).min(1)

const safetyText = z.object({
  language: z.string(),
  version: z.string(),
  review: z.object({ on: z.string(), by: z.string(), note: z.string() }),
  // Two at least, so that the same is never said twice in a row.
  care: z.record(z.enum(careSteps), wordings.min(2)),
  hears: z.record(z.enum(phraseLists), wordings),
  card: z.object({ professional: z.string().min(1), trusted: z.string().min(1) }),
  notes: z.record(z.enum(careNotes), z.string().min(1)),
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
  /** By language, English among them. */
  safetyTexts: SafetyTexts
  promptFiles: PromptFile[]
  /** Rules of the languages beside English. */
  languages: RuleSet[]
  /** What the quick and the slow learnt listener go by. */
  heads: { ngrams: NgramModel; encoder: KernelHead }
  /** Files of one country or language that were left out, each with what is wrong. */
  broken: string[]
}

function readProtocol(markdown: string): Resources['protocol'] {
  const version = /^Version (\d+\.\d+\.\d+)/m.exec(markdown)?.[1]
  if (!version) throw new Error('resources/safety/PROTOCOL.md has no line "Version x.y.z"')
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

/**
 * What one country or one language lacks must not take the rest away: a file of theirs that does not fit is left out and
 * named in `broken`. @throws an Error for anything that everybody needs.
 */
export function readResources(folder: string): Resources {
  const broken: string[] = []
  const names = (subfolder: string, name: RegExp) =>
    readdirSync(join(folder, subfolder))
      .filter((file) => name.test(file))
      .map((file) => `${subfolder}/${file}`)
  const whole = <Value>(paths: string[], read: (path: string) => Value): Value[] =>
    paths.flatMap((path) => {
      try {
        return [read(path)]
      } catch (error) {
        broken.push(error instanceof Error ? error.message : path)
        return []
      }
    })
  const json = (path: string) => readResource(folder, path, z.unknown())
  const countries = whole(names('helplines', /^[A-Z]{2}\.json$/), (path) =>
    readResource(folder, path, countryHelp),
  )
  const en = readResource(folder, 'safety/en.json', safetyText)
  const texts = whole(names('safety', /^(?!en)[a-z]{2}\.json$/), (path) =>
    readResource(folder, path, safetyText),
  )
  return {
    countries: new Map(countries.map((help) => [help.country, help])),
    directory: readResource(folder, 'helplines/directory.json', directory).lines,
    protocol: readProtocol(resourceText(folder, 'safety/PROTOCOL.md')),
    safetyText: en,
    safetyTexts: { ...Object.fromEntries(texts.map((text) => [text.language, text])), en },
    promptFiles: names('prompts', /\.json$/).map((path) => readResource(folder, path, promptFile)),
    languages: whole(names('safety/languages', /^[a-z]{2}\.json$/), (path) => languageRules(json(path))),
    heads: {
      ngrams: readNgramModel(json('safety/heads/ngrams.json')),
      encoder: readKernelHead(json('safety/heads/encoder.json')),
    },
    broken,
  }
}

/** As its notice says; a test compares the three. */
const ENCODER_SHA256 = 'c65373a9e5bbea21c62d8e1c419cff1ffba912f34399cbb6b7af06dab82082b5'

/** The encoder that ships with Lull: where it lies, and the bytes it must have. */
export function encoderFile(resourcesFolder: string): EncoderFile {
  return { path: join(resourcesFolder, 'models/encoder/all-MiniLM-L6-v2-Q8_0.gguf'), sha256: ENCODER_SHA256 }
}
