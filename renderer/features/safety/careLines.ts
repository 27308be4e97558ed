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

/** A line that is only written to has nothing to dial; an own number may be anything. */
export const canCall = (number: string | null | undefined): boolean =>
  typeof number === 'string' && /^\+?\d{2,15}$/.test(dialled(number))

const dialled = (number: string): string => number.replace(/[^\d+]/g, '')

/** The address a phone or a calling program understands; the shell lets only plain digits through. */
export const callAddress = (dialable: string): string => `tel:${dialled(dialable)}`

/** Links of a page go through a new window, which the shell turns into a call and never opens. */
export const outward = { target: '_blank', rel: 'noreferrer' } as const

export function textAddress(sms: { to: string; body: string | null }): string {
  const to = dialled(sms.to)
  return sms.body === null ? `sms:${to}` : `sms:${to}?body=${encodeURIComponent(sms.body)}`
}

/** Whom a card names first, for those who hear it: each with the number. */
export function heardPeople(care: CareCard | null): string[] {
  if (!care) return []
  const emergency = care.emergencyFirst && care.emergency ? [care.emergency.shown] : []
  const own = (care.own ?? []).slice(0, 1).map(({ name, phone }) => [name, phone])
  const line = care.lines.slice(0, 1).map(({ name, shown }) => [name, shown])
  const named = [...own, ...line].map((words) =>
    words.filter((word) => word !== null && word !== '').join(' '),
  )
  return [...emergency, ...named]
}
