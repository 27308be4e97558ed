/** Which country's lines to show: what the person set, else what the system says, else unknown. Never a guess by network. */

export interface CountryChoice {
  /** ISO 3166-1 alpha-2, or null when unknown. */
  country: string | null
  source: 'setting' | 'system' | 'unknown'
}

const asCountry = (text: string) => (/^[A-Z]{2}$/.test(text) ? text : null)

/** Region of a locale in either spelling: "en-GB", "de_AT.UTF-8", "zh-Hant-TW", "sr-Latn-RS-x-a". */
export function regionOf(locale: string): string | null {
  const [tag = ''] = locale.split(/[.@]/)
  const parts = tag.split(/[-_]/)
  for (const part of parts.slice(1)) {
    // What follows a single letter is an extension, no region.
    if (part.length === 1) return null
    const country = asCountry(part.toUpperCase())
    if (country !== null && part.length === 2) return country === 'UK' ? 'GB' : country
  }
  return null
}

export function countryOf(known: { setting: string | null; systemLocale: string | null }): CountryChoice {
  const set = known.setting === null ? null : asCountry(known.setting)
  if (set !== null) return { country: set, source: 'setting' }
  const region = known.systemLocale === null ? null : regionOf(known.systemLocale)
  return region === null ? { country: null, source: 'unknown' } : { country: region, source: 'system' }
}
