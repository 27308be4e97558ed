/** What a sensor has at hand while it runs, and what is asked of it. */
import type { SourceState } from '../../../../core/presence/sensorCondition.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { SensorSink } from '../../../ports/presence.ts'
import type { BusLink } from '../bus/busLink.ts'
import type { Environment, RunCommand } from '../commands/runCommand.ts'
import type { Answer } from '../question.ts'

/** Where Linux shows its processes, devices and hardware; other folders in tests. */
export interface SystemFolders {
  proc: string
  dev: string
  sys: string
}

export interface SensorContext {
  clock: Clock
  platform: string
  env: Environment
  folders: SystemFolders
  run: RunCommand
  sessionBus: BusLink
  systemBus: BusLink
  /** Deaf once the sensor is stopped, so that a late answer harms nobody. */
  sink: Pick<SensorSink, 'fact' | 'machine'>
  report: (source: string, state: SourceState) => void
  /** Locked or asleep: there is little to see. */
  isAway: () => boolean
  /** Somebody waits for a gap in the input, and idle time is wanted to about two seconds. */
  isCloser: () => boolean
}

export interface RunningSensor {
  /** Looks now: someone came back. */
  soon(): void
  stop(): void
}

/** How a source is doing, from its last answer. */
export function sourceState(answer: Answer<unknown>): SourceState {
  if (answer.kind === 'told') return { state: 'answers' }
  const problem = answer.kind === 'silent' ? 'hung' : 'desktop_cannot_tell'
  return { state: 'fails', problem, detail: null }
}
