/** One step at a time, with the way to the next and back. */
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlanStep, planSteps } from '../../../../electron/core/care/safetyPlan.ts'
import { Button } from '../../../design/Button.tsx'
import { BackSign } from '../../../design/icons.tsx'
import styles from './Plan.module.css'

export function StepByStep({ form }: { form: (step: PlanStep) => ReactNode }) {
  const { t } = useTranslation()
  const [index, setIndex] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const step = planSteps[index] ?? planSteps[0]
  return (
    <div ref={place} className={styles.single}>
      <p className={styles.at} aria-live="polite">
        {t('plan.at', { step: index + 1, all: planSteps.length })}
      </p>
      {form(step)}
      <div className={styles.turning}>
        <Button disabled={index === 0} onClick={() => setIndex(index - 1)}>
          <BackSign />
          {t('plan.back')}
        </Button>
        <Button disabled={index === planSteps.length - 1} onClick={() => setIndex(index + 1)}>
          {t('plan.next')}
          <span className={styles.forward}>
            <BackSign />
          </span>
        </Button>
      </div>
    </div>
  )
}
