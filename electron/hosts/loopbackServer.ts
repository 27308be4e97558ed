/** Serves the page and the wire on 127.0.0.1 to one account's browser, and to nobody who merely knows the port. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WirePort } from '../engine/wire/port.ts'
import { webSocketPort } from '../engine/wire/webSocketPort.ts'
import { DoorKeys, sameSecret } from './doorKeys.ts'
import { doorFiles, doorPage } from './doorPage.ts'
import type { Obeyed } from './obeyed.ts'
import { type Order, orderOf } from './order.ts'
import { type PageFile, pageHeaders } from './pageFiles.ts'

/** Longest message a page may send; the longest text of one message is 100 000 UTF-16 units. */
const MESSAGE_MAX_BYTES = 1_048_576
const BODY_MAX_BYTES = 256
const SOCKETS_MAX = 16
/** Tells a page that the host is stopping, so that it need not try to come back. */
const STOPPING_CODE = 4001
const CLOSE_PATIENCE_MS = 500

export interface LoopbackServer {
  port: number
  linkSecret: string
  /** An address that opens the app once. */
  newLink(): string
  close(): Promise<void>
}

export interface LoopbackParts {
  files: ReadonlyMap<string, PageFile>
  serve(port: WirePort): void
  /** Does what the command line of this account orders; without it nothing is ordered here. */
  obey?: (order: Order) => Promise<Obeyed>
}

export async function loopbackServer({ files, serve, obey }: LoopbackParts): Promise<LoopbackServer> {
  const keys = new DoorKeys()
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no loopback address')
  const { port } = address
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  // Browsers keep cookies by host name and not by port: two Lulls must not take each other's, and another server
  // on this machine that sees ours must not get in with it alone (see `Session` in doorKeys.ts).
  const cookieName = `lull-${port}`
  const newLink = () => `http://127.0.0.1:${port}/open#${keys.newToken()}`

  /** A foreign Host is another site whose name was pointed at this machine (DNS rebinding). */
  const ownHost = (request: IncomingMessage) => hosts.includes(request.headers.host ?? '')
  const ownOrigin = (request: IncomingMessage) => request.headers.origin === `http://${request.headers.host}`
  const admitted = (request: IncomingMessage) => keys.admits(request.headers.cookie, cookieName)
  const admittedToWire = ({ headers }: IncomingMessage) =>
    keys.admitsWire(headers.cookie, cookieName, headers['sec-websocket-protocol'])

  const answer = (response: ServerResponse, status: number, file: Partial<PageFile> & { body: Buffer }) => {
    response.writeHead(status, {
      ...pageHeaders(hosts.map((host) => `ws://${host}`)),
      'content-type': file.type ?? 'text/plain; charset=utf-8',
      'content-length': file.body.length,
      'cache-control': file.cache ?? 'no-store',
    })
    response.end(response.req.method === 'HEAD' ? undefined : file.body)
  }
  const say = (response: ServerResponse, status: number, text: string) =>
    answer(response, status, { body: Buffer.from(`${text}\n`) })

  const get = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const door = doorFiles.get(path)
    if (door) return answer(response, 200, door)
    if (!admitted(request)) {
      return path === '/' ? answer(response, 401, doorPage) : say(response, 401, 'Open Lull from its link.')
    }
    const file = files.get(path)
    return file ? answer(response, 200, file) : say(response, 404, 'There is nothing here.')
  }

  const openSession = async (request: IncomingMessage, response: ServerResponse) => {
    if (!ownOrigin(request)) return say(response, 403, 'This is not for other sites.')
    const session = keys.trade(await smallBody(request))
    if (!session) return say(response, 401, 'This link was used already.')
    response.setHeader('set-cookie', `${cookieName}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/`)
    return answer(response, 200, { body: Buffer.from(session.wireKey) })
  }

  const json = (response: ServerResponse, value: unknown) =>
    answer(response, 200, {
      body: Buffer.from(JSON.stringify(value)),
      type: 'application/json; charset=utf-8',
    })

  /** For the launcher on this machine, which knows the secret of host.json. */
  const forLauncher = async (
    request: IncomingMessage,
    response: ServerResponse,
    value: () => Promise<unknown>,
  ) => {
    // Every browser sends Origin with a POST; the launcher on this machine does not.
    if (request.headers.origin !== undefined) return say(response, 403, 'This is not for pages.')
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!sameSecret(given, keys.linkSecret)) return say(response, 401, 'This secret is not ours.')
    return json(response, await value())
  }
  const giveLink = (request: IncomingMessage, response: ServerResponse) =>
    forLauncher(request, response, async () => ({ link: newLink() }))

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (!ownHost(request)) return say(response, 403, 'This address is not ours.')
    if (request.method === 'GET' || request.method === 'HEAD') return get(request, response)
    if (request.method === 'POST' && request.url === '/session') return openSession(request, response)
    if (request.method === 'POST' && request.url === '/link') return giveLink(request, response)
    if (request.method === 'POST' && request.url === '/order' && obey) {
      return forLauncher(request, response, async () => answerTo(await smallBody(request), obey))
    }
    return say(response, 405, 'This is not understood.')
  }
  server.on('request', (request, response) => {
    handle(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else say(response, 400, 'This is not understood.')
    })
  })

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_MAX_BYTES,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request, socket, head) => {
    const status =
      !ownHost(request) || !ownOrigin(request)
        ? 403
        : !admittedToWire(request)
          ? 401
          : request.url !== '/wire'
            ? 404
            : sockets.clients.size >= SOCKETS_MAX
              ? 503
              : 101
    if (status !== 101) return refuseUpgrade(socket, status)
    sockets.handleUpgrade(request, socket, head, (opened) => serve(webSocketPort(opened)))
  })

  return {
    port,
    linkSecret: keys.linkSecret,
    newLink,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const open of sockets.clients) open.close(STOPPING_CODE, 'stopping')
      server.closeIdleConnections()
      const impatient = setTimeout(() => {
        for (const open of sockets.clients) open.terminate()
        server.closeAllConnections()
      }, CLOSE_PATIENCE_MS)
      await closed
      clearTimeout(impatient)
    },
  }
}

/** @throws for a body that is no list of words. */
async function answerTo(body: string, obey: NonNullable<LoopbackParts['obey']>) {
  const words: unknown = JSON.parse(body)
  if (!Array.isArray(words)) throw new Error('no words')
  const asked = orderOf(words)
  return 'order' in asked ? await obey(asked.order) : { code: 2, line: asked.problem }
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.on('error', () => {})
  // The server no longer watches this socket: a peer that leaves its end open would keep it, and `close`, for good.
  const refusal = `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`
  socket.end(refusal, () => socket.destroy())
}

/** A body of a few words. @throws when it is longer than any token. */
async function smallBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > BODY_MAX_BYTES) throw new Error('body too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
