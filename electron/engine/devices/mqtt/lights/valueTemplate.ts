/** Reads values through the few plain Jinja templates that devices send; a whole template language is none of ours. */
import { isTold, memberOf } from './told.ts'

const LONGEST = 200
const WHOLE =
  /^\s*\{\{-?\s*(value|value_json(?:\.\w{1,60}|\[\s*'[^'\]]{1,60}'\s*\]|\[\s*"[^"\]]{1,60}"\s*\]){1,6})((?:\s*\|\s*(?:int|float|string|trim|round(?:\s*\(\s*\d?\s*\))?))*)\s*-?\}\}\s*$/
const STEP = /\.(\w+)|\[\s*['"]([^'"\]]+)['"]\s*\]/g

/** The value a message gives, as text; undefined: none. */
export type TemplateReader = (text: string) => string | undefined

function follow(text: string, steps: readonly string[]): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  for (const step of steps) value = isTold(value) ? memberOf(value, step) : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** Null: such a template is not understood. Rounding is left out, for nothing needs it here. */
export function templateReader(template: unknown): TemplateReader | null {
  if (template === undefined || template === null || template === '') return (text) => text
  if (typeof template !== 'string' || template.length > LONGEST) return null
  const path = WHOLE.exec(template)?.[1]
  if (path === undefined) return null
  if (path === 'value') return (text) => text
  const steps = [...path.matchAll(STEP)].map(([, dotted, quoted]) => dotted ?? quoted ?? '')
  return (text) => follow(text, steps)
}

/** A command that is sent as it is. */
export function isPlainCommand(template: unknown): boolean {
  if (template === undefined || template === null || template === '') return true
  return (
    typeof template === 'string' && /^\s*\{\{\s*value(?:\s*\|\s*(?:int|round))?\s*\}\}\s*$/.test(template)
  )
}
