/** How Home Assistant learns of Lull: one message for all of it, or the older form, one for each entity. */
import { type Entity, entities, type HomeChoices, type Member } from './entities.ts'
import { OFFLINE, ONLINE, statusTopic } from './homeTopics.ts'

export interface HomeIdentity {
  /** `lull_` and 12 hex digits. */
  id: string
  /** Name of this computer; the person's own broker hears it. */
  hostName: string
  appVersion: string
}

export interface HomeMessage {
  topic: string
  payload: string
  retained: boolean
}

const PREFIX = 'homeassistant'
const MOST_NAME_CHARACTERS = 60

export const deviceTopic = (id: string) => `${PREFIX}/device/${id}/config`
const entityTopic = (id: string, { platform, key }: Entity) => `${PREFIX}/${platform}/${id}/${key}/config`

function deviceName(hostName: string): string {
  const name = hostName.replace(/\p{C}/gu, '').trim().slice(0, MOST_NAME_CHARACTERS)
  return name === '' ? 'Lull' : `Lull on ${name}`
}

/** Of a key that no other domain uses; `object_id` is no longer read. */
function described(id: string, { platform, key, members }: Entity): Record<string, Member> {
  const entityId = `${platform}.lull_${key.replace(/_switch$/, '')}`
  return { unique_id: `${id}_${key}`, default_entity_id: entityId, ...members }
}

function deviceMessage({ id, hostName, appVersion }: HomeIdentity, all: readonly Entity[]): HomeMessage {
  const payload = {
    dev: {
      ids: [id],
      name: deviceName(hostName),
      mf: 'Lull',
      mdl: 'Desktop companion',
      sw: appVersion,
    },
    o: { name: 'Lull', sw: appVersion },
    avty_t: statusTopic(id),
    pl_avail: ONLINE,
    pl_not_avail: OFFLINE,
    qos: 1,
    // A component with nothing but its platform is taken back.
    cmps: Object.fromEntries(
      all.map((entity) => [
        entity.key,
        { p: entity.platform, ...(entity.isWanted ? described(id, entity) : {}) },
      ]),
    ),
  }
  return { topic: deviceTopic(id), payload: JSON.stringify(payload), retained: true }
}

function entityMessage({ id, hostName, appVersion }: HomeIdentity, entity: Entity): HomeMessage {
  const payload = {
    ...described(id, entity),
    availability_topic: statusTopic(id),
    payload_available: ONLINE,
    payload_not_available: OFFLINE,
    qos: 1,
    device: {
      identifiers: [id],
      name: deviceName(hostName),
      manufacturer: 'Lull',
      model: 'Desktop companion',
      sw_version: appVersion,
    },
    origin: { name: 'Lull', sw_version: appVersion },
  }
  return { topic: entityTopic(id, entity), payload: JSON.stringify(payload), retained: true }
}

/** Retained messages, in one of the two forms, never in both: that would make every entity twice. */
export function discoveryMessages(identity: HomeIdentity, choices: HomeChoices): HomeMessage[] {
  const all = entities(identity.id, choices)
  if (choices.form === 'device') return [deviceMessage(identity, all)]
  return all.filter(({ isWanted }) => isWanted).map((entity) => entityMessage(identity, entity))
}

/** Where these choices leave a discovery message, or could have left one with other choices. */
export function discoveryTopics(id: string, choices: HomeChoices): { used: string[]; unused: string[] } {
  const all = entities(id, choices)
  const older = all.map((entity) => ({ topic: entityTopic(id, entity), isWanted: entity.isWanted }))
  const isDevice = choices.form === 'device'
  const used = isDevice
    ? [deviceTopic(id)]
    : older.filter(({ isWanted }) => isWanted).map(({ topic }) => topic)
  const every = [deviceTopic(id), ...older.map(({ topic }) => topic)]
  return { used, unused: every.filter((topic) => !used.includes(topic)) }
}

/** Discovery messages of these choices that the next ones do not write over. */
export function leftBehind(id: string, choices: HomeChoices, next: HomeChoices): string[] {
  const kept = new Set(discoveryTopics(id, next).used)
  return discoveryTopics(id, choices).used.filter((topic) => !kept.has(topic))
}
