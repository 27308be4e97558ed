/** A setting that is a number. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/NumberField.tsx'
import { Row } from '../../design/Page.tsx'

export interface NumberRowProps {
  label: string
  about?: string | undefined
  value: number
  span: { least: number; most: number; step: number }
  unit: string
  onChange: (value: number) => void
}

export function NumberRow({ label, about, value, span, unit, onChange }: NumberRowProps) {
  const { t } = useTranslation()
  const labelId = useId()
  return (
    <Row label={label} about={about} labelId={labelId}>
      <NumberField
        labelId={labelId}
        value={value}
        min={span.least}
        max={span.most}
        step={span.step}
        unit={unit}
        less={t('lights.touch.less', { name: label })}
        more={t('lights.touch.more', { name: label })}
        onChange={onChange}
      />
    </Row>
  )
}
