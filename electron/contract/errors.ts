/** Every expected error of the product, by the code the page has words for (renderer/text, "errors"). */
import { z } from 'zod'

export const errorCodes = [
  'INVALID_INPUT',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'BUSY',
  'MODEL_MISSING',
  'MODEL_BROKEN',
  'MODEL_TOO_BIG',
  'MODEL_STOPPED',
  'FILE_UNREADABLE',
  'DISK_FULL',
  'SHELL_MISSING',
  'DEVICE_SETTINGS',
  'BREAK_REFUSED',
  'DATABASE_BROKEN',
  'DATABASE_NEWER',
  'DATABASE_LOCKED',
  'DATABASE_KEY_WRONG',
  'INTERNAL',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Details that a sentence may need, such as a file name or the id of an internal error. */
export const errorData = z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional()

/** The error map every procedure carries. */
export const errors = Object.fromEntries(errorCodes.map((code) => [code, { data: errorData }])) as {
  [Code in ErrorCode]: { data: typeof errorData }
}
