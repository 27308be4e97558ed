/** Mappings that are known to fit, so that most people never write a path (sensing notes §6). */
import type { Mapping } from './mapping.ts'

export type PresetId =
  | 'polar_sensor_logger'
  | 'plain_number'
  | 'home_assistant_statestream'
  | 'health_auto_export'
  | 'esphome'

export interface Preset {
  id: PresetId
  /** A topic as the sender uses it before anyone changes it; null where there is none. */
  usualTopicFilter: string | null
  /** The mappings for a topic filter; ids start with the preset's name. */
  mappings(topicFilter: string): Mapping[]
}

const beats = (id: string, topicFilter: string): Mapping => ({
  id,
  topicFilter,
  valuePath: '$',
  kind: 'hr',
  unit: 'bpm',
})

const healthMetric = (name: string) => `$.data.metrics[?name=${name}].data[*]`

export const presets: readonly Preset[] = [
  {
    id: 'polar_sensor_logger',
    // Only the heart-rate topic: the electrocardiogram beside it is not ours to read.
    usualTopicFilter: 'psl/hr',
    mappings: (topicFilter) => {
      const shared = {
        topicFilter,
        time: { path: '$.timeStamp', unit: 'ms' as const },
        device: { path: '$.deviceId' },
      }
      return [
        { ...shared, id: 'polar_sensor_logger.rr', valuePath: '$.rr', kind: 'rr_list', unit: 'ms' },
        { ...shared, id: 'polar_sensor_logger.hr', valuePath: '$.hr', kind: 'hr', unit: 'bpm' },
      ]
    },
  },
  {
    id: 'plain_number',
    usualTopicFilter: 'HeartRate',
    mappings: (topicFilter) => [beats('plain_number.hr', topicFilter)],
  },
  {
    id: 'home_assistant_statestream',
    usualTopicFilter: 'homeassistant/sensor/+/state',
    mappings: (topicFilter) => [
      { ...beats('home_assistant_statestream.hr', topicFilter), device: { topicLevel: -2 } },
    ],
  },
  {
    id: 'health_auto_export',
    usualTopicFilter: null,
    mappings: (topicFilter) => [
      {
        id: 'health_auto_export.sdnn',
        topicFilter,
        // Apple's heart rate variability is SDNN.
        kind: 'sdnn',
        unit: 'ms',
        valuePath: `${healthMetric('heart_rate_variability')}.qty`,
        time: { path: `${healthMetric('heart_rate_variability')}.date`, unit: 'iso' },
      },
      {
        id: 'health_auto_export.hr',
        topicFilter,
        kind: 'hr',
        unit: 'bpm',
        valuePath: `${healthMetric('heart_rate')}.Avg`,
        time: { path: `${healthMetric('heart_rate')}.date`, unit: 'iso' },
        discrete: true,
      },
    ],
  },
  {
    id: 'esphome',
    usualTopicFilter: '+/sensor/+/state',
    mappings: (topicFilter) => [{ ...beats('esphome.hr', topicFilter), device: { topicLevel: 0 } }],
  },
]
