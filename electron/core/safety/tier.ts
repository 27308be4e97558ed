/** The words of safety: how serious a session is, what was heard, and the card of people to call. */

/** Ordered: each tier includes the care of the ones before it. */
export const tiers = ['none', 'concern', 'high', 'imminent'] as const
export type Tier = (typeof tiers)[number]

/** What was heard. Nothing may depend on the list being complete. */
export const kinds = [
  'suicide',
  'suicide-plan',
  'self-harm',
  'overdose',
  'harm-by-others',
  'someone-else',
  'eating',
  'harm-to-others',
  /** Voices, being watched or chosen, not needing sleep. */
  'beliefs',
  'medical-emergency',
  /** Loss by itself: never a tier, and still answered with care. */
  'grief',
] as const
export type Kind = (typeof kinds)[number]

/** Ways of listening, quickest first. Each can be switched off, and says why it spoke. */
export const layers = ['rules', 'ngrams', 'encoder', 'model'] as const
export type Layer = (typeof layers)[number]

/** What a layer beside the rules thinks of one turn of the person. It can raise a session, never lower it. */
export interface Opinion {
  layer: Exclude<Layer, 'rules'>
  /** Not `none`: a layer that hears nothing has no opinion. */
  tier: Exclude<Tier, 'none'>
  kinds: Kind[]
  /** Calibrated on pattern families left out of the training, 0–1. */
  probability: number
}

/** What a line is for. `children` and `youth` answer the young alone; `directory` leads to other lines. */
export const purposes = [
  'suicide',
  'general',
  'youth',
  'children',
  'elderly',
  'violence',
  'poison',
  'directory',
] as const
export type Purpose = (typeof purposes)[number]

/** Hours that are the same every week, read in the line's own time zone. */
export interface Opening {
  /** IANA name. */
  zone: string
  /** `days`: 1 is Monday, 7 Sunday. Times "HH:MM"; `to` may be "24:00", and below `from` it means the next day. */
  spans: { days: number[]; from: string; to: string }[]
}

/** One line people can reach. `dialable` is what a phone dials; `shown` is how people write it. */
export interface Helpline {
  name: string
  purpose: Purpose
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
  /** The same as data, where it is simple; absent when it is always open, or when words say it better. */
  opening?: Opening | undefined
  /** False when a call costs something, or when that is not known. */
  free: boolean
  /** One sentence on who answers. */
  about: string
  /** ISO date on which the entry was last checked against its source. */
  verifiedOn: string
  sourceUrl: string
  /** True when the number was read in a source; else it is shown with the word "unconfirmed". */
  confirmed: boolean
}

/** Everything one country offers; `emergency` is the number for danger right now. */
export interface CountryHelp {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Name as its people write it in English. */
  name: string
  emergency: { shown: string; dialable: string }
  /** Where police or ambulance answer at other numbers; absent where one number reaches them all. */
  otherEmergency?: { for: 'ambulance' | 'police'; shown: string; dialable: string }[] | undefined
  lines: Helpline[]
  /** For harm by others, where the country has its own line; else empty. */
  harmLines: Helpline[]
  /** For poisoning or overdose, where the country has its own line; else empty. */
  poisonLines: Helpline[]
}

/** Someone, or some line, that the person named for such moments. */
export interface OwnHelp {
  name: string
  /** What a phone dials, as typed; null where there is another way. */
  phone: string | null
  /** Another way, in the person's words; null = none. */
  how: string | null
  professional: boolean
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
  /** People and lines of the person's own, shown first; cards of an older version hold none. */
  own?: OwnHelp[] | undefined
  /** Who else counts, in the words of the talk: a doctor, someone trusted. */
  professional?: string | undefined
  trusted?: string | undefined
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
  /** BCP 47 of the rules that spoke last; `en` when none did. */
  language: string
}

/** The higher of two tiers. */
export function higherTier(a: Tier, b: Tier): Tier {
  return tiers.indexOf(a) >= tiers.indexOf(b) ? a : b
}
