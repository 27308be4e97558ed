/** The lamp in the tray: one icon, one menu, both redrawn only when what they show has changed. */
import { join } from 'node:path'
import { app, Menu, nativeImage, Tray } from 'electron'
import { saysSpan } from './breakLines.ts'
import { lightsTurnMs } from './lightsLines.ts'
import type { TrayAction } from './trayLine.ts'
import { iconLamp, type Lamp, runningBreaks, type TrayState, tooltip, trayMenu } from './trayMenu.ts'

/** "In about 20 min" grows old; nothing in the menu is finer than a minute. */
const REDRAW_EVERY_MS = 60_000

export interface LampTray {
  tray: Tray | null
  show(change: Partial<TrayState>): void
}

export function createTray(act: (action: TrayAction) => void): LampTray {
  let state: TrayState = {
    engine: 'starting',
    lamp: 'off',
    modelTitle: null,
    shortcut: null,
    shortcutTaken: false,
    panicShortcut: null,
    panicTaken: false,
    lightsShortcut: null,
    lightsTaken: false,
    sensing: null,
    breaks: null,
    lights: null,
  }
  const tray = newTray(state.lamp)
  let drawn = ''
  let redraw: NodeJS.Timeout | undefined

  const draw = () => {
    clearTimeout(redraw)
    const [nowMs, locale] = [Date.now(), app.getLocale()]
    const redrawMs = growsOldMs(state, nowMs)
    if (redrawMs !== null) redraw = setTimeout(draw, redrawMs)
    const lines = trayMenu(state, nowMs, locale)
    const tip = tooltip(state, nowMs, locale)
    const lamp = iconLamp(state)
    const next = JSON.stringify([lines, tip, lamp])
    if (!tray || next === drawn) return
    drawn = next
    tray.setImage(icon(lamp))
    tray.setToolTip(tip)
    // Linux shows a changed menu only when it is set anew, and has no room for accelerators in it.
    tray.setContextMenu(
      Menu.buildFromTemplate(
        lines.map((line) =>
          line === null
            ? { type: 'separator' }
            : {
                id: line.action ?? 'state',
                label: line.label,
                enabled: line.action !== null,
                ...(line.accelerator && process.platform !== 'linux'
                  ? { accelerator: line.accelerator, registerAccelerator: false }
                  : {}),
                click: () => line.action && act(line.action),
              },
        ),
      ),
    )
  }
  // On a Mac a click opens the menu, as everywhere there.
  if (process.platform !== 'darwin') tray?.on('click', () => act('open'))
  draw()
  return {
    tray,
    show(change) {
      state = { ...state, ...change }
      draw()
    },
  }
}

/** Ms until the menu is to be looked at again although nothing happened; null: it stays true by itself. */
function growsOldMs(state: TrayState, nowMs: number): number | null {
  const breaks = runningBreaks(state)
  const spanMs = breaks && saysSpan(breaks) ? REDRAW_EVERY_MS : null
  const turnMs = state.lights && lightsTurnMs(state.lights, nowMs)
  return spanMs !== null && turnMs !== null ? Math.min(spanMs, turnMs) : (spanMs ?? turnMs)
}

/** Null where the desktop has no tray at all: starting Lull again opens its window then. */
function newTray(lamp: Lamp): Tray | null {
  try {
    return new Tray(icon(lamp))
  } catch {
    return null
  }
}

function icon(lamp: Lamp): Electron.NativeImage {
  const light = { off: 'off', resting: 'on', waking: 'bright', writing: 'bright' }[lamp]
  // macOS colours a template image itself; Windows draws trays at 16 pixels, Linux desktops at 22.
  const form = { darwin: 'Template', win32: '-16' }[process.platform as string] ?? '-22'
  return nativeImage.createFromPath(join(app.getAppPath(), `resources/icons/lamp-${light}${form}.png`))
}
