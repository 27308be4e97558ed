/** Starts Lull with the computer where the system offers a way, quietly in the tray. */
import { app } from 'electron'

/** The argument that keeps the popup hidden at a start nobody asked for. */
export const HIDDEN_ARGUMENT = '--hidden'

export function setLoginItem(openAtLogin: boolean): void {
  // From source the item would point at a bare Electron; Linux has no such call.
  if (!app.isPackaged || process.platform === 'linux') return
  if (app.getLoginItemSettings().openAtLogin === openAtLogin) return
  app.setLoginItemSettings({ openAtLogin, args: [HIDDEN_ARGUMENT] })
}

/** A start that should stay in the tray. */
export function startedQuietly(): boolean {
  return process.argv.includes(HIDDEN_ARGUMENT) || app.getLoginItemSettings().wasOpenedAtLogin === true
}
