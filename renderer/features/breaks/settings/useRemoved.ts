/** Says what was taken away, and brings it back for a while. */
import { useTranslation } from 'react-i18next'
import { useNotice } from '../../../design/Toasts.tsx'

const UNDO_SECONDS = 10

/** @returns a function that says it, with a way to take it back. */
export function useRemoved(): (said: string, bringBack: () => void) => void {
  const { t } = useTranslation()
  const notice = useNotice()
  return (text, run) => notice({ text, undo: { label: t('common.undo'), seconds: UNDO_SECONDS, run } })
}
