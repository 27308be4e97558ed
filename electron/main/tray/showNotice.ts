/** A quiet notification of the system: no sound, no hurry, gone when what it is about is gone. */
import { join } from 'node:path'
import { app, Notification } from 'electron'

/** Held until they close: one that was collected would not answer a click any more. */
const shown = new Set<Notification>()

/** @returns what takes it away again. */
export function showNotice(title: string, body: string, opened: () => void): () => void {
  // Some desktops have no notifications; the tray's menu and the page say the same.
  if (!Notification.isSupported()) return () => {}
  const icon = join(app.getAppPath(), 'resources/icons/lull-512.png')
  const notice = new Notification({ title, body, icon, silent: true })
  const gone = () => shown.delete(notice)
  notice.on('click', opened)
  notice.on('close', gone)
  notice.on('failed', gone)
  shown.add(notice)
  notice.show()
  return () => {
    notice.close()
    gone()
  }
}
