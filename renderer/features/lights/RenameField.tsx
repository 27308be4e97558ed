/** A new name for something of the person's, typed where the old one stands. */
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import styles from './RenameField.module.css'

/** As in the contract. */
export const LONGEST_TITLE = 60

export interface RenameFieldProps {
  title: string
  /** What is asked for, for those who hear it. */
  label: string
  /** Null: as it was. */
  onDone: (title: string | null) => void
}

export function RenameField({ title, label, onDone }: RenameFieldProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(title)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  function save(event: SyntheticEvent) {
    event.preventDefault()
    const kept = text.trim()
    onDone(kept === '' || kept === title ? null : kept)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onDone(null)
  }

  return (
    <form className={styles.rename} onSubmit={save}>
      <input
        ref={field}
        className={styles.input}
        value={text}
        maxLength={LONGEST_TITLE}
        aria-label={label}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit">{t('common.save')}</Button>
      <Button look="plain" onClick={() => onDone(null)}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
