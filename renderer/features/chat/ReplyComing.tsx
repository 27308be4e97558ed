/** A reply on its way, and what it is doing: waking the model, reading, writing. */
import { useTranslation } from 'react-i18next'
import type { ReplyInProgress } from '../../../electron/core/chat/conversation.ts'
import { useLasting } from '../../design/times.ts'
import { Markdown } from './Markdown.tsx'
import styles from './MessageItem.module.css'

/** Shorter reading is not worth a bar. */
const barAfterMs = 1000

export function ReplyComing({ reply }: { reply: ReplyInProgress }) {
  const { t } = useTranslation()
  const hasText = reply.text !== ''
  return (
    <li className={styles.lull}>
      {hasText ? (
        <div className={styles.words} dir="auto">
          <Markdown text={reply.text} end={<span className={styles.caret} aria-hidden="true" />} />
        </div>
      ) : (
        <p className={styles.phase}>
          {t(`talk.phase.${reply.phase}`)}
          {reply.phase === 'writing' ? <span className={styles.caret} aria-hidden="true" /> : null}
        </p>
      )}
      {reply.phase === 'reading' ? <ReadingBar fraction={reply.readFraction} /> : null}
    </li>
  )
}

function ReadingBar({ fraction }: { fraction: number | null }) {
  const { t } = useTranslation()
  const isLong = useLasting(true, barAfterMs)
  if (!isLong || fraction === null) return null
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={t('talk.phase.reading')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(fraction * 100)}
    >
      <div className={styles.progressDone} style={{ scale: `${fraction} 1` }} />
    </div>
  )
}
