/** From 0 to 10, with one tap: how it is before or after an exercise. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './RatingScale.module.css'

const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export interface RatingScaleProps {
  question: string
  onRate: (value: number) => void
}

export function RatingScale({ question, onRate }: RatingScaleProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <fieldset className={styles.scale}>
      <legend id={id} className={styles.question}>
        {question}
      </legend>
      <div className={styles.values}>
        {values.map((value) => (
          <button
            key={value}
            type="button"
            className={styles.value}
            aria-label={t('player.rating', { value })}
            onClick={() => onRate(value)}
          >
            {value}
          </button>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{t('player.least')}</span>
        <span>{t('player.most')}</span>
      </p>
    </fieldset>
  )
}
