/** A time of day in the person's own clock; it is handed over when it is finished, not while it is typed. */
import { useEffect, useState } from 'react'
import { minuteOfTimeField, timeFieldText } from '../../../design/clock.ts'
import styles from './BreakSettings.module.css'

export interface TimeFieldProps {
  minute: number
  label: string
  onChange: (minute: number) => void
}

export function TimeField({ minute, label, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState(() => timeFieldText(minute))
  useEffect(() => setTyped(timeFieldText(minute)), [minute])

  function finish() {
    const next = minuteOfTimeField(typed)
    if (next === null) setTyped(timeFieldText(minute))
    else if (next !== minute) onChange(next)
  }

  return (
    <input
      type="time"
      className={styles.field}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
    />
  )
}
