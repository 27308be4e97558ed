/** Takes everything away for good, once the word was typed. */
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Row } from '../../design/Page.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import styles from './Privacy.module.css'

/** What the contract asks the person to type. */
const confirmWord = 'erase'

export function EraseEverything() {
  const { t } = useTranslation()
  const client = useClient()
  const cache = useQueryClient()
  const notice = useNotice()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [models, setModels] = useState(false)

  async function erase() {
    try {
      await client.privacy.eraseEverything({ confirm: confirmWord, models })
      setOpen(false)
      setTyped('')
      // Drafts and talks in this window go too.
      cache.removeQueries({ predicate: ({ queryKey }) => ownWords.includes(String(queryKey[0])) })
      await cache.invalidateQueries()
      notice({ text: t('privacy.erased') })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }

  return (
    <Row label={t('privacy.erase')} about={t('privacy.eraseAbout')}>
      {isOpen ? (
        <form
          className={styles.erase}
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() === confirmWord) void erase()
          }}
        >
          <label htmlFor={id}>{t('privacy.eraseType', { word: confirmWord })}</label>
          <input
            id={id}
            className={styles.field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <label className={styles.check}>
            <input type="checkbox" checked={models} onChange={(event) => setModels(event.target.checked)} />
            {t('privacy.eraseModels')}
          </label>
          <div className={styles.ways}>
            <Button look="danger" type="submit" disabled={typed.trim() !== confirmWord}>
              {t('privacy.eraseDo')}
            </Button>
            <Button look="plain" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('privacy.eraseDo')}</Button>
      )}
    </Row>
  )
}

const ownWords = ['draft', 'outbox', 'conversation', 'conversations', 'explain']
