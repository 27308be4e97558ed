/** A difference as a point with its interval on a line, with zero in the middle. */
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../../electron/core/lights/trial.ts'
import { useLanguage } from '../../../text/amounts.ts'
import { placeOf, reachOf } from './intervalScale.ts'
import styles from './Trial.module.css'
import { type KnownTrial, trialNumber } from './trialWords.ts'

const MIDDLE = 22
const THICK = 10

export function IntervalPicture({ result, outcome }: { result: KnownTrial; outcome: Outcome }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { difference, low, high } = result
  const reach = reachOf(result, outcome)
  const across = (value: number) => `${100 * placeOf(value, reach)}%`
  const width = `${100 * (placeOf(high, reach) - placeOf(low, reach))}%`
  const number = (value: number) => trialNumber(value, outcome, language)
  const values = { difference: number(difference), low: number(low), high: number(high) }
  const bar = { y: MIDDLE - THICK / 2, height: THICK, rx: THICK / 2 }
  return (
    <div>
      <svg className={styles.picture} role="img" aria-label={t('lightTrial.picture', values)}>
        <rect className={styles.track} x="0" width="100%" {...bar} />
        <rect className={styles.band} x={across(low)} width={width} {...bar} />
        <line className={styles.zero} x1="50%" x2="50%" y1={MIDDLE - 15} y2={MIDDLE + 15} />
        <circle className={styles.point} cx={across(difference)} cy={MIDDLE} r="7" />
      </svg>
      <p className={styles.sides} aria-hidden="true">
        <span>{t(`lightTrial.side.${outcome}.less`)}</span>
        <span>{t('lightTrial.zero')}</span>
        <span>{t(`lightTrial.side.${outcome}.more`)}</span>
      </p>
    </div>
  )
}
