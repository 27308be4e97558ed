/** A device that hands over the beats of a replayed day. */
import type { Reading } from '../core/readings/mapping.ts'
import type { DeviceContext, DeviceDriver } from '../engine/ports/vitals.ts'
import type { DayEventOf } from './dayEvents.ts'

export class ReplayDevice {
  #context: DeviceContext | null = null

  readonly driver: DeviceDriver = {
    id: 'replay',
    settingsSchema: { type: 'object', properties: {} },
    secrets: [],
    hasTopics: false,
    checkSettings: () => ({ ok: true, settings: {} }),
    test: async () => ({ phase: 'connected', protocol: null }),
    connect: (_settings, _mappings, context) => {
      this.#context = context
      context.phase({ phase: 'connected', protocol: null })
      return {
        setMappings: () => {},
        explore: () => () => {},
        lastMessages: () => [],
        retry: () => {},
        close: async () => {
          this.#context = null
        },
      }
    },
  }

  take(event: DayEventOf<'vitals'>): void {
    const readings = readingsOf(event)
    if (readings.length > 0) this.#context?.take(readings)
  }
}

function readingsOf({ at: atMs, source, rrMs, hrBpm, rmssdMs, sdnnMs }: DayEventOf<'vitals'>): Reading[] {
  const origin = { source, atMs, timeFrom: 'payload' as const }
  const readings: Reading[] = []
  if (rrMs?.length) readings.push({ ...origin, notLive: null, kind: 'rr', rrMs })
  if (hrBpm !== undefined) readings.push({ ...origin, notLive: null, kind: 'hr', bpm: hrBpm })
  if (rmssdMs !== undefined) readings.push({ ...origin, notLive: 'discrete', kind: 'rmssd', ms: rmssdMs })
  if (sdnnMs !== undefined) readings.push({ ...origin, notLive: 'discrete', kind: 'sdnn', ms: sdnnMs })
  return readings
}
