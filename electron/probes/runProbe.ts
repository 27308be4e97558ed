/** The life of a probe process: sensors run while they are wished for, and a sign of life comes every few seconds. */
import { PROBE_ALIVE_EVERY_MS, type ProbeMessage, type ProbeWish } from '../core/presence/probeMessage.ts'
import { SENSOR_IDS, type SensorId } from '../core/presence/sensor.ts'
import type { Clock } from '../engine/ports/clock.ts'
import { Pace } from './pace.ts'
import type { StartSensor } from './sensorRun.ts'

export interface ProbeParts {
  clock: Clock
  post(message: ProbeMessage): void
  /** The sensors this process has; wishes for others are for another process. */
  sensors: Partial<Record<SensorId, StartSensor>>
}

export interface RunningProbe {
  /** Takes a message of whoever started this process; anything but a wish is left alone. */
  take(message: unknown): void
}

export function runProbe(parts: ProbeParts): RunningProbe {
  const { clock, post, sensors } = parts
  const running = new Map<SensorId, Promise<() => void>>()
  /** Starts and stops one after the other: a stop may come while its start still loads. */
  let turn = Promise.resolve()
  const pace = new Pace()

  const set = (sensor: SensorId, start: StartSensor, wished: boolean) => {
    const known = running.get(sensor)
    if (wished === (known !== undefined)) return
    if (known) {
      running.delete(sensor)
      turn = turn.then(async () => (await known)()).catch(() => {})
    } else {
      const started = turn.then(() => start({ clock, post, pace }))
      running.set(sensor, started)
      turn = started.then(() => {})
    }
  }

  const sayAlive = () => {
    post({ type: 'alive', atMs: clock.now() })
    clock.after(PROBE_ALIVE_EVERY_MS, sayAlive)
  }
  sayAlive()

  return {
    take(message) {
      if (!isWish(message)) return
      pace.set(message.isCloser === true)
      for (const sensor of SENSOR_IDS) {
        const start = sensors[sensor]
        if (start) set(sensor, start, message.sensors.includes(sensor))
      }
    },
  }
}

function isWish(message: unknown): message is ProbeWish {
  if (typeof message !== 'object' || message === null) return false
  const { type, sensors } = message as Partial<ProbeWish>
  return type === 'want' && Array.isArray(sensors)
}
