/** A stored document as settings: what an older version wrote, or one setting nobody can read, costs no other setting. */
import { z } from 'zod'
import { type Settings, settingsDocument } from '../../../contract/settings.ts'

export interface StoredSettings {
  settings: Settings
  /** How many could not be read and are as delivered; none is counted where the document merely lacks them. */
  unreadable: number
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param document JSON as it was stored, from whatever version; settings of a later one are left out. */
export function storedSettings(document: unknown): StoredSettings {
  if (!isFields(document)) return { settings: settingsDocument.parse({}), unreadable: 1 }
  let unreadable = 0
  const read = ([name, schema]: [string, z.ZodType]) => {
    const value = document[name]
    if (value === undefined) return []
    const whole = schema.safeParse(value)
    if (whole.success) return [[name, whole.data]]
    const parts = partsOf(schema, value)
    if (parts === null || parts.isDamaged) unreadable += 1
    return parts === null ? [] : [[name, parts.value]]
  }
  const known = Object.fromEntries(Object.entries<z.ZodType>(settingsDocument.shape).flatMap(read))
  return { settings: settingsDocument.parse(known), unreadable }
}

/** A setting made of several, such as consent by sensor: each part that can be read stays. Null for any other setting. */
function partsOf(schema: z.ZodType, value: unknown): { value: unknown; isDamaged: boolean } | null {
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema
  if (!(inner instanceof z.ZodObject) || !isFields(value)) return null
  const asDelivered: unknown = schema.parse(undefined)
  if (!isFields(asDelivered)) return null
  let isDamaged = false
  const parts = Object.entries<z.ZodType>(inner.shape).map(([name, part]) => {
    const read = part.safeParse(value[name])
    if (!read.success && value[name] !== undefined) isDamaged = true
    return [name, read.success ? read.data : asDelivered[name]]
  })
  return { value: Object.fromEntries(parts), isDamaged }
}
