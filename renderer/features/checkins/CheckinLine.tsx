/** One soft line while a check-in is offered: a question, and a way past it. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { useClient } from '../../watch.ts'
import { useOpenCheckin } from './CheckinDoor.tsx'
import styles from './CheckinLine.module.css'
import { useCheckins } from './useCheckins.ts'
import { usePromptNotice } from './usePromptNotice.ts'

export interface CheckinLineProps {
  /** Above the field of a talk, or at the top of a page. */
  place: 'talk' | 'page'
}

export function CheckinLine({ place }: CheckinLineProps) {
  const { t } = useTranslation()
  const client = useClient()
  const open = useOpenCheckin()
  const prompt = useCheckins()?.prompt ?? null
  usePromptNotice(open)
  return (
    <div role="status">
      {prompt ? (
        <section className={styles.line} data-place={place} aria-label={t('checkins.title')}>
          <p className={styles.words}>{t(`checkins.due.${prompt.because}`)}</p>
          <div className={styles.ways}>
            <Button onClick={open}>{t('checkins.answer')}</Button>
            <Button look="plain" onClick={() => void client.checkins.dismiss({}).catch(() => {})}>
              {t('checkins.notNow')}
            </Button>
          </div>
        </section>
      ) : null}
    </div>
  )
}
