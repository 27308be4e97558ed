/** The least an app like Lull can be: a tray icon and one hidden window. The reference for idle cost and start-up. */
const path = require('node:path')
const { app, BrowserWindow, Menu, nativeImage, Tray } = require('electron')

let tray
let window
app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromPath(path.join(__dirname, '../../../resources/icons/lamp-on-22.png')))
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]))
  window = new BrowserWindow({
    show: false,
    width: 380,
    height: 560,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  window.loadURL('data:text/html,<title>empty</title><textarea id="usable"></textarea>')
})
app.on('window-all-closed', () => {})
