/** Notices two clients with one name throwing each other out, which looks like a bad line and never ends. */

/** More than three connects in ten seconds (sensing notes §3). */
const MOST_CONNECTS = 3
const WITHIN_MS = 10_000

/** Remembers a connect; `storm` says whether to stop and tell the person. */
export function afterConnect(
  connectedAtMs: readonly number[],
  nowMs: number,
): { connectedAtMs: number[]; storm: boolean } {
  const recent = [...connectedAtMs, nowMs].filter((atMs) => atMs <= nowMs && nowMs - atMs < WITHIN_MS)
  return { connectedAtMs: recent, storm: recent.length > MOST_CONNECTS }
}
