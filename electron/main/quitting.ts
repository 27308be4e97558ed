/** Quitting is quitting: the engine puts its work away, and no process stays behind. */
import { app } from 'electron'

export function quitCleanly(letWindowsClose: () => void, stop: () => Promise<void>): void {
  let stopped = false
  app.on('before-quit', letWindowsClose)
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void stop().finally(() => {
      stopped = true
      app.exit(0)
    })
  })
  // Lull lives in the tray: closed windows do not end it.
  app.on('window-all-closed', () => {})
  // The launcher that started this is gone, or asks.
  process.once('disconnect', () => app.quit())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}
