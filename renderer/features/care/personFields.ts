/** What is typed about someone, and whether it can be kept. */
import type { OwnPerson } from '../../../electron/core/care/safetyPlan.ts'

export interface PersonFields {
  name: string
  phone: string
  how: string
  professional: boolean
}

export const LONGEST_NAME = 80
export const LONGEST_PHONE = 40
export const LONGEST_HOW = 200

/** As in the contract (`ownPerson`), repeated so that the page need not load its schemas; a test compares. */
const phonePattern = /^[+*#0-9 ().\-/]{2,40}$/

export const emptyFields: PersonFields = { name: '', phone: '', how: '', professional: false }

export function fieldsOf({ name, phone, how, professional }: OwnPerson): PersonFields {
  return { name, phone: phone ?? '', how: how ?? '', professional }
}

export type FieldProblem = 'nameMissing' | 'phoneOdd'

/** What stands in the way of keeping it; null for nothing. */
export function problemOf({ name, phone }: PersonFields): FieldProblem | null {
  if (name.trim() === '') return 'nameMissing'
  if (phone.trim() !== '' && !phonePattern.test(phone.trim())) return 'phoneOdd'
  return null
}

export function personOf(id: string, fields: PersonFields): OwnPerson {
  const filled = (text: string) => (text.trim() === '' ? null : text.trim())
  const { name, phone, how, professional } = fields
  return { id, name: name.trim(), phone: filled(phone), how: filled(how), professional }
}
