/** What may cross between the engine and the language model process, and how large it may be. */
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import type {
  LanguageModelErrorCode,
  LoadedModel,
  LoadRequest,
  ModelFacts,
  PromptTurn,
  ReplyEvent,
  Sampling,
  StateFile,
  Usage,
} from '../ports/languageModel.ts'
import { encoderContract } from './encoderWire.ts'

export const errorCodes = ['MODEL_BROKEN', 'MODEL_TOO_BIG', 'MODEL_STOPPED', 'PROMPT_TOO_LONG'] as const
const errors = Object.fromEntries(errorCodes.map((code) => [code, {}])) as Record<
  LanguageModelErrorCode,
  Record<never, never>
>

/** A message of the largest size a person may send, with what the prompt says around it. */
const MAX_TURN_LENGTH = 400_000
const MAX_TURNS = 2000
const MAX_DELTA_LENGTH = 100_000
const MAX_PROMPT_LENGTH = 4_000_000
const MAX_QUESTIONS = 8
const MAX_QUESTION_LENGTH = 1000

export const count = z.number().int().min(0)
const path = z.string().min(1).max(4096)
const prompt = z
  .array(z.object({ role: z.enum(['system', 'user', 'assistant']), text: z.string().max(MAX_TURN_LENGTH) }))
  .max(MAX_TURNS) satisfies z.ZodType<PromptTurn[]>
const sampling = z.object({
  temperature: z.number().min(0).max(5),
  minP: z.number().min(0).max(1),
  repeatPenalty: z.number().min(0).max(5),
  maxTokens: z.number().int().min(1).max(100_000),
  seed: z.number().int().min(0).max(0xffff_ffff).nullable(),
}) satisfies z.ZodType<Sampling>
const stateFile = z.object({
  path,
  keyHex: z.string().regex(/^[0-9a-f]{64}$/i),
}) satisfies z.ZodType<StateFile>
const loadRequest = z.object({
  path,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .nullable(),
  contextTokens: z.number().int().min(1).max(1_000_000),
  threads: z.number().int().min(1).max(1024).nullable(),
}) satisfies z.ZodType<LoadRequest>
export const usage = z.object({
  inputTokens: count,
  outputTokens: count,
  promptTokens: count,
}) satisfies z.ZodType<Usage>
export const facts = z.object({
  architecture: z.string().max(100),
  title: z.string().max(200).nullable(),
  parameters: z.number().nullable(),
  trainedContextTokens: count.nullable(),
  licence: z.string().max(200).nullable(),
  canChat: z.boolean(),
  fileBytes: count,
}) satisfies z.ZodType<ModelFacts>
export const loaded = z.object({
  contextTokens: count,
  threads: count,
  stateKey: z.string().max(200),
}) satisfies z.ZodType<LoadedModel>
export const replyEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reading'), readTokens: count, totalTokens: count }),
  z.object({ type: z.literal('text'), delta: z.string().max(MAX_DELTA_LENGTH) }),
  z.object({
    type: z.literal('done'),
    reason: z.enum(['end', 'length', 'stopped']),
    usage,
    promptText: z.string().max(MAX_PROMPT_LENGTH),
  }),
]) satisfies z.ZodType<ReplyEvent>
const questions = z.array(z.string().min(1).max(MAX_QUESTION_LENGTH)).min(1).max(MAX_QUESTIONS)
export const chances = z.array(z.number().min(0).max(1)).max(MAX_QUESTIONS)

const replyId = z.uuid()
const procedure = oc.errors(errors)
export const contract = {
  examine: procedure.input(z.object({ path })).output(facts),
  load: procedure.input(loadRequest).output(loaded),
  prepare: procedure.input(z.object({ prompt, stateFile: stateFile.nullable() })).output(usage),
  reply: procedure.input(z.object({ replyId, prompt, sampling })).output(eventIterator(replyEvent)),
  /** Ends a reply in order: its stream still says how far it came. Cutting the stream would lose that. */
  stop: procedure.input(z.object({ replyId })).output(z.object({})),
  countTokens: procedure.input(z.object({ prompt })).output(count),
  judge: procedure.input(z.object({ prompt, questions })).output(chances),
  encoder: encoderContract(errors),
}
