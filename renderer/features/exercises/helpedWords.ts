/** What a person's own ratings say, with how many there are and how sure that is. */
import type { TFunction } from 'i18next'
import type { ListedExercise } from '../../../electron/contract/exercises.ts'

type Helped = ListedExercise['helped']

/** Null before the first rating: a list that says so at each exercise says nothing. */
export function helpedShort(helped: Helped, t: TFunction): string | null {
  if (helped.n === 0) return null
  if (helped.kind === 'known') return t('exercises.helped.short', { better: helped.better, n: helped.n })
  return helpedFew(helped, t)
}

function helpedFew({ n, missing }: Extract<Helped, { kind: 'too_few' }>, t: TFunction): string {
  return n === 0 ? t('exercises.helped.notYet') : t('exercises.helped.tooFew', { n, needed: n + missing })
}

/** One sentence after the other. */
export function helpedLines(helped: Helped, t: TFunction, language: string): string[] {
  if (helped.kind === 'too_few') return [helpedFew(helped, t)]
  const { n, better, same, worse, change, low, high } = helped
  const amount = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
  const sure = low > 0 ? 'better' : high < 0 ? 'worse' : 'unsure'
  const shown =
    sure === 'worse'
      ? { change: amount(-change), low: amount(-high), high: amount(-low) }
      : { change: amount(change), low: amount(low), high: amount(high) }
  return [
    t('exercises.helped.known', { n, better, same, worse }),
    t(`exercises.helped.change.${sure}`, shown),
    t('exercises.helped.honest'),
  ]
}
