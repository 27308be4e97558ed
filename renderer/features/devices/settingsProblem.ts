/** Which field of a form the engine refused, and why. */
import { ORPCError } from '@orpc/client'
import type { FieldProblem } from './formValues.ts'

/** Null when the error is about something else. */
export function settingsProblem(error: unknown): FieldProblem | null {
  if (!(error instanceof ORPCError) || error.code !== 'DEVICE_SETTINGS') return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return null
  const { field, problem } = data as Record<string, unknown>
  return typeof field === 'string' && typeof problem === 'string' ? { field, problem } : null
}
