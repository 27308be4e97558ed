/** Where the contract meets the engine: every router builds on `os`, which checks roles and turns errors into codes. */
import { randomUUID } from 'node:crypto'
import { implement, ORPCError, ValidationError } from '@orpc/server'
import { type ErrorCode, errorCodes } from '../../contract/errors.ts'
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
    if (error.code === 'BAD_REQUEST' || error.cause instanceof ValidationError) {
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

const guarded = implement(contract).$context<WireContext>()

export const os = guarded.use(async ({ context, next, path, procedure }) => {
  const allowed = procedure['~orpc'].meta.roles
  try {
    if (!allowed.includes(context.role)) {
      throw new EngineError('NOT_ALLOWED', 'This connection may not do that.')
    }
    return await next()
  } catch (error) {
    const answered = wireError(error)
    context.report({
      code: answered.code as ErrorCode,
      path: path.join('.'),
      errorId: errorIdOf(answered),
      error,
    })
    throw answered
  }
})
