/** One message and one mapping in, readings and counted refusals out. Never throws, never guesses. */
import { followJsonPath, MOST_MATCHES, type PathMatch } from './jsonPath.ts'
import type { Mapping, NotLive, Reading, Refusal, RefusalReason } from './mapping.ts'
import { type MappingPaths, mappingPaths } from './mappingProblem.ts'
import { parsePayload } from './parsePayload.ts'
import { readingTimeMs } from './readingTime.ts'
import { readingValue } from './readingValue.ts'
import { countRefusal } from './refusals.ts'
import { topicMatches } from './topics.ts'

export interface Decoded {
  readings: Reading[]
  refused: Refusal[]
}

/** Names of devices are addresses or serial numbers. */
const MOST_NAME_CHARACTERS = 100

/** Clocks of phones are a little off; more than this ahead of us is no clock error. */
const MOST_AHEAD_MS = 2 * 60_000
/** Live means fresh (work-pattern notes §4.3). */
export const LIVE_FOR_MS = 10 * 60_000
/** Older than two years is a clock that was never set. */
const MOST_AGE_MS = 2 * 366 * 24 * 60 * 60_000

interface Moment {
  atMs: number
  timeFrom: 'payload' | 'arrival'
  notLive: NotLive | null
}

interface Message {
  mapping: Mapping
  paths: MappingPaths
  payload: unknown
  arrivedAtMs: number
  retained: boolean
  source: string
}

const isIntervals = (mapping: Mapping) => mapping.kind === 'rr' || mapping.kind === 'rr_list'
const isDiscrete = (mapping: Mapping) =>
  mapping.discrete === true || mapping.kind === 'rmssd' || mapping.kind === 'sdnn'

function deviceName(mapping: Mapping, paths: MappingPaths, topic: string, payload: unknown): string {
  if (!mapping.device) return ''
  if ('topicLevel' in mapping.device) {
    return (topic.split('/').at(mapping.device.topicLevel) ?? '').slice(0, MOST_NAME_CHARACTERS)
  }
  const found = followJsonPath(payload, paths.device ?? [])[0]?.value
  return typeof found === 'string' || typeof found === 'number'
    ? String(found).slice(0, MOST_NAME_CHARACTERS)
    : ''
}

/** The time that belongs to a value: the one that shares the longest way through the payload's lists. */
function timeBeside(times: readonly PathMatch[], places: readonly number[]): PathMatch | null {
  let best: PathMatch | null = null
  for (const time of times) {
    const leadsHere = time.places.every((place, depth) => place === places[depth])
    if (leadsHere && (best === null || time.places.length > best.places.length)) best = time
  }
  return best
}

function notLiveBecause(message: Message, atMs: number): NotLive | null {
  // First, for it says what becomes of the value: a night's heart rate belongs to its day, also when it was retained.
  if (isDiscrete(message.mapping)) return 'discrete'
  if (message.retained) return 'retained'
  return message.arrivedAtMs - atMs > LIVE_FOR_MS ? 'old' : null
}

function payloadMoment(message: Message, time: PathMatch | null): Moment | { refused: RefusalReason } {
  const { mapping, arrivedAtMs } = message
  if (time === null || !mapping.time) return { refused: 'time_missing' }
  const atMs = readingTimeMs(time.value, mapping.time.unit)
  if (atMs === null) return { refused: 'bad_time' }
  if (atMs > arrivedAtMs + MOST_AHEAD_MS) return { refused: 'future' }
  if (atMs < arrivedAtMs - MOST_AGE_MS) return { refused: 'too_old' }
  return { atMs, timeFrom: 'payload', notLive: notLiveBecause(message, atMs) }
}

function arrivalMoment(message: Message): Moment | { refused: RefusalReason } {
  // A kept nightly value may be all there is this morning; a kept heart rate is of nobody knows when.
  if (message.retained && !isDiscrete(message.mapping)) return { refused: 'retained_without_time' }
  const atMs = message.arrivedAtMs
  return { atMs, timeFrom: 'arrival', notLive: notLiveBecause(message, atMs) }
}

/** Values with their moments, in payload order; a list at the path's end counts as its items. */
function valuesOf(message: Message, refused: Refusal[]): { raw: unknown; places: readonly number[] }[] {
  const matches = followJsonPath(message.payload, message.paths.value)
  if (matches.length === 0) countRefusal(refused, 'path_missing')
  const values = matches.flatMap(({ value, places }) =>
    isIntervals(message.mapping) && Array.isArray(value)
      ? value.map((raw: unknown) => ({ raw, places }))
      : [{ raw: value, places }],
  )
  if (values.length > MOST_MATCHES) countRefusal(refused, 'too_many_values', values.length - MOST_MATCHES)
  return values.slice(0, MOST_MATCHES)
}

/** Intervals of the same moment are one reading: together they are a stretch of the chain. */
function addInterval(readings: Reading[], source: string, moment: Moment, rrMs: number | null): void {
  const last = readings.at(-1)
  if (last?.kind === 'rr' && last.atMs === moment.atMs) last.rrMs.push(rrMs)
  else readings.push({ kind: 'rr', source, ...moment, rrMs: [rrMs] })
}

function decodeMessage(message: Message): Decoded {
  const { mapping, paths, source } = message
  const { kind } = mapping
  const refused: Refusal[] = []
  const readings: Reading[] = []
  const times = paths.time === null ? [] : followJsonPath(message.payload, paths.time)
  const arrival = mapping.time ? null : arrivalMoment(message)
  for (const { raw, places } of valuesOf(message, refused)) {
    const moment = arrival ?? payloadMoment(message, timeBeside(times, places))
    const read = readingValue(raw, kind, mapping.unit)
    if ('refused' in read) countRefusal(refused, read.refused)
    else if ('refused' in moment) countRefusal(refused, moment.refused)
    if ('refused' in moment) continue
    if (kind === 'rr' || kind === 'rr_list') {
      addInterval(readings, source, moment, 'refused' in read ? null : read.value)
    } else if ('refused' in read) continue
    else if (kind === 'hr') readings.push({ kind, source, ...moment, bpm: read.value })
    else readings.push({ kind, source, ...moment, ms: read.value })
  }
  return {
    readings: readings.filter((reading) => reading.kind !== 'rr' || reading.rrMs.some((rr) => rr !== null)),
    refused,
  }
}

/**
 * Readings of one message. Time comes from the payload when the mapping says where, else from arrival; a retained
 * message, an old value and a nightly one are never live; what cannot be used is counted by reason.
 */
export function decodePayload(
  mapping: Mapping,
  topic: string,
  payload: Uint8Array | string,
  arrivedAtMs: number,
  retained: boolean,
): Decoded {
  const refuse = (reason: RefusalReason): Decoded => ({ readings: [], refused: [{ reason, count: 1 }] })
  const paths = mappingPaths(mapping)
  if (paths === null) return refuse('bad_mapping')
  if (!topicMatches(mapping.topicFilter, topic)) return refuse('topic_not_mapped')
  const parsed = parsePayload(payload)
  if ('refused' in parsed) return refuse(parsed.refused)
  const device = deviceName(mapping, paths, topic, parsed.value)
  const source = device === '' ? mapping.id : `${mapping.id}/${device}`
  return decodeMessage({ mapping, paths, payload: parsed.value, arrivedAtMs, retained, source })
}
