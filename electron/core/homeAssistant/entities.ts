/** What Lull is inside Home Assistant: a few quiet entities, none of them of a class that is shown as an alarm. */
import { STRAIN_BANDS } from './homeStates.ts'
import { commandTopic, type HomeSwitch, jsonTopic, stateTopic } from './homeTopics.ts'

export type Platform = 'sensor' | 'binary_sensor' | 'switch'
export type Member = string | number | readonly string[]

export interface Entity {
  platform: Platform
  /** Names it in the discovery messages. Of its own for each platform: an entity cannot change what it is. */
  key: string
  /** Whether the person's choices want it; one that is not is taken back. */
  isWanted: boolean
  members: Readonly<Record<string, Member>>
}

/** What the person chose about being heard. */
export interface HomeChoices {
  form: 'device' | 'older'
  strain: boolean
  commands: boolean
}

/** A value older than this is shown as unavailable. */
export const EXPIRE_AFTER_SECONDS = 600

const onOff = { payload_on: 'ON', payload_off: 'OFF' } as const

function fromJson(id: string, key: string): Record<string, Member> {
  return {
    state_topic: jsonTopic(id),
    value_template: `{{ value_json.${key} }}`,
    expire_after: EXPIRE_AFTER_SECONDS,
  }
}

/** To look at without commands, to switch with them. */
function switchable(
  id: string,
  { commands }: HomeChoices,
  what: HomeSwitch,
  { category, ...named }: { name: string; icon: string; category?: string },
): Entity[] {
  const shown = { ...named, state_topic: stateTopic(id, what), ...onOff }
  return [
    { platform: 'binary_sensor', key: what, isWanted: !commands, members: shown },
    {
      platform: 'switch',
      key: `${what}_switch`,
      isWanted: commands,
      members: {
        ...shown,
        command_topic: commandTopic(id, what),
        ...(category === undefined ? {} : { entity_category: category }),
      },
    },
  ]
}

/** All that there may be, in one order, whatever was chosen. */
export function entities(id: string, choices: HomeChoices): Entity[] {
  return [
    {
      platform: 'sensor',
      key: 'strain',
      isWanted: choices.strain,
      members: {
        name: 'Strain signal',
        icon: 'mdi:waves',
        device_class: 'enum',
        options: STRAIN_BANDS,
        ...fromJson(id, 'strain'),
      },
    },
    {
      platform: 'sensor',
      key: 'next_break',
      isWanted: true,
      members: {
        name: 'Next break',
        icon: 'mdi:timer-sand',
        unit_of_measurement: 'min',
        ...fromJson(id, 'next_break'),
      },
    },
    {
      platform: 'binary_sensor',
      key: 'break_due',
      isWanted: true,
      members: {
        name: 'Break due',
        icon: 'mdi:coffee-outline',
        state_topic: stateTopic(id, 'break_due'),
        ...onOff,
      },
    },
    ...switchable(id, choices, 'on_break', { name: 'On a break', icon: 'mdi:coffee' }),
    ...switchable(id, choices, 'paused', { name: 'Paused', icon: 'mdi:bell-sleep', category: 'config' }),
    ...switchable(id, choices, 'calm', { name: 'Calm lights', icon: 'mdi:weather-night' }),
  ]
}
