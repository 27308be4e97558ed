/** From bytes to a JSON value, with every way it can go wrong named (the payload zoo of the sensing notes §3). */
import type { RefusalReason } from './mapping.ts'
import { utf8Text } from './utf8Text.ts'

/** A strap sends a few hundred bytes, a phone's export some kilobytes. */
export const MOST_PAYLOAD_BYTES = 64 * 1024
/** No known sender nests deeper than six; a parser survives thousands, readers of the value may not. */
export const MOST_DEPTH = 32

export type ParsedPayload = { value: unknown } | { refused: RefusalReason }

/** Words that home automation sends in place of a value. */
const ABSENT = new Set(['unknown', 'unavailable', 'none', 'null', ''])
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i

function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x5b || code === 0x7b) {
      depth++
      if (depth > MOST_DEPTH) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}

/** Whether a bare word means "there is no value right now". */
export function isAbsentWord(text: string): boolean {
  return ABSENT.has(text.trim().toLowerCase())
}

/** Whether a bare word names a number that is none. */
export function isNotFiniteWord(text: string): boolean {
  return NOT_FINITE.test(text.trim())
}

function decoded(
  payload: Uint8Array | string,
  mostBytes: number,
): { text: string } | { refused: RefusalReason } {
  // UTF-8 needs at least as many bytes as UTF-16 has units, so this refuses nothing that would fit.
  if (payload.length > mostBytes) return { refused: 'too_large' }
  if (payload.length === 0) return { refused: 'empty' }
  const text = typeof payload === 'string' ? payload : utf8Text(payload)
  return text === null ? { refused: 'not_utf8' } : { text }
}

/** A JSON value or the one reason there is none. Never throws. */
export function parsePayload(payload: Uint8Array | string, mostBytes = MOST_PAYLOAD_BYTES): ParsedPayload {
  const read = decoded(payload, mostBytes)
  if ('refused' in read) return read
  const { text } = read
  if (text.charCodeAt(0) === 0xfeff) return { refused: 'byte_order_mark' }
  if (text.trim() === '') return { refused: 'empty' }
  if (isNotFiniteWord(text)) return { refused: 'not_finite' }
  if (isAbsentWord(text)) return { refused: text.trim() === 'null' ? 'no_value' : 'unavailable' }
  if (isTooDeep(text)) return { refused: 'too_deep' }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { refused: 'not_json' }
  }
}
