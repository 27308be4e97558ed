/** The plan for a hard night: seven steps in one's own words, one at a time or all at once, kept only if wanted. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type OwnPerson,
  type PlanStep,
  planSteps,
  type SafetyPlan,
} from '../../../../electron/core/care/safetyPlan.ts'
import { Button } from '../../../design/Button.tsx'
import { useWhen } from '../../../text/useWhen.ts'
import styles from './Plan.module.css'
import { PlanPaper } from './PlanPaper.tsx'
import { PlanStepForm } from './PlanStepForm.tsx'
import { StepByStep } from './StepByStep.tsx'
import { usePlanDoings } from './usePlanDoings.ts'
import { usePlanDraft } from './usePlanDraft.ts'

const ways = ['oneByOne', 'whole'] as const
type Way = (typeof ways)[number]

export interface PlanViewProps {
  plan: SafetyPlan | null
  people: readonly OwnPerson[]
}

export function PlanView({ plan, people }: PlanViewProps) {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way>(plan === null ? 'oneByOne' : 'whole')
  const { draft, isChanged, write, followNext } = usePlanDraft(plan)
  const { save, erase } = usePlanDoings(followNext)
  const foot = useRef<HTMLElement>(null)
  const form = (step: PlanStep) => (
    <PlanStepForm
      key={step}
      step={step}
      lines={draft[step]}
      offered={offeredFor(step, people)}
      onLines={(lines) => write({ ...draft, [step]: lines })}
    />
  )
  return (
    <div className={styles.plan}>
      <p className={styles.about}>{t('plan.about')}</p>
      <fieldset className={styles.how}>
        <legend className="unseen">{t('plan.how')}</legend>
        {ways.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.way}
            aria-pressed={one === way}
            onClick={() => setWay(one)}
          >
            {t(`plan.${one}`)}
          </button>
        ))}
      </fieldset>
      {way === 'oneByOne' ? <StepByStep form={form} /> : planSteps.map(form)}
      <p className={styles.keys}>{t('plan.keys')}</p>
      <footer ref={foot} className={styles.foot} tabIndex={-1}>
        <Button look="filled" disabled={!isChanged} onClick={() => void save(draft)}>
          {t('plan.save')}
        </Button>
        <Button onClick={() => window.print()}>{t('plan.print')}</Button>
        {plan === null ? null : (
          <Button
            look="plain"
            onClick={() => {
              // The button goes with the plan.
              foot.current?.focus()
              void erase()
            }}
          >
            {t('plan.erase')}
          </Button>
        )}
        <Kept atMs={plan?.changedAtMs ?? null} isChanged={isChanged} />
      </footer>
      <PlanPaper draft={draft} people={people} />
    </div>
  )
}

function Kept({ atMs, isChanged }: { atMs: number | null; isChanged: boolean }) {
  const { t } = useTranslation()
  const when = useWhen()
  return (
    <p className={styles.kept} role="status">
      {isChanged ? t('plan.unsaved') : atMs === null ? null : t('plan.keptAt', { when: when(atMs) })}
    </p>
  )
}

/** Friends fit one step and professionals the other. */
function offeredFor(step: PlanStep, people: readonly OwnPerson[]): string[] {
  if (step !== 'people' && step !== 'professionals') return []
  return people
    .filter(({ professional }) => professional === (step === 'professionals'))
    .map(({ name, phone, how }) => [name, phone ?? how].filter((word) => word !== null).join(', '))
}
