/** Chooses from which chance on a session is flagged, so that layers together raise few false alarms. */

/**
 * The lowest threshold at which no more than `share` of the quiet sessions are flagged, by it or otherwise; it lies
 * halfway between two of them.
 * @param chances per session the highest chance of any turn, 0–1. @param quiet sessions that must not be flagged.
 * @param isFlagged sessions that another layer flags already.
 */
export function thresholdFor(
  chances: Float64Array,
  quiet: readonly number[],
  share: number,
  isFlagged: (session: number) => boolean = () => false,
): number {
  const flagged = quiet.filter(isFlagged).length
  const sorted = quiet
    .filter((session) => !isFlagged(session))
    .map((session) => chances[session] as number)
    .toSorted((a, b) => b - a)
  const allowed = Math.max(0, Math.floor(share * quiet.length) - flagged)
  const above = allowed === 0 ? 1 : (sorted[allowed - 1] as number)
  return Number(((above + (sorted[allowed] ?? 0)) / 2).toFixed(6))
}
