/** Finding bridges: an answering machine of our own on loopback, an address that moves, and the maker's look-up. */
import { createSocket, type Socket } from 'node:dgram'
import { createServer } from 'node:https'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  bridgesIn,
  discoverBridges,
  lookUpBridges,
} from '../../../../electron/engine/devices/hue/discovery.ts'
import { pointerQuestion, recordsOf } from '../../../../electron/engine/devices/hue/dnsMessage.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { chained } from '../../../fakes/hueBridge/certificate.ts'
import { type Advertised, mdnsAnswer } from '../../../fakes/hueBridge/mdnsAnswer.ts'
import { connected, realClock, root, startBridge, until } from './hueForTest.ts'

/** Answers every question with what is advertised at that moment. */
async function responder(
  advertised: () => Buffer[],
): Promise<{ address: string; port: number; questions: Buffer[] }> {
  const questions: Buffer[] = []
  const socket: Socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  socket.on('message', (question, { address, port }) => {
    questions.push(question)
    for (const answer of advertised()) socket.send(answer, port, address)
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  return { address: '127.0.0.1', port: socket.address().port, questions }
}

const bridge: Advertised = { bridgeId: '001788fffe100001', host: '127.0.0.1', port: 4430, model: 'BSB002' }
const found = { bridgeId: '001788fffe100001', host: '127.0.0.1', port: 4430, model: 'BSB002' }

describe('multicast DNS', () => {
  it('asks for Hue, wants the answer for itself, and names each bridge once', async () => {
    const other = { ...bridge, bridgeId: '001788FFFE2B2B2B', port: 443 }
    const place = await responder(() => [mdnsAnswer(bridge), mdnsAnswer(other), mdnsAnswer(bridge)])
    const clock = new FakeClock()
    const looking = discoverBridges({ clock, multicast: place, interfaces: ['127.0.0.1'] })
    await until(() => clock.pending === 3)
    clock.advance(1)
    await until(() => place.questions.length === 1)
    clock.advance(1000)
    await until(() => place.questions.length === 2)
    await new Promise((wait) => setTimeout(wait, 20))
    clock.advance(3000)
    expect(await looking).toEqual({
      found: [found, { ...found, bridgeId: '001788fffe2b2b2b', port: 443 }],
      outcome: 'answered',
    })
    expect(place.questions[0]?.subarray(12).toString('latin1')).toBe(
      '\x04_hue\x04_tcp\x05local\x00\x00\x0c\x80\x01',
    )
  })

  it('is not misled by rubbish, circles and messages cut short', async () => {
    const whole = mdnsAnswer(bridge)
    const circle = Buffer.concat([Buffer.from('0000840000000001000000000', 'hex'), Buffer.from([0xc0, 12])])
    const cut = Array.from({ length: whole.length }, (_, length) => whole.subarray(0, length))
    for (const message of [
      Buffer.alloc(0),
      Buffer.from('hello'),
      circle,
      pointerQuestion('_hue._tcp.local'),
      ...cut,
    ]) {
      expect(() => recordsOf(message)).not.toThrow()
    }
    const noId = mdnsAnswer({ ...bridge, bridgeId: 'not a bridge' })
    const place = await responder(() => [...cut.slice(0, 40), noId, whole])
    const until = () => true
    const { found: all } = await discoverBridges({
      clock: realClock,
      multicast: place,
      interfaces: ['127.0.0.1'],
      until,
    })
    expect(all).toEqual([found])
  })

  it('lets no answer lead out of the network, or to this machine', () => {
    const heard = (host: string, from: string) => {
      const records = recordsOf(mdnsAnswer({ ...bridge, host }))
      return bridgesIn(records, new Map(records.map(({ name }) => [name, from]))).map((one) => one.host)
    }
    for (const host of ['192.168.1.5', '10.0.0.5', '172.16.0.5', '172.31.255.5', '169.254.3.5'])
      expect(heard(host, '192.168.1.9')).toEqual([host])
    for (const host of ['8.8.8.8', '172.32.0.5', '127.0.0.1', '0.0.0.0', '192.169.1.5'])
      expect(heard(host, '192.168.1.9')).toEqual([])
    // A network with addresses of its own: whoever answers is there.
    expect(heard('8.8.8.8', '8.8.8.8')).toEqual(['8.8.8.8'])
  })

  it('leaves no timer once the bridge was found', async () => {
    const clock = new FakeClock()
    const place = await responder(() => [mdnsAnswer(bridge)])
    const looking = discoverBridges({
      clock,
      multicast: place,
      interfaces: ['127.0.0.1', '192.0.2.77'],
      until: () => true,
    })
    await until(() => clock.pending >= 3)
    clock.advance(0)
    expect((await looking).found).toEqual([found])
    expect(clock.pending).toBe(0)
  })

  it('says so when there is no network', async () => {
    expect(await discoverBridges({ clock: realClock, interfaces: [] })).toEqual({
      found: [],
      outcome: 'unreachable',
    })
    expect(await discoverBridges({ clock: realClock, interfaces: ['192.0.2.77'] })).toMatchObject({
      found: [],
    })
  })
})

describe('an address that moves', () => {
  it('is found again by the id of the bridge, and kept', async () => {
    const fake = await startBridge()
    const advertised = () => [mdnsAnswer({ ...bridge, port: fake.port })]
    const place = await responder(advertised)
    const clock = new FakeClock()
    const made = await connected(fake, { clock, discovery: { multicast: place, interfaces: ['127.0.0.1'] } })
    await fake.move()
    while (made.phase().phase !== 'connected' || made.kept.length === 0) {
      await new Promise((wait) => setTimeout(wait, 2))
      clock.advance(100)
    }
    expect(made.kept).toEqual([{ host: '127.0.0.1', port: fake.port }])
    expect(made.peers).toContain('224.0.0.251:5353 answered')
  })

  it('is not believed before the bridge has answered there', async () => {
    const fake = await startBridge()
    const other = await startBridge({ bridgeId: '001788fffe2b2b2b' })
    const { port } = fake
    const place = await responder(() => [mdnsAnswer({ ...bridge, port: other.port })])
    const clock = new FakeClock()
    const made = await connected(fake, { clock, discovery: { multicast: place, interfaces: ['127.0.0.1'] } })
    await fake.stop()
    while (!JSON.stringify(made.phase()).includes('wrong_bridge')) {
      await new Promise((wait) => setTimeout(wait, 2))
      clock.advance(100)
    }
    await fake.start(port)
    while (made.phase().phase !== 'connected') {
      await new Promise((wait) => setTimeout(wait, 2))
      clock.advance(100)
    }
    expect(made.kept).toEqual([])
    expect(other.requests).toEqual([])
  })

  it('is not given to another bridge that now lives there', async () => {
    const fake = await startBridge()
    const clock = new FakeClock()
    const made = await connected(fake, { clock })
    const { port } = fake
    await fake.stop()
    const other = await startBridge({ bridgeId: '001788fffe2b2b2b' })
    await other.stop()
    await other.start(port)
    await until(() => made.phase().phase === 'failed')
    clock.advance(2000)
    await until(() => JSON.stringify(made.phase()).includes('wrong_bridge'), 'the other bridge refused')
    expect(made.phase()).toMatchObject({ retrying: true })
    expect(other.requests).toEqual([])
  })
})

describe("the maker's look-up", () => {
  async function server(status: number, body: string): Promise<{ url: string; ca: string }> {
    const own = chained('localhost', root).leaf
    const made = createServer({ key: own.keyPem, cert: own.pem }, (_request, response) =>
      response.writeHead(status).end(body),
    )
    await new Promise<void>((done) => made.listen(0, 'localhost', done))
    onTestFinished(() => void made.close())
    return { url: `https://localhost:${(made.address() as { port: number }).port}/`, ca: root.pem }
  }
  const answer = (body: unknown) => JSON.stringify(body)

  it.each([
    [
      'bridges',
      200,
      answer([
        { id: '001788FFFE100001', internalipaddress: '192.0.2.7', port: 443 },
        { id: 'nonsense', internalipaddress: '192.0.2.8' },
        { id: '001788fffe100002', internalipaddress: 'evil.example' },
      ]),
      {
        found: [{ bridgeId: '001788fffe100001', host: '192.0.2.7', port: 443, model: null }],
        outcome: 'answered',
      },
    ],
    ['nobody', 200, '[]', { found: [], outcome: 'answered' }],
    ['too many questions', 429, '', { found: [], outcome: 'too_often' }],
    ['a page', 200, '<html>', { found: [], outcome: 'bad_answer' }],
    ['other JSON', 200, '{"a":1}', { found: [], outcome: 'bad_answer' }],
    ['a fault', 500, '', { found: [], outcome: 'bad_answer' }],
    ['too much', 200, `[${' '.repeat(100_000)}]`, { found: [], outcome: 'bad_answer' }],
  ])('understands %s', async (_what, status, body, expected) => {
    expect(await lookUpBridges({ clock: realClock, ...(await server(status, body)) })).toEqual(expected)
  })

  it('believes no server it cannot verify', async () => {
    const { url } = await server(200, '[]')
    expect(await lookUpBridges({ clock: realClock, url })).toEqual({ found: [], outcome: 'unreachable' })
  })
})
