/** Runs the probe of one kind for whoever started this process, and ends with them. */
import type { SensorId } from '../core/presence/sensor.ts'
import { desktopSensors } from '../probes/desktopSensors.ts'
import { inputSensor, systemHook } from '../probes/inputSensor.ts'
import { runProbe } from '../probes/runProbe.ts'
import type { StartSensor } from '../probes/sensorRun.ts'
import { systemDesktop } from '../probes/systemDesktop.ts'
import { serveParent } from './serveParent.ts'
import { systemClock } from './systemClock.ts'

/** @throws when nobody started this process the way an engine does. */
export function probeHost(host: NodeJS.Process = process): void {
  const sensors = sensorsOf(host.argv[2], host)
  serveParent(host, (port) => {
    const probe = runProbe({ clock: systemClock, post: (message) => port.postMessage(message), sensors })
    port.on('message', (event) => probe.take(event?.data))
  })
}

function sensorsOf(kind: string | undefined, host: NodeJS.Process): Partial<Record<SensorId, StartSensor>> {
  if (kind === 'desktop') return desktopSensors(systemDesktop(host.platform, host.env))
  if (kind === 'input') return { input: inputSensor(systemHook(host.platform, host.env)) }
  throw new Error('probe.cjs desktop|input')
}
