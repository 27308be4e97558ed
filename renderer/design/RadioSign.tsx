/** The ring of one choice among several, with its dot when chosen; the label around it says what is chosen. */
import { Radio } from '@base-ui/react/radio'
import styles from './RadioSign.module.css'

export interface RadioSignProps {
  value: string
  onClick?: () => void
  /** The id of the words that name it, where the label around it says more than the name. */
  labelId?: string
  /** The id of the words that say more. */
  aboutId?: string
}

export function RadioSign({ value, onClick, labelId, aboutId }: RadioSignProps) {
  return (
    <Radio.Root
      value={value}
      className={styles.ring}
      onClick={onClick}
      aria-labelledby={labelId}
      aria-describedby={aboutId}
    >
      <Radio.Indicator className={styles.dot} />
    </Radio.Root>
  )
}
