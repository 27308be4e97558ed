/** How long to wait before a broker is asked again: soon at first, never more often than once a minute for long. */

const FIRST_MS = 1000
const MOST_MS = 60_000

/** @param failures in a row, at least 1; a connection that was let in and then lost is the first of a new row. */
export function reconnectDelayMs(failures: number): number {
  return Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16))
}
