/** One committed message: the person's in a soft bubble, Lull's as the page itself. */
import { lazy, memo, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../electron/core/chat/conversation.ts'
import { copyText } from '../../design/copyText.ts'
import { MoreSign } from '../../design/icons.tsx'
import { Menu, MenuItem } from '../../design/Menu.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { PlanOffer } from '../care/PlanOffer.tsx'
import { CareCard } from '../safety/CareCard.tsx'
import { Markdown } from './Markdown.tsx'
import styles from './MessageItem.module.css'
import { PersonWords } from './PersonWords.tsx'
import { readFromStart } from './useStickToBottom.ts'

const WhyReply = lazy(() => import('./WhyReply.tsx'))

export interface MessageItemProps {
  message: Message
  /** Given on the last reply alone. */
  onTryAgain: (() => void) | null
  /** What broke it off is said right below it. */
  isExplained?: boolean
  /** What the person's words brought about besides an answer. */
  below?: ReactNode
}

export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, below } = props
  if (message.author === 'person') {
    return (
      <li className={styles.person}>
        <PersonWords text={message.text} />
        {below}
      </li>
    )
  }
  return <LullMessage {...props} />
})

function LullMessage({ message, onTryAgain, isExplained = false }: MessageItemProps) {
  const { t } = useTranslation()
  const notice = useNotice()
  const [asksWhy, setAsksWhy] = useState(false)
  const copy = async () => {
    const copied = await copyText(message.text)
    notice({ text: copied ? t('common.copied') : t('common.notCopied') })
  }
  return (
    <li className={styles.lull} {...(message.care ? readFromStart : null)}>
      {/* biome-ignore lint/a11y/useSemanticElements: an article of its own would be too much weight for one reply. */}
      <div className={styles.words} dir="auto" role="group" aria-label={t('talk.lullSays')}>
        <Markdown text={message.text} />
      </div>
      {message.status === 'stopped' ? <p className={styles.note}>{t('talk.stopped')}</p> : null}
      {message.status === 'cut' && !isExplained ? <p className={styles.note}>{t('talk.cut')}</p> : null}
      <div className={styles.actions}>
        <Menu label={t('message.actions')} sign={<MoreSign />} className={styles.actionButton ?? ''}>
          <MenuItem onChoose={copy}>{t('common.copy')}</MenuItem>
          {onTryAgain ? <MenuItem onChoose={onTryAgain}>{t('message.tryAgain')}</MenuItem> : null}
          <MenuItem onChoose={() => setAsksWhy(true)}>{t('message.why')}</MenuItem>
        </Menu>
      </div>
      {message.offer === 'safety-plan' ? <PlanOffer /> : null}
      {message.care ? <CareCard care={message.care} /> : null}
      {asksWhy ? (
        <Suspense>
          <WhyReply messageId={message.id} onClose={() => setAsksWhy(false)} />
        </Suspense>
      ) : null}
    </li>
  )
}
