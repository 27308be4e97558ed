/** The few errors a person can meet. Everything else is a bug: logged with an id and answered as INTERNAL. */
import type { ErrorCode } from '../contract/errorCodes.ts'

export class EngineError extends Error {
  readonly code: ErrorCode
  readonly data: Record<string, string | number | null> | undefined
  constructor(code: ErrorCode, message: string, data?: Record<string, string | number | null>) {
    super(message)
    this.name = 'EngineError'
    this.code = code
    this.data = data
  }
}
