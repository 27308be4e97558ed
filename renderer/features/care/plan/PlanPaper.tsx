/** The plan as it is printed: black on white, with room to write where nothing stands yet. Never on screen. */
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { type OwnPerson, planSteps } from '../../../../electron/core/care/safetyPlan.ts'
import { useCountryHelp } from '../../safety/useCountryHelp.ts'
import styles from './PlanPaper.module.css'
import { contentsOf, type PlanDraft } from './planDraft.ts'

export interface PlanPaperProps {
  draft: PlanDraft
  people: readonly OwnPerson[]
}

export function PlanPaper({ draft, people }: PlanPaperProps) {
  const { t } = useTranslation()
  const contents = contentsOf(draft)
  return createPortal(
    <article className={styles.paper} aria-hidden="true">
      <h1>{t('plan.title')}</h1>
      <ol className={styles.steps}>
        {planSteps.map((step) => (
          <li key={step}>
            <h2>{t(`plan.step.${step}.title`)}</h2>
            {contents[step].length === 0 ? (
              <p className={styles.room} />
            ) : (
              <ul>
                {contents[step].map((text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paper does not change while it is read.
                  <li key={index}>{text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <Numbers people={people} />
    </article>,
    document.body,
  )
}

function Numbers({ people }: { people: readonly OwnPerson[] }) {
  const { t } = useTranslation()
  const help = useCountryHelp(null)
  const line = help?.lines.find(({ dialable }) => dialable !== '')
  const rows = [
    ...people.map(({ name, phone, how }) => [name, phone ?? how ?? '']),
    ...(line ? [[line.name, line.shown]] : []),
    ...(help ? [[t('plan.emergency'), help.emergency.shown]] : []),
  ]
  if (rows.length === 0) return null
  return (
    <section className={styles.numbers}>
      <h2>{t('plan.numbers')}</h2>
      <ul>
        {rows.map(([name, number], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name.
          <li key={index}>
            {name} <strong>{number}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
