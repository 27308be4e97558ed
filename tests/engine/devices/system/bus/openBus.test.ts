/** Something at the address of a bus that is none, or goes mad: the connection ends, and nothing else. */
import { createRequire } from 'node:module'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBus } from '../../../../../electron/engine/devices/system/bus/openBus.ts'
import { temporaryFolder } from '../../../engineParts.ts'

/** The library writes messages for us, but tells nobody so. */
const { marshall } = createRequire(import.meta.url)('@particle/dbus-next/lib/message.js') as {
  marshall(message: object): [Buffer]
}

const CALL = { destination: 'a.b', path: '/a', interface: 'a.b', member: 'C' }

/** A server that greets as a bus does; `afterHello` gets the connection when the greeting is over. */
async function greeter(afterHello: (socket: Socket) => void): Promise<string> {
  const path = join(temporaryFolder(), 'bus')
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const text = data.toString('latin1')
      if (text.includes('AUTH ')) socket.write('OK 0123456789abcdef0123456789abcdef\r\n')
      if (!text.includes('Hello')) return
      const reply = {
        type: 2,
        serial: 1,
        replySerial: 1,
        signature: 's',
        body: [':1.1'],
        sender: 'org.freedesktop.DBus',
      }
      const [bytes] = marshall(reply)
      socket.write(bytes)
      afterHello(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(() => void server.close())
  return `unix:path=${path}`
}

test('a message that cannot be taken apart ends the connection', async () => {
  let connection: Socket | undefined
  const bus = await openBus(
    await greeter((socket) => {
      connection = socket
    }),
  )
  const failed = expect(bus.call(CALL)).rejects.toThrow()
  const garbage = Buffer.alloc(64, 0xff)
  // A header that announces sixteen bytes of fields which are none.
  garbage.write('l\u0004\u0000\u0001', 0, 'latin1')
  garbage.writeUInt32LE(0, 4)
  garbage.writeUInt32LE(7, 8)
  garbage.writeUInt32LE(16, 12)
  connection?.write(garbage)
  await failed
  await bus.ended
})

test('one that hangs up fails what is asked', async () => {
  const bus = await openBus(await greeter((socket) => socket.end()))
  await bus.ended
  await expect(bus.call(CALL)).rejects.toThrow()
})

test('something else at the address is no bus', async () => {
  const path = join(temporaryFolder(), 'bus')
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(() => void server.close())
  await expect(openBus(`unix:path=${path}`)).rejects.toThrow()
  await expect(openBus('unix:nonsense')).rejects.toThrow()
})
