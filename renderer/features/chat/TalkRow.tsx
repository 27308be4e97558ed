/** One earlier talk in the list: its name, when it was, its last words, and what can be done with it. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../electron/core/chat/conversation.ts'
import { MoreSign } from '../../design/icons.tsx'
import { Menu, MenuItem } from '../../design/Menu.tsx'
import { timeWords, useLanguage } from '../../text/amounts.ts'
import styles from './EarlierTalks.module.css'

export interface TalkRowProps {
  conversation: Conversation
  isOpen: boolean
  now: number
  onOpen: () => void
  onRename: (title: string) => void
  onErase: () => void
}

export function TalkRow({ conversation, isOpen, now, onOpen, onRename, onErase }: TalkRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isRenaming, setRenaming] = useState(false)
  const { key, values } = timeWords(conversation.updatedAt, now, language)
  if (isRenaming) {
    return (
      <li className={styles.row}>
        <TitleField
          title={conversation.title}
          onDone={(title) => {
            setRenaming(false)
            if (title !== null) onRename(title)
          }}
        />
      </li>
    )
  }
  return (
    <li className={styles.row} data-open={isOpen || undefined}>
      <button
        type="button"
        data-row
        className={styles.open}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className={styles.title} dir="auto">
          {conversation.title}
        </span>
        <span className={styles.preview} dir="auto">
          {t(key, values)}
          {' · '}
          {conversation.preview}
        </span>
      </button>
      <Menu
        label={t('earlier.actions', { title: conversation.title })}
        sign={<MoreSign />}
        className={styles.more}
      >
        <MenuItem onChoose={() => setRenaming(true)}>{t('earlier.rename')}</MenuItem>
        <MenuItem onChoose={onErase}>{t('earlier.delete')}</MenuItem>
      </Menu>
    </li>
  )
}

function TitleField({ title, onDone }: { title: string; onDone: (title: string | null) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(title)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const kept = text.trim()

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onDone(kept === '' ? null : kept)
    if (event.key !== 'Escape') return
    // Esc leaves the field, not the window.
    event.preventDefault()
    event.stopPropagation()
    onDone(null)
  }

  return (
    <input
      ref={field}
      className={styles.titleField}
      value={text}
      maxLength={120}
      aria-label={t('earlier.newTitle')}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(kept === '' || kept === title ? null : kept)}
    />
  )
}
