/** Bytes to text, strictly: a payload that is not UTF-8 is refused as that, not shown as question marks. */

const CHUNK = 4096

/** Least code point that needs a sequence of this many bytes; anything lower is an overlong form. */
const LEAST_BY_LENGTH = [0, 0, 0x80, 0x800, 0x10000]

function sequenceLength(first: number): number {
  if (first < 0x80) return 1
  if (first >= 0xc2 && first < 0xe0) return 2
  if (first >= 0xe0 && first < 0xf0) return 3
  return first >= 0xf0 && first < 0xf5 ? 4 : 0
}

/** Code point of the sequence at a place, or −1 where it is broken, overlong, a surrogate or beyond Unicode. */
function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  let point = length === 1 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) & (0x7f >> length)
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next]
    if (byte === undefined || (byte & 0xc0) !== 0x80) return -1
    point = (point << 6) | (byte & 0x3f)
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return isSurrogate || point > 0x10ffff || point < (LEAST_BY_LENGTH[length] ?? 0) ? -1 : point
}

/** The text, or null when the bytes are not well-formed UTF-8. Core has no TextDecoder, which belongs to its hosts. */
export function utf8Text(bytes: Uint8Array): string | null {
  let text = ''
  let points: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0)
    const point = length === 0 ? -1 : codePointAt(bytes, at, length)
    if (point < 0) return null
    points.push(point)
    at += length
    if (points.length === CHUNK) {
      text += String.fromCodePoint(...points)
      points = []
    }
  }
  return text + String.fromCodePoint(...points)
}

/** The beginning of a payload as text, null when it is none: cut in the middle of a character it is still text. */
export function textBeginning(bytes: Uint8Array, mostCharacters: number): string | null {
  const wantedBytes = Math.min(bytes.length, mostCharacters * 4)
  const leastBytes = wantedBytes < bytes.length ? wantedBytes - 3 : wantedBytes
  for (let end = wantedBytes; end >= leastBytes; end--) {
    const text = utf8Text(bytes.subarray(0, end))
    if (text !== null) return text.slice(0, mostCharacters)
  }
  return null
}
