/** What every window of Lull has in common: a sealed page, no white flash, and a connection once it has loaded. */
import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron'

/** `--paper` of the page's tokens: what shows before the page has drawn. */
const paper = () => (nativeTheme.shouldUseDarkColors ? '#1d1916' : '#fdf9f3')

export type PageName = 'popup' | 'home' | 'nudge' | 'pause'

export const pageAddress = (name: PageName, place = '') =>
  `app://lull/index.html?window=${name}${place ? `#/${encodeURIComponent(place)}` : ''}`

/** A window that lasts: a page that crashed comes back by itself; one that crashes at once is left alone. */
export function pageWindow(options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = sealedWindow(options)
  let lastReloadAt = 0
  window.webContents.on('render-process-gone', () => {
    if (performance.now() - lastReloadAt < 10_000) return
    lastReloadAt = performance.now()
    window.webContents.reload()
  })
  return window
}

export function sealedWindow(options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    title: 'Lull',
    backgroundColor: paper(),
    autoHideMenuBar: true,
    icon: join(app.getAppPath(), 'resources/icons/lull-512.png'),
    ...options,
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
    },
  })
  const repaint = () => window.setBackgroundColor(paper())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
  return window
}
