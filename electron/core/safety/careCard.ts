/** Chooses whom to show under a scripted answer: from data, never from a model, and never a long list. */
import { openNow } from './openNow.ts'
import type { SafetyText } from './safetyText.ts'
import type { CareCard, CountryHelp, Helpline, Kind, OwnHelp, Purpose, Tier } from './tier.ts'

const MAX_LINES = 3
const MAX_OWN = 3

/** Lines that answer some people alone; Lull does not know how old anybody is. */
const forSome = new Set<Purpose>(['youth', 'children', 'elderly'])

/**
 * Not closed at this moment first, then for everyone, in the person's language, open day and night, read in a source,
 * free; the order of the file otherwise. Nothing is left out: a wrong clock changes the order alone.
 */
function bestFirst(lines: readonly Helpline[], language: string, atMs: number | null): Helpline[] {
  const [tag = ''] = language.split('-')
  const weight = (line: Helpline) => {
    const speaks = line.languages.some((one) => one.split('-')[0] === tag)
    const isClosed = atMs !== null && openNow(line, atMs) === false
    const worse = [
      isClosed,
      forSome.has(line.purpose),
      !speaks,
      !line.alwaysOpen,
      !line.confirmed,
      !line.free,
    ]
    return worse.reduce((sum, one) => sum * 2 + Number(one), 0)
  }
  return [...lines].sort((a, b) => weight(a) - weight(b))
}

const aboutLife = new Set<Kind>(['suicide', 'suicide-plan', 'self-harm'])

function linesFor(
  help: CountryHelp,
  kinds: readonly Kind[],
  language: string,
  atMs: number | null,
): Helpline[] {
  const crisis = bestFirst(help.lines, language, atMs)
  const harm = kinds.includes('harm-by-others') ? bestFirst(help.harmLines, language, atMs) : []
  const poison = kinds.includes('overdose') ? bestFirst(help.poisonLines, language, atMs) : []
  // For chest pain there is one number, and it is the emergency's.
  if (kinds.length > 0 && kinds.every((kind) => kind === 'medical-emergency')) return []
  const onlyHarm = harm.length > 0 && !kinds.some((kind) => aboutLife.has(kind))
  const first = crisis.slice(0, onlyHarm ? 1 : 2)
  return [
    ...poison.slice(0, 1),
    ...(onlyHarm ? [...harm.slice(0, 2), ...first] : [...first, ...harm.slice(0, 1)]),
  ]
}

export interface CardInput {
  tier: Tier
  kinds: readonly Kind[]
  /** Null when the country is unknown. */
  help: CountryHelp | null
  /** Where to find a line then; they open by address. */
  directory: readonly Helpline[]
  /** People and lines of the person's own; they come first. */
  own: readonly OwnHelp[]
  text: Pick<SafetyText, 'language' | 'card'>
  /** When the message came, in milliseconds since 1970; absent or null when that is not known. */
  atMs?: number | null | undefined
}

/**
 * The card for a tier and what was heard: own people, one line first, a professional and a trusted person in words.
 * The emergency number is always on it; it comes first when there is danger right now.
 */
export function careCard({ tier, kinds, help, directory, own, text, atMs = null }: CardInput): CareCard {
  return {
    tier,
    country: help?.country ?? null,
    countryName: help?.name ?? null,
    emergencyFirst: tier === 'imminent',
    emergency: help?.emergency ?? null,
    lines: (help ? linesFor(help, kinds, text.language, atMs) : [...directory]).slice(0, MAX_LINES),
    own: own
      .slice(0, MAX_OWN)
      .map(({ name, phone, how, professional }) => ({ name, phone, how, professional })),
    professional: text.card.professional,
    trusted: text.card.trusted,
  }
}
