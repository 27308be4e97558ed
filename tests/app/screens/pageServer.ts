/** Builds the page as it ships, with the fake engine beside it, and serves both with the real policy on loopback. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize, resolve, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

export interface PageServer {
  address: string
  folder: string
  close(): Promise<void>
}

export async function pageServer(): Promise<PageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-page-'))
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true },
  })
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'fake'),
      lib: { entry: join(import.meta.dirname, 'fakeEntry.ts'), formats: ['es'], fileName: () => 'fake.js' },
    },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    const file = normalize(join(folder, path === '/' ? 'index.html' : path))
    try {
      if (!file.startsWith(folder + sep)) throw new Error('outside')
      const body = readFileSync(file)
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  return {
    address: `http://127.0.0.1:${address.port}`,
    folder,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
