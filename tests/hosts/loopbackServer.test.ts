/** The loopback host as strangers meet it: other sites, other names for this machine, other people's links. */
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { WirePort } from '../../electron/engine/wire/port.ts'
import { linkOfRunningHost, writeHostNote } from '../../electron/hosts/hostFile.ts'
import { type LoopbackServer, loopbackServer } from '../../electron/hosts/loopbackServer.ts'
import { pageFiles } from '../../electron/hosts/pageFiles.ts'
import { wireKeyName } from '../../renderer/engine.ts'

let server: LoopbackServer
let served: WirePort[]
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lull-page-'))
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  writeFileSync(join(folder, 'page/index.html'), '<p>the page</p>')
  writeFileSync(join(folder, 'page/assets/a-1.js'), 'hello()')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  served = []
  server = await loopbackServer({
    files: pageFiles(join(folder, 'page')),
    serve: (port) => {
      served.push(port)
      port.on('message', (event) => port.postMessage(event?.data))
    },
  })
})
afterEach(() => server.close())

interface Answer {
  status: number
  body: string
  headers: Record<string, string | string[] | undefined>
}

/** Node's own client, because fetch does not let a test lie about Host and Origin. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: server.port, path, method, headers: { host: own(), ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

const own = () => `127.0.0.1:${server.port}`
const origin = () => ({ origin: `http://${own()}` })
const tokenOf = (link: string) => link.split('#')[1] ?? ''
const trade = (token: string) => ask('/session', origin(), 'POST', token)

async function signIn(): Promise<{ cookie: string; 'sec-websocket-protocol': string }> {
  const answer = await trade(tokenOf(server.newLink()))
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  return { cookie, 'sec-websocket-protocol': `lull, ${answer.body}` }
}

const cookie = async () => (await signIn()).cookie

/** Resolves to 'open' or to the status the upgrade was refused with. */
function upgrade(headers: Record<string, string>, path = '/wire'): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const { 'sec-websocket-protocol': protocols, ...others } = headers
    const asked = protocols?.split(', ') ?? []
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, asked, { headers: others })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', () => {})
  })
}

describe('the door', () => {
  it('gives a stranger the door page and nothing else', async () => {
    const page = await ask('/')
    expect(page.status).toBe(401)
    expect(page.body).toContain('npm start')
    expect(page.body).not.toContain('the page')
    expect((await ask('/assets/a-1.js')).status).toBe(401)
  })

  it('trades a token once for a cookie that scripts and other sites cannot use', async () => {
    const token = tokenOf(server.newLink())
    const first = await trade(token)
    expect(first.status).toBe(200)
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await trade(token)).status).toBe(401)
  })

  it.each(['', 'x', 'x'.repeat(43)])('refuses the token %j', async (token) => {
    expect((await trade(token)).status).toBe(401)
  })

  it('does not read a long body', async () => {
    expect((await trade('x'.repeat(10_000))).status).toBe(400)
  })

  it('serves the page to its session, with a policy on every answer', async () => {
    const page = await ask('/', { cookie: await cookie() })
    expect(page).toMatchObject({ status: 200, body: '<p>the page</p>' })
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    const script = await ask('/assets/a-1.js', { cookie: await cookie() })
    expect(script.headers['content-type']).toContain('javascript')
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '//secret.txt',
    '/index.html%00',
  ])('has nothing at %s', async (path) => {
    expect((await ask(path, { cookie: await cookie() })).status).toBe(404)
  })
})

describe('foreign names and sites', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '0.0.0.0:1'])(
    'refuses a request for the host %j (DNS rebinding)',
    async (host) => {
      const session = await cookie()
      expect((await ask('/', { host, cookie: session })).status).toBe(403)
    },
  )

  it('answers to localhost as well', async () => {
    expect((await ask('/open', { host: `localhost:${server.port}` })).status).toBe(200)
  })

  it.each([{}, { origin: 'https://evil.example' }, { origin: 'null' }])(
    'does not trade a token for the origin %j, and keeps it for its owner',
    async (headers) => {
      const token = tokenOf(server.newLink())
      expect((await ask('/session', headers as Record<string, string>, 'POST', token)).status).toBe(403)
      expect((await trade(token)).status).toBe(200)
    },
  )
})

describe('the wire', () => {
  it('opens for a session on its own origin and passes messages both ways', async () => {
    const socket = await upgrade({ ...origin(), ...(await signIn()) })
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const echoed = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))))
    socket.send('hello')
    expect(await echoed).toBe('hello')
    expect(served).toHaveLength(1)
  })

  it('stays shut without a session, for another site, another host, or another path', async () => {
    const session = await signIn()
    expect(await upgrade(origin())).toBe(401)
    expect(await upgrade({ ...origin(), cookie: `lull-${server.port}=guess` })).toBe(401)
    expect(await upgrade({ origin: 'https://evil.example', ...session })).toBe(403)
    expect(await upgrade(session)).toBe(403)
    expect(await upgrade({ ...origin(), ...session, host: 'evil.example' })).toBe(403)
    expect(await upgrade({ ...origin(), ...session }, '/other')).toBe(404)
    expect(served).toHaveLength(0)
  })

  it('needs more than the cookie, which any server on this address is shown', async () => {
    const session = await signIn()
    const other = await signIn()
    expect(await upgrade({ ...origin(), cookie: session.cookie })).toBe(401)
    expect(await upgrade({ ...origin(), ...session, 'sec-websocket-protocol': 'lull, guess' })).toBe(401)
    expect(await upgrade({ ...origin(), ...session, cookie: other.cookie })).toBe(401)
    expect((await ask('/door.js')).body).toContain(`'${wireKeyName}'`)
  })

  it('does not let a refused peer that never hangs up keep the host from stopping', async () => {
    const lingering = connect({ host: '127.0.0.1', port: server.port, allowHalfOpen: true })
    const refused = new Promise((resolve) => lingering.once('data', resolve))
    lingering.write(
      `GET /wire HTTP/1.1\r\nhost: ${own()}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n`,
    )
    expect(String(await refused)).toContain('403')
    await server.close()
    lingering.destroy()
  })

  it('closes on a message over a megabyte, and only that connection', async () => {
    const session = await signIn()
    const socket = await upgrade({ ...origin(), ...session })
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    socket.send('x'.repeat(1_048_577))
    expect(await closed).toBe(1009)
    expect(typeof (await upgrade({ ...origin(), ...session }))).not.toBe('number')
  })
})

describe('a second start', () => {
  it('gets a fresh link with the secret of host.json', async () => {
    writeHostNote(folder, { port: server.port, secret: server.linkSecret, pid: process.pid })
    if (process.platform !== 'win32') expect(statSync(join(folder, 'host.json')).mode & 0o777).toBe(0o600)
    const link = await linkOfRunningHost(folder)
    expect(link).toContain(`${own()}/open#`)
    expect((await trade(tokenOf(link ?? ''))).status).toBe(200)
  })

  it('gets none with a wrong secret, and none where nobody answers', async () => {
    writeHostNote(folder, { port: server.port, secret: 'x'.repeat(43), pid: process.pid })
    expect(await linkOfRunningHost(folder)).toBeNull()
    writeFileSync(join(folder, 'host.json'), 'torn')
    expect(await linkOfRunningHost(folder)).toBeNull()
  })

  it('gives no links to pages', async () => {
    const headers = { ...origin(), authorization: `Bearer ${server.linkSecret}` }
    expect((await ask('/link', headers, 'POST')).status).toBe(403)
  })
})
