/** Addresses as people type them, and how letters are cut for eyes. */
import { describe, expect, it } from 'vitest'
import { bridgeAddress } from '../../../../../electron/engine/devices/hue/bridgeAddress.ts'
import {
  bridgeIdTail,
  fingerprintGroups,
  fingerprintText,
} from '../../../../../renderer/features/lights/sources/fingerprint.ts'
import {
  addressText,
  secureAddress,
  typedAddress,
} from '../../../../../renderer/features/lights/sources/typedAddress.ts'

describe('a typed address', () => {
  it.each([
    ['192.168.1.20', '192.168.1.20'],
    [' 192.168.1.20:8443 ', '192.168.1.20:8443'],
    ['https://bridge.home/', 'https://bridge.home'],
    ['fe80::1', 'fe80::1'],
    ['[fe80::1]:8080', '[fe80::1]:8080'],
    ['Philips-hue', 'Philips-hue'],
  ])('%s is taken, by the engine too', (text, address) => {
    expect(typedAddress(text)).toEqual({ address })
    expect(bridgeAddress(address)).not.toBeNull()
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['192.168.1', 'not_an_address'],
    ['192.168.1.256', 'not_an_address'],
    ['my bridge', 'not_an_address'],
    ['bridge/description.xml', 'not_an_address'],
    ['me@bridge.home', 'not_an_address'],
    [`${'a'.repeat(300)}`, 'not_an_address'],
    ['192.168.1.20:', 'port'],
    ['192.168.1.20:0', 'port'],
    ['192.168.1.20:65536', 'port'],
    ['192.168.1.20:port', 'port'],
  ])('“%s” is said to be wrong', (text, problem) => expect(typedAddress(text)).toEqual({ problem }))

  it('is shown without the port every bridge has', () => {
    expect(addressText({ host: '10.0.0.4', port: 443 })).toBe('10.0.0.4')
    expect(addressText({ host: 'fe80::1', port: 8443 })).toBe('[fe80::1]:8443')
  })
})

it('for TLS leaves out what was said in the clear', () => {
  expect(secureAddress('http://10.0.0.4:80')).toBe('10.0.0.4')
  expect(secureAddress('10.0.0.4:8080')).toBe('10.0.0.4:8080')
})

describe('a fingerprint', () => {
  const sha256 = '0123456789abcdef'.repeat(4)
  it('is cut into groups of four', () => {
    expect(fingerprintGroups(sha256)).toHaveLength(16)
    expect(fingerprintGroups(sha256).slice(0, 4)).toEqual(['0123', '4567', '89AB', 'CDEF'])
    expect(fingerprintGroups(sha256).join('')).toBe(sha256.toUpperCase())
  })

  it('is copied as browsers write it', () => {
    expect(fingerprintText(sha256)).toMatch(/^01:23:45:67:89:AB:CD:EF:01/)
    expect(fingerprintText(sha256).split(':')).toHaveLength(32)
  })

  it('comes with what stands on the bridge', () => expect(bridgeIdTail('001788fffe123456')).toBe('123456'))
})
