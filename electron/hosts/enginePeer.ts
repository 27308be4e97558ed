/** The engine's view of the shell that started it: by Electron's parent port, or by the IPC channel of a plain Node. */
import type { WirePort } from '../engine/wire/port.ts'
import type { EngineRole, FromEngine, ToEngine } from './engineMessages.ts'

/** A MessagePort as Electron gives it to utility processes: like the web's, but with `on`, and silent until started. */
export interface TransferredPort extends WirePort {
  start(): void
  close(): void
}

export interface EnginePeer {
  post(message: FromEngine): void
  /** Everything but connections, which come by `onOpen`. `port` is there when the message carried one. */
  onMessage(listener: (message: ToEngine, port: TransferredPort | null) => void): void
  onOpen(listener: (port: WirePort, role: EngineRole) => void): void
  onGone(listener: () => void): void
  /** A channel of messages rather than ports: the engine starts its children itself. */
  relayed: boolean
}

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports: TransferredPort[] }) => void): void
}

/** @throws when nobody started this process the way a shell does. */
export function enginePeer(host: NodeJS.Process = process): EnginePeer {
  const { parentPort } = host as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort) return portPeer(parentPort)
  if (host.send) return relayPeer(host)
  throw new Error('this entry is started by the shell')
}

function portPeer(parent: ParentPort): EnginePeer {
  return {
    relayed: false,
    post: (message) => parent.postMessage(message),
    onMessage: (listener) =>
      parent.on('message', ({ data, ports }) => {
        const message = data as ToEngine
        if (message.type !== 'open') listener(message, ports[0] ?? null)
      }),
    onOpen: (listener) =>
      parent.on('message', ({ data, ports }) => {
        const message = data as ToEngine
        const port = ports[0]
        if (message.type !== 'open' || !port) return
        listener(port, message.role)
        port.start()
      }),
    // Chromium ends a utility process together with the app.
    onGone: () => {},
  }
}

/** More than one part listens: the wire, and whoever counts its connections. */
interface Relayed {
  message: ((event: { data: unknown }) => void)[]
  close: (() => void)[]
}

function relayPeer(host: NodeJS.Process): EnginePeer {
  const connections = new Map<number, Relayed>()
  const post = (message: FromEngine) => {
    if (host.connected) host.send?.(message)
  }
  const onMessage: EnginePeer['onMessage'] = (listener) =>
    host.on('message', (message: ToEngine) => listener(message, null))

  return {
    relayed: true,
    post,
    onMessage,
    onOpen: (listener) =>
      onMessage((message) => {
        if (message.type === 'data') {
          for (const take of connections.get(message.connection)?.message ?? []) take({ data: message.data })
        }
        if (message.type === 'close') {
          for (const end of connections.get(message.connection)?.close ?? []) end()
          connections.delete(message.connection)
        }
        if (message.type !== 'open') return
        const { connection, role } = message
        const relayed: Relayed = { message: [], close: [] }
        connections.set(connection, relayed)
        listener(
          relayedPort(relayed, (data) => post({ type: 'data', connection, data })),
          role,
        )
      }),
    onGone: (listener) => host.once('disconnect', listener),
  }
}

function relayedPort(relayed: Relayed, send: (data: unknown) => void): WirePort {
  return {
    postMessage: send,
    on(event: 'message' | 'close', callback: (event?: { data: unknown }) => void) {
      if (event === 'message') relayed.message.push(callback)
      else relayed.close.push(() => callback())
    },
  }
}
