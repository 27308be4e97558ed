/** Chooses whom to show under a scripted answer: from data, never from a model, and never a long list. */
import type { CareCard, CountryHelp, Helpline, Kind, Tier } from './tier.ts'

const MAX_LINES = 3

/** Open day and night first, then free ones; the order of the file otherwise. */
function nightAndFreeFirst(lines: readonly Helpline[]): Helpline[] {
  const weight = (line: Helpline) => (line.alwaysOpen ? 0 : 2) + (line.free ? 0 : 1)
  return [...lines].sort((a, b) => weight(a) - weight(b))
}

function linesFor(help: CountryHelp, kinds: readonly Kind[]): Helpline[] {
  const crisis = nightAndFreeFirst(help.lines)
  const harm = kinds.includes('harm-by-others') ? nightAndFreeFirst(help.harmLines) : []
  const poison = kinds.includes('overdose') ? nightAndFreeFirst(help.poisonLines) : []
  const onlyHarm = harm.length > 0 && !kinds.some((kind) => kind === 'suicide' || kind === 'self-harm')
  const first = crisis.slice(0, onlyHarm ? 1 : 2)
  return [
    ...poison.slice(0, 1),
    ...(onlyHarm ? [...harm.slice(0, 2), ...first] : [...first, ...harm.slice(0, 1)]),
  ]
}

/**
 * The card for a tier and what was heard. Without a country it holds the directories, which open by address.
 * The emergency number is always on it; it comes first when there is danger right now.
 */
export function careCard(
  tier: Tier,
  kinds: readonly Kind[],
  help: CountryHelp | null,
  directory: readonly Helpline[],
): CareCard {
  if (!help) {
    return {
      tier,
      country: null,
      countryName: null,
      emergencyFirst: tier === 'imminent',
      emergency: null,
      lines: directory.slice(0, MAX_LINES),
    }
  }
  return {
    tier,
    country: help.country,
    countryName: help.name,
    emergencyFirst: tier === 'imminent',
    emergency: help.emergency,
    lines: linesFor(help, kinds).slice(0, MAX_LINES),
  }
}
