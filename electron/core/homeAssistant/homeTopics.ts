/** Where Lull speaks and listens on a broker; everything below its own name but what Home Assistant looks for. */

/** Home Assistant tells here that it has started (its default). */
export const BIRTH_TOPIC = 'homeassistant/status'

export const ONLINE = 'online'
export const OFFLINE = 'offline'

/** What can be switched from outside, where the person allows it. */
export const SWITCHES = ['on_break', 'paused', 'calm'] as const
export type HomeSwitch = (typeof SWITCHES)[number]

/** @param installId 12 hex digits. */
export const homeId = (installId: string) => `lull_${installId}`

export const statusTopic = (id: string) => `lull/${id}/status`
export const jsonTopic = (id: string) => `lull/${id}/state`
export const stateTopic = (id: string, what: HomeSwitch | 'break_due') => `lull/${id}/${what}/state`
export const commandTopic = (id: string, what: HomeSwitch) => `lull/${id}/${what}/set`

export const commandTopics = (id: string, commands: boolean): string[] =>
  commands ? SWITCHES.map((what) => commandTopic(id, what)) : []

/** Where something of ours is kept by the broker besides the discovery messages. */
export const keptTopics = (id: string): string[] => [
  ...(['break_due', ...SWITCHES] as const).map((what) => stateTopic(id, what)),
  statusTopic(id),
]
