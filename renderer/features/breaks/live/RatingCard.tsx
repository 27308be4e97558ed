/** "Did that help?", asked once after a pause; no answer is an answer too. */
import { useTranslation } from 'react-i18next'
import type { BreakView } from '../../../../electron/contract/breaks.ts'
import { Button } from '../../../design/Button.tsx'
import { CloseSign } from '../../../design/icons.tsx'
import { Lamp } from '../../../design/Lamp.tsx'
import { useLinkState } from '../../../watch.ts'
import styles from './OfferCard.module.css'
import { useAnswer } from './useAnswer.ts'

export interface RatingCardProps {
  rating: NonNullable<BreakView['rating']>
  heading: 'h1' | 'h2'
  titleId: string
  onLeave: () => void
}

export function RatingCard({ rating, heading: Heading, titleId, onLeave }: RatingCardProps) {
  const { t } = useTranslation()
  const isAway = useLinkState().state !== 'connected'
  const { rate, failure } = useAnswer()
  const { nudgeId } = rating
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <Lamp state="resting" />
        <Heading id={titleId} className={styles.sentence}>
          {t('break.rating.question')}
        </Heading>
        <Button look="icon" className={styles.leave ?? ''} aria-label={t('common.close')} onClick={onLeave}>
          <CloseSign />
        </Button>
      </div>
      <p className={styles.small}>{t('break.rating.about')}</p>
      <div className={`${styles.ways} ${styles.row}`}>
        <Button disabled={isAway} onClick={() => void rate(nudgeId, true)}>
          {t('break.rating.yes')}
        </Button>
        <Button disabled={isAway} onClick={() => void rate(nudgeId, false)}>
          {t('break.rating.no')}
        </Button>
      </div>
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
    </div>
  )
}
