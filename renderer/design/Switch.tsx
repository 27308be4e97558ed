/** On or off, at once: what it switches is named by the words beside it. */
import { Switch as BaseSwitch } from '@base-ui/react/switch'
import styles from './Switch.module.css'

export interface SwitchProps {
  on: boolean
  onSwitch: (on: boolean) => void
  /** The id of the words that name it, or else the words themselves. */
  labelId?: string
  label?: string
  disabled?: boolean
}

export function Switch({ on, onSwitch, labelId, label, disabled = false }: SwitchProps) {
  return (
    <BaseSwitch.Root
      className={styles.switch}
      aria-labelledby={labelId}
      aria-label={label}
      checked={on}
      disabled={disabled}
      onCheckedChange={onSwitch}
    >
      <BaseSwitch.Thumb className={styles.thumb} />
    </BaseSwitch.Root>
  )
}
