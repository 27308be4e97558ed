/** Mappings while a person is still choosing: from a preset, from a value pointed at, and changed field by field. */
import type { MappingInput } from '../../../electron/contract/devices.ts'
import type { Mapping, ReadingKind, ValueUnit } from '../../../electron/core/readings/mapping.ts'
import { freeMappingId } from '../../../electron/core/readings/mappingId.ts'
import { type PresetId, presets } from '../../../electron/core/readings/presets.ts'
import { type LastMessage, previewMapping } from '../../../electron/core/readings/previewMapping.ts'
import { topicMatches } from '../../../electron/core/readings/topics.ts'

export const READING_KINDS: readonly ReadingKind[] = ['hr', 'rr_list', 'rr', 'rmssd', 'sdnn']

/** Units a kind may come in, the usual one first. */
export const unitsOf: Record<ReadingKind, readonly ValueUnit[]> = {
  hr: ['bpm'],
  rr: ['ms', 's', '1/1024 s'],
  rr_list: ['ms', 's', '1/1024 s'],
  rmssd: ['ms', 's'],
  sdnn: ['ms', 's'],
}

/** RMSSD and SDNN never feed the live score, whatever is said of them. */
export const isAlwaysDaily = (kind: ReadingKind): boolean => kind === 'rmssd' || kind === 'sdnn'

export function withKind(draft: Mapping, kind: ReadingKind): Mapping {
  const units = unitsOf[kind]
  const unit = units.includes(draft.unit) ? draft.unit : (units[0] ?? draft.unit)
  return { ...draft, kind, unit }
}

type Part = 'time' | 'device' | 'discrete'

/** Takes a part off a draft, or puts another on. */
export function withPart<Name extends Part>(
  draft: Mapping,
  part: Name,
  value: NonNullable<Mapping[Name]> | null,
): Mapping {
  const changed: Mapping = { ...draft }
  delete changed[part]
  return value === null ? changed : { ...changed, [part]: value }
}

/** What the contract hands over, without the keys that are there and hold nothing. */
export function mappingOf(input: MappingInput): Mapping {
  const { time, device, discrete, ...rest } = input
  return {
    ...rest,
    ...(time && { time }),
    ...(device && { device }),
    ...(discrete === undefined ? {} : { discrete }),
  }
}

/** What mappings made by hand are called. */
const OWN_ID = 'own'

/** Reads the whole message as a heart rate until a value is pointed at. */
export const emptyDraft = (topicFilter: string, taken: ReadonlySet<string>): Mapping => ({
  id: freeMappingId(OWN_ID, taken),
  topicFilter,
  valuePath: '$',
  kind: 'hr',
  unit: 'bpm',
})

export function presetDrafts(id: PresetId, topicFilter: string, taken: ReadonlySet<string>): Mapping[] {
  const preset = presets.find((one) => one.id === id)
  return (preset?.mappings(topicFilter) ?? []).map((mapping) => ({
    ...mapping,
    id: freeMappingId(mapping.id, taken),
  }))
}

/** Presets that make something of at least one of these messages: those that read most, and know the topic, first. */
export function fittingPresets(topicFilter: string, messages: readonly LastMessage[]): PresetId[] {
  const fits = presets.map(({ id, usualTopicFilter, mappings }) => ({
    id,
    isUsual: messages.some(({ topic }) => usualTopicFilter !== null && topicMatches(usualTopicFilter, topic)),
    reads: mappings(topicFilter).filter((mapping) =>
      previewMapping(mapping, messages).messages.some(({ readings }) => readings.length > 0),
    ).length,
  }))
  return fits
    .filter(({ reads }) => reads > 0)
    .sort((a, b) => b.reads - a.reads || Number(b.isUsual) - Number(a.isUsual))
    .map(({ id }) => id)
}
