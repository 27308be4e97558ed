/** What a form needs to know of a device's settings, read from its JSON Schema: one flat object, one field a property. */

export type SettingValue = string | number | boolean | null
export type FieldKind = 'text' | 'password' | 'pem' | 'number' | 'yesNo' | 'choice'

export interface FormField {
  name: string
  kind: FieldKind
  required: boolean
  defaultValue: SettingValue
  /** Of a choice, in order. */
  options: SettingValue[]
  min: number | null
  max: number | null
  /** Whether only whole numbers will do. */
  whole: boolean
  /** The yes-or-no field this one belongs to: it shows while that one is yes. */
  when: string | null
  /** For few people: shown folded. */
  expert: boolean
  widget: string | null
}

type Schema = Record<string, unknown>

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)

function isSetting(value: unknown): value is SettingValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function kindOf(schema: Schema, types: readonly unknown[]): FieldKind {
  if (Array.isArray(schema.enum)) return 'choice'
  if (types.includes('boolean')) return 'yesNo'
  if (types.includes('integer') || types.includes('number')) return 'number'
  const widget = schema['x-widget']
  return widget === 'password' || widget === 'pem' ? widget : 'text'
}

function fieldOf(name: string, schema: Schema, required: boolean): FormField {
  const types = [schema.type].flat()
  const options = Array.isArray(schema.enum) ? schema.enum.filter(isSetting) : []
  return {
    name,
    kind: kindOf(schema, types),
    required,
    defaultValue: isSetting(schema.default) ? schema.default : (options[0] ?? null),
    options,
    min: numberOf(schema.minimum),
    max: numberOf(schema.maximum),
    whole: types.includes('integer'),
    when: textOf(schema['x-when']),
    expert: schema['x-level'] === 'expert',
    widget: textOf(schema['x-widget']),
  }
}

/** The fields in the schema's order. What is no schema of an object has none. */
export function schemaFields(schema: Schema): FormField[] {
  const properties = isSchema(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(properties).flatMap(([name, property]) =>
    isSchema(property) ? [fieldOf(name, property, required.includes(name))] : [],
  )
}
