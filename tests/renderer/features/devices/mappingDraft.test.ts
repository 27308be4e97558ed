/** Drafts are mappings that can be used, with ids of their own; presets are offered when they read what came. */
import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../../electron/core/readings/mapping.ts'
import { isMappingId } from '../../../../electron/core/readings/mappingId.ts'
import { mappingProblem } from '../../../../electron/core/readings/mappingProblem.ts'
import { presets } from '../../../../electron/core/readings/presets.ts'
import {
  emptyDraft,
  fittingPresets,
  mappingOf,
  presetDrafts,
  READING_KINDS,
  withKind,
  withPart,
} from '../../../../renderer/features/devices/mappingDraft.ts'

const none = new Set<string>()
const last = (topic: string, payload: string) => [
  { topic, payload, arrivedAtMs: Date.now(), retained: false },
]

describe('a draft', () => {
  it('keeps a unit that fits when its kind changes, and takes the usual one otherwise', () => {
    const seconds: Mapping = { ...emptyDraft('a', none), kind: 'rr', unit: 's' }
    expect(withKind(seconds, 'rr_list').unit).toBe('s')
    expect(withKind(seconds, 'hr').unit).toBe('bpm')
    for (const kind of READING_KINDS) expect(mappingProblem(withKind(seconds, kind))).toBeNull()
  })

  it('takes a part on and off without leaving a hole', () => {
    const timed = withPart(emptyDraft('a', none), 'time', { path: '$.t', unit: 'ms' })
    expect(timed.time).toEqual({ path: '$.t', unit: 'ms' })
    expect(Object.keys(withPart(timed, 'time', null))).not.toContain('time')
    expect(Object.keys(mappingOf({ ...timed, time: undefined, discrete: undefined }))).toEqual([
      'id',
      'topicFilter',
      'valuePath',
      'kind',
      'unit',
    ])
  })

  it('has an id nobody else has', () => {
    expect(emptyDraft('a', none).id).toBe('own')
    expect(emptyDraft('a', new Set(['own', 'own-2'])).id).toBe('own-3')
    const taken = new Set(presetDrafts('polar_sensor_logger', 'a', none).map(({ id }) => id))
    const again = presetDrafts('polar_sensor_logger', 'b', taken)
    expect(again.some(({ id }) => taken.has(id))).toBe(false)
  })

  it('of every preset can be used', () => {
    for (const { id } of presets) {
      for (const draft of presetDrafts(id, 'some/topic', none)) {
        expect(mappingProblem(draft)).toBeNull()
        expect(isMappingId(draft.id)).toBe(true)
      }
    }
  })
})

describe('presets that fit', () => {
  const strap = '{"deviceId":"1A","timeStamp":1767225600123,"hr":66,"rr":[905]}'

  it('read what came: the strap before everything else', () => {
    const now = strap.replace('1767225600123', String(Date.now()))
    expect(fittingPresets('psl/hr', last('psl/hr', now))).toEqual(['polar_sensor_logger'])
    expect(fittingPresets('HeartRate', last('HeartRate', '72'))[0]).toBe('plain_number')
  })

  it('that know the topic come first', () => {
    const topic = 'homeassistant/sensor/watch/state'
    expect(fittingPresets(topic, last(topic, '72'))[0]).toBe('home_assistant_statestream')
    expect(fittingPresets('esp/sensor/hr/state', last('esp/sensor/hr/state', '72'))[0]).toBe('esphome')
  })

  it('are none for what nobody can read', () => {
    expect(fittingPresets('a', last('a', 'on'))).toEqual([])
    expect(fittingPresets('a', [])).toEqual([])
  })
})
