/** The windows of a pause as Electron has them: a small one in a corner, and one as large as a display. */
import { BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron'
import { pageAddress, sealedWindow } from '../windows/pageWindow.ts'
import { type Box, cornerBox } from '../windows/place.ts'
import type { BreakWindow, BreakWindowEvents } from './breakWindow.ts'
import { isOverlay, type OverlayWanted, type WindowWanted } from './planBreakWindows.ts'

const CORNER = { width: 340, height: 220 }
/** A page that says more than fits scrolls. */
const CORNER_HEIGHT_MOST = 520

const isMac = process.platform === 'darwin'
/** A panel can have the keyboard without its app coming to the front, so that the app before stays there. */
const kind: BrowserWindowConstructorOptions = isMac ? { type: 'panel' } : {}

const bare: BrowserWindowConstructorOptions = {
  ...kind,
  frame: false,
  resizable: false,
  minimizable: false,
  maximizable: false,
  // Never native full screen: on a Mac that is a space of its own.
  fullscreenable: false,
  skipTaskbar: true,
  alwaysOnTop: true,
}

/** @param loaded connects the page to the engine. */
export function makeBreakWindow(loaded: (window: BrowserWindow) => void) {
  return (wanted: WindowWanted, events: BreakWindowEvents): BreakWindow => {
    const window = isOverlay(wanted) ? overlayWindow(wanted) : sealedWindow({ ...bare, ...CORNER })
    window.webContents.on('did-finish-load', () => loaded(window))
    window.webContents.on('did-fail-load', (_event, _code, _why, _address, isMainFrame) => {
      if (isMainFrame) events.failed()
    })
    window.webContents.on('render-process-gone', () => events.failed())
    window.webContents.on('before-input-event', (_event, input) => {
      if (input.type === 'keyDown' && input.key === 'Escape') events.escaped()
    })
    window.on('close', (event) => {
      if (!events.mayClose()) event.preventDefault()
    })
    window.once('closed', () => events.closed())
    const address = isOverlay(wanted)
      ? `${pageAddress('pause')}&display=${encodeURIComponent(wanted.slot)}`
      : pageAddress('nudge')
    // A page that cannot be loaded is told by `did-fail-load`.
    void window.loadURL(address).catch(() => {})
    return isOverlay(wanted) ? overlay(window) : corner(window)
  }
}

/** Above full screen windows, and on every space. */
function raise(window: BrowserWindow): void {
  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
}

function putDown(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  // Hidden first: that gives the keyboard back to the window that had it.
  window.hide()
  window.destroy()
}

function overlayWindow({ bounds }: OverlayWanted): BrowserWindow {
  return sealedWindow({
    ...bare,
    ...bounds,
    movable: false,
    enableLargerThanScreen: true,
    hasShadow: false,
    roundedCorners: false,
    thickFrame: false,
  })
}

function overlay(window: BrowserWindow): BreakWindow {
  let wanted: Box = window.getBounds()
  return {
    show() {
      raise(window)
      window.showInactive()
      // On a display of another scale the first size is not always the one that was asked for.
      window.setBounds(wanted)
    },
    takeFocus() {
      window.focus()
      window.webContents.focus()
    },
    place(bounds) {
      if (!bounds) return
      wanted = bounds
      window.setBounds(bounds)
    },
    destroy: () => putDown(window),
  }
}

/**
 * In the page: the height its content takes, as soon as that is another than the one known. Chromium's preferred size
 * would be the same for less, but it is not told for our pages.
 */
const otherHeight = (known: number) => `new Promise((resolve) => {
  const look = () => {
    const page = document.querySelector('main')
    if (!page) return
    page.style.height = 'auto'
    const height = Math.ceil(page.getBoundingClientRect().height)
    page.style.height = ''
    if (height === 0 || height === ${known}) return
    changes.disconnect()
    resolve(height)
  }
  const changes = new MutationObserver(look)
  const attributeFilter = ['class', 'hidden', 'open', 'data-stage']
  changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter })
  look()
})`

function corner(window: BrowserWindow): BreakWindow {
  let { height } = CORNER
  let home: Electron.Display | null = null
  const stand = () => {
    const display = home ?? screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    if (!window.isDestroyed()) window.setBounds(cornerBox({ ...CORNER, height }, display.workArea))
  }
  const followHeight = async () => {
    let known: unknown = 0
    while (typeof known === 'number' && !window.isDestroyed()) {
      // A page that has gone has no height; its end is told elsewhere.
      known = await window.webContents.executeJavaScript(otherHeight(known)).catch(() => null)
      if (typeof known === 'number') height = Math.min(known, CORNER_HEIGHT_MOST)
      stand()
    }
  }
  window.webContents.once('did-finish-load', () => void followHeight())
  return {
    show() {
      raise(window)
      stand()
      // Its place is kept while the pointer wanders.
      home = screen.getDisplayMatching(window.getBounds())
      window.showInactive()
    },
    takeFocus: () => window.focus(),
    place() {
      home = screen.getDisplayMatching(window.getBounds())
      stand()
    },
    destroy: () => putDown(window),
  }
}

/** A window of Lull besides those of a pause that has the keyboard now. */
export function keepFocus(): () => void {
  const before = BrowserWindow.getFocusedWindow()
  return () => {
    if (before && !before.isDestroyed() && before.isVisible()) before.focus()
  }
}
