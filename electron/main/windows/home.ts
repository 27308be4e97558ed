/** The home window: made when asked for, gone when closed, and back where it was left. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, screen } from 'electron'
import { pageAddress, pageWindow } from './pageWindow.ts'
import { type Box, keptBounds } from './place.ts'

const SIZE = { width: 960, height: 680 }

export interface Home {
  /** Opens the window at a place ("models", "settings"), or brings it there. */
  open(place: string): void
  window(): BrowserWindow | null
}

export function createHome(loaded: (window: BrowserWindow) => void): Home {
  let window: BrowserWindow | null = null

  const create = (): BrowserWindow => {
    const kept = keptBounds(
      readBounds(),
      screen.getAllDisplays().map((display) => display.workArea),
    )
    const made = pageWindow({ ...SIZE, ...kept, minWidth: 560, minHeight: 420 })
    made.webContents.on('did-finish-load', () => loaded(made))
    made.once('ready-to-show', () => made.show())
    made.on('close', () => writeBounds(made.getNormalBounds()))
    made.once('closed', () => {
      window = null
    })
    return made
  }

  return {
    open(place) {
      const isNew = window === null
      window ??= create()
      const address = pageAddress('home', place)
      // On a page that is there already this changes only the part behind "#". The address it shows would be
      // loaded anew, and words begun there would be lost.
      const isElsewhere = place !== '' && window.webContents.getURL() !== address
      if (isNew || isElsewhere) void window.loadURL(address).catch(() => {})
      if (!isNew) {
        if (window.isMinimized()) window.restore()
        window.show()
        window.focus()
      }
    },
    window: () => window,
  }
}

const boundsPath = () => join(app.getPath('userData'), 'home-window.json')

function readBounds(): Box | null {
  try {
    const read: unknown = JSON.parse(readFileSync(boundsPath(), 'utf8'))
    return isBox(read) ? read : null
  } catch {
    return null
  }
}

function isBox(value: unknown): value is Box {
  if (typeof value !== 'object' || value === null) return false
  const box = value as Record<string, unknown>
  return ['x', 'y', 'width', 'height'].every((key) => Number.isSafeInteger(box[key]))
}

function writeBounds(bounds: Box): void {
  try {
    writeFileSync(boundsPath(), JSON.stringify(bounds))
  } catch {
    // Next time the window opens where windows open.
  }
}
