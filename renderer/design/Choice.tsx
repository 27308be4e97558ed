/** One of a list, in a field that shows the present choice. */
import { Select } from '@base-ui/react/select'
import styles from './Choice.module.css'
import { CheckSign, OpenSign } from './icons.tsx'

export interface ChoiceProps<Value extends string> {
  label: string
  value: Value | null
  options: { value: Value; label: string }[]
  /** Shown while nothing is chosen. */
  placeholder: string
  onChoose: (value: Value) => void
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, placeholder, onChoose } = props
  const shown = options.find((option) => option.value === value)?.label ?? placeholder
  return (
    <Select.Root
      value={value}
      items={options}
      modal={false}
      onValueChange={(next) => next !== null && onChoose(next)}
    >
      <Select.Trigger className={styles.field} aria-label={label}>
        <span className={styles.shown}>{shown}</span>
        <OpenSign />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className={styles.positioner} alignItemWithTrigger={false} sideOffset={4}>
          <Select.Popup className={styles.popup}>
            <Select.List className={styles.list}>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value} className={styles.item}>
                  <Select.ItemText>{option.label}</Select.ItemText>
                  <Select.ItemIndicator className={styles.chosen}>
                    <CheckSign />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}
