/** Passes the port that main sends on to the page, and exposes nothing else. */
import { ipcRenderer } from 'electron'

// A new port after an engine restart comes the same way.
ipcRenderer.on('lull-port', (event) => {
  window.postMessage({ lull: 'port' }, window.location.origin, event.ports)
})
