/** The built page as a fixed list of files read once from disk: nothing else can be asked for, whatever the path says. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface PageFile {
  body: Buffer
  type: string
  /** Files with a content hash in their name never change; the page itself is never kept. */
  cache: string
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Every file below `folder` by its path on the wire, such as "/assets/index-1a2b.js"; "/" is the page. */
export function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  addFiles(files, folder, '/')
  const page = files.get('/index.html')
  if (!page) throw new Error('the built page is missing: no index.html')
  files.set('/', page)
  return files
}

function addFiles(files: Map<string, PageFile>, folder: string, prefix: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    // Folders that begin with a dot are the builder's own notes.
    if (entry.isDirectory() && !entry.name.startsWith('.')) addFiles(files, path, `${prefix}${entry.name}/`)
    const type = types[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const cache = prefix === '/assets/' ? 'private, max-age=31536000, immutable' : 'no-store'
    files.set(`${prefix}${entry.name}`, { body: readFileSync(path), type, cache })
  }
}

/** Headers of every answer. `connect` lists what the page may talk to besides its own origin. */
export function pageHeaders(connect: readonly string[] = []): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
  }
}
