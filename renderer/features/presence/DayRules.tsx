/** What counts as a long stretch, a long day and a late hour, by the person's own rules. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { minuteOfTimeField, timeFieldText } from '../../design/clock.ts'
import { NumberField } from '../../design/NumberField.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import { BreakTargetRow, PassiveScreenRow } from './RestRules.tsx'
import styles from './Sensing.module.css'
import type { SettingsEdit } from './useEditSettings.ts'

export interface DayRulesProps {
  settings: Settings
  onEdit: (edit: SettingsEdit) => void
}

export function DayRules({ settings, onEdit }: DayRulesProps) {
  const onChange = (patch: Partial<Settings>) => onEdit(() => patch)
  const { t } = useTranslation()
  const longId = useId()
  const steps = { less: t('sensing.less'), more: t('sensing.more') }
  return (
    <Section title={t('sensing.rules')}>
      <div>
        <BreakTargetRow settings={settings} onChange={onChange} />
        <Row label={t('sensing.longDay')} about={t('sensing.longDayAbout')} labelId={longId}>
          <NumberField
            {...steps}
            labelId={longId}
            value={settings.longDayHours}
            min={4}
            max={16}
            step={0.5}
            unit={t('sensing.hours')}
            onChange={(longDayHours) => onChange({ longDayHours })}
          />
        </Row>
        <QuietHours hours={settings.quietHours} onChange={(quietHours) => onChange({ quietHours })} />
        <PassiveScreenRow settings={settings} onChange={onChange} />
      </div>
    </Section>
  )
}

/** What is offered to someone who has none yet. */
const usualQuietHours = { startMinute: 20 * 60, endMinute: 7 * 60 }

interface QuietHoursProps {
  hours: Settings['quietHours']
  onChange: (hours: Settings['quietHours']) => void
}

function QuietHours({ hours, onChange }: QuietHoursProps) {
  const { t } = useTranslation()
  const field = (end: 'startMinute' | 'endMinute', label: string) =>
    hours && (
      <label className={styles.clock}>
        {label}
        <input
          type="time"
          className={styles.input}
          value={timeFieldText(hours[end])}
          onChange={(event) => {
            const minute = minuteOfTimeField(event.target.value)
            if (minute !== null) onChange({ ...hours, [end]: minute })
          }}
        />
      </label>
    )
  return (
    <Row label={t('sensing.quiet')} about={t('sensing.quietAbout')}>
      {field('startMinute', t('sensing.quietFrom'))}
      {field('endMinute', t('sensing.quietTo'))}
      <Switch
        label={t('sensing.quietSwitch')}
        on={hours !== null}
        onSwitch={(on) => onChange(on ? usualQuietHours : null)}
      />
    </Row>
  )
}
