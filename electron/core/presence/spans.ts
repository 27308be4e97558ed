/** The day as a row of spans: equal readings grow the last one, a different one begins the next. */
import type { Standing } from './standing.ts'

export interface Span {
  standing: Standing
  fromMs: number
  toMs: number
}

/** Readings further apart than this leave a hole between them; nobody knows what was there. */
export const MOST_APART_MS = 30_000
/** Less than a minute away is a thought, not a rest (work-pattern notes §4.4). */
export const LEAST_REST_MS = 60_000

/**
 * The spans with one more reading. Time since the last one belongs to the last one's standing when they are near, else
 * it is unknown. A reading from before the end of the last span is left out.
 */
export function withReading(spans: readonly Span[], standing: Standing, atMs: number): Span[] {
  const last = spans.at(-1)
  if (!last) return [{ standing, fromMs: atMs, toMs: atMs }]
  if (atMs < last.toMs) return [...spans]
  const isNear = atMs - last.toMs <= MOST_APART_MS
  if (isNear && last.standing === standing) return [...spans.slice(0, -1), { ...last, toMs: atMs }]
  const begun = { standing, fromMs: atMs, toMs: atMs }
  if (isNear) return [...spans.slice(0, -1), { ...last, toMs: atMs }, begun]
  return [...spans, { standing: 'unknown', fromMs: last.toMs, toMs: atMs }, begun]
}

/**
 * Marks a stretch as rest that was learned of afterwards: sleep found at waking, or input idle since a while. It
 * replaces whatever stood there; the rest keeps its edges.
 */
export function withRest(spans: readonly Span[], fromMs: number, toMs: number): Span[] {
  if (toMs <= fromMs) return [...spans]
  const before = spans
    .filter((span) => span.fromMs < fromMs)
    .map((span) => ({ ...span, toMs: Math.min(span.toMs, fromMs) }))
  const after = spans
    .filter((span) => span.toMs > toMs)
    .map((span) => ({ ...span, fromMs: Math.max(span.fromMs, toMs) }))
  return [...before, { standing: 'resting', fromMs, toMs }, ...after]
}

/** Rests of at least a minute, neighbours joined, in time order. */
export function restSpans(spans: readonly Span[], leastMs = LEAST_REST_MS): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    if (span.standing !== 'resting') continue
    const last = joined.at(-1)
    if (last && last.toMs === span.fromMs) joined[joined.length - 1] = { ...last, toMs: span.toMs }
    else joined.push(span)
  }
  return joined.filter((span) => span.toMs - span.fromMs >= leastMs)
}
