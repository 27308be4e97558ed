/** Opens a bus with dbus-next, which is loaded only now: most machines that run Lull have no such bus. */
import { setTimeout as wait } from 'node:timers/promises'
import { ANSWER_WITHIN_MS, NotConnectedError } from '../question.ts'
import type { Bus, BusCall, BusSignal } from './bus.ts'

type DbusNext = typeof import('@particle/dbus-next')
type Connection = InstanceType<DbusNext['MessageBus']>

/** The socket is not part of the library's types, and nothing else tells that the other side hung up. */
interface Socket {
  once(event: 'close', listener: () => void): void
  on(event: 'readable', listener: () => void): void
  off(event: 'readable', listener: () => void): void
  listeners(event: 'readable'): (() => void)[]
  destroy(): void
}

function socketOf(connection: Connection): Socket {
  return (connection as unknown as { _connection: { stream: Socket } })._connection.stream
}

/** @throws when there is no bus, or it says nothing. */
export async function openBus(address: string): Promise<Bus> {
  const loaded = await import('@particle/dbus-next')
  // A CommonJS package: its names may only stand on the default export.
  const dbus = (loaded as unknown as { default?: DbusNext }).default ?? loaded
  const connection = dbus.sessionBus({ busAddress: address })
  const socket = socketOf(connection)
  const ended = new Promise<void>((resolve) => {
    socket.once('close', resolve)
    // Whatever goes wrong on a connection ends it; the listener stays, for a late error must not end the engine.
    connection.on('error', () => socket.destroy())
  })
  const close = () => socket.destroy()
  await connected(connection, ended).catch((error) => {
    close()
    throw error
  })
  endOnThrow(socket)
  return { ...conversation(dbus, connection, ended), ended, close }
}

/** What the library throws while it reads, at a message it cannot take apart, ends the connection and not the engine. */
function endOnThrow(socket: Socket): void {
  for (const read of socket.listeners('readable')) {
    socket.off('readable', read)
    socket.on('readable', () => {
      try {
        read.call(socket)
      } catch {
        socket.destroy()
      }
    })
  }
}

async function connected(connection: Connection, ended: Promise<void>): Promise<void> {
  const outcome = await Promise.race([
    new Promise<'connected'>((resolve) => connection.on('connect', () => resolve('connected'))),
    ended.then(() => 'ended' as const),
    wait(ANSWER_WITHIN_MS, 'silent' as const, { ref: false }),
  ])
  if (outcome !== 'connected') throw new Error(`The bus cannot be reached: ${outcome}.`)
}

function conversation(
  dbus: DbusNext,
  connection: Connection,
  ended: Promise<void>,
): Pick<Bus, 'call' | 'onSignal'> {
  // A race against `ended` would leave something behind at every call, for as long as the connection lasts.
  const giveUps = new Set<(error: Error) => void>()
  let isOver = false
  void ended.then(() => {
    isOver = true
    for (const giveUp of giveUps) giveUp(new NotConnectedError('The bus went away.'))
  })
  return {
    call(call: BusCall) {
      // The library would keep such a call for ever.
      if (isOver) return Promise.reject(new NotConnectedError('The bus went away.'))
      const message = new dbus.Message({
        ...call,
        body: [...(call.body ?? [])],
        flags: dbus.MessageFlag.NO_AUTO_START,
      })
      return new Promise((resolve, reject) => {
        giveUps.add(reject)
        connection
          .call(message)
          .then((reply) => resolve(reply?.body ?? []), reject)
          .finally(() => giveUps.delete(reject))
      })
    },
    onSignal(listener: (signal: BusSignal) => void) {
      connection.on('message', (message) => {
        if (message.type !== dbus.MessageType.SIGNAL) return
        const { path, interface: name, member, body } = message
        listener({ path, interface: name, member, body: body ?? [] })
      })
    },
  }
}
