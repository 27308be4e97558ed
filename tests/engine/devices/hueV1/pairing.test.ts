/** Getting the key of an older bridge: its button, the certificate that is kept, and every refusal by name. */
import { describe, expect, it } from 'vitest'
import { hueV1 } from '../../../../electron/engine/devices/hueV1/index.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { PairRequest } from '../../../../electron/engine/ports/lights.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { selfSigned } from '../../../fakes/hueBridge/certificate.ts'
import type { FakeOldBridge } from '../../../fakes/hueBridge/oldBridge.ts'
import { realClock, secondsPass, until } from '../hue/hueForTest.ts'
import { connectedOld, connectOld, startOld, untilNoLines } from './hueV1ForTest.ts'

const peers: string[] = []
const visitor = (clock: Clock = realClock) => ({
  clock,
  connectionMade: (peer: string, outcome: string) => void peers.push(`${peer} ${outcome}`),
})

function pair(bridge: FakeOldBridge, clock: Clock, request: Partial<PairRequest> = {}) {
  const pairing = hueV1().pair?.(
    {
      bridgeId: bridge.bridgeId,
      host: '127.0.0.1',
      port: bridge.port,
      sha256: null,
      machineName: 'Zoë’s study-pc',
      ...request,
    },
    visitor(clock),
  )
  if (!pairing) throw new Error('no pairing')
  return pairing
}

const askedForKey = (bridge: FakeOldBridge) =>
  bridge.requests.filter(({ path, method, status }) => path === '/api' && method === 'POST' && status !== 0)

describe('pairing', () => {
  it('asks until the button is pressed, and brings a key that opens the bridge', async () => {
    const clock = new FakeClock()
    const bridge = await startOld({ clock })
    const pairing = pair(bridge, clock)
    expect(pairing.endsAtMs).toBe(clock.now() + 30_000)
    await until(() => askedForKey(bridge).length === 1 && clock.pending > 0)
    await secondsPass(clock, 3)
    bridge.door.press()
    await secondsPass(clock, 2)
    const outcome = await pairing.done
    expect(outcome).toMatchObject({
      paired: true,
      settings: { bridgeId: bridge.bridgeId, isSecure: false, certificateSha256: null },
    })
    expect(askedForKey(bridge).length).toBeGreaterThanOrEqual(3)
    expect(bridge.door.deviceTypes).toEqual(['lull#Zoes study-pc'])
    expect(clock.pending).toBe(0)
    await untilNoLines(bridge)
    const settings = outcome.paired ? outcome.settings : {}
    expect(hueV1().checkSettings(settings)).toMatchObject({ ok: true })
    const made = connectOld(bridge, { settings })
    await until(() => made.phase().phase === 'connected')
  })

  it('ends after half a minute without a button', async () => {
    const clock = new FakeClock()
    const bridge = await startOld({ clock })
    const pairing = pair(bridge, clock)
    await until(() => askedForKey(bridge).length === 1 && clock.pending > 0)
    await secondsPass(clock, 31)
    expect(await pairing.done).toEqual({ paired: false, failure: 'button_not_pressed' })
    expect(askedForKey(bridge).length).toBeLessThanOrEqual(31)
    expect(askedForKey(bridge).length).toBeGreaterThan(15)
  })

  it('keeps the certificate it met, on any port; another one later is an alarm', async () => {
    const shown = selfSigned('001788fffe0a0b0c')
    const bridge = await startOld({ certificate: shown })
    bridge.door.press()
    const outcome = await pair(bridge, realClock).done
    expect(outcome).toMatchObject({
      paired: true,
      settings: { isSecure: true, certificateSha256: shown.leaf.sha256 },
    })
    const made = await connectedOld(bridge, { settings: outcome.paired ? outcome.settings : {} })
    const asked = bridge.requests.length
    await bridge.showCertificate(selfSigned('001788fffe0a0b0c'))
    expect(await made.connection.refresh()).toBe(false)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'certificate_changed', retrying: false })
    // Nothing was said to the stranger, the key least of all.
    expect(bridge.requests).toHaveLength(asked)
  })

  it.each([
    ['a full list of keys', { type: 301, description: 'could not create user' }, 'too_many_keys'],
    ['any other refusal', { type: 7, description: 'invalid value' }, 'refused'],
  ] as const)('names %s', async (_what, failsWith, failure) => {
    const bridge = await startOld()
    bridge.door.failsWith = failsWith
    expect(await pair(bridge, new FakeClock()).done).toEqual({ paired: false, failure })
  })

  it('names another bridge, something else, and nobody', async () => {
    const bridge = await startOld()
    const clock = new FakeClock()
    expect(await pair(bridge, clock, { bridgeId: '001788fffe2b2b2b' }).done).toEqual({
      paired: false,
      failure: 'wrong_bridge',
    })
    bridge.fault = { kind: 'html' }
    expect(await pair(bridge, clock).done).toEqual({ paired: false, failure: 'bad_answer' })
    bridge.fault = { kind: 'huge', bytes: 10 * 1024 * 1024 }
    expect(await pair(bridge, clock).done).toEqual({ paired: false, failure: 'too_large' })
    expect(await pair(bridge, clock, { port: 1 }).done).toEqual({ paired: false, failure: 'unreachable' })
  })

  it('takes no key that would mean something in a path', async () => {
    const bridge = await startOld()
    bridge.door.press()
    bridge.door.answer = () => [{ success: { username: '../config?x=$&' } }]
    expect(await pair(bridge, new FakeClock()).done).toEqual({ paired: false, failure: 'bad_answer' })
  })

  it('can be called off', async () => {
    const clock = new FakeClock()
    const bridge = await startOld({ clock })
    const pairing = pair(bridge, clock)
    await until(() => askedForKey(bridge).length === 1 && clock.pending > 0)
    pairing.cancel()
    expect(await pairing.done).toEqual({ paired: false, failure: 'cancelled' })
    await until(() => clock.pending === 0)
    expect(bridge.door.deviceTypes).toEqual([])
  })
})

describe('settings', () => {
  const good = { host: 'h', port: 80, isSecure: false, bridgeId: '001788fffe0a0b0c', key: 'secret-key' }

  it('are checked, and a fault quotes none of them', () => {
    const driver = hueV1()
    expect(driver.checkSettings(good)).toMatchObject({ ok: true })
    expect(driver.checkSettings({ ...good, key: 'a/b' })).toMatchObject({ ok: false, field: 'key' })
    expect(driver.checkSettings({ ...good, bridgeId: 'x' })).toMatchObject({ ok: false, field: 'bridgeId' })
    expect(driver.secrets).toEqual(['key'])
    const context = {
      ...visitor(new FakeClock()),
      random: () => 0,
      settingsChanged: () => {},
      note: () => {},
    }
    let said = ''
    try {
      driver.connect({ ...good, port: 0 }, context)
    } catch (error) {
      said = `${error}`
    }
    expect(said).toContain('port')
    expect(said).not.toContain('secret-key')
  })
})
