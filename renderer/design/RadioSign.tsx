/** The ring of one choice among several, with its dot when chosen; the label around it says what is chosen. */
import { Radio } from '@base-ui/react/radio'
import styles from './RadioSign.module.css'

export interface RadioSignProps {
  value: string
  onClick?: () => void
}

export function RadioSign({ value, onClick }: RadioSignProps) {
  return (
    <Radio.Root value={value} className={styles.ring} onClick={onClick}>
      <Radio.Indicator className={styles.dot} />
    </Radio.Root>
  )
}
