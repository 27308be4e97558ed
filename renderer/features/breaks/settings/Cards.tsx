/** A few ways of which one holds, each as a card that says what it means. */
import { RadioGroup } from '@base-ui/react/radio-group'
import { type ReactNode, useId, useRef } from 'react'
import { RadioSign } from '../../../design/RadioSign.tsx'
import styles from './Cards.module.css'

export interface CardsProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; name: string; about?: string; picture?: ReactNode }[]
  onChoose: (value: Value) => void
}

export function Cards<Value extends string>({ label, value, options, onChoose }: CardsProps<Value>) {
  const once = useOnce()
  return (
    <RadioGroup
      className={styles.cards}
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen && chosen.value !== value) once(() => onChoose(chosen.value))
      }}
    >
      {options.map((option) => (
        <Card key={option.value} {...option} />
      ))}
    </RadioGroup>
  )
}

/** A press on a ring may be heard twice: by itself, and by the label around it. */
function useOnce(): (run: () => void) => void {
  const isHeard = useRef(false)
  return (run) => {
    if (isHeard.current) return
    isHeard.current = true
    setTimeout(() => {
      isHeard.current = false
    })
    run()
  }
}

function Card(props: { value: string; name: string; about?: string; picture?: ReactNode }) {
  const { value, name, about, picture } = props
  const nameId = useId()
  const aboutId = useId()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the sign brings the input this label names.
    <label className={styles.card}>
      {picture}
      <span className={styles.name}>
        <RadioSign value={value} labelId={nameId} {...(about ? { aboutId } : {})} />
        <span id={nameId}>{name}</span>
      </span>
      {about ? (
        <span id={aboutId} className={styles.about}>
          {about}
        </span>
      ) : null}
    </label>
  )
}
