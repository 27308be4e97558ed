/** Runs the probe of one kind for whoever started this process, and ends with them. */
import type { SensorId } from '../core/presence/sensor.ts'
import { processPort, type WirePort } from '../engine/wire/port.ts'
import { desktopSensors } from '../probes/desktopSensors.ts'
import { inputSensor, systemHook } from '../probes/inputSensor.ts'
import { runProbe } from '../probes/runProbe.ts'
import type { StartSensor } from '../probes/sensorRun.ts'
import { systemDesktop } from '../probes/systemDesktop.ts'
import type { TransferredPort } from './enginePeer.ts'
import { systemClock } from './systemClock.ts'

interface ParentPort {
  once(event: 'message', listener: (event: { ports: TransferredPort[] }) => void): void
}

/** @throws when nobody started this process the way an engine does. */
export function probeHost(host: NodeJS.Process = process): void {
  const sensors = sensorsOf(host.argv[2], host)
  const serve = (port: WirePort) => {
    // At once: a hook of the system's input must not outlive whoever asked for it.
    port.on('close', () => host.exit(0))
    const probe = runProbe({ clock: systemClock, post: (message) => port.postMessage(message), sensors })
    port.on('message', (event) => probe.take(event?.data))
  }
  // Only there in an Electron utility process.
  const { parentPort } = host as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort) {
    parentPort.once('message', ({ ports: [port] }) => {
      if (!port) return host.exit(1)
      serve(port)
      port.start()
    })
  } else if (host.send) serve(processPort(host))
  else throw new Error('this entry is started by the engine')
}

function sensorsOf(kind: string | undefined, host: NodeJS.Process): Partial<Record<SensorId, StartSensor>> {
  if (kind === 'desktop') return desktopSensors(systemDesktop(host.platform, host.env))
  if (kind === 'input') return { input: inputSensor(systemHook(host.platform, host.env)) }
  throw new Error('probe.cjs desktop|input')
}
