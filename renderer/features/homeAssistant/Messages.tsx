/** Every message as it would go out now, for those who want to see before they switch it on. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HomeAssistantSettings } from '../../../electron/contract/homeAssistant.ts'
import { errorCode } from '../../watch.ts'
import { readable } from './brokers.ts'
import styles from './HomeAssistant.module.css'
import { useMessages } from './useHomeAssistant.ts'

export function Messages({ settings }: { settings: HomeAssistantSettings }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('homeAssistant.preview')}</summary>
      {isOpen ? <MessageList settings={settings} /> : null}
    </details>
  )
}

function MessageList({ settings }: { settings: HomeAssistantSettings }) {
  const { t } = useTranslation()
  const { data, error } = useMessages(settings)
  if (error) {
    return <p role="alert">{t('homeAssistant.previewFailed', { reason: t(`errors.${errorCode(error)}`) })}</p>
  }
  if (!data) return <p className={styles.small}>{t('homeAssistant.previewLoading')}</p>
  return (
    <>
      <ul className={styles.messages}>
        {data.messages.map(({ topic, payload, retained }) => (
          <li key={topic}>
            <details>
              <summary>
                <code>{topic}</code>{' '}
                <span className={styles.small}>
                  {t(retained ? 'homeAssistant.retained' : 'homeAssistant.passing')}
                </span>
              </summary>
              <pre>{payload === '' ? t('homeAssistant.empty') : readable(payload)}</pre>
            </details>
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        {data.commandTopics.length === 0 ? t('homeAssistant.hearsNothing') : t('homeAssistant.hears')}
      </p>
      <ul className={styles.topics}>
        {data.commandTopics.map((topic) => (
          <li key={topic}>
            <code>{topic}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
