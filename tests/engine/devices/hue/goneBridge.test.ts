/** A bridge on its bad days: left in peace, never spoken to when it is somebody else, and the key told to nobody. */
import { describe, expect, it } from 'vitest'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { selfSigned } from '../../../fakes/hueBridge/certificate.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { connect, connected, lampNamed, lampOf, startBridge, until } from './hueForTest.ts'

describe('a bridge that is gone', () => {
  it('is asked ten times a minute at most, and told of in one line', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    const { port } = bridge
    await bridge.stop()
    await until(() => made.phase().phase === 'failed')
    const failed = () => made.peers.filter((peer) => peer.endsWith('failed')).length
    const triesAtMs: number[] = []
    const startMs = clock.now()
    for (let before = failed(); clock.now() - startMs < 600_000; clock.advance(500)) {
      // Every try is refused at once: let it, before time goes on.
      await new Promise((wait) => setImmediate(wait))
      if (clock.pending === 0) await until(() => clock.pending > 0, 'the next try planned')
      if (failed() > before) triesAtMs.push(clock.now())
      before = failed()
    }
    expect(triesAtMs.length).toBeGreaterThan(8)
    expect(mostWithin(triesAtMs, 60_000)).toBeLessThanOrEqual(6)
    expect(made.notes.length).toBeLessThanOrEqual(12)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'unreachable', retrying: true })
    expect(await made.connection.refresh()).toBe(false)
    expect(lampOf(made, 'Shelf')).toMatchObject({ isOn: true, isReachable: null })
    const lampId = lampNamed(made, 'Shelf')
    expect(await made.connection.write({ lamps: [{ lampId, brightness: 20, fadeMs: 4000 }] })).toEqual([
      { id: lampId, outcome: 'unreachable' },
    ])
    await bridge.start(port)
    made.connection.retry()
    await until(() => made.phase().phase === 'connected')
    expect(bridge.house.writes).toEqual([])
  })

  it.each([
    ['html', { kind: 'html' }, 'bad_answer'],
    ['wrong JSON', { kind: 'wrong_json' }, 'bad_answer'],
    ['JSON of another kind', { kind: 'other_json' }, 'bad_answer'],
    ['10 MB', { kind: 'huge', bytes: 10 * 1024 * 1024 }, 'too_large'],
    ['half an answer', { kind: 'half' }, 'unreachable'],
    ['out of memory', { kind: 'out_of_memory' }, 'busy'],
  ] as const)('survives %s', async (_what, fault, failure) => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    bridge.fault = fault
    const made = connect(bridge, { clock })
    await until(() => made.phase().phase === 'failed')
    expect(made.phase()).toEqual({ phase: 'failed', failure, retrying: true })
    bridge.fault = null
    clock.advance(2000)
    await until(() => made.phase().phase === 'connected')
  })

  it('sees at most ten requests a minute while it answers nonsense', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock })
    bridge.fault = { kind: 'wrong_json' }
    const made = connect(bridge, { clock })
    for (let second = 0; second < 300; second++) {
      await new Promise((wait) => setTimeout(wait, 4))
      await until(() => made.phase().phase === 'failed' && clock.pending > 0, 'the next try planned')
      clock.advance(1000)
    }
    expect(bridge.requests.length).toBeGreaterThan(10)
    expect(
      mostWithin(
        bridge.requests.map(({ atMs }) => atMs),
        60_000,
      ),
    ).toBeLessThanOrEqual(10)
    expect(made.notes.length).toBeLessThanOrEqual(6)
  }, 20_000)

  it('that does not answer within five seconds is slow, and tried again later', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    bridge.fault = { kind: 'mute' }
    const made = connect(bridge, { clock })
    await until(() => bridge.asked.length === 1)
    clock.advance(5000)
    await until(() => made.phase().phase === 'failed')
    expect(made.phase()).toMatchObject({ failure: 'timed_out', retrying: true })
  })

  it('asks for pairing again when its key was removed, and not before the person comes', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    bridge.door.removeAll()
    expect(await made.connection.refresh()).toBe(false)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'key_removed', retrying: false })
    expect(made.connection.state().snapshot?.lamps).toHaveLength(8)
    const asked = bridge.requests.length
    clock.advance(3_600_000)
    expect(bridge.requests).toHaveLength(asked)
    expect(clock.pending).toBe(0)
  })

  it('raises the alarm when its certificate changed, and does not connect again', async () => {
    const clock = new FakeClock()
    const shown = selfSigned('001788fffe100001')
    const bridge = await startBridge({ certificate: shown })
    const made = await connected(bridge, { clock, settings: { certificateSha256: shown.leaf.sha256 } })
    const asked = bridge.requests.length
    bridge.showCertificate(selfSigned(bridge.bridgeId))
    await until(() => made.phase().phase === 'failed')
    clock.advance(2000)
    await until(() => JSON.stringify(made.phase()).includes('certificate_changed'), 'the alarm')
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'certificate_changed', retrying: false })
    clock.advance(3_600_000)
    expect(clock.pending).toBe(0)
    expect(bridge.requests).toHaveLength(asked)
  })

  it('tells nothing of its key in notes, peers or phases', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    await bridge.stop()
    await until(() => made.phase().phase === 'failed')
    expect(JSON.stringify([made.notes, made.peers, made.phase(), made.news])).not.toContain(made.key)
  })
})
