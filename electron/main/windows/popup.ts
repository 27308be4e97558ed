/** The popup: made early and kept hidden, so that it is there the moment someone wants to say something. */
import { type BrowserWindow, screen, type Tray } from 'electron'
import { pageAddress, pageWindow } from './pageWindow.ts'
import { type Box, popupPlace } from './place.ts'

const SIZE = { width: 380, height: 560 }

export interface Popup {
  show(): void
  toggle(): void
  /** Shows the popup with an empty page for a new talk. */
  newTalk(): void
  /** Shows the popup with a check-in before it. */
  checkin(): void
  /** Shows the popup with help for a hard moment; its page has that even without an engine. */
  panic(): void
  window: BrowserWindow
  /** Keeps the popup where it is while a dialog that it asked for has the focus. */
  stayWhile<Value>(dialog: Promise<Value>): Promise<Value>
  /** From now on closing closes: Lull is quitting. */
  letClose(): void
}

export function createPopup(tray: Tray | null, loaded: (window: BrowserWindow) => void): Popup {
  const window = pageWindow({
    ...SIZE,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // Else the page believes it is seen, and wakes the model at every start of the computer.
    paintWhenInitiallyHidden: false,
  })
  let quitting = false
  let inDialog = false
  // Esc in the page asks for a close (see security/lockDown.ts): the popup only steps aside and keeps its state.
  window.on('close', (event) => {
    if (quitting) return
    event.preventDefault()
    window.hide()
  })
  window.on('blur', () => {
    if (!window.webContents.isDevToolsOpened() && !quitting && !inDialog) window.hide()
  })
  window.webContents.on('did-finish-load', () => loaded(window))
  void window.loadURL(pageAddress('popup'))

  const show = () => {
    const display = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    const place = popupPlace(SIZE, display.workArea, trayBox(tray), process.platform)
    window.setPosition(place.x, place.y)
    // As high as the overlay of a pause, and above it: whoever opens Lull wants to see it.
    window.setAlwaysOnTop(true, 'screen-saver')
    window.show()
    window.moveTop()
    window.focus()
    window.webContents.focus()
  }
  let wishes = 0
  // The page watches the part behind "#"; each wish differs, so that asking twice is heard twice.
  const wish = (what: 'new' | 'checkin' | 'panic') => {
    void window.loadURL(pageAddress('popup', `${what}-${++wishes}`)).catch(() => {})
    show()
  }
  return {
    window,
    show,
    newTalk: () => wish('new'),
    checkin: () => wish('checkin'),
    panic: () => wish('panic'),
    toggle: () => (window.isVisible() && window.isFocused() ? window.hide() : show()),
    async stayWhile(dialog) {
      inDialog = true
      try {
        return await dialog
      } finally {
        inDialog = false
      }
    },
    letClose() {
      quitting = true
    },
  }
}

/** Some Linux desktops do not tell where the icon is. */
function trayBox(tray: Tray | null): Box | null {
  if (!tray || tray.isDestroyed()) return null
  const box = tray.getBounds()
  return box.width > 0 && box.height > 0 ? box : null
}
