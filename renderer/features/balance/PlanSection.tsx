/** The person's own plan against leaning on Lull: one sentence of theirs, kept as they wrote it. */
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Section } from '../../design/Page.tsx'
import { errorCode, type PageErrorCode, useClient } from '../../watch.ts'
import styles from './Balance.module.css'

/** As in the contract (`balance.setPlan`). */
const LONGEST_PLAN = 1000

type Outcome = 'saved' | 'removed' | PageErrorCode | null

export function PlanSection({ plan }: { plan: string | null }) {
  const { t } = useTranslation()
  const client = useClient()
  const kept = plan ?? ''
  const [draft, setDraft] = useState(kept)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const fieldId = useId()
  // What was kept elsewhere shows here; what is being written stays.
  const before = useRef(kept)
  useEffect(() => {
    setDraft((now) => (now === before.current ? kept : now))
    before.current = kept
  }, [kept])

  async function save(event: SyntheticEvent) {
    event.preventDefault()
    const text = draft.trim()
    setOutcome(null)
    try {
      await client.balance.setPlan({ plan: text })
      setDraft(text)
      setOutcome(text === '' ? 'removed' : 'saved')
      field.current?.focus()
    } catch (error) {
      setOutcome(errorCode(error))
    }
  }
  function begin() {
    setDraft(t('balance.plan.sentence'))
    field.current?.focus()
  }

  return (
    <Section title={t('balance.plan.title')} about={t('balance.plan.about')}>
      <form className={styles.plan} onSubmit={(event) => void save(event)}>
        <label className={styles.field} htmlFor={fieldId}>
          {t('balance.plan.label')}
        </label>
        <textarea
          id={fieldId}
          ref={field}
          dir="auto"
          rows={3}
          maxLength={LONGEST_PLAN}
          value={draft}
          placeholder={t('balance.plan.example')}
          onChange={(event) => {
            setDraft(event.target.value)
            setOutcome(null)
          }}
        />
        <div className={styles.chips}>
          {draft.trim() === kept ? null : <Button type="submit">{t('balance.plan.save')}</Button>}
          {draft === '' ? (
            <Button look="plain" onClick={begin}>
              {t('balance.plan.begin')}
            </Button>
          ) : null}
        </div>
        <OutcomeWords outcome={outcome} />
      </form>
    </Section>
  )
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const isGood = outcome === null || outcome === 'saved' || outcome === 'removed'
  if (!isGood) {
    return (
      <p className={styles.wrong} role="alert">
        {t('balance.plan.notSaved', { reason: t(`errors.${outcome}`) })}
      </p>
    )
  }
  return (
    <p className={styles.told} role="status">
      {outcome === null ? '' : t(`balance.plan.${outcome}`)}
    </p>
  )
}
