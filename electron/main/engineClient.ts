/** The shell as a client of the contract, and how it follows what it watches. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { MessagePortMain } from 'electron'
import type { EngineClient } from '../contract/index.ts'

export function engineClient(port: MessagePortMain): EngineClient {
  // Electron's port is the `on` kind of port the link knows; only its declared types differ.
  const client: EngineClient = createORPCClient(
    new RPCLink({ port: port as ConstructorParameters<typeof RPCLink>[0]['port'] }),
  )
  port.start()
  return client
}

/** Follows a watched stream until the connection ends; a new engine brings a new connection and a new call. */
export async function follow<Item>(
  stream: Promise<AsyncIterable<Item>>,
  take: (item: Item) => void,
): Promise<void> {
  try {
    for await (const item of await stream) take(item)
  } catch {
    // The engine went away; `engineProcess` says so and brings the next connection.
  }
}
