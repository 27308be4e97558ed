/** A settings form drawn from fields: each with its words, its hint, and what is wrong with it beside it. */
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Choice } from '../../design/Choice.tsx'
import { Switch } from '../../design/Switch.tsx'
import styles from './Form.module.css'
import { type FieldProblem, type FormValues, isShown, optionText } from './formValues.ts'
import type { FormField } from './schemaFields.ts'
import { useFieldWords } from './useFieldWords.ts'

export interface SchemaFormProps {
  fields: readonly FormField[]
  values: FormValues
  problem: FieldProblem | null
  /** Names of secrets that are saved already. */
  secretsSet: readonly string[]
  onChange: (name: string, value: string | boolean | null) => void
}

export function SchemaForm(props: SchemaFormProps) {
  const { t } = useTranslation()
  const { fields, values, problem } = props
  const shown = fields.filter((field) => isShown(field, values))
  const experts = shown.filter(({ expert }) => expert)
  const draw = (field: FormField) => <SchemaField key={field.name} field={field} {...props} />
  return (
    <>
      {shown.filter(({ expert }) => !expert).map(draw)}
      {experts.length > 0 ? (
        <details
          className={styles.expert}
          open={experts.some(({ name }) => name === problem?.field) || undefined}
        >
          <summary>{t('devices.form.expert')}</summary>
          <div className={styles.fields}>{experts.map(draw)}</div>
        </details>
      ) : null}
    </>
  )
}

interface SchemaFieldProps extends SchemaFormProps {
  field: FormField
}

function SchemaField(props: SchemaFieldProps) {
  const { field, values, problem, secretsSet, onChange } = props
  const words = useFieldWords()
  const id = useId()
  const label = words.label(field.name)
  const hint = words.hint(field.name)
  const wrong = problem?.field === field.name ? words.problem(problem.problem) : null
  const value = values[field.name] ?? null
  const change = (next: string | boolean | null) => onChange(field.name, next)
  const described = [hint ? `${id}-hint` : null, wrong ? `${id}-wrong` : null].filter((one) => one !== null)
  return (
    <div className={styles.field} data-kind={field.kind}>
      {field.kind === 'yesNo' || field.kind === 'choice' ? (
        <span id={`${id}-label`}>{label}</span>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      {field.kind === 'yesNo' ? (
        <Switch labelId={`${id}-label`} on={value === true} onSwitch={change} />
      ) : null}
      {field.kind === 'choice' ? (
        <Choice
          label={label}
          value={typeof value === 'string' ? value : null}
          options={field.options.map((option) => ({
            value: optionText(option),
            label: words.option(field.name, option),
          }))}
          placeholder=""
          onChoose={change}
        />
      ) : null}
      {typeof value === 'boolean' || field.kind === 'choice' ? null : (
        <TextField
          id={id}
          field={field}
          value={value}
          isSaved={secretsSet.includes(field.name)}
          isEncrypted={values.tls === true}
          describedBy={described.join(' ') || undefined}
          isWrong={wrong !== null}
          onChange={change}
        />
      )}
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}

interface TextFieldProps {
  id: string
  field: FormField
  /** Null: a saved secret that stays. */
  value: string | null
  isSaved: boolean
  isEncrypted: boolean
  describedBy: string | undefined
  isWrong: boolean
  onChange: (value: string | null) => void
}

/** The ports everyone uses, shown where none is typed. */
const usualPorts = { plain: '1883', encrypted: '8883' }

function TextField(props: TextFieldProps) {
  const { t } = useTranslation()
  const { id, field, value, isSaved, onChange } = props
  const shared = {
    id,
    className: styles.input,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.isWrong || undefined,
    'aria-required': field.required || undefined,
    value: value ?? '',
    spellCheck: false,
    autoComplete: field.kind === 'password' ? 'new-password' : 'off',
  }
  if (field.kind === 'pem') {
    return (
      <>
        <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
        <PemFile onText={onChange} />
      </>
    )
  }
  const isForgotten = isSaved && value === ''
  const port = props.isEncrypted ? usualPorts.encrypted : usualPorts.plain
  const placeholder =
    isSaved && value === null ? t('devices.form.secretKept') : field.widget === 'port' ? port : undefined
  return (
    <>
      <input
        {...shared}
        type={field.kind === 'password' ? 'password' : 'text'}
        inputMode={field.kind === 'number' ? 'numeric' : undefined}
        placeholder={isForgotten ? t('devices.form.secretForgotten') : placeholder}
        onChange={(event) => onChange(event.target.value === '' && isSaved ? null : event.target.value)}
      />
      {isSaved && !isForgotten ? (
        <Button look="plain" onClick={() => onChange('')}>
          {t('devices.form.secretForget')}
        </Button>
      ) : null}
    </>
  )
}

function PemFile({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation()
  const file = useRef<HTMLInputElement>(null)
  return (
    <div>
      <input
        ref={file}
        type="file"
        hidden
        accept=".pem,.crt,.cer,application/x-pem-file"
        onChange={async (event) => {
          const chosen = event.target.files?.[0]
          if (chosen) onText(await chosen.text())
        }}
      />
      <Button onClick={() => file.current?.click()}>{t('devices.form.choosePem')}</Button>
    </div>
  )
}
