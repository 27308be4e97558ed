/** A number between two bounds, typed or stepped; it is handed over when it is finished, not while it is typed. */
import { NumberField as BaseNumberField } from '@base-ui/react/number-field'
import { useEffect, useState } from 'react'
import styles from './NumberField.module.css'

export interface NumberFieldProps {
  value: number
  min: number
  max: number
  step?: number
  /** The id of the words that name it, or else the words themselves. */
  labelId?: string
  label?: string
  /** What the number counts, such as "minutes". */
  unit?: string
  /** Words for the two buttons. */
  less: string
  more: string
  onChange: (value: number) => void
}

export function NumberField(props: NumberFieldProps) {
  const { value, min, max, step = 1, labelId, label, unit, less, more, onChange } = props
  const [draft, setDraft] = useState<number | null>(value)
  // What was saved, here or in another window, is what stands here.
  useEffect(() => setDraft(value), [value])
  return (
    <BaseNumberField.Root
      className={styles.root}
      value={draft}
      min={min}
      max={max}
      step={step}
      onValueChange={setDraft}
      onValueCommitted={(next) => {
        if (next === null) setDraft(value)
        else if (next !== value) onChange(next)
      }}
    >
      <BaseNumberField.Group className={styles.group}>
        <BaseNumberField.Decrement className={styles.step} aria-label={less}>
          <span aria-hidden="true">−</span>
        </BaseNumberField.Decrement>
        <BaseNumberField.Input className={styles.input} aria-labelledby={labelId} aria-label={label} />
        <BaseNumberField.Increment className={styles.step} aria-label={more}>
          <span aria-hidden="true">+</span>
        </BaseNumberField.Increment>
      </BaseNumberField.Group>
      {unit ? <span className={styles.unit}>{unit}</span> : null}
    </BaseNumberField.Root>
  )
}
