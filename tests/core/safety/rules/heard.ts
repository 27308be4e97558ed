/** One line for what a sentence is heard as, for tables of sentences. */
import { triage } from '../../../../electron/core/safety/triage.ts'

/** `high suicide+suicide-plan`; kinds in alphabetical order, `none` without any. */
export function heardAs(text: string): string {
  const { tier, kinds } = triage([{ role: 'person', text }])
  return [tier, [...kinds].sort().join('+')].filter(Boolean).join(' ')
}

/** The tier alone. */
export const tierOf = (text: string) => triage([{ role: 'person', text }]).tier
