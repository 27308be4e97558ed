/** In a browser: a silent notification when a check-in is offered behind the back of the page, if that was allowed before. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCheckins } from './useCheckins.ts'

/** Nobody is asked for the permission, and Electron's pages never have it: there the shell tells. */
const isAllowed = () => 'Notification' in window && Notification.permission === 'granted'

export function usePromptNotice(open: () => void): void {
  const { t } = useTranslation()
  const sinceMs = useCheckins()?.prompt?.sinceMs ?? null
  const title = t('checkins.title')
  const body = t('checkins.due.time')
  useEffect(() => {
    if (sinceMs === null || document.visibilityState === 'visible' || !isAllowed()) return
    // One for all tabs.
    const notice = new Notification(title, { body, silent: true, tag: 'lull-checkin' })
    notice.onclick = () => {
      window.focus()
      open()
      notice.close()
    }
    return () => notice.close()
  }, [sinceMs, title, body, open])
}
