/** The language model's own small contract, so that it can live in another process and die there alone. */
import { randomUUID } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { type ContractRouterClient, eventIterator, oc } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { z } from 'zod'
import {
  type LanguageModel,
  LanguageModelError,
  type LanguageModelErrorCode,
  type LoadedModel,
  type LoadRequest,
  type ModelFacts,
  type PromptTurn,
  type ReplyEvent,
  type Sampling,
  type StateFile,
  type Usage,
} from '../ports/languageModel.ts'
import { batchedText } from './batchedText.ts'
import type { WirePort } from './port.ts'

const errorCodes = ['MODEL_BROKEN', 'MODEL_TOO_BIG', 'MODEL_STOPPED', 'PROMPT_TOO_LONG'] as const
const errors = Object.fromEntries(errorCodes.map((code) => [code, {}])) as Record<
  LanguageModelErrorCode,
  Record<never, never>
>

/** A message of the largest size a person may send, with what the prompt says around it. */
const MAX_TURN_LENGTH = 400_000
const MAX_TURNS = 2000
const MAX_DELTA_LENGTH = 100_000
const MAX_PROMPT_LENGTH = 4_000_000

const count = z.number().int().min(0)
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
const usage = z.object({
  inputTokens: count,
  outputTokens: count,
  promptTokens: count,
}) satisfies z.ZodType<Usage>
const facts = z.object({
  architecture: z.string().max(100),
  title: z.string().max(200).nullable(),
  parameters: z.number().nullable(),
  trainedContextTokens: count.nullable(),
  licence: z.string().max(200).nullable(),
  canChat: z.boolean(),
  fileBytes: count,
}) satisfies z.ZodType<ModelFacts>
const loaded = z.object({
  contextTokens: count,
  threads: count,
  stateKey: z.string().max(200),
}) satisfies z.ZodType<LoadedModel>
const replyEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reading'), readTokens: count, totalTokens: count }),
  z.object({ type: z.literal('text'), delta: z.string().max(MAX_DELTA_LENGTH) }),
  z.object({
    type: z.literal('done'),
    reason: z.enum(['end', 'length', 'stopped']),
    usage,
    promptText: z.string().max(MAX_PROMPT_LENGTH),
  }),
]) satisfies z.ZodType<ReplyEvent>

const replyId = z.uuid()
const procedure = oc.errors(errors)
const contract = {
  examine: procedure.input(z.object({ path })).output(facts),
  load: procedure.input(loadRequest).output(loaded),
  prepare: procedure.input(z.object({ prompt, stateFile: stateFile.nullable() })).output(usage),
  reply: procedure.input(z.object({ replyId, prompt, sampling })).output(eventIterator(replyEvent)),
  /** Ends a reply in order: its stream still says how far it came. Cutting the stream would lose that. */
  stop: procedure.input(z.object({ replyId })).output(z.object({})),
  countTokens: procedure.input(z.object({ prompt })).output(count),
}

/** A stop may overtake its reply; more than a few of them waiting are not ours. */
const MAX_EARLY_STOPS = 16

class RunningReplies {
  readonly #running = new Map<string, AbortController>()
  #early: string[] = []

  begin(id: string): AbortController {
    const controller = new AbortController()
    this.#running.set(id, controller)
    if (this.#early.includes(id)) controller.abort()
    this.#early = this.#early.filter((other) => other !== id)
    return controller
  }
  stop(id: string): void {
    const running = this.#running.get(id)
    if (running) running.abort()
    else this.#early = [...this.#early.slice(1 - MAX_EARLY_STOPS), id]
  }
  end(id: string): void {
    this.#running.delete(id)
  }
}

function router(model: LanguageModel) {
  const replies = new RunningReplies()
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw wireError(error)
    }
  })
  return os.router({
    examine: os.examine.handler(({ input }) => model.examine(input.path)),
    load: os.load.handler(({ input, signal }) => model.load(input, signal)),
    prepare: os.prepare.handler(({ input, signal }) => model.prepare(input.prompt, input.stateFile, signal)),
    reply: os.reply.handler(async function* ({ input, signal }) {
      const stopping = replies.begin(input.replyId)
      const gone = () => stopping.abort()
      signal?.addEventListener('abort', gone)
      try {
        yield* batchedText(model.reply(input.prompt, input.sampling, stopping.signal))
      } catch (error) {
        throw wireError(error)
      } finally {
        // Whoever stops listening also stops the model.
        stopping.abort()
        signal?.removeEventListener('abort', gone)
        replies.end(input.replyId)
      }
    }),
    stop: os.stop.handler(({ input }) => {
      replies.stop(input.replyId)
      return {}
    }),
    countTokens: os.countTokens.handler(({ input }) => model.countTokens(input.prompt)),
  })
}

function wireError(error: unknown): unknown {
  if (!(error instanceof LanguageModelError)) return error
  return new ORPCError(error.code, { message: error.message, defined: true })
}

/** Answers calls that come over `port` with `model`. Calls in progress are aborted when the port closes. */
export function serveLanguageModel(model: LanguageModel, port: WirePort): void {
  new RPCHandler(router(model)).upgrade(port)
}

/** The model at the other end of `port`. Once the port has closed every call fails with MODEL_STOPPED. */
export function connectLanguageModel(port: WirePort): LanguageModel {
  let gone = false
  // Before the link listens too: by the time it fails its calls, the reason must be known.
  port.on('close', () => {
    gone = true
  })
  const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port }))
  const stopped = () => new LanguageModelError('MODEL_STOPPED', 'The language model process has ended.')

  const answer = async <Value>(call: () => Promise<Value>, signal?: AbortSignal): Promise<Value> => {
    if (gone) throw stopped()
    try {
      return await call()
    } catch (error) {
      if (gone) throw stopped()
      if (signal?.aborted) throw signal.reason
      throw modelError(error)
    }
  }
  const options = (signal: AbortSignal | undefined) => (signal ? { signal } : {})

  return {
    examine: (file) => answer(async () => facts.parse(await client.examine({ path: file }))),
    load: (request, signal) =>
      answer(async () => loaded.parse(await client.load(request, options(signal))), signal),
    prepare: (turns, file, signal) =>
      answer(
        async () => usage.parse(await client.prepare({ prompt: turns, stateFile: file }, options(signal))),
        signal,
      ),
    countTokens: (turns) => answer(async () => count.parse(await client.countTokens({ prompt: turns }))),

    async *reply(turns, how, signal) {
      const id = randomUUID()
      // A model that is gone has stopped as well.
      const stop = () => void client.stop({ replyId: id }).catch(() => {})
      const asked = answer(() => client.reply({ replyId: id, prompt: turns, sampling: how }))
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted) stop()
      try {
        const events = await asked
        try {
          for (;;) {
            const next = await answer(() => events.next())
            if (next.done) return
            yield replyEvent.parse(next.value)
          }
        } finally {
          if (!gone) await events.return?.()
        }
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}

function modelError(error: unknown): unknown {
  if (!(error instanceof ORPCError)) return error
  const code = errorCodes.find((known) => known === error.code)
  return code ? new LanguageModelError(code, error.message) : error
}
