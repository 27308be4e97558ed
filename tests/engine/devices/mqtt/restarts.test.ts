/** A broker that dies a hundred times while somebody keeps publishing: nothing lost, nothing doubled. */
import { describe, expect, it, vi } from 'vitest'
import type { Mapping } from '../../../../electron/core/readings/mapping.ts'
import { brokerForTest, deviceForTest, fasterClock } from './brokerTest.ts'
import { mosquittoTitle, noMosquitto } from './mosquitto.ts'
import { stubbornPublisher } from './stubbornPublisher.ts'

const numbered: Mapping = {
  id: 'strap.rr',
  topicFilter: 'strap/rr',
  valuePath: '$.rr',
  kind: 'rr_list',
  unit: 'ms',
  time: { path: '$.at', unit: 'ms' },
}

/** The number of a message hides in its interval, which is a heart's all the same. */
const intervalOf = (number: number) => 600 + number / 100
const numberOf = (rrMs: number) => Math.round((rrMs - 600) * 100)

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  it.each([
    [100, 'SIGKILL'],
    [25, 'SIGTERM'],
  ] as const)(
    'ended %i times by %s loses and doubles nothing that it had taken',
    async (restarts, signal) => {
      const clock = fasterClock(400)
      const broker = await brokerForTest({ persistence: true })
      const device = deviceForTest({ host: '127.0.0.1', port: broker.port }, [numbered], { clock })
      await vi.waitFor(() => expect(device.phases.at(-1)?.phase).toBe('connected'))
      const publisher = stubbornPublisher(broker.port, 'strap/rr', (number) =>
        JSON.stringify({ rr: [intervalOf(number)], at: clock.now() }),
      )
      for (let restart = 0; restart < restarts; restart++) {
        const enough = device.readings.length + 5
        await vi.waitFor(() => expect(device.readings.length).toBeGreaterThanOrEqual(enough), {
          timeout: 5000,
          interval: 5,
        })
        await broker.stop(signal)
        await broker.start()
      }
      await publisher.finish()
      const received = () =>
        device.readings
          .flatMap((reading) => (reading.kind === 'rr' ? reading.rrMs : []))
          .map((rr) => numberOf(rr ?? -1))
      await vi.waitFor(() => expect(new Set(received()).size).toBe(publisher.taken()), 10_000)
      expect(received()).toHaveLength(publisher.taken())
      expect(device.phases.some((phase) => phase.phase === 'failed' && phase.failure === 'storm')).toBe(false)
    },
    60_000,
  )
})
