/** What stands in a form, from the settings it is for and back to settings that can be sent. */
import type { FormField, SettingValue } from './schemaFields.ts'

/** As typed: text for everything but yes and no. Null: a secret that was saved and stays. */
export type FormValues = Readonly<Record<string, string | boolean | null>>
export type SettingValues = Record<string, SettingValue>
export interface FieldProblem {
  field: string
  problem: string
}

/** The text an option of a choice goes by in the form. */
export const optionText = (value: SettingValue): string => String(value)

/** What the form begins with: the settings as saved, else the defaults. */
export function formValues(
  fields: readonly FormField[],
  saved: Readonly<SettingValues>,
  secretsSet: readonly string[],
): FormValues {
  return Object.fromEntries(
    fields.map(({ name, kind, defaultValue }) => {
      if (secretsSet.includes(name)) return [name, null]
      const value = Object.hasOwn(saved, name) ? (saved[name] ?? null) : defaultValue
      if (kind === 'yesNo') return [name, value === true]
      return [name, value === null ? '' : String(value)]
    }),
  )
}

/** Whether a field shows: it is on its own, or what it belongs to is on. */
export function isShown(field: FormField, values: FormValues): boolean {
  return field.when === null || values[field.when] === true
}

function numberProblem(text: string, { whole, min, max, widget }: FormField): string | null {
  const value = Number(text)
  const isOut = (min !== null && value < min) || (max !== null && value > max)
  const fits = Number.isFinite(value) && !isOut && (!whole || Number.isInteger(value))
  if (fits) return null
  return widget === 'port' ? 'not_a_port' : 'not_a_number'
}

function settingOf(
  field: FormField,
  value: FormValues[string],
): { value: SettingValue } | { problem: string } {
  if (value === null || value === undefined || typeof value === 'boolean') return { value: value ?? null }
  if (field.kind === 'choice') {
    return { value: field.options.find((option) => optionText(option) === value) ?? field.defaultValue }
  }
  const text = field.kind === 'password' ? value : value.trim()
  // A secret that was emptied by hand is to be forgotten: empty, where null would keep it.
  if (text === '')
    return field.required ? { problem: 'missing' } : { value: field.kind === 'password' ? '' : null }
  if (field.kind !== 'number') return { value: text }
  const problem = numberProblem(text, field)
  return problem === null ? { value: Number(text) } : { problem }
}

/** Settings to send, or the first field that cannot be. */
export function formSettings(
  fields: readonly FormField[],
  values: FormValues,
): { settings: SettingValues } | FieldProblem {
  const settings: SettingValues = {}
  for (const field of fields) {
    const read = settingOf(field, values[field.name] ?? null)
    if ('problem' in read) return { field: field.name, problem: read.problem }
    settings[field.name] = read.value
  }
  return { settings }
}
