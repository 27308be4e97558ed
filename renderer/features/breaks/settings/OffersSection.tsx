/** Whether pauses are offered at all, and in what form. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Row, Section } from '../../../design/Page.tsx'
import { Switch } from '../../../design/Switch.tsx'
import { FormChoice } from './FormChoice.tsx'
import type { BreakEdit, Breaks } from './useBreakEdit.ts'

export interface BreakSectionProps {
  breaks: Breaks
  edits: BreakEdit
}

export function OffersSection({ breaks, edits }: BreakSectionProps) {
  const { t } = useTranslation()
  const onId = useId()
  return (
    <Section title={t('breakSettings.offers.title')}>
      <Row label={t('breakSettings.offers.isOn')} about={t('breakSettings.offers.isOnAbout')} labelId={onId}>
        <Switch labelId={onId} on={breaks.isOn} onSwitch={(isOn) => edits.editBreaks(() => ({ isOn }))} />
      </Row>
      <FormChoice form={breaks.form} onChoose={(form) => edits.editBreaks(() => ({ form }))} />
    </Section>
  )
}
