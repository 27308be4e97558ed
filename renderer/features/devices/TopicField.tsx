/** The topic a mapping reads, wildcards allowed. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicProblem } from '../../../electron/core/readings/topics.ts'
import form from './Form.module.css'

export interface TopicFieldProps {
  value: string
  problem: TopicProblem | null
  onChange: (value: string) => void
}

export function TopicField({ value, problem, onChange }: TopicFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={form.field}>
      <label htmlFor={id}>{t('mapping.topic')}</label>
      <input
        id={id}
        className={form.input}
        value={value}
        maxLength={1000}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={problem ? form.wrong : form.hint}>
        {problem ? t(`topics.problem.${problem}`) : t('mapping.topicHint')}
      </p>
    </div>
  )
}
