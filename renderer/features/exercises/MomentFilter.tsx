/** "I feel …": shows what may suit that. */
import { useTranslation } from 'react-i18next'
import { MOMENTS, type Moment } from '../../../electron/core/exercises/exercise.ts'
import { Button } from '../../design/Button.tsx'
import styles from './Exercises.module.css'

type Feeling = Exclude<Moment, 'any'>
/** Null: everything. */
export type ChosenMoment = Feeling | null

const feelings = MOMENTS.filter((moment): moment is Feeling => moment !== 'any')

export interface MomentFilterProps {
  moment: ChosenMoment
  onChoose: (moment: ChosenMoment) => void
}

export function MomentFilter({ moment, onChoose }: MomentFilterProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.filter}>
      <legend className="unseen">{t('exercises.filter')}</legend>
      <span className={styles.feel} aria-hidden="true">
        {t('exercises.iFeel')}
      </span>
      {feelings.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.moment}
          aria-pressed={one === moment}
          onClick={() => onChoose(one === moment ? null : one)}
        >
          {t(`exercises.moments.${one}`)}
        </button>
      ))}
      {moment === null ? null : (
        <Button look="plain" className={styles.all ?? ''} onClick={() => onChoose(null)}>
          {t('exercises.everything')}
        </Button>
      )}
    </fieldset>
  )
}
