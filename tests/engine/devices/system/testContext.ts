/** What a sensor has at hand, for tests: a clock that stands still, buses of the test, commands that answer as told. */
import { onTestFinished } from 'vitest'
import type { SourceState } from '../../../../electron/core/presence/sensorCondition.ts'
import { BusLink } from '../../../../electron/engine/devices/system/bus/busLink.ts'
import { openBus } from '../../../../electron/engine/devices/system/bus/openBus.ts'
import type {
  Environment,
  RunCommand,
} from '../../../../electron/engine/devices/system/commands/runCommand.ts'
import type {
  SensorContext,
  SystemFolders,
} from '../../../../electron/engine/devices/system/sensors/sensorContext.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { HeardSink } from './heardSink.ts'

export interface ContextOptions {
  platform?: string
  env?: Environment
  folders?: Partial<SystemFolders>
  run?: RunCommand
  session?: string | null
  system?: string | null
}

export interface TestContext {
  context: SensorContext
  clock: FakeClock
  sink: HeardSink
  sources: Map<string, SourceState>
  away: { now: boolean }
  closer: { now: boolean }
}

const noCommand: RunCommand = (file) => Promise.reject(new Error(`There is no ${file} here.`))

export function testContext(options: ContextOptions = {}): TestContext {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9))
  const sink = new HeardSink()
  const sources = new Map<string, SourceState>()
  const away = { now: false }
  const closer = { now: false }
  const context: SensorContext = {
    clock,
    platform: options.platform ?? 'linux',
    env: options.env ?? {},
    folders: { proc: '/nowhere', dev: '/nowhere', sys: '/nowhere', ...options.folders },
    run: options.run ?? noCommand,
    sessionBus: new BusLink({ clock, openBus, address: options.session ?? null }),
    systemBus: new BusLink({ clock, openBus, address: options.system ?? null }),
    sink,
    report: (source, state) => sources.set(source, state),
    isAway: () => away.now,
    isCloser: () => closer.now,
  }
  return { context, clock, sink, sources, away, closer }
}

/** Stops with the test what was started in it. */
export function stopped<Thing extends { stop(): void }>(thing: Thing): Thing {
  onTestFinished(() => thing.stop())
  return thing
}
