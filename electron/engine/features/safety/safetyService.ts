/** People to call: which country counts, and the lines it has. The data is reviewed; this only chooses. */
import { type CountryChoice, countryOf } from '../../../core/safety/country.ts'
import type { CountryHelp } from '../../../core/safety/tier.ts'

export interface SafetyParts {
  /** By country code. */
  countries: ReadonlyMap<string, CountryHelp>
  protocol: { version: string; markdown: string }
  /** The country a person set, or null. */
  chosenCountry: () => string | null
  systemLocale: string | null
}

export class SafetyService {
  readonly #parts: SafetyParts

  constructor(parts: SafetyParts) {
    this.#parts = parts
  }

  countries() {
    const listed = [...this.#parts.countries.values()]
    return {
      countries: listed
        .map(({ country, name }) => ({ country, name }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      ...this.#current(),
    }
  }

  /** Lines of one country, or of the current one; null when there are none of its own. */
  help(country?: string): CountryHelp | null {
    const wanted = country?.toUpperCase() ?? this.#current().current
    return wanted === null ? null : (this.#parts.countries.get(wanted) ?? null)
  }

  /** The country in use, whether or not it has lines of its own. */
  country(): string | null {
    return this.#current().current
  }

  protocol() {
    return this.#parts.protocol
  }

  #current(): { current: string | null; source: CountryChoice['source'] } {
    const { chosenCountry, systemLocale } = this.#parts
    const { country, source } = countryOf({ setting: chosenCountry(), systemLocale })
    return { current: country, source }
  }
}
