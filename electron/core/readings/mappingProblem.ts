/** Tells a person what is wrong with a mapping before any message comes, and readies it for the many that will. */
import { type PathStep, parseJsonPath } from './jsonPath.ts'
import type { Mapping } from './mapping.ts'
import { type TopicProblem, topicFilterProblem } from './topics.ts'

export type MappingProblem =
  | { field: 'topicFilter'; problem: TopicProblem }
  | { field: 'valuePath' | 'time' | 'device'; problem: 'not_a_path' }
  | { field: 'unit'; problem: 'unit_does_not_fit_kind' }

export interface MappingPaths {
  value: PathStep[]
  time: PathStep[] | null
  device: PathStep[] | null
}

function unitFits(mapping: Mapping): boolean {
  if (mapping.kind === 'hr') return mapping.unit === 'bpm'
  if (mapping.kind === 'rr' || mapping.kind === 'rr_list') return mapping.unit !== 'bpm'
  return mapping.unit === 'ms' || mapping.unit === 's'
}

function pathsOf(mapping: Mapping): MappingPaths | MappingProblem {
  const value = parseJsonPath(mapping.valuePath)
  if (value === null) return { field: 'valuePath', problem: 'not_a_path' }
  const time = mapping.time ? parseJsonPath(mapping.time.path) : null
  if (mapping.time && time === null) return { field: 'time', problem: 'not_a_path' }
  const devicePath = mapping.device && 'path' in mapping.device ? mapping.device.path : null
  const device = devicePath === null ? null : parseJsonPath(devicePath)
  if (devicePath !== null && device === null) return { field: 'device', problem: 'not_a_path' }
  return { value, time, device }
}

/** The first thing wrong with a mapping, or null. */
export function mappingProblem(mapping: Mapping): MappingProblem | null {
  const problem = topicFilterProblem(mapping.topicFilter)
  if (problem !== null) return { field: 'topicFilter', problem }
  if (!unitFits(mapping)) return { field: 'unit', problem: 'unit_does_not_fit_kind' }
  const paths = pathsOf(mapping)
  return 'field' in paths ? paths : null
}

/** A mapping is read once, not once a message; an entry goes when its mapping does. */
const ready = new WeakMap<Mapping, MappingPaths | null>()

/** The parsed paths of a mapping, or null when it has a problem. */
export function mappingPaths(mapping: Mapping): MappingPaths | null {
  const known = ready.get(mapping)
  if (known !== undefined) return known
  const paths = mappingProblem(mapping) === null ? pathsOf(mapping) : null
  const result = paths === null || 'field' in paths ? null : paths
  ready.set(mapping, result)
  return result
}
