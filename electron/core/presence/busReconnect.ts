/** How long to wait before a bus that went away is looked for again. */

const FIRST_MS = 1_000
const MOST_MS = 60_000

/** @param failures attempts and short connections in a row, at least 1. */
export function busReconnectMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), MOST_MS)
}
