/** What the fake bridges have in common: a clock that holds nothing up, a place to listen, and requests read to their end. */
import type { IncomingMessage, Server } from 'node:http'
import type { Clock } from '../../../electron/engine/ports/clock.ts'

export const looseClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** On loopback. @returns the port */
export async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** As JSON; undefined: none. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of request) pieces.push(piece as Buffer)
    return JSON.parse(Buffer.concat(pieces).toString())
  } catch {
    // No JSON, or the line dropped and nobody waits for an answer.
    return undefined
  }
}
