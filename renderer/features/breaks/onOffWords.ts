/** The small trial with oneself in plain words, with how sure it is, and what so few cannot show. */
import type { EngineClient } from '../../../electron/contract/index.ts'
import { LEAST_EFFECTIVE_N } from '../../../electron/core/breaks/evaluation.ts'
import type { DayWords } from '../stress/dayWords.ts'

export type OnOffView = Awaited<ReturnType<EngineClient['breaks']['week']>>['onOff']
type Words = Pick<DayWords, 't' | 'number'>

const Z95 = 1.96

/** The smallest difference of two shares that stands out of chance with so many on each side, at worst; 0–1. */
export const leastVisibleWith = (n: number): number => Z95 * Math.sqrt(0.5 / n)

/** In points of a hundred, with a true minus. */
export function points(share: number, { number }: Pick<Words, 'number'>): string {
  const rounded = Math.round(share * 100)
  return rounded < 0 ? `−${number(-rounded)}` : number(rounded)
}

function notEnough(onOff: Extract<OnOffView, { kind: 'not_enough' }>, words: Words): string[] {
  const { t, number } = words
  const wouldShow = t('pauses.onOff.wouldShow', { n: points(leastVisibleWith(LEAST_EFFECTIVE_N), words) })
  if (onOff.n === 0) return [t('pauses.onOff.rules')]
  const values = { count: onOff.missing, n: number(onOff.missing) }
  return [t('pauses.onOff.notEnough', values), wouldShow]
}

function verdict({ low, high }: { low: number; high: number }): 'more' | 'less' | 'chance' {
  if (low > 0) return 'more'
  return high < 0 ? 'less' : 'chance'
}

/** Sentence by sentence. */
export function onOffWords(onOff: OnOffView, words: Words): string[] {
  if (onOff.kind === 'not_enough') return notEnough(onOff, words)
  const { t, number } = words
  const { spoke, leftOut, difference, low, high, leastVisible } = onOff
  const hundred = (share: number) => number(Math.round(share * 100))
  return [
    t('pauses.onOff.said', { spoke: hundred(spoke.mean), leftOut: hundred(leftOut.mean) }),
    t('pauses.onOff.between', {
      n: points(difference, words),
      low: points(low, words),
      high: points(high, words),
    }),
    t(`pauses.onOff.${verdict(onOff)}`),
    t('pauses.onOff.least', { n: points(leastVisible, words) }),
    t('pauses.onOff.counts', { spoke: number(spoke.n), leftOut: number(leftOut.n) }),
  ]
}
