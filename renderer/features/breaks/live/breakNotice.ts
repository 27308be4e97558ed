/** The browser's notifications about pauses: whether they are allowed, the way to ask, and the notices themselves. */
import { useEffect, useSyncExternalStore } from 'react'

/** `ask`: the person was never asked. Electron's pages never have the permission: there the shell shows what is offered. */
export type NoticeState = 'missing' | 'ask' | 'allowed' | 'denied'

const states: Record<NotificationPermission, NoticeState> = {
  default: 'ask',
  granted: 'allowed',
  denied: 'denied',
}

export function noticeState(): NoticeState {
  return 'Notification' in window ? states[Notification.permission] : 'missing'
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of [...listeners]) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  // The browser's own settings may change it behind the page's back; it is looked at when somebody comes back.
  document.addEventListener('visibilitychange', listener)
  window.addEventListener('focus', listener)
  return () => {
    listeners.delete(listener)
    document.removeEventListener('visibilitychange', listener)
    window.removeEventListener('focus', listener)
  }
}

/** Only ever as the answer to a press of the person's. */
export async function askNotices(): Promise<NoticeState> {
  if (noticeState() === 'ask') await Notification.requestPermission().catch(() => {})
  tell()
  return noticeState()
}

export const useNoticeState = (): NoticeState => useSyncExternalStore(listen, noticeState)

export interface BreakNotice {
  /** A notice with a new name is a new one; the same name in several tabs is one. */
  name: string
  title: string
  body: string
}

/** A silent notice while the tab is out of sight, if that was allowed before. */
export function useBreakNotice(notice: BreakNotice | null): void {
  const { name, title, body } = notice ?? { name: null, title: '', body: '' }
  useEffect(() => {
    if (name === null || document.visibilityState === 'visible' || noticeState() !== 'allowed') return
    const shown = new Notification(title, { body, silent: true, tag: `lull-break-${name}` })
    shown.onclick = () => {
      window.focus()
      shown.close()
    }
    return () => shown.close()
  }, [name, title, body])
}
