/** Serves the engine's router over one connection, and refuses at the door what no honest client sends. */
import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard'
import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { z } from 'zod'
import type { ErrorCode } from '../../contract/errorCodes.ts'
import { EngineError } from '../errors.ts'
import type { WirePort } from './port.ts'
import { type WireContext, wireError } from './procedures.ts'

/** Larger than the longest message with every character escaped. */
export const MAX_FRAME_BYTES = 1024 * 1024
export const MAX_CALLS_IN_FLIGHT = 64

const REQUEST = 1
const ABORT = 4

const id = z.string().min(1).max(64)
/** What we accept of a frame; headers, methods and streams towards the engine are left out. */
const frame = z.union([
  z.object({ i: id, t: z.literal(ABORT) }),
  z.object({
    i: id,
    t: z.literal(REQUEST).optional(),
    p: z.object({ u: z.string().regex(/^\/[a-zA-Z]{1,40}(\/[a-zA-Z]{1,40}){0,3}$/), b: z.unknown() }),
  }),
])
type Frame = z.infer<typeof frame>

type EngineRouter = ConstructorParameters<typeof RPCHandler<WireContext>>[0]
type Listener = (event?: { data: unknown }) => void

const serializer = new StandardRPCSerializer(new StandardRPCJsonSerializer())

function refusal(callId: string): string {
  const message = 'The request is too large, or does not fit the contract.'
  const error = new ORPCError('INVALID_INPUT', { message, defined: true, status: 400 })
  return JSON.stringify({ i: callId, p: { s: 400, b: serializer.serialize(error.toJSON()) } })
}

function frameBytes(data: unknown): number | null {
  if (typeof data === 'string') return Buffer.byteLength(data)
  return data instanceof Uint8Array || data instanceof ArrayBuffer ? data.byteLength : null
}

function parsedFrame(data: unknown): Frame | null {
  try {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data as Uint8Array | ArrayBuffer)
    return frame.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The id of a call whose frame is not read as a whole, so that its caller hears about it. */
function callIdOf(data: unknown): string | null {
  const start = typeof data === 'string' ? data.slice(0, 100) : null
  return start === null ? null : (/^\{"i":"([\w-]{1,64})"/.exec(start)?.[1] ?? null)
}

/** Stands between the peer's port and the RPC library: passes on clean frames only. */
class Door {
  #deliver: Listener = () => {}
  #closed: Listener = () => {}
  #open = true
  readonly #port: WirePort
  readonly #report: WireContext['report']

  constructor(port: WirePort, report: WireContext['report']) {
    this.#port = port
    this.#report = report
  }

  on(event: string, callback: Listener): void {
    if (event === 'message') this.#deliver = callback
    else this.#closed = callback
  }

  /** From here on frames come in; called once the RPC library listens. */
  open(): void {
    this.#port.on('message', (event) => this.#receive(event?.data))
    this.#port.on('close', () => this.close())
  }

  postMessage(data: unknown): void {
    if (this.#open) this.#port.postMessage(data)
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#closed()
  }

  #receive(data: unknown): void {
    if (!this.#open) return
    const bytes = frameBytes(data)
    const clean = bytes !== null && bytes <= MAX_FRAME_BYTES ? parsedFrame(data) : null
    if (clean) this.#deliver({ data: clean })
    else this.#refuse(callIdOf(data))
  }

  #refuse(callId: string | null): void {
    this.#report({ code: 'INVALID_INPUT', path: 'frame', errorId: null, error: null })
    if (callId !== null) this.postMessage(refusal(callId))
  }
}

/** Counts a streaming answer as in flight until it has ended. */
function counted<Value>(
  stream: AsyncIterator<Value>,
  ended: () => void,
): AsyncIterableIterator<Value, unknown, undefined> {
  let open = true
  const end = () => {
    if (open) ended()
    open = false
  }
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      try {
        const result = await stream.next()
        if (result.done) end()
        return result
      } catch (error) {
        end()
        throw error
      }
    },
    async return(value) {
      end()
      return (await stream.return?.(value)) ?? { done: true, value }
    },
  }
}

function isStream(body: unknown): body is AsyncIterator<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

/** @returns a function that ends the connection and everything it had running. */
export function servePort(port: WirePort, router: EngineRouter, context: WireContext): () => void {
  let inFlight = 0
  const handler = new RPCHandler<WireContext>(router, {
    interceptors: [
      async ({ next, ...call }) => {
        const path = call.request.url.pathname.slice(1).replaceAll('/', '.')
        if (inFlight >= MAX_CALLS_IN_FLIGHT) {
          context.report({ code: 'BUSY', path, errorId: null, error: null })
          throw new ORPCError('BUSY', { message: 'Too many calls at once.', defined: true })
        }
        inFlight++
        let streaming = false
        let reported = false
        const report: WireContext['report'] = (entry) => {
          reported = true
          context.report(entry)
        }
        try {
          const result = await next({ ...call, context: { ...context, report } })
          if (!result.matched) throw new EngineError('NOT_FOUND', 'There is no such procedure.')
          const body = result.response.body
          if (!isStream(body)) return result
          streaming = true
          return { ...result, response: { ...result.response, body: counted(body, () => inFlight--) } }
        } catch (error) {
          const answered = wireError(error)
          // What a procedure threw was reported there; this is for calls that never reached one.
          if (!reported) report({ code: answered.code as ErrorCode, path, errorId: null, error })
          throw answered
        } finally {
          if (!streaming) inFlight--
        }
      },
    ],
  })
  const door = new Door(port, context.report)
  handler.upgrade(door, { context })
  door.open()
  return () => door.close()
}
