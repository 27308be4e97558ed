/** The language model's own small contract, so that it can live in another process and die there alone. */
import { randomUUID } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { LoadableEncoder } from '../ports/encoder.ts'
import { type LanguageModel, LanguageModelError } from '../ports/languageModel.ts'
import { batchedText } from './batchedText.ts'
import { packedVectors, unpackedVectors } from './encoderWire.ts'
import {
  chances,
  contract,
  count,
  errorCodes,
  facts,
  loaded,
  replyEvent,
  usage,
} from './languageModelContract.ts'
import type { WirePort } from './port.ts'

/** What one process holds: a model that talks, and the encoder beside it. */
export interface Models {
  model: LanguageModel
  encoder: LoadableEncoder
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

function router({ model, encoder }: Models) {
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
    judge: os.judge.handler(({ input, signal }) => model.judge(input.prompt, input.questions, signal)),
    encoder: {
      load: os.encoder.load.handler(async ({ input }) => {
        await encoder.load(input)
        return {}
      }),
      embed: os.encoder.embed.handler(async ({ input, signal }) =>
        packedVectors(await encoder.embed(input.texts, signal)),
      ),
    },
  })
}

function wireError(error: unknown): unknown {
  if (!(error instanceof LanguageModelError)) return error
  return new ORPCError(error.code, { message: error.message, defined: true })
}

/** Answers calls that come over `port`. Calls in progress are aborted when the port closes. */
export function serveLanguageModel(models: Models, port: WirePort): void {
  new RPCHandler(router(models)).upgrade(port)
}

/** The models at the other end of `port`. Once the port has closed every call fails with MODEL_STOPPED. */
export function connectLanguageModel(port: WirePort): Models {
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

  const model: LanguageModel = {
    examine: (file) => answer(async () => facts.parse(await client.examine({ path: file }))),
    load: (request, signal) =>
      answer(async () => loaded.parse(await client.load(request, options(signal))), signal),
    prepare: (turns, file, signal) =>
      answer(
        async () => usage.parse(await client.prepare({ prompt: turns, stateFile: file }, options(signal))),
        signal,
      ),
    countTokens: (turns) => answer(async () => count.parse(await client.countTokens({ prompt: turns }))),
    judge: (turns, asked, signal) =>
      answer(async () => {
        const input = { prompt: turns, questions: [...asked] }
        return chances.length(asked.length).parse(await client.judge(input, options(signal)))
      }, signal),

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
  const encoder: LoadableEncoder = {
    load: (file) =>
      answer(async () => {
        await client.encoder.load(file)
      }),
    embed: (texts, signal) =>
      answer(async () => {
        const packed = await client.encoder.embed({ texts: [...texts] }, options(signal))
        return unpackedVectors(packed, texts.length)
      }, signal),
  }
  return { model, encoder }
}

function modelError(error: unknown): unknown {
  if (!(error instanceof ORPCError)) return error
  const code = errorCodes.find((known) => known === error.code)
  return code ? new LanguageModelError(code, error.message) : error
}
