/** What a band says to those who do not see it: the words, and on which side of the usual it lies. */
import type { DayWords } from './dayWords.ts'
import { type Band, besideUsual } from './scoreWords.ts'

export interface BandSaid {
  title: string
  said: string
  value: number | null
  usual: Band
}

/** Sentences end once, whether or not the words already did. */
const bare = (text: string) => text.replace(/\.$/, '')

export function bandLabel({ title, said, value, usual }: BandSaid, { t }: DayWords): string {
  const values = { title, words: bare(said) }
  if (value === null) return t('today.band.value', values)
  const side = besideUsual(value, usual)
  if (side === null) return t('today.band.noUsual', values)
  const words = t(`today.strain.${side}`)
  return words === values.words
    ? t('today.band.value', values)
    : t('today.band.beside', { ...values, side: words })
}

/** For a value no usual is known of, such as the highest of a day. */
export function bandAlone({ title, said }: Pick<BandSaid, 'title' | 'said'>, { t }: DayWords): string {
  return t('today.band.value', { title, words: bare(said) })
}
