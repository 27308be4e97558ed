/** A first guess at what a value means, from its name and its size; the person sees it and corrects it. */
import type { Mapping, TimeUnit } from '../../../electron/core/readings/mapping.ts'

type Meaning = Pick<Mapping, 'kind' | 'unit'>

const numbersOf = (sample: unknown): number[] =>
  [sample]
    .flat()
    .map(Number)
    .filter((value) => Number.isFinite(value))

function intervalUnit(values: readonly number[]): 'ms' | 's' {
  // An interval between two beats lies between 0.3 and 2 seconds.
  return values.length > 0 && values.every((value) => value <= 3) ? 's' : 'ms'
}

/** The last name in a path: `hr` for `$.data.hr`. */
function lastName(path: string): string {
  const names = [...path.matchAll(/\.([^.[\]]+)|\["([^"\]]+)"\]|=([^\]]+)\]/g)].map(
    ([, member, quoted, equals]) => member ?? quoted ?? equals ?? '',
  )
  return names.join(' ').toLowerCase()
}

export function guessMeaning(path: string, sample: unknown): Meaning {
  const name = lastName(path)
  const values = numbersOf(sample)
  const unit = intervalUnit(values)
  if (/rmssd/.test(name)) return { kind: 'rmssd', unit }
  if (/sdnn|hrv|variab/.test(name)) return { kind: 'sdnn', unit }
  if (Array.isArray(sample)) return { kind: 'rr_list', unit }
  if (/\brr|rr_|ibi|interval/.test(name)) return { kind: 'rr', unit }
  const isHeartRate = values.every((value) => value >= 25 && value <= 240)
  return isHeartRate ? { kind: 'hr', unit: 'bpm' } : { kind: 'rr', unit }
}

/** Of a moment somewhere in our years, by its size. */
export function guessTimeUnit(sample: unknown): TimeUnit {
  const value = typeof sample === 'number' ? sample : Number(sample)
  if (typeof sample === 'string' && !Number.isFinite(value)) return 'iso'
  if (value >= 1e17) return 'polar_ns'
  if (value >= 1e14) return 'us'
  return value >= 1e11 ? 'ms' : 's'
}
