/** What a band says to those who do not see it: the words, the value, and where the usual lies. */
import type { DayWords } from './dayWords.ts'

export interface BandSaid {
  title: string
  said: string
  value: number | null
  usual: { low: number; high: number } | null
}

/** Sentences end once, whether or not the words already did. */
const bare = (text: string) => text.replace(/\.$/, '')

export function bandLabel({ title, said, value, usual }: BandSaid, { t, exact }: DayWords): string {
  const values = { title, words: bare(said) }
  if (value === null) return t('today.band.value', values)
  if (usual === null) return t('today.band.withoutUsual', { ...values, value: exact(value) })
  return t('today.band.besideUsual', {
    ...values,
    value: exact(value),
    low: exact(usual.low),
    high: exact(usual.high),
  })
}
