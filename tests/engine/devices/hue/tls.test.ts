/** Which bridge is believed: real handshakes with every kind of certificate. */
import { X509Certificate } from 'node:crypto'
import { createServer as createPlain } from 'node:net'
import { resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readRoots } from '../../../../electron/engine/devices/hue/roots.ts'
import { type Opened, openSecure, sha256Of, type Trust } from '../../../../electron/engine/devices/hue/tls.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import {
  certificate,
  chained,
  chainedThrough,
  type Shown,
  selfSigned,
  testRoot,
} from '../../../fakes/hueBridge/certificate.ts'
import { driver, realClock, root, startBridge, until } from './hueForTest.ts'

const ID = '001788fffe100001'
const OTHER = '001788fffe2b2b2b'
const NEW: Trust = { kind: 'new' }
const ROOT: Trust = { kind: 'root' }
const pin = ({ leaf }: Shown): Trust => ({ kind: 'pin', sha256: leaf.sha256 })
const DAY_MS = 86_400_000

async function open(shown: Shown, trust: Trust, bridgeId: string | null = ID): Promise<Opened> {
  const bridge = await startBridge({ certificate: shown })
  const opened = await openSecure({
    address: { host: '127.0.0.1', port: bridge.port },
    bridgeId,
    trust,
    roots: [new X509Certificate(root.pem)],
    clock: realClock,
    withinMs: 5000,
  })
  if (opened.ok) opened.socket.destroy()
  return opened
}

const elsewhere = testRoot('some other root')
const own = selfSigned(ID)
const expired = { fromMs: Date.now() - 20 * DAY_MS, untilMs: Date.now() - DAY_MS }
const future = { fromMs: Date.now() + DAY_MS, untilMs: Date.now() + 20 * DAY_MS }
/** A bridge's own key must sign no other bridge. */
const stolen = chained(OTHER, root).leaf

const accepted: [string, Shown, Trust, string | null, 'root' | 'pin'][] = [
  ['chain to a root, met for the first time', chained(ID, root), NEW, ID, 'root'],
  ['chain to a root, id not known yet', chained(ID, root), NEW, null, 'root'],
  ['chain to a root, known', chained(ID, root), ROOT, ID, 'root'],
  ['chain with an authority between', chainedThrough(ID, root), ROOT, ID, 'root'],
  ['name in capitals', chained(ID.toUpperCase(), root), ROOT, ID, 'root'],
  ['signed by itself, and pinned', own, pin(own), ID, 'pin'],
  ['pinned until now, and signed by a root since an update', chained(ID, root), pin(own), ID, 'root'],
]

const outdated = selfSigned(ID, expired)

const refused: [string, Shown, Trust, string | null, string][] = [
  ['signed by itself, not seen yet', own, NEW, ID, 'unknown_certificate'],
  ['signed by itself, id not known yet', own, NEW, null, 'unknown_certificate'],
  ['another pin', selfSigned(ID), pin(own), ID, 'certificate_changed'],
  ['signed by itself, where a root vouched before', own, ROOT, ID, 'certificate_changed'],
  ['another root claims to be the bridge we know', chained(ID, elsewhere), ROOT, ID, 'certificate_changed'],
  [
    'the same, and expired to look harmless',
    chained(ID, elsewhere, expired),
    ROOT,
    ID,
    'certificate_changed',
  ],
  ['another root, met for the first time', chained(ID, elsewhere), NEW, ID, 'not_hue_certificate'],
  ['another bridge at this address', chained(OTHER, root), ROOT, ID, 'wrong_bridge'],
  ['another bridge, signed by itself', selfSigned(OTHER), pin(own), ID, 'wrong_bridge'],
  ['a router at this address', selfSigned('router.lan'), NEW, ID, 'not_hue_certificate'],
  ['a router, id not known yet', selfSigned('router.lan'), NEW, null, 'not_hue_certificate'],
  ['signed by the root and named as no bridge', chained('root-bridge', root), NEW, null, 'wrong_bridge'],
  ['chain that has expired', chained(ID, root, expired), ROOT, ID, 'certificate_expired'],
  ['chain that is not valid yet', chained(ID, root, future), ROOT, ID, 'certificate_not_yet_valid'],
  [
    'signed with the key of another bridge',
    {
      leaf: certificate({ name: { organisation: 'Philips Hue', common: ID }, issuer: stolen }),
      chain: [stolen],
    },
    NEW,
    ID,
    'not_hue_certificate',
  ],
]

describe('certificates of bridges', () => {
  it.each(accepted)('accepts: %s', async (_what, shown, trust, bridgeId, by) => {
    expect(await open(shown, trust, bridgeId)).toMatchObject({ ok: true, bridgeId: ID, by })
  })

  it.each(refused)('refuses: %s', async (_what, shown, trust, bridgeId, fault) => {
    expect(await open(shown, trust, bridgeId)).toMatchObject({ ok: false, failure: fault })
  })

  it('does not let a pin grow old', async () => {
    expect(await open(outdated, pin(outdated))).toMatchObject({ ok: true, by: 'pin' })
  })

  it('shows the fingerprint that is to be compared', async () => {
    expect(await open(own, NEW)).toMatchObject({ refused: { sha256: own.leaf.sha256, bridgeId: ID } })
  })

  it('says nothing to an end it refused', async () => {
    const bridge = await startBridge({ certificate: selfSigned(ID) })
    const { connect } = await import('./hueForTest.ts')
    const made = connect(bridge)
    await until(() => made.phase().phase === 'failed')
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'certificate_changed', retrying: false })
    expect(bridge.requests).toEqual([])
  })

  it('refuses what cannot even be judged', async () => {
    const bridge = await startBridge({ certificate: own })
    const unreadable = { toString: () => root.pem } as X509Certificate
    const opened = await openSecure({
      address: { host: '127.0.0.1', port: bridge.port },
      ...{ bridgeId: ID, trust: pin(own), roots: [unreadable], clock: realClock, withinMs: 5000 },
    })
    expect(opened).toEqual({ ok: false, failure: 'not_hue_certificate', refused: null })
  })

  it('tells nobody there, a plain port and an end that never answers apart from a refusal', async () => {
    const plain = createPlain((socket) => socket.end('SSH-2.0-x\r\n')).listen(0, '127.0.0.1')
    const mute = createPlain(() => {}).listen(0, '127.0.0.1')
    onTestFinished(() => void [plain.close(), mute.close()])
    await until(() => plain.listening && mute.listening)
    const portOf = (server: typeof plain) => (server.address() as { port: number }).port
    const clock = new FakeClock()
    const at = (port: number) =>
      openSecure({
        address: { host: '127.0.0.1', port },
        bridgeId: ID,
        trust: NEW,
        roots: [],
        clock,
        withinMs: 5000,
      })
    expect(await at(portOf(plain))).toMatchObject({ failure: 'unreachable' })
    expect(await at(1)).toMatchObject({ failure: 'unreachable' })
    const waiting = at(portOf(mute))
    clock.advance(5000)
    expect(await waiting).toMatchObject({ failure: 'timed_out' })
    expect(clock.pending).toBe(0)
  })
})

describe('a look at an address', () => {
  const visit = { clock: realClock, connectionMade: () => {} }

  it('names the bridge a root vouches for, and asks about one that signs itself', async () => {
    const signed = await startBridge()
    const early = await startBridge({ certificate: own })
    const { lookAt } = driver()
    expect(await lookAt?.(`127.0.0.1:${signed.port}`, visit)).toEqual({
      seen: true,
      bridgeId: ID,
      host: '127.0.0.1',
      port: signed.port,
      trust: 'root',
    })
    expect(await lookAt?.(` https://127.0.0.1:${early.port}/ `, visit)).toMatchObject({
      trust: 'ask',
      sha256: own.leaf.sha256,
    })
    expect([...signed.requests, ...early.requests]).toEqual([])
  })

  it('says why not', async () => {
    const router = await startBridge({ certificate: selfSigned('router.lan') })
    const { lookAt } = driver()
    expect(await lookAt?.(`127.0.0.1:${router.port}`, visit)).toEqual({
      seen: false,
      failure: 'not_hue_certificate',
    })
    expect(await lookAt?.('127.0.0.1:1', visit)).toEqual({ seen: false, failure: 'unreachable' })
    for (const typed of ['', 'a b', 'host:99999', 'http://u:p@host', 'host/path', '[::1', 'x'.repeat(300)]) {
      expect(await lookAt?.(typed, visit)).toEqual({ seen: false, failure: 'bad_address' })
    }
  })
})

describe("the maker's roots", () => {
  it('are the two that are known', () => {
    const roots = readRoots(resolve(import.meta.dirname, '../../../../resources'))
    expect(roots.map(sha256Of).sort()).toEqual([
      'd8b89448b2af8e1676185ac07219ee9dcbc8f01c122a026a2a4b7b5cfe0328b8',
      'f0bd8e6509e82f774d63bc009d5388c969fe3dcf7d6d541d6351b72b898d8acf',
    ])
    expect(roots.every(({ ca }) => ca)).toBe(true)
  })
})
