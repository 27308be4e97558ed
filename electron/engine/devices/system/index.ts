/** The sensors of the machine Lull runs on; every one of them asks the system, and none looks or listens itself. */
import type { Sensors } from '../../ports/presence.ts'
import { openBus } from './bus/openBus.ts'
import { commandRunner } from './commands/runCommand.ts'
import { type SystemParts, SystemSensors } from './systemSensors.ts'

export type { SystemParts }

/** What the composition root must hand over; the rest is this machine. */
export type NeededParts = Pick<SystemParts, 'clock' | 'log' | 'startProbe'>

export function createSystemSensors(parts: NeededParts & Partial<SystemParts>): Sensors {
  const env = parts.env ?? process.env
  return new SystemSensors({
    platform: process.platform,
    folders: { proc: '/proc', dev: '/dev', sys: '/sys' },
    run: commandRunner(env),
    openBus,
    otherIdleSource: () => null,
    ...parts,
    env,
  })
}
