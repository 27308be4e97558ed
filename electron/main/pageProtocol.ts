/** Serves the built page under app://lull, so that it has an origin of its own and no file access. */
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { pageFiles, pageHeaders } from '../hosts/pageFiles.ts'

/** Must run before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function servePage(): void {
  const files = pageFiles(join(app.getAppPath(), 'out/renderer'))
  const headers = pageHeaders()
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'lull' && request.method === 'GET' ? files.get(pathname) : undefined
    if (!file) return new Response('There is nothing here.', { status: 404, headers })
    return new Response(new Uint8Array(file.body), {
      headers: { ...headers, 'content-type': file.type, 'cache-control': file.cache },
    })
  })
}
