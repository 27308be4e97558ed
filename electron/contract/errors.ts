/** Every expected error of the product, by the code the page has words for (renderer/text, "errors"). */
import { z } from 'zod'
import { type ErrorCode, errorCodes } from './errorCodes.ts'

/** Details that a sentence may need, such as a file name or the id of an internal error. */
export const errorData = z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional()

/** The error map every procedure carries. */
export const errors = Object.fromEntries(errorCodes.map((code) => [code, { data: errorData }])) as {
  [Code in ErrorCode]: { data: typeof errorData }
}
