/** Mappings are checked before any message is read with them, and no two share a name: baselines hang on it. */
import type { MappingInput } from '../../../contract/devices.ts'
import type { Mapping } from '../../../core/readings/mapping.ts'
import { isMappingId } from '../../../core/readings/mappingId.ts'
import { mappingProblem } from '../../../core/readings/mappingProblem.ts'
import { asMapping } from './asMapping.ts'
import { settingsError } from './deviceSettings.ts'

/** @param takenIds names of the mappings of all other devices. @throws EngineError DEVICE_SETTINGS */
export function acceptedMappings(inputs: readonly MappingInput[], takenIds: Iterable<string>): Mapping[] {
  const taken = new Set(takenIds)
  return inputs.map((input) => {
    const mapping = asMapping(input)
    if (!isMappingId(mapping.id)) throw settingsError('id', 'not_a_name', mapping.id)
    if (taken.has(mapping.id)) throw settingsError('id', 'taken', mapping.id)
    taken.add(mapping.id)
    const problem = mappingProblem(mapping)
    if (problem !== null) throw settingsError(problem.field, problem.problem, mapping.id)
    return mapping
  })
}
