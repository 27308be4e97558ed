/** What a mapping makes of the last few messages, while the person is still choosing the path. */
import { decodePayload } from './decodePayload.ts'
import type { Mapping, Reading, Refusal } from './mapping.ts'
import { type MappingProblem, mappingProblem } from './mappingProblem.ts'
import { MOST_PAYLOAD_BYTES } from './parsePayload.ts'
import { utf8Text } from './utf8Text.ts'

export interface LastMessage {
  topic: string
  payload: Uint8Array | string
  arrivedAtMs: number
  retained: boolean
}

export interface PreviewedMessage {
  topic: string
  arrivedAtMs: number
  /** The beginning of the payload as text; null when it is none or far too long. */
  text: string | null
  readings: Reading[]
  refused: Refusal[]
}

export interface MappingPreview {
  /** What is wrong with the mapping itself; null when it can be used. */
  problem: MappingProblem | null
  /** The last five messages, newest first. */
  messages: PreviewedMessage[]
}

const MOST_MESSAGES = 5
/** Enough to point at a value in a phone's batch. */
const MOST_SHOWN_CHARACTERS = 4000

function shownText(payload: Uint8Array | string): string | null {
  if (payload.length > MOST_PAYLOAD_BYTES) return null
  const text = typeof payload === 'string' ? payload : utf8Text(payload)
  return text === null ? null : text.slice(0, MOST_SHOWN_CHARACTERS)
}

/** Each of the last five messages with the readings and refusals it gives. */
export function previewMapping(mapping: Mapping, lastMessages: readonly LastMessage[]): MappingPreview {
  const newest = lastMessages.toSorted((a, b) => b.arrivedAtMs - a.arrivedAtMs).slice(0, MOST_MESSAGES)
  return {
    problem: mappingProblem(mapping),
    messages: newest.map(({ topic, payload, arrivedAtMs, retained }) => ({
      topic,
      arrivedAtMs,
      text: shownText(payload),
      ...decodePayload(mapping, topic, payload, arrivedAtMs, retained),
    })),
  }
}
