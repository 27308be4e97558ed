/** How well the strain signal fits this person's own answers, said no louder than the numbers allow. */
import type { Agreement } from '../../../electron/core/stress/agreement.ts'
import type { DayWords } from './dayWords.ts'

type Known = Extract<Agreement, { kind: 'known' }>

/** Below this a link is weak by any book, and this kind of signal rarely gets above it. */
const WEAK_BELOW = 0.4
const VERY_WEAK_BELOW = 0.2

export type AgreementLevel = 'chance' | 'against' | 'veryWeak' | 'weak' | 'clear'

export function agreementLevel({ rho, low, high }: Known): AgreementLevel {
  if (high < 0) return 'against'
  if (low <= 0) return 'chance'
  if (rho < VERY_WEAK_BELOW) return 'veryWeak'
  return rho < WEAK_BELOW ? 'weak' : 'clear'
}

/** The sentence the page begins with. */
export function agreementTitle(agreement: Agreement, { t, counted }: DayWords): string {
  if (agreement.kind === 'too_few') {
    return t('today.well.tooFew', { count: agreement.missing, n: counted(agreement.missing) })
  }
  if (agreement.kind === 'no_variation') return t('today.well.noVariation')
  return t(`today.well.level.${agreementLevel(agreement)}`)
}

/** ρ, n and the interval, in a sentence that needs no statistics. */
export function agreementWords(known: Known, { t, number, exact }: DayWords): string[] {
  const values = {
    n: number(known.n),
    rho: exact(known.rho),
    low: exact(known.low),
    high: exact(known.high),
  }
  return [
    t('today.well.rho', values),
    t('today.well.interval', values),
    t(known.proposeOff ? 'today.well.holdsZero' : 'today.well.aboveZero'),
  ]
}
