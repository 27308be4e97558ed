/** The page's one connection to the engine: by a port the preload passes on, or by WebSocket in a browser tab. */
import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { EngineClient } from '../electron/contract/index.ts'

export type LinkState =
  | { state: 'connecting'; everConnected: boolean }
  | { state: 'connected'; generation: number }
  /** The browser's session is over: only a new link from the terminal helps. */
  | { state: 'signedOut' }

export interface Engine {
  client: EngineClient
  link(): LinkState
  /** @returns a function that stops listening. */
  subscribe(listener: () => void): () => void
  close(): void
}

/** Thrown by a call that found no engine within its patience; the page's error code for it is AWAY. */
export class EngineAway extends Error {}

export interface EngineOptions {
  page: Window & typeof globalThis
  /** False in Electron, where only a port may come. */
  useSocket: boolean
  /** How long a call waits for a connection before it fails. */
  patienceMs?: number
  firstRetryMs?: number
}

interface Connection {
  link: ClientLink<ClientContext>
  close(): void
}

const longestRetryMs = 8_000
/** Where the door page left the key of the wire (electron/hosts/doorPage.ts). */
export const wireKeyName = 'lull.wireKey'

export function connectEngine(options: EngineOptions): Engine {
  const { page, useSocket, patienceMs = 20_000, firstRetryMs = 250 } = options
  const listeners = new Set<() => void>()
  let connection: Connection | null = null
  let generation = 0
  let state: LinkState = { state: 'connecting', everConnected: false }
  let hasPort = false
  let retryMs = firstRetryMs
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  function become(next: LinkState) {
    state = next
    for (const listener of [...listeners]) listener()
  }

  function connected(next: Connection) {
    const previous = connection
    connection = next
    generation += 1
    retryMs = firstRetryMs
    previous?.close()
    become({ state: 'connected', generation })
  }

  function lost(gone: Connection) {
    // A connection that was replaced already has nobody left to tell.
    if (connection !== gone || closed) return
    connection = null
    become({ state: 'connecting', everConnected: true })
    if (!hasPort && useSocket) retryLater()
  }

  function retryLater() {
    retryTimer = setTimeout(openSocket, retryMs)
    retryMs = Math.min(retryMs * 2, longestRetryMs)
  }

  function takePort(event: MessageEvent) {
    const port = event.ports[0]
    const isOurs = event.source === null || event.source === page
    if (!isOurs || event.data?.lull !== 'port' || !port) return
    hasPort = true
    clearTimeout(retryTimer)
    const next: Connection = { link: new PortLink({ port }), close: () => port.close() }
    port.addEventListener('close', () => lost(next))
    port.start()
    connected(next)
  }

  function openSocket() {
    const key = page.localStorage.getItem(wireKeyName)
    if (!key) return become({ state: 'signedOut' })
    const scheme = page.location.protocol === 'https:' ? 'wss' : 'ws'
    // A page can send the key with a socket only as one of its subprotocols.
    const websocket = new page.WebSocket(`${scheme}://${page.location.host}/wire`, ['lull', key])
    websocket.binaryType = 'arraybuffer'
    const next: Connection = { link: new SocketLink({ websocket }), close: () => websocket.close() }
    let opened = false
    websocket.addEventListener('open', () => {
      opened = true
      if (hasPort || closed) websocket.close()
      else connected(next)
    })
    websocket.addEventListener('close', () => {
      if (opened) lost(next)
      else if (!closed && !hasPort) void askWhyRefused()
    })
  }

  /** A browser hides why a socket was refused, so the page itself is asked for: 401 means the session is over. */
  async function askWhyRefused() {
    const status = await page.fetch('/', { method: 'HEAD' }).then(
      (answer) => answer.status,
      () => null,
    )
    if (closed || hasPort) return
    if (status === 401) become({ state: 'signedOut' })
    else retryLater()
  }

  /** The connection in use, waiting for one while there is none. */
  async function current(signal: AbortSignal | undefined): Promise<Connection> {
    if (connection) return connection
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer)
        listeners.delete(look)
        signal?.removeEventListener('abort', giveUp)
        settle()
      }
      const look = () => {
        if (connection) done(() => connection && resolve(connection))
        else if (state.state === 'signedOut' || closed) giveUp()
      }
      const giveUp = () => done(() => reject(new EngineAway('There is no engine to talk to.')))
      const timer = setTimeout(giveUp, patienceMs)
      listeners.add(look)
      signal?.addEventListener('abort', giveUp)
    })
  }

  const client: EngineClient = createORPCClient({
    call: async (path, input, callOptions) => {
      const { link } = await current(callOptions.signal)
      return link.call(path, input, callOptions)
    },
  })

  page.addEventListener('message', takePort)
  if (useSocket) openSocket()

  return {
    client,
    link: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closed = true
      clearTimeout(retryTimer)
      page.removeEventListener('message', takePort)
      connection?.close()
      connection = null
      become({ state: 'connecting', everConnected: true })
    },
  }
}
