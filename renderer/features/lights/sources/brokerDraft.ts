/** Lamps of a broker as the form has them: which of the two speakers is listened to, and under which topic. */
import { settingsProblem } from '../../devices/settingsProblem.ts'

export const speakers = ['zigbee', 'discovery'] as const
export type Speaker = (typeof speakers)[number]

export interface BrokerDraft {
  deviceId: string | null
  isOn: Record<Speaker, boolean>
  topic: Record<Speaker, string>
}

export const usualTopics: Record<Speaker, string> = { zigbee: 'zigbee2mqtt', discovery: 'homeassistant' }

export const brokerProblems = [
  'missing',
  'too_long',
  'not_text',
  'not_a_topic',
  'same_topic',
  'nothing',
  'not_valid',
] as const
export type BrokerProblem = (typeof brokerProblems)[number]
export type BrokerField = 'broker' | Speaker | 'form'

export interface DraftProblem {
  field: BrokerField
  problem: BrokerProblem
}

export interface BrokerInput {
  deviceId: string
  zigbeeTopic: string | null
  discoveryTopic: string | null
}

/** As the engine has it: what follows the beginning of a topic needs room too. */
const MOST_TOPIC_CHARACTERS = 100

function topicProblem(topic: string): BrokerProblem | null {
  if (topic === '') return 'missing'
  if (topic.length > MOST_TOPIC_CHARACTERS) return 'too_long'
  return /[#+\0]/.test(topic) || topic.startsWith('/') || topic.endsWith('/') ? 'not_a_topic' : null
}

/** What is sent, or the first thing that is wrong with it. */
export function brokerInput({ deviceId, isOn, topic }: BrokerDraft): { input: BrokerInput } | DraftProblem {
  if (deviceId === null) return { field: 'broker', problem: 'missing' }
  const asked = speakers.filter((speaker) => isOn[speaker])
  if (asked.length === 0) return { field: 'form', problem: 'nothing' }
  for (const speaker of asked) {
    const problem = topicProblem(topic[speaker].trim())
    if (problem) return { field: speaker, problem }
  }
  const topicOf = (speaker: Speaker) => (isOn[speaker] ? topic[speaker].trim() : null)
  if (topicOf('zigbee') === topicOf('discovery')) return { field: 'discovery', problem: 'same_topic' }
  return { input: { deviceId, zigbeeTopic: topicOf('zigbee'), discoveryTopic: topicOf('discovery') } }
}

const fields: Record<string, BrokerField> = {
  deviceId: 'broker',
  zigbeeTopic: 'zigbee',
  discoveryTopic: 'discovery',
}

/** What the engine refused; null: the error is about something else. */
export function refusedDraft(error: unknown): DraftProblem | null {
  const refused = settingsProblem(error)
  if (!refused) return null
  const problem = brokerProblems.find((one) => one === refused.problem) ?? 'not_valid'
  return { field: fields[refused.field] ?? 'form', problem }
}
