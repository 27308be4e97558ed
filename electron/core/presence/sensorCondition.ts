/** How a sensor is doing, from how each of its sources is doing. */
import type { SensorCondition, SensorProblem } from './sensor.ts'

export type SourceState =
  | { state: 'starting' }
  | { state: 'answers' }
  | { state: 'fails'; problem: SensorProblem; detail: string | null }

/** The first of these that applies says most about what could be done. */
const BY_IMPORTANCE: readonly SensorProblem[] = [
  'permission_missing',
  'crashed',
  'hung',
  'no_display',
  'desktop_cannot_tell',
  'not_installed',
]

/** One answering source is enough to run; without any the sensor starts as long as one of them does. */
export function conditionFrom(sources: ReadonlyMap<string, SourceState>): SensorCondition {
  const answering = [...sources].filter(([, source]) => source.state === 'answers').map(([name]) => name)
  if (answering.length > 0) return { state: 'running', sources: answering.toSorted() }
  const failures = [...sources.values()].filter((source) => source.state === 'fails')
  if (failures.length === 0 || failures.length < sources.size) return { state: 'starting' }
  const [worst] = failures.toSorted(
    (a, b) => BY_IMPORTANCE.indexOf(a.problem) - BY_IMPORTANCE.indexOf(b.problem),
  )
  if (!worst) return { state: 'starting' }
  return { state: 'unavailable', problem: worst.problem, detail: worst.detail }
}
