/** Two rules of rest that more than one page offers: after how much work a pause is due, and what a film counts as. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { Choice } from '../../design/Choice.tsx'
import { NumberField } from '../../design/NumberField.tsx'
import { Row } from '../../design/Page.tsx'
import '../../text/sensingText.ts'

export interface RestRuleProps {
  settings: Settings
  onChange: (patch: Partial<Settings>) => void
}

export function BreakTargetRow({ settings, onChange }: RestRuleProps) {
  const { t } = useTranslation()
  const targetId = useId()
  return (
    <Row label={t('sensing.breakTarget')} about={t('sensing.breakTargetAbout')} labelId={targetId}>
      <NumberField
        less={t('sensing.less')}
        more={t('sensing.more')}
        labelId={targetId}
        value={settings.breakTargetMinutes}
        min={20}
        max={90}
        step={5}
        unit={t('sensing.minutes')}
        onChange={(breakTargetMinutes) => onChange({ breakTargetMinutes })}
      />
    </Row>
  )
}

export function PassiveScreenRow({ settings, onChange }: RestRuleProps) {
  const { t } = useTranslation()
  return (
    <Row label={t('sensing.passive')} about={t('sensing.passiveAbout')}>
      <Choice
        label={t('sensing.passive')}
        value={settings.passiveScreen}
        options={[
          { value: 'work', label: t('sensing.passiveWork') },
          { value: 'rest', label: t('sensing.passiveRest') },
        ]}
        placeholder=""
        onChoose={(passiveScreen) => onChange({ passiveScreen })}
      />
    </Row>
  )
}
