/** Every part of a mapping by hand: where the value stands, what it is, when it was taken, who sent it. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mapping, TimeUnit } from '../../../electron/core/readings/mapping.ts'
import { mappingProblem } from '../../../electron/core/readings/mappingProblem.ts'
import { Choice } from '../../design/Choice.tsx'
import { NumberField } from '../../design/NumberField.tsx'
import { Switch } from '../../design/Switch.tsx'
import form from './Form.module.css'
import { isAlwaysDaily, READING_KINDS, unitsOf, withKind, withPart } from './mappingDraft.ts'

const TIME_UNITS: readonly TimeUnit[] = ['iso', 's', 'ms', 'us', 'polar_ns']

export interface MappingFieldsProps {
  draft: Mapping
  onChange: (draft: Mapping) => void
}

export function MappingFields({ draft, onChange }: MappingFieldsProps) {
  const { t } = useTranslation()
  const found = mappingProblem(draft)
  const wrongAt = (field: string) =>
    found?.field === field && found.field !== 'topicFilter' ? t(`mapping.problem.${found.problem}`) : null
  return (
    <>
      <TextPart
        label={t('mapping.valuePath')}
        value={draft.valuePath}
        wrong={wrongAt('valuePath')}
        onChange={(valuePath) => onChange({ ...draft, valuePath })}
      />
      <div className={form.pair}>
        <div className={form.field}>
          <span>{t('mapping.kind')}</span>
          <Choice
            label={t('mapping.kind')}
            value={draft.kind}
            options={READING_KINDS.map((kind) => ({ value: kind, label: t(`mapping.kindName.${kind}`) }))}
            placeholder=""
            onChoose={(kind) => onChange(withKind(draft, kind))}
          />
        </div>
        <div className={form.field}>
          <span>{t('mapping.unit')}</span>
          <Choice
            label={t('mapping.unit')}
            value={draft.unit}
            options={unitsOf[draft.kind].map((unit) => ({
              value: unit,
              label: t(`mapping.unitName.${unit}`),
            }))}
            placeholder=""
            onChoose={(unit) => onChange({ ...draft, unit })}
          />
        </div>
      </div>
      <TimePart draft={draft} wrong={wrongAt('time')} onChange={onChange} />
      <DevicePart draft={draft} wrong={wrongAt('device')} onChange={onChange} />
      <DailyPart draft={draft} onChange={onChange} />
    </>
  )
}

interface PartProps extends MappingFieldsProps {
  wrong: string | null
}

function TimePart({ draft, wrong, onChange }: PartProps) {
  const { t } = useTranslation()
  const { time } = draft
  return (
    <>
      <div className={form.field}>
        <span>{t('mapping.time')}</span>
        <Choice
          label={t('mapping.time')}
          value={time ? 'payload' : 'arrival'}
          options={[
            { value: 'arrival', label: t('mapping.timeArrival') },
            { value: 'payload', label: t('mapping.timePayload') },
          ]}
          placeholder=""
          onChoose={(from) =>
            onChange(
              withPart(draft, 'time', from === 'payload' ? (time ?? { path: '$.time', unit: 'iso' }) : null),
            )
          }
        />
      </div>
      {time ? (
        <div className={form.pair}>
          <TextPart
            label={t('mapping.timePath')}
            value={time.path}
            wrong={wrong}
            onChange={(path) => onChange({ ...draft, time: { ...time, path } })}
          />
          <div className={form.field}>
            <span>{t('mapping.timeUnit')}</span>
            <Choice
              label={t('mapping.timeUnit')}
              value={time.unit}
              options={TIME_UNITS.map((unit) => ({ value: unit, label: t(`mapping.timeUnitName.${unit}`) }))}
              placeholder=""
              onChoose={(unit) => onChange({ ...draft, time: { ...time, unit } })}
            />
          </div>
        </div>
      ) : null}
    </>
  )
}

function DevicePart({ draft, wrong, onChange }: PartProps) {
  const { t } = useTranslation()
  const levelId = useId()
  const { device } = draft
  const from = !device ? 'none' : 'path' in device ? 'path' : 'level'
  const starts = { none: null, path: { path: '$.deviceId' }, level: { topicLevel: 0 } }
  return (
    <>
      <div className={form.field}>
        <span>{t('mapping.device')}</span>
        <Choice
          label={t('mapping.device')}
          value={from}
          options={[
            { value: 'none', label: t('mapping.deviceNone') },
            { value: 'path', label: t('mapping.devicePath') },
            { value: 'level', label: t('mapping.deviceLevel') },
          ]}
          placeholder=""
          onChoose={(next) => next !== from && onChange(withPart(draft, 'device', starts[next]))}
        />
      </div>
      {device && 'path' in device ? (
        <TextPart
          label={t('mapping.devicePathLabel')}
          value={device.path}
          wrong={wrong}
          onChange={(path) => onChange({ ...draft, device: { path } })}
        />
      ) : null}
      {device && 'topicLevel' in device ? (
        <div className={form.field}>
          <span id={levelId}>{t('mapping.deviceLevelLabel')}</span>
          <NumberField
            labelId={levelId}
            value={device.topicLevel}
            min={-20}
            max={20}
            less={t('sensing.less')}
            more={t('sensing.more')}
            onChange={(topicLevel) => onChange({ ...draft, device: { topicLevel } })}
          />
          <p className={form.hint}>{t('mapping.deviceLevelHint')}</p>
        </div>
      ) : null}
    </>
  )
}

function DailyPart({ draft, onChange }: MappingFieldsProps) {
  const { t } = useTranslation()
  const id = useId()
  if (isAlwaysDaily(draft.kind)) return <p className={form.hint}>{t('mapping.dailyOnly')}</p>
  return (
    <div className={form.field} data-kind="yesNo">
      <span id={id}>{t('mapping.discrete')}</span>
      <Switch
        labelId={id}
        on={draft.discrete === true}
        onSwitch={(on) => onChange(withPart(draft, 'discrete', on || null))}
      />
      <p className={form.hint}>{t('mapping.discreteHint')}</p>
    </div>
  )
}

interface TextPartProps {
  label: string
  value: string
  wrong: string | null
  onChange: (value: string) => void
}

function TextPart({ label, value, wrong, onChange }: TextPartProps) {
  const id = useId()
  return (
    <div className={form.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={form.input}
        value={value}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong ? `${id}-words` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong ? (
        <p id={`${id}-words`} className={form.wrong}>
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
