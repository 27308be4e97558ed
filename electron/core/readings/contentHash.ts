/** A short stand-in for a long content, so that much can be remembered in little memory. */

/**
 * 53 bits of a text or of bytes, by the public-domain mixing function known as cyrb53: enough to tell a few thousand
 * contents apart, useless against somebody who wants two to look alike.
 */
export function contentHash(content: string | Uint8Array): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  const isText = typeof content === 'string'
  for (let at = 0; at < content.length; at++) {
    const unit = isText ? content.charCodeAt(at) : (content[at] ?? 0)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909)
  return 4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0)
}
