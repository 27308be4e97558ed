/** What did not work in a talk, said plainly beside what can be done about it. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyFailure } from '../../../electron/core/chat/conversation.ts'
import { Button } from '../../design/Button.tsx'
import { useOpenPlace } from '../../windows/places.ts'
import { selectedModel, useModels } from '../models/useModels.ts'
import styles from './MessageItem.module.css'
import type { OutgoingMessage } from './outbox.ts'
import talkStyles from './Talk.module.css'

export interface FailureLineProps {
  code: ReplyFailure
  /** Something had been written before it broke off. */
  hasPart: boolean
  onTryAgain: () => void
  noModel: ReactNode
}

export function FailureLine({ code, hasPart, onTryAgain, noModel }: FailureLineProps) {
  const { t } = useTranslation()
  const openPlace = useOpenPlace()
  const words = code === 'MODEL_STOPPED' && hasPart ? t('failure.MODEL_STOPPED_PART') : t(`failure.${code}`)
  const models = useModels()
  const hasVoiceNow = code === 'MODEL_MISSING' && models !== undefined && selectedModel(models) !== null
  const isAboutTheFile = code === 'MODEL_BROKEN' || code === 'MODEL_TOO_BIG'
  return (
    <div className={talkStyles.failure}>
      <p role="status">{hasVoiceNow ? t('failure.modelNow') : words}</p>
      {code === 'MODEL_MISSING' && !hasVoiceNow ? (
        noModel
      ) : (
        <div className={talkStyles.ways}>
          {isAboutTheFile ? (
            <Button onClick={() => openPlace('models')}>{t('failure.otherModel')}</Button>
          ) : null}
          <Button onClick={onTryAgain}>{hasVoiceNow ? t('failure.answerNow') : t('message.tryAgain')}</Button>
        </div>
      )}
    </div>
  )
}

export interface OutgoingItemProps {
  message: OutgoingMessage
  onSendAgain: () => void
  onTakeBack: () => void
}

export function OutgoingItem({ message, onSendAgain, onTakeBack }: OutgoingItemProps) {
  const { t } = useTranslation()
  return (
    <li className={styles.person}>
      <div className={styles.bubble} dir="auto" data-waiting={message.failure === null || undefined}>
        {message.text}
      </div>
      {message.failure ? (
        <div className={styles.unsent}>
          <span role="status">{t('talk.notSent', { reason: t(`errors.${message.failure}`) })}</span>
          <Button look="plain" onClick={onSendAgain}>
            {t('talk.sendAgain')}
          </Button>
          <Button look="plain" onClick={onTakeBack}>
            {t('talk.discard')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
