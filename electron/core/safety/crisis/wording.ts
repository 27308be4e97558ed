/** Puts a message together from authored wordings: never the same one twice in a row, and filled from data alone. */
import { filled, type SafetyText } from '../safetyText.ts'
import type { CareStep } from './careSteps.ts'

export interface Fillings {
  /** Number to call in danger, from data, or words for it. */
  emergency: string
  /** The person's own words, or null. */
  echo: string | null
  /** Someone the person named, or null. */
  person: string | null
}

export interface Said {
  text: string
  steps: CareStep[]
  wordings: Partial<Record<CareStep, number>>
}

const fits = (wording: string, name: 'echo' | 'person', value: string | null) =>
  value !== null || !wording.includes(`{${name}}`)

/** The next wording that fits; those with an echo come first while there is one. */
function wordingFor(
  text: SafetyText,
  step: CareStep,
  last: number | undefined,
  turn: number,
  fillings: Fillings,
): number {
  const wordings = text.care[step]
  const places = wordings.map((_, index) => index)
  const fitting = places.filter((index) => {
    const wording = wordings[index] ?? ''
    return fits(wording, 'echo', fillings.echo) && fits(wording, 'person', fillings.person)
  })
  const echoed = fitting.filter((index) => wordings[index]?.includes('{echo}'))
  const eligible = echoed.length > 0 && fillings.echo !== null ? echoed : fitting
  const other = eligible.length > 1 ? eligible.filter((index) => index !== last) : eligible
  // After the one that was used last, in the order of the file; at first by the turn, so that talks differ.
  const next =
    last === undefined ? other[turn % Math.max(1, other.length)] : other.find((index) => index > last)
  return next ?? other[0] ?? 0
}

/** Paragraphs of steps; a step whose wording is empty is left out. */
export function sayWords(
  text: SafetyText,
  paragraphs: readonly (readonly CareStep[])[],
  kept: Partial<Record<CareStep, number>>,
  turn: number,
  fillings: Fillings,
): Said {
  const wordings = { ...kept }
  const values = {
    emergency: fillings.emergency,
    echo: fillings.echo ?? '',
    person: fillings.person ?? '',
  }
  const written = paragraphs
    .filter((steps) => steps.length > 0)
    .map((steps) =>
      steps
        .map((step) => {
          const index = wordingFor(text, step, kept[step], turn, fillings)
          wordings[step] = index
          return filled(text.care[step][index] ?? '', values)
        })
        .join(' '),
    )
  return { text: written.join('\n\n'), steps: paragraphs.flat(), wordings }
}
