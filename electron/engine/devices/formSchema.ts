/** Turns the schema of a device's settings into what the page draws its form from. */
import { z } from 'zod'

interface Piece {
  type?: string | string[]
  anyOf?: Piece[]
  [key: string]: unknown
}

/** `"type": ["string", "null"]` instead of a choice of two schemas: one field stays one field. */
function withoutChoice(piece: Piece): void {
  const [value, nothing, ...more] = piece.anyOf ?? []
  if (!value || nothing?.type !== 'null' || more.length > 0 || typeof value.type !== 'string') return
  delete piece.anyOf
  Object.assign(piece, value, { type: [value.type, 'null'] })
}

/**
 * JSON Schema of one flat object, without words, which belong to the page. Beside the standard members a field may carry
 * `x-widget` (`password`, `pem`, `port`), `x-when` (the yes-or-no field it belongs to) and `x-level` (`expert`).
 */
export function formSchema(settings: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(settings, {
    io: 'input',
    override: ({ jsonSchema }) => withoutChoice(jsonSchema as Piece),
  })
  return schema
}
