/** A program and its arguments, each in a field of its own. */
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { CloseSign } from '../../../design/icons.tsx'
import styles from './BreakSettings.module.css'
import {
  commandFields,
  commandOf,
  LONGEST_PART,
  looksLikeALine,
  MOST_ARGUMENTS,
  type OwnCommand,
  splitLine,
} from './commandFields.ts'

export interface CommandFormProps {
  command: OwnCommand
  onSave: (command: string[]) => void
  onCancel: () => void
}

export function CommandForm({ command, onSave, onCancel }: CommandFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [fields, setFields] = useState(() => commandFields(command))
  const [isMissing, setMissing] = useState(false)
  const program = useRef<HTMLInputElement>(null)
  useEffect(() => program.current?.focus(), [])

  function save(event: SyntheticEvent) {
    event.preventDefault()
    const next = commandOf(fields)
    if (next) return onSave(next)
    setMissing(true)
    program.current?.focus()
  }
  const setArgs = (args: string[]) => setFields((old) => ({ ...old, args }))

  return (
    <form className={styles.editor} onSubmit={save}>
      <div className={styles.stack}>
        <label htmlFor={id}>{t('breakSettings.commands.program')}</label>
        <input
          ref={program}
          id={id}
          className={`${styles.field} ${styles.wide} ${styles.mono}`}
          value={fields.program}
          maxLength={LONGEST_PART}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={isMissing || undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setMissing(false)
            setFields({ ...fields, program: event.target.value })
          }}
        />
        <p id={`${id}-hint`} className={isMissing ? styles.wrong : styles.small}>
          {t(isMissing ? 'breakSettings.commands.programMissing' : 'breakSettings.commands.programAbout')}
        </p>
        {looksLikeALine(fields.program) ? (
          <div className={`${styles.note} ${styles.ways}`}>
            <p role="status">{t('breakSettings.commands.line')}</p>
            <Button
              onClick={() => {
                const split = splitLine(fields.program)
                setFields({ ...split, args: [...split.args, ...fields.args].slice(0, MOST_ARGUMENTS) })
              }}
            >
              {t('breakSettings.commands.split')}
            </Button>
          </div>
        ) : null}
      </div>
      <Arguments args={fields.args} onChange={setArgs} />
      <div className={styles.ways}>
        <Button type="submit">{t('breakSettings.commands.save')}</Button>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

function Arguments({ args, onChange }: { args: readonly string[]; onChange: (args: string[]) => void }) {
  const { t } = useTranslation()
  const last = useRef<HTMLInputElement>(null)
  const added = useRef(false)
  // The keyboard goes on where something was added.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a field came or went.
  useEffect(() => {
    if (added.current) last.current?.focus()
    added.current = false
  }, [args.length])
  return (
    <div className={styles.stack}>
      {args.map((arg, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps the keyboard while its own words change.
        <div key={place} className={styles.argument}>
          <input
            ref={place === args.length - 1 ? last : undefined}
            className={`${styles.field} ${styles.wide} ${styles.mono}`}
            aria-label={t('breakSettings.commands.argument', { place: place + 1 })}
            value={arg}
            maxLength={LONGEST_PART}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(args.map((one, at) => (at === place ? event.target.value : one)))}
          />
          <Button
            look="icon"
            aria-label={t('breakSettings.commands.removeArgument', { place: place + 1 })}
            onClick={() => onChange(args.filter((_, at) => at !== place))}
          >
            <CloseSign />
          </Button>
        </div>
      ))}
      {args.length >= MOST_ARGUMENTS ? (
        <p className={styles.small}>{t('breakSettings.commands.manyArguments')}</p>
      ) : (
        <p>
          <Button
            onClick={() => {
              added.current = true
              onChange([...args, ''])
            }}
          >
            {t('breakSettings.commands.addArgument')}
          </Button>
        </p>
      )}
    </div>
  )
}
