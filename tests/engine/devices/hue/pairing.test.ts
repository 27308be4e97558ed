/** Getting a key: the button, its half minute, and every refusal by its name. */
import { describe, expect, it } from 'vitest'
import { deviceType } from '../../../../electron/engine/devices/hue/pairing.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { PairRequest } from '../../../../electron/engine/ports/lights.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { selfSigned } from '../../../fakes/hueBridge/certificate.ts'
import type { FakeHueBridge } from '../../../fakes/hueBridge/fakeHueBridge.ts'
import { connect, driver, secondsPass, startBridge, until } from './hueForTest.ts'

function pair(bridge: FakeHueBridge, clock: Clock, request: Partial<PairRequest> = {}) {
  const peers: string[] = []
  const pairing = driver().pair?.(
    {
      bridgeId: bridge.bridgeId,
      host: '127.0.0.1',
      port: bridge.port,
      sha256: null,
      machineName: 'study-pc',
      ...request,
    },
    { clock, connectionMade: (peer, outcome) => peers.push(`${peer} ${outcome}`) },
  )
  if (!pairing) throw new Error('no pairing')
  return pairing
}

const asked = (bridge: FakeHueBridge) =>
  bridge.asked.filter(({ path, status }) => path === '/api' && status !== 0)

describe('pairing', () => {
  it('asks until the button is pressed, and brings a key that opens the bridge', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock })
    const pairing = pair(bridge, clock)
    expect(pairing.endsAtMs).toBe(clock.now() + 30_000)
    await until(() => asked(bridge).length === 1 && clock.pending > 0)
    await secondsPass(clock, 3)
    bridge.door.press()
    await secondsPass(clock, 2)
    const outcome = await pairing.done
    expect(outcome).toMatchObject({
      paired: true,
      settings: { bridgeId: bridge.bridgeId, certificateSha256: null },
    })
    expect(asked(bridge).length).toBeGreaterThanOrEqual(3)
    expect(bridge.door.deviceTypes).toEqual(['lull#study-pc'])
    expect(clock.pending).toBe(0)
    const made = connect(bridge, { settings: outcome.paired ? outcome.settings : {} })
    await until(() => made.phase().phase === 'connected')
  })

  it('ends after half a minute without a button', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock })
    const pairing = pair(bridge, clock)
    await until(() => asked(bridge).length === 1 && clock.pending > 0)
    await secondsPass(clock, 31)
    expect(await pairing.done).toEqual({ paired: false, failure: 'button_not_pressed' })
    expect(asked(bridge).length).toBeLessThanOrEqual(31)
    expect(asked(bridge).length).toBeGreaterThan(15)
  })

  it('pins the certificate the person has seen, and refuses one that was not shown', async () => {
    const shown = selfSigned('001788fffe100001')
    const bridge = await startBridge({ certificate: shown })
    bridge.door.press()
    const clock = new FakeClock()
    expect(await pair(bridge, clock).done).toEqual({ paired: false, failure: 'unknown_certificate' })
    expect(bridge.requests).toEqual([])
    const { sha256 } = shown.leaf
    expect(await pair(bridge, clock, { sha256 }).done).toMatchObject({
      paired: true,
      settings: { certificateSha256: sha256 },
    })
  })

  it.each([
    ['a full list of keys', { type: 301, description: 'could not create user' }, 'too_many_keys'],
    ['any other refusal', { type: 7, description: 'invalid value' }, 'refused'],
  ] as const)('names %s', async (_what, failsWith, failure) => {
    const bridge = await startBridge()
    bridge.door.failsWith = failsWith
    expect(await pair(bridge, new FakeClock()).done).toEqual({ paired: false, failure })
  })

  it('names a bridge of the older language, another bridge, something else, and nobody', async () => {
    const clock = new FakeClock()
    const old = await startBridge({ softwareVersion: '1935144040' })
    expect(await pair(old, clock).done).toEqual({ paired: false, failure: 'old_version' })
    expect(await pair(old, clock, { bridgeId: '001788fffe2b2b2b' }).done).toEqual({
      paired: false,
      failure: 'wrong_bridge',
    })
    const page = await startBridge()
    page.fault = { kind: 'html' }
    expect(await pair(page, clock).done).toEqual({ paired: false, failure: 'bad_answer' })
    page.fault = { kind: 'huge', bytes: 10 * 1024 * 1024 }
    expect(await pair(page, clock).done).toEqual({ paired: false, failure: 'too_large' })
    expect(await pair(page, clock, { port: 1 }).done).toEqual({ paired: false, failure: 'unreachable' })
  })

  it('can be called off', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock })
    const pairing = pair(bridge, clock)
    await until(() => asked(bridge).length === 1 && clock.pending > 0)
    pairing.cancel()
    expect(await pairing.done).toEqual({ paired: false, failure: 'cancelled' })
    await until(() => clock.pending === 0)
    expect(bridge.door.deviceTypes).toEqual([])
  })

  it('names this machine so that the bridge takes it', () => {
    expect(deviceType('study-pc')).toBe('lull#study-pc')
    expect(deviceType('Zoë’s Büro 💡 with a very long name indeed')).toMatch(/^lull#Zoes Buro {1,2}with/)
    expect(deviceType('Zoë’s Büro 💡 with a very long name indeed').length).toBeLessThanOrEqual(40)
    expect(deviceType('電腦')).toBe('lull#computer')
  })
})
