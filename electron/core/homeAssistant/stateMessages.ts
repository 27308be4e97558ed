/** The states of a moment as messages, each told only when it has changed. */
import type { HomeMessage } from './discovery.ts'
import type { HomeChoices } from './entities.ts'
import type { HomeStates } from './homeStates.ts'
import { jsonTopic, ONLINE, stateTopic, statusTopic } from './homeTopics.ts'

const onOff = (on: boolean) => (on ? 'ON' : 'OFF')

export const onlineMessage = (id: string): HomeMessage => ({
  topic: statusTopic(id),
  payload: ONLINE,
  retained: true,
})

/** The values in one message are not retained: an old one would look like one of now. */
export function stateMessages(
  id: string,
  { strain: tellsStrain }: Pick<HomeChoices, 'strain'>,
  { strain, breakDue, onBreak, paused, calm, nextBreakMinutes }: HomeStates,
): HomeMessage[] {
  const values = { ...(tellsStrain ? { strain } : {}), next_break: nextBreakMinutes }
  const held = (what: Parameters<typeof stateTopic>[1], on: boolean): HomeMessage => ({
    topic: stateTopic(id, what),
    payload: onOff(on),
    retained: true,
  })
  return [
    held('break_due', breakDue),
    held('on_break', onBreak),
    held('paused', paused),
    held('calm', calm),
    { topic: jsonTopic(id), payload: JSON.stringify(values), retained: false },
  ]
}
