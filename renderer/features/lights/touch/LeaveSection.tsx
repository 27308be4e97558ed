/** The one switch without which Lull changes nothing of anybody's. */
import { useTranslation } from 'react-i18next'
import { Section } from '../../../design/Page.tsx'
import type { RoomViewProps } from '../RoomView.tsx'
import { SwitchRow } from './SwitchRow.tsx'

export function LeaveSection({ choices, edits }: RoomViewProps) {
  const { t } = useTranslation()
  const { isAllowed } = choices
  return (
    <Section title={t('lights.touch.leave.title')}>
      <SwitchRow
        label={t('lights.touch.leave.on')}
        about={t(isAllowed ? 'lights.touch.leave.onAbout' : 'lights.touch.leave.offAbout')}
        on={isAllowed}
        onSwitch={(on) => edits.edit(() => ({ isAllowed: on }))}
      />
    </Section>
  )
}
