/** Reads the few questions that a model is asked about a talk, written and versioned beside the other texts of safety. */
import { z } from 'zod'
import { kinds } from '../../../core/safety/tier.ts'
import { readResource } from '../../resources.ts'

const chance = z.number().min(0).max(1)

const question = z.object({
  /** For reasons and logs. */
  code: z.string().regex(/^[a-z-]{1,40}$/),
  kinds: z.array(z.enum(kinds)).min(1),
  text: z.string().min(1).max(500),
  /** Chance of a yes from which a session is raised that far. */
  from: z.object({ concern: chance, high: chance }).refine((from) => from.concern <= from.high),
})

const file = z.object({
  language: z.literal('en'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  review: z.object({ on: z.string(), by: z.string(), note: z.string() }),
  /** Each costs reading it, which nobody should notice. */
  questions: z.array(question).min(1).max(3),
})

export type ModelQuestion = z.infer<typeof question>

/** @throws an Error with one line that names the file and what is wrong in it. */
export function readModelQuestions(resourcesFolder: string): ModelQuestion[] {
  return readResource(resourcesFolder, 'safety/questions.en.json', file).questions
}
