/** Earlier talks: found, opened again, renamed, deleted with time to change one's mind. */
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../electron/core/chat/conversation.ts'
import { SearchSign } from '../../design/icons.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { useMinute } from '../../design/times.ts'
import { errorCode, useClient } from '../../watch.ts'
import styles from './EarlierTalks.module.css'
import { TalkRow } from './TalkRow.tsx'
import { useConversations } from './useConversations.ts'

export interface EarlierTalksProps {
  openId: string | null
  onOpen: (conversation: Conversation) => void
  /** The open talk was deleted. */
  onGone: () => void
  head?: ReactNode
}

export function EarlierTalks({ openId, onOpen, onGone, head = null }: EarlierTalksProps) {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const now = useMinute()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const conversations = useConversations(query)

  async function erase(conversation: Conversation, index: number) {
    const conversationId = conversation.id
    try {
      const { undoSeconds } = await client.chat.erase({ conversationId })
      if (conversationId === openId) onGone()
      notice({
        text: t('earlier.deleted', { title: conversation.title }),
        undo: {
          label: t('common.undo'),
          seconds: undoSeconds,
          run: () => void client.chat.restore({ conversationId }).catch(() => {}),
        },
      })
      // The keyboard stays in the list, at the row that took the place.
      const rows = list.current?.querySelectorAll<HTMLElement>('[data-row]')
      rows?.[Math.min(index, rows.length - 1)]?.focus()
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }

  function rename(conversationId: string, title: string) {
    client.chat
      .rename({ conversationId, title })
      .catch((error: unknown) => notice({ text: t(`errors.${errorCode(error)}`) }))
  }

  return (
    <div className={styles.earlier}>
      {head}
      <label className={styles.search}>
        <SearchSign />
        <span className="unseen">{t('earlier.search')}</span>
        <input
          type="search"
          value={query}
          placeholder={t('earlier.search')}
          onChange={(event) => setQuery(event.target.value.slice(0, 200))}
        />
      </label>
      {conversations?.length === 0 ? (
        <p className={styles.none} role="status">
          {query.trim() === '' ? t('earlier.none') : t('earlier.notFound')}
        </p>
      ) : null}
      <ul ref={list} className={styles.list} aria-label={t('earlier.title')}>
        {conversations?.map((conversation, index) => (
          <TalkRow
            key={conversation.id}
            conversation={conversation}
            isOpen={conversation.id === openId}
            now={now}
            onOpen={() => onOpen(conversation)}
            onRename={(title) => rename(conversation.id, title)}
            onErase={() => void erase(conversation, index)}
          />
        ))}
      </ul>
    </div>
  )
}
