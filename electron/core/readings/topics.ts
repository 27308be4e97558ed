/** MQTT topic rules, checked before a broker answers a mistake by hanging up (sensing notes §3). */

export type TopicProblem = 'empty' | 'too_long' | 'null_character' | 'misplaced_wildcard'

/** The protocol's own limit, in bytes of UTF-8. */
const MOST_TOPIC_BYTES = 65_535

/** Longer topics are never read: no sensor has one, and each that is heard is remembered for a while. */
export const MOST_READ_TOPIC_CHARACTERS = 1000

function utf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

function textProblem(topic: string): TopicProblem | null {
  if (topic === '') return 'empty'
  if (topic.length > MOST_TOPIC_BYTES || utf8Bytes(topic) > MOST_TOPIC_BYTES) return 'too_long'
  return topic.includes('\0') ? 'null_character' : null
}

/** Why it is no filter; null for a good one. `+` stands alone in its level, `#` alone in the last. */
export function topicFilterProblem(filter: string): TopicProblem | null {
  const problem = textProblem(filter)
  if (problem !== null) return problem
  const levels = filter.split('/')
  const misplaced = levels.some(
    (level, place) =>
      (level.includes('+') && level !== '+') ||
      (level.includes('#') && (level !== '#' || place !== levels.length - 1)),
  )
  return misplaced ? 'misplaced_wildcard' : null
}

/** Whether a topic falls under a filter. Topics that start with $ are never reached by a leading wildcard. */
export function topicMatches(filter: string, topic: string): boolean {
  const wanted = filter.split('/')
  const levels = topic.split('/')
  if (topic.startsWith('$') && (wanted[0] === '+' || wanted[0] === '#')) return false
  for (const [place, level] of wanted.entries()) {
    if (level === '#') return true
    if (place >= levels.length || (level !== '+' && level !== levels[place])) return false
  }
  return wanted.length === levels.length
}

/** Whether everything under one filter is also under another. */
export function filterCovers(wide: string, narrow: string): boolean {
  const wanted = wide.split('/')
  const levels = narrow.split('/')
  if (narrow.startsWith('$') && (wanted[0] === '+' || wanted[0] === '#')) return false
  for (const [place, level] of wanted.entries()) {
    if (level === '#') return true
    const other = levels[place]
    if (other === undefined || other === '#' || (level !== '+' && level !== other)) return false
  }
  return wanted.length === levels.length
}

/**
 * The filters to ask a broker for: one that lies within another is left out, because many brokers send a message once
 * for every filter it matches.
 */
export function fewestFilters(filters: readonly string[]): string[] {
  const different = [...new Set(filters)]
  const wide = different.filter((filter) => filter.includes('+') || filter.includes('#'))
  return different.filter((filter) => !wide.some((other) => other !== filter && filterCovers(other, filter)))
}
