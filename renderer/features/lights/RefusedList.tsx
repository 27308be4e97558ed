/** Lamps that were left alone, together by the rule that said so. */
import type { Rule } from '../../../electron/core/lights/rules.ts'
import styles from './Lights.module.css'
import type { LightWords } from './lightWords.ts'

export interface RefusedListProps {
  refused: readonly { lampId: string; name: string; rule: Rule }[]
  words: LightWords
}

/** More names than these are told by their number. */
const MOST_NAMED = 4

export function RefusedList({ refused, words }: RefusedListProps) {
  const { t, list, counted } = words
  const rules = [...new Set(refused.map(({ rule }) => rule))]
  if (rules.length === 0) return null
  return (
    <ul className={styles.refused}>
      {rules.map((rule) => {
        const names = [...new Set(refused.filter((one) => one.rule === rule).map(({ name }) => name))]
        const n = counted(names.length)
        const lamps = names.length > MOST_NAMED ? t('lights.lamps', { count: names.length, n }) : list(names)
        return <li key={rule}>{t('lights.told.of', { lamps, rule: t(`lights.rule.${rule}`) })}</li>
      })}
    </ul>
  )
}
