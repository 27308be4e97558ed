/** Where the contract meets the engine: every router builds on `os`, which checks roles and turns errors into codes. */
import { randomUUID } from 'node:crypto'
import { implement, ORPCError } from '@orpc/server'
import { type ErrorCode, errorCodes } from '../../contract/errorCodes.ts'
import { contract } from '../../contract/index.ts'
import type { Role } from '../../contract/procedure.ts'
import { EngineError } from '../errors.ts'
import { LanguageModelError } from '../ports/languageModel.ts'

export interface WireContext {
  /** Set by the host that made the connection, never by the caller. */
  role: Role
  /** Counts and logs what was refused or went wrong. */
  report(entry: { code: ErrorCode; path: string; errorId: string | null; error: unknown }): void
}

/** The error a caller gets for anything thrown inside a procedure; unexpected ones become INTERNAL with an id. */
export function wireError(error: unknown, newId: () => string = randomUUID): ORPCError<string, unknown> {
  if (error instanceof EngineError) {
    return new ORPCError(error.code, { message: error.message, data: error.data, defined: true })
  }
  if (error instanceof LanguageModelError) {
    const code = error.code === 'PROMPT_TOO_LONG' ? 'INVALID_INPUT' : error.code
    return new ORPCError(code, { message: error.message, defined: true })
  }
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') {
      return new ORPCError('INVALID_INPUT', {
        message: 'The request does not fit the contract.',
        defined: true,
      })
    }
    if ((errorCodes as readonly string[]).includes(error.code)) return error
  }
  return new ORPCError('INTERNAL', {
    message: 'Something went wrong inside Lull.',
    data: { errorId: newId() },
    defined: true,
  })
}

function errorIdOf(error: ORPCError<string, unknown>): string | null {
  const data = error.data
  if (typeof data === 'object' && data !== null && 'errorId' in data && typeof data.errorId === 'string') {
    return data.errorId
  }
  return null
}

function reportedError(error: unknown, context: WireContext, path: readonly string[]) {
  const answered = wireError(error)
  context.report({
    code: answered.code as ErrorCode,
    path: path.join('.'),
    errorId: errorIdOf(answered),
    error,
  })
  return answered
}

function isStream(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

/** A stream may fail long after its procedure returned; its errors are answered the same way. */
function guardedStream(
  stream: AsyncIterator<unknown>,
  answer: (error: unknown) => unknown,
): AsyncIterableIterator<unknown> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      try {
        return await stream.next()
      } catch (error) {
        throw answer(error)
      }
    },
    async return(value) {
      return (await stream.return?.(value)) ?? { done: true, value }
    },
  }
}

const guarded = implement(contract).$context<WireContext>()

export const os = guarded.use(async ({ context, next, path, procedure }) => {
  const allowed = procedure['~orpc'].meta.roles
  try {
    if (!allowed.includes(context.role)) {
      throw new EngineError('NOT_ALLOWED', 'This connection may not do that.')
    }
    const result = await next()
    if (!isStream(result.output)) return result
    const output = guardedStream(result.output, (error) => reportedError(error, context, path))
    return { ...result, output: output as typeof result.output }
  } catch (error) {
    throw reportedError(error, context, path)
  }
})
