/** Where the person writes. It has the keyboard at once, keeps what was begun, and never loses a word. */
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SendSign, StopSign } from '../../design/icons.tsx'
import { useWarmWriting } from '../lights/here/useWarmWriting.ts'
import styles from './Composer.module.css'

/** As in the contract (`MAX_MESSAGE_LENGTH`), repeated so that the page need not load its schemas; a test compares. */
export const longestMessage = 100_000

/** One for each talk: give it the conversation's id as its key. */
export interface ComposerProps {
  conversationId: string
  placeholder: string
  isReplying: boolean
  onSend: (text: string) => void
  onStop: () => void
  /** The first letter of a talk: a good moment to wake the model. */
  onBegin: () => void
}

export const stopKeys = () => (/Mac/.test(navigator.userAgent) ? '⌘.' : 'Ctrl+.')

export function Composer(props: ComposerProps) {
  const { conversationId, placeholder, isReplying, onSend, onStop, onBegin } = props
  const { t } = useTranslation()
  const cache = useQueryClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const draftKey = ['draft', conversationId]
  // In the component, since a field that is told its text a moment later loses the place of the caret.
  const [draft, setDraft] = useState(() => cache.getQueryData<string>(draftKey) ?? '')
  const [waits, setWaits] = useState(false)
  const warm = useWarmWriting(conversationId)
  useKeyboardAtOnce(field)

  const overBy = draft.length - longestMessage
  const canSend = draft.trim() !== '' && overBy <= 0

  function write(text: string) {
    if (draft === '' && text !== '') onBegin()
    setWaits(false)
    warm()
    keep(text)
  }

  function keep(text: string) {
    setDraft(text)
    cache.setQueryData(draftKey, text)
  }

  function send() {
    if (!canSend) return
    if (isReplying) return setWaits(true)
    onSend(draft.trim())
    keep('')
  }

  function onKeyDown(event: KeyboardEvent) {
    // While an input method is composing, Enter chooses a word.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return
    event.preventDefault()
    send()
  }

  const hint =
    overBy > 0 ? t('composer.tooLong', { count: overBy }) : isReplying && waits ? t('composer.waits') : null
  return (
    <div className={styles.composer}>
      {hint ? (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      ) : null}
      <div className={styles.box}>
        <textarea
          ref={field}
          className={styles.field}
          rows={1}
          dir="auto"
          value={draft}
          placeholder={placeholder}
          aria-label={t('composer.label')}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {isReplying ? (
          <button
            type="button"
            className={styles.round}
            aria-label={t('composer.stop')}
            aria-keyshortcuts="Control+."
            title={t('composer.stopTip', { keys: stopKeys() })}
            onClick={onStop}
          >
            <StopSign />
          </button>
        ) : (
          <button
            type="button"
            className={styles.round}
            aria-label={t('composer.send')}
            title={t('composer.send')}
            disabled={!canSend}
            data-quiet={draft === '' || undefined}
            onClick={send}
          >
            <SendSign />
          </button>
        )}
      </div>
    </div>
  )
}

/** The keyboard is in the field when the window opens and each time it comes back, unless something lies over it. */
function useKeyboardAtOnce(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const take = () => {
      const isCovered =
        document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="menu"]') !== null
      if (document.visibilityState === 'visible' && !isCovered) field.current?.focus()
    }
    take()
    window.addEventListener('focus', take)
    document.addEventListener('visibilitychange', take)
    return () => {
      window.removeEventListener('focus', take)
      document.removeEventListener('visibilitychange', take)
    }
  }, [field])
}
