/** Sensors that say what a test tells them to say. */
import { SENSOR_IDS, type SensorId } from '../../electron/core/presence/sensor.ts'
import type { SensorSink, Sensors } from '../../electron/engine/ports/presence.ts'

export class ScriptedSensors implements Sensors {
  wanted: ReadonlySet<SensorId> = new Set()
  sink: SensorSink | null = null
  isLookingCloser = false

  start(sink: SensorSink): void {
    this.sink = sink
  }

  want(sensors: ReadonlySet<SensorId>): void {
    this.wanted = sensors
    for (const sensor of SENSOR_IDS) {
      const isOn = sensors.has(sensor)
      this.sink?.condition(sensor, isOn ? { state: 'running', sources: ['scripted'] } : { state: 'off' })
    }
  }

  lookCloser(isWanted: boolean): void {
    this.isLookingCloser = isWanted
  }

  stop(): void {
    this.sink = null
  }
}
