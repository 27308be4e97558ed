/** A typed address, with what is wrong with it beside it before anybody is asked. */
import { type SyntheticEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import styles from './Pair.module.css'
import { type AddressProblem, MOST_ADDRESS_CHARACTERS, typedAddress } from './typedAddress.ts'

export interface AddressFormProps {
  label: string
  /** What stands in it to begin with. */
  address: string
  isMain?: boolean
  onAddress: (address: string) => void
}

export function AddressForm({ label, address, isMain = false, onAddress }: AddressFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(address)
  const [problem, setProblem] = useState<AddressProblem | null>(null)
  const field = useRef<HTMLInputElement>(null)

  function send(event: SyntheticEvent) {
    event.preventDefault()
    const typed = typedAddress(text)
    if ('address' in typed) return onAddress(typed.address)
    setProblem(typed.problem)
    field.current?.focus()
  }

  return (
    <form className={styles.address} onSubmit={send} noValidate>
      <label htmlFor={id}>{label}</label>
      <div className={styles.addressRow}>
        <input
          ref={field}
          id={id}
          className={styles.input}
          value={text}
          maxLength={MOST_ADDRESS_CHARACTERS}
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-wrong ${id}-hint`}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(null)
          }}
        />
        <Button look={isMain ? 'filled' : 'chip'} type="submit">
          {t('pairBridge.typedDo')}
        </Button>
      </div>
      {problem ? (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {t(`pairBridge.typedProblem.${problem}`)}
        </p>
      ) : null}
      <p id={`${id}-hint`} className={styles.small}>
        {t('pairBridge.typedHint')}
      </p>
    </form>
  )
}
