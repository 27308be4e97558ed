/** The right country's lines, and never those of another. */
import { describe, expect, it } from 'vitest'
import { SafetyService } from '../../../../electron/engine/features/safety/safetyService.ts'
import { readResources } from '../../../../electron/engine/resources.ts'
import { resourcesFolder } from '../../engineParts.ts'

const service = (systemLocale: string | null, chosen: string | null = null) =>
  new SafetyService({ ...readResources(resourcesFolder), systemLocale, chosenCountry: () => chosen })

describe('helplines', () => {
  it('are those of the country a person set, else of the system, else unknown', () => {
    expect(service('en-GB').help()?.country).toBe('GB')
    expect(service('en-GB', 'NL').help()?.country).toBe('NL')
    expect(service('en').help()).toBeNull()
    expect(service(null).countries()).toMatchObject({ current: null, source: 'unknown' })
    expect(service('de_DE.UTF-8').countries()).toMatchObject({ current: 'DE', source: 'system' })
  })

  it('of a country without any of its own are not those of another', () => {
    expect(service('en-GB', 'VA').help()).toBeNull()
    expect(service('en-GB', 'VA').countries()).toMatchObject({ current: 'VA', source: 'setting' })
  })

  it('can be looked up for any country, however it is written', () => {
    expect(service(null).help('us')?.country).toBe('US')
    expect(service(null).help('XX')).toBeNull()
  })

  it('list the countries by name', () => {
    const names = service(null)
      .countries()
      .countries.map((country) => country.name)
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)))
  })
})
