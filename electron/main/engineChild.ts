/** The engine's process as the shell holds it: Electron's utility process, or a plain Node whose messages are relayed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { app, MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'
import type { EngineRole, FromEngine, ToEngine } from '../hosts/engineMessages.ts'

export interface EngineChild {
  /** True when the engine starts its children itself. */
  relayed: boolean
  post(message: ToEngine, port?: MessagePortMain): void
  /** Opens a connection of a role. @returns the far end, to use or to hand on. */
  connect(role: EngineRole): MessagePortMain
  kill(): void
}

export interface EngineChildEvents {
  message(message: FromEngine): void
  ended(detail: string): void
}

const entry = () => join(app.getAppPath(), 'out/main/utility.cjs')

/** LULL_ENGINE_NODE names a Node to run the engine in: for debugging, and for Electrons older than the native modules. */
export function startEngineChild(events: EngineChildEvents): EngineChild {
  const node = process.env.LULL_ENGINE_NODE
  return node ? nodeChild(node, events) : utilityChild(events)
}

function utilityChild(events: EngineChildEvents): EngineChild {
  const child = utilityProcess.fork(entry(), [], { serviceName: 'Lull engine' })
  child.on('message', (message: FromEngine) => events.message(message))
  child.once('exit', (code) => events.ended(`code ${code}`))
  let connections = 0
  return {
    relayed: false,
    post: (message, port) => child.postMessage(message, port ? [port] : []),
    connect(role) {
      const { port1, port2 } = new MessageChannelMain()
      const message: ToEngine = { type: 'open', connection: ++connections, role }
      child.postMessage(message, [port1])
      return port2
    },
    kill: () => child.kill(),
  }
}

function nodeChild(node: string, events: EngineChildEvents): EngineChild {
  const child: ChildProcess = spawn(node, [entry()], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const open = new Map<number, MessagePortMain>()
  let connections = 0
  const post = (message: ToEngine) => {
    // A child that died between two messages is reported by its exit, not here.
    if (child.connected) child.send(message, () => {})
  }
  let gone = false
  const end = (detail: string) => {
    if (gone) return
    gone = true
    for (const port of open.values()) port.close()
    open.clear()
    events.ended(detail)
  }
  child.once('error', (error) => end(error.message))
  child.once('exit', (code, signal) => end(signal ?? `code ${code}`))
  child.on('message', (received) => {
    const message = received as FromEngine
    if (message.type === 'data') open.get(message.connection)?.postMessage(message.data)
    else events.message(message)
  })
  return {
    relayed: true,
    post,
    connect(role) {
      const connection = ++connections
      const { port1, port2 } = new MessageChannelMain()
      open.set(connection, port1)
      post({ type: 'open', connection, role })
      port1.on('message', ({ data }) => post({ type: 'data', connection, data }))
      port1.on('close', () => {
        open.delete(connection)
        post({ type: 'close', connection })
      })
      port1.start()
      return port2
    },
    kill: () => child.kill('SIGKILL'),
  }
}
