/** A check-in over the window it was asked for in. Esc puts it away without saving; what was begun waits a while. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../design/Sheet.tsx'
import { CheckinForm } from './CheckinForm.tsx'
import { CheckinsOfToday } from './CheckinsOfToday.tsx'
import { useCheckinDraft } from './useCheckinDraft.ts'
import { useCheckins } from './useCheckins.ts'

/** Shown for as long as it is rendered. */
export default function CheckinSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const state = useCheckins()
  const doings = useCheckinDraft(state?.prompt?.because ?? 'person')
  const first = useRef<HTMLInputElement>(null)
  return (
    <Sheet title={t('checkins.title')} startAt={first} onClose={onClose}>
      <CheckinForm state={state} first={first} doings={doings} onSaved={onClose} />
      <CheckinsOfToday />
    </Sheet>
  )
}
