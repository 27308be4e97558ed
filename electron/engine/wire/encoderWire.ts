/** The encoder's share of the language model's contract: texts go there, vectors come back as bytes in base64. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DIMENSIONS, type EncoderFile, MAX_TEXT_LENGTH, MAX_TEXTS } from '../ports/encoder.ts'

const file = z.object({
  path: z.string().min(1).max(4096),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
}) satisfies z.ZodType<EncoderFile>

const VECTOR_BYTES = DIMENSIONS * Float32Array.BYTES_PER_ELEMENT
/** Numbers in JSON would be five times as long, and rounded. */
const vectors = z.string().max(4 * Math.ceil((MAX_TEXTS * VECTOR_BYTES) / 3))

/** @param errors of every call of the process. */
export function encoderContract<Errors extends Parameters<typeof oc.errors>[0]>(errors: Errors) {
  const procedure = oc.errors(errors)
  return {
    load: procedure.input(file).output(z.object({})),
    embed: procedure
      .input(z.object({ texts: z.array(z.string().max(MAX_TEXT_LENGTH)).min(1).max(MAX_TEXTS) }))
      .output(vectors),
  }
}

export function packedVectors(rows: readonly Float32Array[]): string {
  const bytes = rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength))
  return Buffer.concat(bytes).toString('base64')
}

/** @throws when it does not hold exactly `count` unit vectors. */
export function unpackedVectors(packed: unknown, count: number): Float32Array[] {
  const bytes = Buffer.from(vectors.parse(packed), 'base64')
  if (bytes.length !== count * VECTOR_BYTES) throw new Error('the encoder sent a wrong number of vectors')
  // Copied, since a view on numbers may not begin at any byte.
  const numbers = new Float32Array(new Uint8Array(bytes).buffer)
  const rows = Array.from({ length: count }, (_, nth) =>
    numbers.slice(nth * DIMENSIONS, (nth + 1) * DIMENSIONS),
  )
  if (!rows.every((row) => Math.abs(Math.hypot(...row) - 1) < 1e-3)) {
    throw new Error('the encoder sent what is no direction')
  }
  return rows
}
