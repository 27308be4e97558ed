/** The tour, offered once as a quiet card; it opens in its place. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import '../../../text/breakSettingsText.ts'
import { useSettings } from '../../settings/useSettings.ts'
import styles from './Tour.module.css'
import { Tour, useTourOver } from './Tour.tsx'
import { rememberedStep, tourSteps } from './tourSteps.ts'

/** Nothing once the tour was seen or put away. */
export function TourCard() {
  const { t } = useTranslation()
  const settings = useSettings()
  const over = useTourOver()
  const [isOpen, setOpen] = useState(false)
  if (!settings || (settings.tourSeenAt !== null && !isOpen)) return null
  if (isOpen) return <Tour onClose={() => setOpen(false)} />
  const step = rememberedStep(window.localStorage)
  return (
    <section className={styles.card} aria-label={t('breakTour.title')}>
      <div className={styles.cardWords}>
        <p className={styles.cardTitle}>{t('breakTour.cardTitle')}</p>
        <p className={styles.small}>
          {step > 0
            ? t('breakTour.cardAgain', { step: step + 1, steps: tourSteps.length })
            : t('breakTour.cardAbout')}
        </p>
      </div>
      <div className={styles.cardWays}>
        <Button onClick={() => setOpen(true)}>{t(step > 0 ? 'breakTour.goOn' : 'breakTour.begin')}</Button>
        <Button look="plain" onClick={over}>
          {t('breakTour.notNow')}
        </Button>
      </div>
    </section>
  )
}
