/** Closes every way out of a page: navigation, new windows, permissions, and the network as a whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, type Session, session, shell, type WebContents } from 'electron'
import { httpsHosts, isAllowedLink } from './allowedLinks.ts'

/**
 * What a page opens to have its window closed the way a person closes it: the popup then hides. Its own
 * `window.close()` would destroy the window without asking.
 */
const CLOSE_ADDRESS = 'app://lull/close'

/** Schemes a page's own loads may use; `devtools:` is there for developers only. */
const ownSchemes = ['app:', 'data:', 'blob:', 'devtools:']

export function lockDown(): void {
  const hosts = helplineHosts(join(app.getAppPath(), 'resources/helplines'))
  lockSession(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => lockPage(contents, hosts))
}

function lockPage(contents: WebContents, hosts: ReadonlySet<string>): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (url === CLOSE_ADDRESS) BrowserWindow.fromWebContents(contents)?.close()
    if (isAllowedLink(url, hosts)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

function lockSession(own: Session): void {
  // A window's own `spellcheck: false` does not keep the session from fetching a dictionary.
  own.setSpellCheckerEnabled(false)
  const copying = 'clipboard-sanitized-write'
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(String(permission) === copying))
  own.setPermissionCheckHandler((_contents, permission) => String(permission) === copying)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !ownSchemes.some((scheme) => request.url.startsWith(scheme)) })
  })
}

function helplineHosts(folder: string): Set<string> {
  const hosts = new Set<string>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    httpsHosts(JSON.parse(readFileSync(join(folder, name), 'utf8')), hosts)
  }
  return hosts
}
