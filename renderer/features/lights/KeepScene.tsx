/** The room as it stands, under a name. */
import { type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { useKeptFocus } from '../../design/useKeptFocus.ts'
import styles from './Looks.module.css'
import { LONGEST_TITLE } from './RenameField.tsx'
import type { LightDoings } from './useLightDoings.ts'

export interface KeepSceneProps {
  doings: LightDoings
  /** Nothing is ticked there. */
  isOnScreen: boolean
}

export function KeepScene({ doings, isOnScreen }: KeepSceneProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, 'button')
  return (
    <div ref={place}>
      {isOpen ? (
        <NameForm doings={doings} onClose={() => setOpen(false)} />
      ) : (
        <p className={styles.ways}>
          <Button onClick={() => setOpen(true)}>{t('lights.scenes.keep')}</Button>
          <span className={styles.word}>
            {t(isOnScreen ? 'lights.scenes.keepAboutOnScreen' : 'lights.scenes.keepAbout')}
          </span>
        </p>
      )}
    </div>
  )
}

function NameForm({ doings, onClose }: Pick<KeepSceneProps, 'doings'> & { onClose: () => void }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const fieldId = useId()
  const isKeeping = useRef(false)

  async function keep(event: SyntheticEvent) {
    event.preventDefault()
    const wanted = title.trim()
    // Pressed twice, it is still kept once.
    if (wanted === '' || isKeeping.current) return
    isKeeping.current = true
    const isKept = await doings.keepScene(wanted)
    isKeeping.current = false
    if (isKept) onClose()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
  }

  return (
    <form className={styles.ask} onSubmit={(event) => void keep(event)}>
      <label className={styles.word} htmlFor={fieldId}>
        {t('lights.scenes.name')}
      </label>
      <div className={styles.form}>
        <input
          id={fieldId}
          className={styles.field}
          // biome-ignore lint/a11y/noAutofocus: the person asked for this field.
          autoFocus
          maxLength={LONGEST_TITLE}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" disabled={title.trim() === ''}>
          {t('lights.scenes.save')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('lights.scenes.cancel')}
        </Button>
      </div>
    </form>
  )
}
