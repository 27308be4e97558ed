/** A probe in this very process, on a clock that stands still, with everything it says. */
import type { ProbeMessage, ProbeWish } from '../../electron/core/presence/probeMessage.ts'
import type { SensorId } from '../../electron/core/presence/sensor.ts'
import { runProbe } from '../../electron/probes/runProbe.ts'
import type { StartSensor } from '../../electron/probes/sensorRun.ts'
import { FakeClock } from '../fakes/fakeClock.ts'

/** Lets what was begun come to an end. */
export const settled = () => new Promise((resolve) => setImmediate(resolve))

export class ProbeStage {
  readonly clock = new FakeClock()
  readonly post = (message: ProbeMessage) => void this.messages.push(message)
  messages: ProbeMessage[] = []

  /** Everything but signs of life. */
  told(): ProbeMessage[] {
    return this.messages.filter(({ type }) => type !== 'alive')
  }

  /** The messages of one type since the last look. */
  taken<Type extends ProbeMessage['type']>(type: Type) {
    const found = this.messages.filter((message) => message.type === type)
    this.messages = []
    return found as Extract<ProbeMessage, { type: Type }>[]
  }

  /** A process that was asked for some sensors. */
  async running(sensors: Partial<Record<SensorId, StartSensor>>, ...wished: SensorId[]) {
    const { clock, post } = this
    const probe = runProbe({ clock, post, sensors })
    const wish = async (wished: Omit<ProbeWish, 'type'>) => {
      probe.take({ type: 'want', ...wished })
      await settled()
    }
    const want = (...others: SensorId[]) => wish({ sensors: others })
    await want(...wished)
    return { want, wish }
  }
}
