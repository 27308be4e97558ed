/** Records a new global shortcut: press it once, and it is said plainly when it will not do. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { keyCaps, type Recorded, recordedShortcut } from './accelerator.ts'
import styles from './Settings.module.css'

export interface ShortcutFieldProps {
  shortcut: string | null
  onChange: (shortcut: string | null) => void
}

const isMac = /Mac/.test(navigator.userAgent)

export function ShortcutField({ shortcut, onChange }: ShortcutFieldProps) {
  const { t } = useTranslation()
  const [isRecording, setRecording] = useState(false)
  const [problem, setProblem] = useState<Exclude<Recorded['kind'], 'shortcut' | 'unfinished'> | null>(null)
  const recorder = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isRecording) recorder.current?.focus()
  }, [isRecording])

  function onKeyDown(event: KeyboardEvent) {
    // Tab leaves, so that nobody is caught in here.
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setRecording(false)
    const recorded = recordedShortcut(event.nativeEvent, isMac)
    if (recorded.kind === 'unfinished') return
    if (recorded.kind !== 'shortcut') return setProblem(recorded.kind)
    setRecording(false)
    onChange(recorded.accelerator)
  }

  function begin() {
    setProblem(null)
    setRecording(true)
  }

  return (
    <div className={styles.shortcut}>
      {isRecording ? (
        <button
          ref={recorder}
          type="button"
          className={styles.recorder}
          onKeyDown={onKeyDown}
          onBlur={() => setRecording(false)}
        >
          {t('settingsPage.shortcutPress')}
        </button>
      ) : (
        <>
          <Keys shortcut={shortcut} />
          <Button onClick={begin}>{t('settingsPage.shortcutChange')}</Button>
          {shortcut === null ? null : (
            <Button look="plain" onClick={() => onChange(null)}>
              {t('settingsPage.shortcutRemove')}
            </Button>
          )}
        </>
      )}
      {isRecording && problem ? (
        <p role="alert" className={styles.small}>
          {problem === 'badKey' ? t('settingsPage.shortcutBadKey') : t('settingsPage.shortcutNeedsModifier')}
        </p>
      ) : null}
    </div>
  )
}

function Keys({ shortcut }: { shortcut: string | null }) {
  const { t } = useTranslation()
  if (shortcut === null) return <span className={styles.small}>{t('settingsPage.shortcutNone')}</span>
  return (
    <span className={styles.keys}>
      {keyCaps(shortcut, isMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
