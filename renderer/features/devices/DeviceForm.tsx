/** Adding a broker or changing one: its settings, a try that says plainly how it went, and saving. */
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { Button } from '../../design/Button.tsx'
import { Sheet } from '../../design/Sheet.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import styles from './Form.module.css'
import { type FieldProblem, formSettings, formValues, isShown, type SettingValues } from './formValues.ts'
import { SchemaForm } from './SchemaForm.tsx'
import { schemaFields } from './schemaFields.ts'
import { settingsProblem } from './settingsProblem.ts'
import type { Driver } from './useDevices.ts'
import { usePhaseWords } from './usePhaseWords.ts'

export interface DeviceFormProps {
  driver: Driver
  /** Null: a new one. */
  device: DeviceView | null
  onClose: () => void
  onSaved: (device: DeviceView) => void
}

type Tried =
  | { state: 'trying' }
  | { state: 'done'; phase: DeviceView['phase'] }
  | { state: 'error'; text: string }

/** The name has no place in the schema, but a problem like any field's. */
const titleField = 'title'

export function DeviceForm({ driver, device, onClose, onSaved }: DeviceFormProps) {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const titleId = useId()
  const fields = schemaFields(driver.settingsSchema)
  const secretsSet = device?.secretsSet ?? []
  const [id] = useState(() => device?.id ?? crypto.randomUUID())
  const [title, setTitle] = useState(device?.title ?? t('devices.form.nameDefault'))
  const [values, setValues] = useState(() => formValues(fields, device?.settings ?? {}, secretsSet))
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  const [tried, setTried] = useState<Tried | null>(null)
  const form = useRef<HTMLFormElement>(null)
  // The keyboard goes where something must be mended.
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problem])

  /** The settings as typed, or null after the first field that cannot be sent was shown. */
  function settingsNow(): SettingValues | null {
    const read = formSettings(
      fields.filter((field) => isShown(field, values)),
      values,
    )
    if ('settings' in read) return read.settings
    setProblem(read)
    return null
  }

  /** @returns whether the error was about a field and stands beside it now. */
  function toldAtField(error: unknown): boolean {
    const found = settingsProblem(error)
    if (found) setProblem(found)
    return found !== null
  }

  async function tryNow() {
    setProblem(null)
    const settings = settingsNow()
    if (!settings) return
    setTried({ state: 'trying' })
    try {
      const phase = await client.devices.test({ id: device?.id ?? null, driver: driver.id, settings })
      setTried({ state: 'done', phase })
    } catch (error) {
      setTried(toldAtField(error) ? null : { state: 'error', text: t(`errors.${errorCode(error)}`) })
    }
  }

  async function save(event: SyntheticEvent) {
    event.preventDefault()
    setProblem(null)
    if (title.trim() === '') return setProblem({ field: titleField, problem: 'missing' })
    const settings = settingsNow()
    if (!settings) return
    try {
      const enabled = device?.enabled ?? true
      const saved = await client.devices.save({ id, driver: driver.id, title, enabled, settings })
      // Of a new one the topics open next: that says it, and a notice would lie over them.
      if (saved.mappings.length > 0) notice({ text: t('devices.form.saved') })
      onSaved(saved)
    } catch (error) {
      if (!toldAtField(error)) setTried({ state: 'error', text: t(`errors.${errorCode(error)}`) })
    }
  }

  return (
    <Sheet
      title={device ? t('devices.form.editTitle', { title: device.title }) : t('devices.form.addTitle')}
      onClose={onClose}
    >
      {device ? null : <p className={styles.hint}>{t('devices.form.about')}</p>}
      <form ref={form} className={styles.form} onSubmit={save} noValidate>
        <div className={styles.field}>
          <label htmlFor={titleId}>{t('devices.form.name')}</label>
          <input
            id={titleId}
            className={styles.input}
            value={title}
            maxLength={60}
            aria-describedby={`${titleId}-hint`}
            aria-invalid={problem?.field === titleField || undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
          <p id={`${titleId}-hint`} className={styles.hint}>
            {t('devices.form.nameHint')}
          </p>
          {problem?.field === titleField ? (
            <p className={styles.wrong} role="alert">
              {t('devices.form.nameMissing')}
            </p>
          ) : null}
        </div>
        <SchemaForm
          fields={fields}
          values={values}
          problem={problem}
          secretsSet={secretsSet}
          onChange={(name, value) => {
            setValues((old) => ({ ...old, [name]: value }))
            // What was tried is not what stands here any more.
            setTried(null)
          }}
        />
        <TryResult tried={tried} />
        <div className={styles.ways}>
          <Button look="filled" type="submit">
            {t('devices.form.save')}
          </Button>
          <Button onClick={() => void tryNow()} disabled={tried?.state === 'trying'}>
            {t('devices.form.try')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

function TryResult({ tried }: { tried: Tried | null }) {
  const { t } = useTranslation()
  const words = usePhaseWords()
  const isGood = tried?.state === 'done' && tried.phase.phase === 'connected'
  const text = () => {
    if (tried?.state === 'trying') return t('devices.form.trying')
    if (tried?.state === 'error') return tried.text
    if (tried?.state !== 'done') return null
    if (tried.phase.phase !== 'connected') return words(tried.phase)
    const { protocol } = tried.phase
    return protocol === null ? t('devices.form.works') : t('devices.form.worksBy', { protocol })
  }
  const detail = tried?.state === 'done' && tried.phase.phase === 'failed' ? tried.phase.detail : null
  return (
    <div role="status">
      {tried ? (
        <p className={styles.result} data-good={isGood || undefined}>
          {text()}
          {detail ? <span className={styles.hint}> {t('devices.detail', { detail })}</span> : null}
        </p>
      ) : null}
    </div>
  )
}
