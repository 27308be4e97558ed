/** What a comparison says, sentence by sentence, with what chance alone could do. */
import type { TFunction } from 'i18next'
import type { TrialResultView } from '../../../../electron/contract/lights.ts'
import type { Outcome } from '../../../../electron/core/lights/trial.ts'

export type KnownTrial = Extract<TrialResultView, { kind: 'known' }>

export interface TrialWords {
  t: TFunction
  /** As the interface's language writes numbers. */
  language: string
}

/** A fifth of a face would be lost in one digit, a tenth of a beat is none. */
const digitsOf: Record<Outcome, number> = { mood: 2, heartRate: 1 }

/** With a true minus, and no "−0". */
export function trialNumber(value: number, outcome: Outcome, language: string): string {
  const digits = digitsOf[outcome]
  const text = Math.abs(value).toLocaleString(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return value < 0 && Number(Math.abs(value).toFixed(digits)) > 0 ? `−${text}` : text
}

export function verdictOf({ low, high }: Pick<KnownTrial, 'low' | 'high'>): 'more' | 'less' | 'chance' {
  if (low > 0) return 'more'
  return high < 0 ? 'less' : 'chance'
}

export function trialSentences(result: TrialResultView, outcome: Outcome, words: TrialWords): string[] {
  const { t, language } = words
  const whole = (value: number) => value.toLocaleString(language)
  if (result.kind === 'not_enough') {
    const { n, missing } = result
    if (n === 0) return [t('lightTrial.none', { missing: whole(missing) })]
    return [t('lightTrial.notEnough', { count: missing, n: whole(n), missing: whole(missing) })]
  }
  const number = (value: number) => trialNumber(value, outcome, language)
  const { look, withheld, difference, low, high } = result
  const verdict = verdictOf(result)
  return [
    t(`lightTrial.said.${outcome}`, { look: number(look.mean), withheld: number(withheld.mean) }),
    t(`lightTrial.between.${outcome}`, {
      difference: number(difference),
      low: number(low),
      high: number(high),
    }),
    verdict === 'chance' ? t('lightTrial.chanceIn') : t(`lightTrial.verdict.${outcome}.${verdict}`),
    t('lightTrial.counts', { look: whole(look.n), withheld: whole(withheld.n) }),
  ]
}
