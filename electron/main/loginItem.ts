/** Starts Lull with the computer, quietly in the tray, the way each system wants it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { autostartEntry, HIDDEN_ARGUMENT } from './autostartEntry.ts'

export function setLoginItem(openAtLogin: boolean): void {
  if (process.platform === 'linux') {
    setAutostart(openAtLogin)
    return
  }
  if (app.getLoginItemSettings().openAtLogin === openAtLogin) return
  // Run from source the program is a bare Electron, which has to be told what to open.
  const source = app.isPackaged ? [] : [app.getAppPath()]
  app.setLoginItemSettings({ openAtLogin, args: [...source, HIDDEN_ARGUMENT] })
}

/** A start that should stay in the tray. */
export function startedQuietly(): boolean {
  return process.argv.includes(HIDDEN_ARGUMENT) || app.getLoginItemSettings().wasOpenedAtLogin === true
}

/** Linux desktops start what lies in their autostart folder (XDG autostart specification). */
function setAutostart(openAtLogin: boolean): void {
  const configured = process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
  const file = join(configured, 'autostart', 'lull.desktop')
  if (!openAtLogin) {
    rmSync(file, { force: true })
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    autostartEntry({
      program: process.execPath,
      app: app.isPackaged ? null : app.getAppPath(),
      engineNode: process.env.LULL_ENGINE_NODE ?? null,
      dataFolder: process.env.LULL_DATA ?? null,
    }),
  )
}
