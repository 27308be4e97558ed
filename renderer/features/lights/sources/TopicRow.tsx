/** One of the two who tell of lamps on a broker: listened to or not, and where it speaks. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Row } from '../../../design/Page.tsx'
import { Switch } from '../../../design/Switch.tsx'
import { Wrong } from './BrokerForm.tsx'
import type { BrokerDraft, DraftProblem, Speaker } from './brokerDraft.ts'
import styles from './Pair.module.css'

export interface TopicRowProps {
  speaker: Speaker
  draft: BrokerDraft
  problem: DraftProblem | null
  onChange: (part: Partial<BrokerDraft>) => void
}

export function TopicRow({ speaker, draft, problem, onChange }: TopicRowProps) {
  const { t } = useTranslation()
  const id = useId()
  const isOn = draft.isOn[speaker]
  const isWrong = problem?.field === speaker
  return (
    <>
      <Row label={t(`lightBroker.${speaker}`)} labelId={`${id}-on`}>
        <Switch
          labelId={`${id}-on`}
          on={isOn}
          onSwitch={(on) => onChange({ isOn: { ...draft.isOn, [speaker]: on } })}
        />
      </Row>
      {isOn ? (
        <div className={styles.field}>
          <label htmlFor={id} className={styles.small}>
            {t(`lightBroker.${speaker}Topic`)}
          </label>
          <input
            id={id}
            className={styles.input}
            value={draft.topic[speaker]}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? `${id}-wrong ${id}-hint` : `${id}-hint`}
            onChange={(event) => onChange({ topic: { ...draft.topic, [speaker]: event.target.value } })}
          />
          <Wrong id={`${id}-wrong`} of={speaker} problem={problem} />
          <p id={`${id}-hint`} className={styles.small}>
            {t(`lightBroker.${speaker}Hint`)}
          </p>
        </div>
      ) : null}
    </>
  )
}
