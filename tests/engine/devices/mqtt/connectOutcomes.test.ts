/** Every way a broker can be reached or not, told as what it is. */
import { readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readBrokerSettings } from '../../../../electron/engine/devices/mqtt/brokerSettings.ts'
import { clientId } from '../../../../electron/engine/devices/mqtt/mqttConnection.ts'
import { brokerForTest, deviceForTest, heartRate, publisherForTest, testBroker } from './brokerTest.ts'
import { mosquittoTitle, noMosquitto, tlsFile } from './mosquitto.ts'

const ca = readFileSync(tlsFile('ca.pem'), 'utf8')
const otherCa = readFileSync(tlsFile('other-ca.pem'), 'utf8')
const users = { mira: 'sea-salt' }
const failed = (failure: string) => expect.objectContaining({ phase: 'failed', failure, retrying: false })

/** A server of ours that goes away with the test. */
async function serverForTest(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    onConnection(socket)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('a broker that is not there', () => {
  it('is told from a name that nobody knows', async () => {
    const port = await serverForTest(() => {})
    expect(await testBroker({ host: '127.0.0.1', port: port === 1 ? 2 : 1 })).toEqual(failed('nobody_there'))
    expect(await testBroker({ host: 'no-such-host.invalid' })).toEqual(failed('name_unknown'))
  })

  it('and one that never answers is told as that', async () => {
    const port = await serverForTest(() => {})
    expect(await testBroker({ host: '127.0.0.1', port })).toEqual(failed('timed_out'))
  }, 15_000)

  it('a server that hangs up without a word is a lost connection, not a guess about TLS', async () => {
    const port = await serverForTest((socket) => socket.destroy())
    expect(await testBroker({ host: '127.0.0.1', port })).toEqual(failed('connection_lost'))
    expect(await testBroker({ host: '127.0.0.1', port, tls: true })).toEqual(failed('connection_lost'))
  })

  it('something that is no broker is told as nothing known', async () => {
    const port = await serverForTest((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await testBroker({ host: '127.0.0.1', port })).toEqual(failed('unknown'))
    expect(await testBroker({ host: '127.0.0.1', port, tls: true })).toEqual(failed('tls_mismatch'))
  })
})

describe('an old broker', () => {
  it('is spoken to in the older version', async () => {
    const aedes = await Aedes.createBroker()
    onTestFinished(() => aedes.close())
    const port = await serverForTest(aedes.handle)
    expect(await testBroker({ host: '127.0.0.1', port })).toEqual({ phase: 'connected', protocol: '3.1.1' })
    expect(await testBroker({ host: '127.0.0.1', port, version: '5' })).toEqual(failed('version_refused'))
    const device = deviceForTest({ host: '127.0.0.1', port }, [heartRate('hr')])
    await vi.waitFor(() => expect(device.phases.at(-1)?.phase).toBe('connected'))
    const publisher = await publisherForTest(port, { protocolVersion: 4 })
    await vi.waitFor(() => {
      publisher.publish('hr', '61')
      expect(device.readings).toContainEqual(expect.objectContaining({ kind: 'hr', bpm: 61 }))
    })
  })

  it('that refuses a topic is told as that when no other is left, and counted', async () => {
    const aedes = await Aedes.createBroker({
      authorizeSubscribe: (_client, subscription, done) =>
        done(null, subscription.topic.startsWith('closed') ? null : subscription),
    })
    onTestFinished(() => aedes.close())
    const port = await serverForTest(aedes.handle)
    const closed = heartRate('closed/hr', { id: 'closed' })
    const device = deviceForTest({ host: '127.0.0.1', port }, [closed, heartRate('hr')])
    await vi.waitFor(() => expect(device.refused).toEqual({ topic_refused: 1 }))
    expect(device.phases.at(-1)?.phase).toBe('connected')
    device.connection.setMappings([closed])
    await vi.waitFor(() => expect(device.phases.at(-1)).toEqual(failed('topic_refused')))
    device.connection.setMappings([heartRate('hr')])
    await vi.waitFor(() => expect(device.phases.at(-1)?.phase).toBe('connected'))
  })

  it('that hangs up on the newer version is asked in the older one', async () => {
    const port = await serverForTest((socket) => {
      socket.once('data', (connect) => {
        // Byte 8 of a CONNECT is its version.
        if (connect[8] === 4) socket.write(Uint8Array.of(0x20, 2, 0, 0))
        else socket.destroy()
      })
    })
    expect(await testBroker({ host: '127.0.0.1', port })).toEqual({ phase: 'connected', protocol: '3.1.1' })
  })
})

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  it('is reached plainly in either version', async () => {
    const { port } = await brokerForTest()
    expect(await testBroker({ host: '127.0.0.1', port })).toEqual({ phase: 'connected', protocol: '5' })
    expect(await testBroker({ host: 'localhost', port, version: '3.1.1' })).toEqual({
      phase: 'connected',
      protocol: '3.1.1',
    })
  })

  it.each(['5', '3.1.1'])('lets in only who knows the password (%s)', async (version) => {
    const { port } = await brokerForTest({ users })
    const at = { host: '127.0.0.1', port, version }
    expect(await testBroker({ ...at, username: 'mira', password: 'sea-salt' })).toMatchObject({
      phase: 'connected',
    })
    for (const wrong of [
      {},
      { username: 'mira', password: 'sea-sand' },
      { username: 'nobody', password: 'x' },
    ]) {
      expect(await testBroker({ ...at, ...wrong })).toEqual(failed('credentials_refused'))
    }
  })

  it('with a wrong password is asked once and then left alone until the person tries again', async () => {
    const broker = await brokerForTest({ users })
    const device = deviceForTest({
      host: '127.0.0.1',
      port: broker.port,
      username: 'mira',
      password: 'sea-sand',
    })
    await vi.waitFor(() =>
      expect(device.phases).toEqual([{ phase: 'connecting' }, failed('credentials_refused')]),
    )
    const asked = device.connections.length
    device.connection.retry()
    await vi.waitFor(() => expect(device.phases).toHaveLength(4))
    expect(device.phases.slice(2)).toEqual([{ phase: 'connecting' }, failed('credentials_refused')])
    expect(device.connections).toHaveLength(asked + 1)
  })

  it('over TLS is trusted through its own authority, by name and by address', async () => {
    const { port } = await brokerForTest({ certificate: 'broker' })
    for (const host of ['localhost', '127.0.0.1']) {
      expect(await testBroker({ host, port, tls: true, ca })).toEqual({ phase: 'connected', protocol: '5' })
    }
    expect(await testBroker({ host: 'localhost', port, tls: true })).toEqual(failed('certificate_unknown'))
    expect(await testBroker({ host: 'localhost', port, tls: true, ca: otherCa })).toEqual(
      failed('certificate_unknown'),
    )
  })

  it('over TLS under another name, or past its time, is not trusted', async () => {
    const elsewhere = await brokerForTest({ certificate: 'elsewhere' })
    expect(await testBroker({ host: 'localhost', port: elsewhere.port, tls: true, ca })).toEqual(
      failed('certificate_name_wrong'),
    )
    const expired = await brokerForTest({ certificate: 'expired' })
    expect(await testBroker({ host: 'localhost', port: expired.port, tls: true, ca })).toEqual(
      failed('certificate_expired'),
    )
  })

  it('that wants a certificate of ours is told as that', async () => {
    const extra = ['require_certificate true', `cafile ${tlsFile('ca.pem')}`]
    const { port } = await brokerForTest({ certificate: 'broker', extra })
    expect(await testBroker({ host: 'localhost', port, tls: true, ca })).toEqual(
      failed('client_certificate_missing'),
    )
  })

  it.each(['auto', '5', '3.1.1'])(
    'spoken to with TLS the wrong way round is told as that (%s)',
    async (version) => {
      const plain = await brokerForTest()
      expect(await testBroker({ host: 'localhost', port: plain.port, tls: true, ca, version })).toEqual(
        failed('tls_mismatch'),
      )
      const tls = await brokerForTest({ certificate: 'broker' })
      expect(await testBroker({ host: 'localhost', port: tls.port, version })).toEqual(failed('tls_mismatch'))
    },
  )

  it('that is not there yet is found when it comes', async () => {
    const broker = await brokerForTest()
    await broker.stop()
    const device = deviceForTest({ host: '127.0.0.1', port: broker.port })
    await vi.waitFor(() =>
      expect(device.phases.at(-1)).toMatchObject({
        phase: 'failed',
        failure: 'nobody_there',
        retrying: true,
      }),
    )
    await broker.start()
    await vi.waitFor(() => expect(device.phases.at(-1)).toEqual({ phase: 'connected', protocol: '5' }), 5000)
    // One failure is one line, however often it was tried.
    expect(device.connections).toEqual([
      `127.0.0.1:${broker.port} failed`,
      `127.0.0.1:${broker.port} answered`,
    ])
  })

  it('with two clients of one name: the storm is stopped and told', async () => {
    const { port } = await brokerForTest()
    const settings = { host: '127.0.0.1', port }
    const device = deviceForTest(settings)
    await vi.waitFor(() => expect(device.phases.at(-1)?.phase).toBe('connected'))
    const twin = await publisherForTest(port, {
      clientId: clientId('lull', device.context.installId, readBrokerSettings(settings)),
      reconnectPeriod: 1000,
    })
    await vi.waitFor(
      () =>
        expect(device.phases.at(-1)).toEqual({
          phase: 'failed',
          failure: 'storm',
          retrying: false,
          detail: null,
        }),
      15_000,
    )
    expect(device.connections.filter((line) => line.endsWith('answered'))).toHaveLength(4)
    await vi.waitFor(() => expect(twin.connected).toBe(true), 5000)
    twin.end(true)
    device.connection.retry()
    await vi.waitFor(() => expect(device.phases.at(-1)?.phase).toBe('connected'))
  }, 30_000)
})
