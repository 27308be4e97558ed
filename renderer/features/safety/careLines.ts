/** Which people a care card shows: those it came with, or those of the country the person chose since. */
import type { CareCard, CountryHelp } from '../../../electron/core/safety/tier.ts'

/** The card as it should be shown now. `help` is given when the chosen country differs from the card's own. */
export function shownCare(care: CareCard, help: CountryHelp | null | undefined): CareCard {
  if (!help || help.country === care.country) return care
  return {
    ...care,
    country: help.country,
    countryName: help.name,
    emergency: help.emergency,
    lines: help.lines,
  }
}

/** The address a phone or a calling program understands; the shell lets only plain digits through. */
export const callAddress = (dialable: string): string => `tel:${dialable.replace(/[^\d+]/g, '')}`

/** Links of a page go through a new window, which the shell turns into a call and never opens. */
export const outward = { target: '_blank', rel: 'noreferrer' } as const

export function textAddress(sms: { to: string; body: string | null }): string {
  const to = sms.to.replace(/[^\d+]/g, '')
  return sms.body === null ? `sms:${to}` : `sms:${to}?body=${encodeURIComponent(sms.body)}`
}
