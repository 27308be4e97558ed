/** A plan while it is being written: lines come, go and move without a word being lost. */
import { type PlanStep, planSteps, type SafetyPlan } from '../../../../electron/core/care/safetyPlan.ts'

export interface DraftLine {
  id: string
  text: string
}

/** Every step holds at least one line, which may be empty. */
export type PlanDraft = Record<PlanStep, readonly DraftLine[]>
export type PlanContents = SafetyPlan['steps']

const eachStep = <Value>(make: (step: PlanStep) => Value): Record<PlanStep, Value> =>
  Object.fromEntries(planSteps.map((step) => [step, make(step)])) as Record<PlanStep, Value>

export const newLine = (text = ''): DraftLine => ({ id: crypto.randomUUID(), text })

export const draftOf = (contents: PlanContents | null): PlanDraft =>
  eachStep((step) => {
    const texts = contents?.[step] ?? []
    return texts.length > 0 ? texts.map((text) => newLine(text)) : [newLine()]
  })

/** What would be kept: without empty lines. */
export const contentsOf = (draft: PlanDraft): PlanContents =>
  eachStep((step) => draft[step].map(({ text }) => text.trim()).filter((text) => text !== ''))

/** Two plans that say the same have the same one; null is an empty plan. */
export const signatureOf = (contents: PlanContents | null): string =>
  JSON.stringify(planSteps.map((step) => contents?.[step] ?? []))

export const emptySignature = signatureOf(null)

/** A plan has single lines: what was pasted with breaks becomes one. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ')

export const withText = (lines: readonly DraftLine[], id: string, text: string): readonly DraftLine[] =>
  lines.map((line) => (line.id === id ? { ...line, text } : line))

/** After the given line, or at the end. */
export function withLine(
  lines: readonly DraftLine[],
  line: DraftLine,
  after: string | null,
): readonly DraftLine[] {
  const index = lines.findIndex(({ id }) => id === after)
  return index < 0 ? [...lines, line] : lines.toSpliced(index + 1, 0, line)
}

/** The last line stays, empty. */
export function withoutLine(lines: readonly DraftLine[], id: string): readonly DraftLine[] {
  const left = lines.filter((line) => line.id !== id)
  return left.length > 0 ? left : [newLine()]
}
