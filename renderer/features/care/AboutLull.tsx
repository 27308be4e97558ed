/** What Lull is, said again after a week away, after hours of use, and at the person's own limit; with something better to do. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Notice, SOFTWARE_SENTENCE } from '../../../electron/core/care/notices.ts'
import { Button } from '../../design/Button.tsx'
import { useClient } from '../../watch.ts'
import { useFreeEscape } from '../../windows/escape.ts'
import type { OpenPlace } from '../../windows/places.ts'
import styles from './BesideTalk.module.css'

/** Id of the exercise in `resources/exercises`. */
const WALK = 'walk'
/** From here on hours are what people say. */
const HOURS_FROM_MINUTES = 90

export interface AboutLullProps {
  notice: Notice
  onOpenPlace: OpenPlace
  onStop: () => void
}

export function AboutLull({ notice, onOpenPlace, onStop }: AboutLullProps) {
  const { t } = useTranslation()
  const client = useClient()
  const { kind, usedMinutes, atNight } = notice
  const seen = () => void client.care.noticeSeen({ kind }).catch(() => {})
  useFreeEscape(seen)
  const opening = kind === 'returned' ? t('aboutLull.returned') : openingWords(kind, usedMinutes ?? 0, t)
  const goes = (go: () => void) => () => {
    seen()
    go()
  }
  return (
    <section className={styles.card} aria-label={t('aboutLull.label')}>
      <p className={styles.lead}>{opening}</p>
      <p>{SOFTWARE_SENTENCE}</p>
      {kind === 'returned' ? null : <p>{t(atNight ? 'aboutLull.night' : 'aboutLull.pause')}</p>}
      <div className={styles.ways}>
        {kind === 'returned' ? null : (
          <>
            {atNight ? <Button onClick={goes(onStop)}>{t('aboutLull.sleep')}</Button> : null}
            <Button onClick={goes(() => onOpenPlace('people'))}>{t('aboutLull.someone')}</Button>
            {atNight ? null : (
              <Button onClick={goes(() => onOpenPlace('exercises', WALK))}>{t('aboutLull.walk')}</Button>
            )}
          </>
        )}
        <Button look="plain" onClick={seen}>
          {t('aboutLull.ok')}
        </Button>
      </div>
    </section>
  )
}

function openingWords(kind: 'longUse' | 'enough', minutes: number, t: TFunction): string {
  const isLong = minutes >= HOURS_FROM_MINUTES
  const length = isLong
    ? t('aboutLull.length.hours', { count: Math.round(minutes / 60) })
    : t('aboutLull.length.minutes', { count: minutes })
  return t(`aboutLull.${kind}`, { length })
}
