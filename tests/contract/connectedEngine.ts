/** An engine behind real message ports, as a window or the shell meets it. */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { onTestFinished } from 'vitest'
import type { EngineClient } from '../../electron/contract/index.ts'
import type { Role } from '../../electron/contract/procedure.ts'
import { createEngine, type Engine } from '../../electron/engine/index.ts'
import type { WirePort } from '../../electron/engine/wire/port.ts'
import { engineParts } from '../engine/engineParts.ts'
import { ScriptedModel } from '../fakes/scriptedModel.ts'

/** Node's ports hand over the bare data; the wire's shape wraps it in an event, as Electron does. */
export function wirePort(port: MessagePort): WirePort {
  return {
    postMessage: (data) => port.postMessage(data),
    on(event: 'message' | 'close', callback: (event?: { data: unknown }) => void) {
      if (event === 'message') port.on('message', (data) => callback({ data }))
      else port.on('close', () => callback())
    },
  }
}

export interface Connection {
  client: EngineClient
  /** The page's end of the wire, for frames no client would send. */
  port: MessagePort
  close(): void
}

export function connect(engine: Engine, role: Role): Connection {
  const { port1, port2 } = new MessageChannel()
  engine.serve(wirePort(port1), role)
  port1.start()
  const client: EngineClient = createORPCClient(new RPCLink({ port: wirePort(port2) }))
  const close = () => port2.close()
  onTestFinished(close)
  return { client, port: port2, close }
}

export async function connectedEngine(
  model = new ScriptedModel(),
  extra: Parameters<typeof engineParts>[1] = {},
) {
  const made = engineParts(model, extra)
  const engine = createEngine(made.parts)
  await engine.start()
  onTestFinished(() => engine.stop())
  return { ...made, engine, model, connect: (role: Role) => connect(engine, role) }
}

/** The next value of a stream; fails when it has ended. */
export async function next<Value>(stream: AsyncIterator<Value>): Promise<Value> {
  const result = await stream.next()
  if (result.done) throw new Error('the stream has ended')
  return result.value
}

/** Reads on until a value fits; the facts a test waits for. */
export async function until<Value>(
  stream: AsyncIterator<Value>,
  fits: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await next(stream)
    if (fits(value)) return value
  }
}
