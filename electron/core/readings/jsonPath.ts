/** A path into a payload, small on purpose: members, list items, all items, and one kind of filter. */

export type PathStep =
  | { kind: 'member'; name: string }
  | { kind: 'item'; index: number }
  | { kind: 'all' }
  | { kind: 'filter'; member: string; equals: string }

/** A value found, and the list places passed on the way, so that a time can be matched to its value. */
export interface PathMatch {
  value: unknown
  places: readonly number[]
}

export const MOST_PATH_CHARACTERS = 200
/** More values than this in one message are not read. */
export const MOST_MATCHES = 4096

const STEP = /\.([^.[\]]+)|\[(-?\d{1,5})\]|\[\*\]|\[\?([^=\]]{1,60})=([^\]]{0,60})\]|\["([^"\]]+)"\]/y

function stepOf(match: RegExpExecArray): PathStep {
  const [, member, index, filtered, equals, quoted] = match
  if (member !== undefined) return { kind: 'member', name: member }
  if (quoted !== undefined) return { kind: 'member', name: quoted }
  if (index !== undefined) return { kind: 'item', index: Number(index) }
  if (filtered !== undefined) return { kind: 'filter', member: filtered, equals: equals ?? '' }
  return { kind: 'all' }
}

/**
 * Steps of a path such as `$.data.metrics[?name=heart_rate].data[*].qty`, or null when it is not one. `["a.b"]` names a
 * member with dots; `[-1]` is the last item.
 */
export function parseJsonPath(path: string): PathStep[] | null {
  if (path.length > MOST_PATH_CHARACTERS || !path.startsWith('$')) return null
  const steps: PathStep[] = []
  let at = 1
  while (at < path.length) {
    STEP.lastIndex = at
    const match = STEP.exec(path)
    if (match === null) return null
    steps.push(stepOf(match))
    at = STEP.lastIndex
  }
  return steps
}

/** Own members only: `__proto__` and `constructor` are names like any other. */
function memberOf(value: unknown, name: string): { value: unknown } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if (!Object.hasOwn(value, name)) return null
  return { value: Reflect.get(value, name) }
}

function isWanted(item: unknown, step: { member: string; equals: string }): boolean {
  const found = memberOf(item, step.member)?.value
  return (typeof found === 'string' || typeof found === 'number') && String(found) === step.equals
}

function follow(match: PathMatch, step: PathStep): PathMatch[] {
  if (step.kind === 'member') {
    const member = memberOf(match.value, step.name)
    return member === null ? [] : [{ value: member.value, places: match.places }]
  }
  if (!Array.isArray(match.value)) return []
  const items: unknown[] = match.value
  if (step.kind === 'item') {
    const place = step.index < 0 ? items.length + step.index : step.index
    return place in items ? [{ value: items[place], places: [...match.places, place] }] : []
  }
  return items.slice(0, MOST_MATCHES).flatMap((value, place) => {
    if (step.kind === 'filter' && !isWanted(value, step)) return []
    return [{ value, places: [...match.places, place] }]
  })
}

/** Everything the path leads to, in the payload's order, at most 4096 values. */
export function followJsonPath(value: unknown, steps: readonly PathStep[]): PathMatch[] {
  let matches: PathMatch[] = [{ value, places: [] }]
  for (const step of steps) matches = matches.flatMap((match) => follow(match, step)).slice(0, MOST_MATCHES)
  return matches
}
