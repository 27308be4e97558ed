/** Someone new, or someone changed: a name is enough. */
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Switch } from '../../design/Switch.tsx'
import styles from './People.module.css'
import {
  type FieldProblem,
  LONGEST_HOW,
  LONGEST_NAME,
  LONGEST_PHONE,
  type PersonFields,
  problemOf,
} from './personFields.ts'

export interface PersonFormProps {
  title: string
  start: PersonFields
  onKeep: (fields: PersonFields) => void
  onCancel: () => void
}

export function PersonForm({ title, start, onKeep, onCancel }: PersonFormProps) {
  const { t } = useTranslation()
  const [fields, setFields] = useState(start)
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  const switchId = useId()
  const problemId = useId()
  const form = useRef<HTMLFormElement>(null)
  // Whoever opened it wants to write.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    const found = problemOf(fields)
    setProblem(found)
    if (found === null) return onKeep(fields)
    const odd = found === 'nameMissing' ? 'name' : 'phone'
    form.current?.querySelector<HTMLInputElement>(`input[name="${odd}"]`)?.focus()
  }

  const field = (name: 'name' | 'phone' | 'how', most: number, isOdd = false) => (
    <label className={styles.field}>
      <span>{t(`people.${name}`)}</span>
      <input
        name={name}
        type={name === 'phone' ? 'tel' : 'text'}
        dir="auto"
        autoComplete="off"
        maxLength={most}
        value={fields[name]}
        placeholder={t(`people.${name}Example`)}
        aria-invalid={isOdd || undefined}
        aria-describedby={isOdd ? problemId : undefined}
        onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel()
      }}
    >
      {field('name', LONGEST_NAME, problem === 'nameMissing')}
      {field('phone', LONGEST_PHONE, problem === 'phoneOdd')}
      {field('how', LONGEST_HOW)}
      <div className={styles.professional}>
        <Switch
          labelId={switchId}
          on={fields.professional}
          onSwitch={(professional) => setFields({ ...fields, professional })}
        />
        <span id={switchId}>{t('people.professionalAsk')}</span>
      </div>
      {problem ? (
        <p id={problemId} role="alert" className={styles.wrong}>
          {t(`people.${problem}`)}
        </p>
      ) : null}
      <div className={styles.ways}>
        <Button look="filled" type="submit">
          {t('people.save')}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
