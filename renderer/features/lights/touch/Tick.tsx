/** A box with its words; `some` stands for a part of what is below it. */
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Touch.module.css'

export interface TickProps {
  state: 'on' | 'off' | 'some'
  label: string
  /** Where the words beside it say less than the name. */
  name?: string
  aboutId?: string
  onTick: (on: boolean) => void
  children?: ReactNode
}

export function Tick({ state, label, name, aboutId, onTick, children = null }: TickProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some'
  }, [state])
  return (
    <label className={styles.tick}>
      <input
        ref={box}
        type="checkbox"
        aria-label={name}
        aria-describedby={aboutId}
        checked={state === 'on'}
        onChange={() => onTick(state !== 'on')}
      />
      <span>{label}</span>
      {children}
    </label>
  )
}
