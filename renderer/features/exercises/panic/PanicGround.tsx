/** Back into the room, one thing after another, without a clock. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exercise } from '../../../../electron/core/exercises/exercise.ts'
import { exercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { Button } from '../../../design/Button.tsx'
import styles from './PanicView.module.css'

export function PanicGround({ exercise }: { exercise: Exercise }) {
  const { t } = useTranslation()
  const [step, setStep] = useState(0)
  const { phases } = exercisePlan(exercise)
  const isLast = step === phases.length - 1
  return (
    <>
      <p className={styles.lead}>{t('panic.groundLead')}</p>
      <div className={styles.step}>
        <p className={styles.stepWords} role="status">
          {phases[step]?.label}
        </p>
        <p className={styles.small}>{t('panic.stepOf', { step: step + 1, of: phases.length })}</p>
      </div>
      <div className={styles.controls}>
        {step > 0 ? <Button onClick={() => setStep(step - 1)}>{t('panic.earlier')}</Button> : null}
        <Button onClick={() => setStep(isLast ? 0 : step + 1)}>
          {t(isLast ? 'panic.again' : 'panic.further')}
        </Button>
      </div>
    </>
  )
}
