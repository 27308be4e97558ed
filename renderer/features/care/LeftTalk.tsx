/** After leaving quickly: the talk can go for good, in words that say nothing about it. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { useFreeEscape } from '../../windows/escape.ts'
import styles from './BesideTalk.module.css'
import { useEraseTalk } from './useEraseTalk.ts'
import { useLeftTalk } from './useLeftTalk.ts'

export interface LeftTalkProps {
  conversationId: string
  onOpenTalk: (conversationId: string) => void
}

export function LeftTalk({ conversationId, onOpenTalk }: LeftTalkProps) {
  const { t } = useTranslation()
  const [, setLeft] = useLeftTalk()
  const erase = useEraseTalk()
  useFreeEscape(() => setLeft(null))
  return (
    <section className={styles.card} aria-label={t('quickExit.left')}>
      <p className={styles.words}>{t('quickExit.left')}</p>
      <div className={styles.ways}>
        <Button
          onClick={() => {
            setLeft(null)
            void erase(conversationId)
          }}
        >
          {t('quickExit.erase')}
        </Button>
        <Button
          onClick={() => {
            setLeft(null)
            onOpenTalk(conversationId)
          }}
        >
          {t('quickExit.open')}
        </Button>
        <Button look="plain" onClick={() => setLeft(null)}>
          {t('quickExit.keep')}
        </Button>
      </div>
    </section>
  )
}
