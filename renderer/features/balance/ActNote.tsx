/** A line about what was just written down; empty is as good. */
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_ACT_NOTE } from '../../../electron/core/balance/acts.ts'
import { Button } from '../../design/Button.tsx'
import styles from './Balance.module.css'

export interface ActNoteProps {
  /** Every letter, so that nothing is lost to whoever turns to the next thing. */
  onWrite: (note: string) => void
  onDone: (note: string) => void
}

export function ActNote({ onWrite, onDone }: ActNoteProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // Enter, or nothing, is the second key.
  useEffect(() => field.current?.focus(), [])
  function submit(event: SyntheticEvent) {
    event.preventDefault()
    onDone(note.trim())
  }
  return (
    <form className={styles.note} onSubmit={submit}>
      <label className={styles.field}>
        <span>{t('balance.acts.note')}</span>
        <input
          ref={field}
          dir="auto"
          autoComplete="off"
          maxLength={MOST_ACT_NOTE}
          value={note}
          onChange={(event) => {
            setNote(event.target.value)
            onWrite(event.target.value.trim())
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
            event.preventDefault()
            onDone('')
          }}
        />
      </label>
      <Button type="submit">{t('balance.acts.noteDone')}</Button>
    </form>
  )
}
