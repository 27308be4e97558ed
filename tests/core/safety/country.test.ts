/** Country by setting, then by the system's region, else unknown. */
import { expect, test } from 'vitest'
import { countryOf, regionOf } from '../../../electron/core/safety/country.ts'

test('what the person set wins', () => {
  expect(countryOf({ setting: 'NL', systemLocale: 'en-US' })).toEqual({ country: 'NL', source: 'setting' })
})

test('else the region of the system; a language alone says nothing', () => {
  expect(countryOf({ setting: null, systemLocale: 'en_GB.UTF-8' })).toEqual({
    country: 'GB',
    source: 'system',
  })
  for (const systemLocale of ['en', 'C', 'POSIX', '', null, 'es-419']) {
    expect(countryOf({ setting: null, systemLocale })).toEqual({ country: null, source: 'unknown' })
  }
  expect(countryOf({ setting: 'not a country', systemLocale: 'de-AT' }).country).toBe('AT')
})

test.each([
  ['zh-Hant-TW', 'TW'],
  ['de_AT@euro', 'AT'],
  ['en-UK', 'GB'],
  ['en-u-ca-gb', null],
  ['sr-Latn-RS-x-us', 'RS'],
])('%s → %s', (locale, region) => expect(regionOf(locale)).toBe(region))
