/** The words of safety: how serious a session is, what was heard, and the card of people to call. */

/** Ordered: each tier includes the care of the ones before it. */
export const tiers = ['none', 'concern', 'high', 'imminent'] as const
export type Tier = (typeof tiers)[number]

/** What was heard. A later issue adds kinds; nothing may depend on the list being complete. */
export const kinds = [
  'suicide',
  'suicide-plan',
  'self-harm',
  'overdose',
  'harm-by-others',
  'someone-else',
] as const
export type Kind = (typeof kinds)[number]

/** One line people can reach. `dialable` is what a phone dials; `shown` is how people write it. */
export interface Helpline {
  name: string
  shown: string
  dialable: string
  /** How to reach it by text message, or null. */
  sms: { to: string; body: string | null } | null
  url: string | null
  /** BCP 47 tags of the languages spoken there. */
  languages: string[]
  /** True when it answers day and night. */
  alwaysOpen: boolean
  /** Plain words when it is not always open, else null. */
  hours: string | null
  free: boolean
  /** One sentence on who answers. */
  about: string
  /** ISO date on which the entry was last checked against its source. */
  verifiedOn: string
  sourceUrl: string
}

/** Everything one country offers; `emergency` is the number for danger right now. */
export interface CountryHelp {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Name as its people write it in English. */
  name: string
  emergency: { shown: string; dialable: string }
  lines: Helpline[]
  /** For harm by others, where the country has its own line; else empty. */
  harmLines: Helpline[]
  /** For poisoning or overdose, where the country has its own line; else empty. */
  poisonLines: Helpline[]
}

/** Shown under a scripted answer: whom to call, from data, never from a model. */
export interface CareCard {
  tier: Tier
  /** ISO 3166-1 alpha-2, or null when the country is unknown (then `lines` holds directories by URL). */
  country: string | null
  countryName: string | null
  /** True when the emergency number comes first. */
  emergencyFirst: boolean
  emergency: { shown: string; dialable: string } | null
  lines: Helpline[]
}

/** One turn of a session as triage sees it. */
export interface Turn {
  role: 'person' | 'lull'
  text: string
}

export interface TriageResult {
  /** Tier of the session as it stands. */
  tier: Tier
  kinds: Kind[]
  /** Codes of the rules that spoke, with the clause kind they matched; never the person's words. */
  reasons: string[]
  /** Tier after each turn of the session, same order and length as the turns given. */
  perTurn: Tier[]
}

/** The higher of two tiers. */
export function higherTier(a: Tier, b: Tier): Tier {
  return tiers.indexOf(a) >= tiers.indexOf(b) ? a : b
}
