/** A look at an address where an older bridge may be: who it is, that nobody vouches for it, and whether it can do better. */
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { hueV1 } from '../../../../electron/engine/devices/hueV1/index.ts'
import { newerPlace, oldPlaces } from '../../../../electron/engine/devices/hueV1/oldPlaces.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { selfSigned } from '../../../fakes/hueBridge/certificate.ts'
import { realClock, startBridge, until } from '../hue/hueForTest.ts'
import { startOld, untilNoLines } from './hueV1ForTest.ts'

const visitor = (clock: Clock = realClock) => ({ clock, connectionMade: () => {} })

function lookAt(address: string, clock?: Clock) {
  return hueV1().lookAt?.(address, visitor(clock))
}

/** In memory only when somebody needs it. */
function isLibraryLoaded(): boolean {
  const { cache } = createRequire(import.meta.url)
  return Object.keys(cache).some((path) => path.includes('node-hue-api'))
}

describe('the library', () => {
  it('is loaded when the first bridge is spoken to, and brings no other line with it', async () => {
    const driver = hueV1()
    expect(driver.settingsSchema).toMatchObject({ type: 'object' })
    expect(await driver.lookAt?.('what?', visitor())).toEqual({ seen: false, failure: 'bad_address' })
    expect(isLibraryLoaded()).toBe(false)
    const bridge = await startOld()
    await driver.lookAt?.(`127.0.0.1:${bridge.port}`, visitor())
    expect(isLibraryLoaded()).toBe(true)
    const { cache } = createRequire(import.meta.url)
    expect(Object.keys(cache).some((path) => /axios|get-ssl-certificate/.test(path))).toBe(false)
  })
})

describe('a look at an address', () => {
  it('tries TLS first, then in the clear, at the ports that are usual', () => {
    const [secure, clear] = [
      { host: 'hue.local', port: 443, isSecure: true },
      { host: 'hue.local', port: 80, isSecure: false },
    ]
    expect(oldPlaces('hue.local')).toEqual([secure, clear])
    expect(oldPlaces(' http://hue.local/ ')).toEqual([clear])
    expect(oldPlaces('https://hue.local')).toEqual([secure])
    expect(oldPlaces('hue.local:80')).toEqual([clear])
    expect(oldPlaces('hue.local:443')).toEqual([secure])
    expect(oldPlaces('[::1]:8080').map(({ port, isSecure }) => [port, isSecure])).toEqual([
      [8080, true],
      [8080, false],
    ])
    for (const none of ['', 'a b', 'http://', 'hue.local:0', 'hue.local:70000', 'hue/path', 'user@hue']) {
      expect(oldPlaces(none), none).toEqual([])
    }
  })

  it.each([
    ['in the clear', {}],
    ['over TLS', { certificate: selfSigned('001788fffe0a0b0c') }],
    ['of the first kind, by its hardware address', { tellsId: false }],
  ] as const)('names a bridge %s, unverified', async (_how, options) => {
    const bridge = await startOld(options)
    expect(await lookAt(`127.0.0.1:${bridge.port}`)).toEqual({
      seen: true,
      bridgeId: '001788fffe0a0b0c',
      host: '127.0.0.1',
      port: bridge.port,
      trust: 'unverified',
    })
    expect(bridge.asked).toEqual(['GET /api/config'])
    await untilNoLines(bridge)
  })

  it('says of one that can do better that it can', async () => {
    const bridge = await startBridge()
    expect(await lookAt(`https://127.0.0.1:${bridge.port}`)).toEqual({ seen: false, failure: 'speaks_v2' })
    expect(bridge.asked.map(({ path }) => path)).toEqual(['/api/config', '/clip/v2/resource'])
    const before = await startOld({ modelId: 'BSB002', softwareVersion: '1935144040' })
    expect(await lookAt(`127.0.0.1:${before.port}`)).toMatchObject({ seen: true })
    const emulator = await startOld({ modelId: 'deCONZ', softwareVersion: '2.12.6' })
    expect(await lookAt(`127.0.0.1:${emulator.port}`)).toMatchObject({ seen: true })
  })

  const claim = { modelId: 'BSB002', softwareVersion: '1969060010' }
  it.each([
    ['says 404', null, { seen: true, trust: 'unverified' }],
    ['answers with a page', { kind: 'html' }, { seen: true, trust: 'unverified' }],
    ['drops the line', { kind: 'drop', times: 9 }, { seen: true, trust: 'unverified' }],
    ['has too much to do to say', { kind: 'out_of_memory' }, { seen: false, failure: 'busy' }],
  ] as const)('asks one that claims to be new for the newer language: it %s', async (_how, fault, seen) => {
    const bridge = await startOld({ ...claim, certificate: selfSigned('001788fffe0a0b0c') })
    bridge.fault = fault && { ...fault }
    bridge.faultAt = /^\/clip/
    expect(await lookAt(`127.0.0.1:${bridge.port}`)).toMatchObject(seen)
    expect(bridge.asked).toEqual(['GET /api/config', 'GET /clip/v2/resource'])
    await untilNoLines(bridge)
  })

  it('where only the clear is spoken there is no newer language, whatever is claimed', async () => {
    const bridge = await startOld(claim)
    expect(await lookAt(`127.0.0.1:${bridge.port}`)).toMatchObject({ seen: true, trust: 'unverified' })
    expect(bridge.asked).toEqual(['GET /api/config'])
    expect(newerPlace({ host: 'h', port: 80, isSecure: false })).toMatchObject({ port: 443, isSecure: true })
  })

  it.each([
    ['html', { kind: 'html' }, 'bad_answer'],
    ['wrong JSON', { kind: 'wrong_json' }, 'bad_answer'],
    ['other JSON', { kind: 'other_json' }, 'bad_answer'],
    ['10 MB', { kind: 'huge', bytes: 10 * 1024 * 1024 }, 'too_large'],
    ['out of memory', { kind: 'out_of_memory' }, 'busy'],
    ['half an answer', { kind: 'half' }, 'unreachable'],
  ] as const)('names what answers with %s', async (_what, fault, failure) => {
    const bridge = await startOld()
    bridge.fault = { ...fault }
    expect(await lookAt(`127.0.0.1:${bridge.port}`)).toEqual({ seen: false, failure })
  })

  it('waits five seconds and no longer, and names nobody', async () => {
    const bridge = await startOld()
    bridge.fault = { kind: 'mute' }
    const clock = new FakeClock()
    const looking = lookAt(`http://127.0.0.1:${bridge.port}`, clock)
    await until(() => bridge.requests.length === 1)
    clock.advance(5000)
    expect(await looking).toEqual({ seen: false, failure: 'timed_out' })
    expect(clock.pending).toBe(0)
    expect(await lookAt('127.0.0.1:1')).toEqual({ seen: false, failure: 'unreachable' })
  })
})
