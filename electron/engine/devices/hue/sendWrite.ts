/** One change as CLIP v2 takes it, and what the bridge made of it. */
import type { QueuedWrite } from '../../../core/lights/writeQueue.ts'
import { isStillFor } from '../lampLink/isStillFor.ts'
import type { SendAnswer } from '../lampLink/writePump.ts'
import type { ClipAnswer } from './clip.ts'
import type { HouseState } from './houseState.ts'
import { isGentle, writeBody } from './writeBody.ts'

export interface SendParts {
  house: Pick<HouseState, 'lamps' | 'group' | 'groupedLight'>
  put(path: string, body: object): Promise<ClipAnswer>
}

/**
 * Only for lamps that are on as last told: a bridge leaves a lamp off that is told of brightness, but what speaks like one
 * may switch it on; and a change may have waited in line while a hand switched the lamp off.
 */
export async function sendWrite(one: QueuedWrite, { house, put }: SendParts): Promise<SendAnswer> {
  const path = pathTo(one, house)
  if (path === null) return 'gone'
  const isOn = new Map(house.lamps().map((lamp) => [lamp.id, lamp.isOn]))
  const body = writeBody(one.write)
  if (!isGentle(body) || one.lampIds.some((id) => isOn.get(id) !== true)) return 'refused'
  if (one.target.kind === 'group' && !isStillFor(one.lampIds, house.group(one.target.groupId)))
    return 'refused'
  return meaning(await put(path, body))
}

/** Below `/clip/v2/resource`; null: there is no such thing. */
function pathTo({ target, lampIds }: QueuedWrite, house: SendParts['house']): string | null {
  if (target.kind === 'group') {
    const rid = house.groupedLight(target.groupId)
    return rid === null ? null : `/grouped_light/${encodeURIComponent(rid)}`
  }
  const lamp = house.lamps().find(({ id }) => id === lampIds[0])
  return lamp ? `/light/${encodeURIComponent(lamp.id.slice(lamp.id.indexOf(':') + 1))}` : null
}

function meaning(answer: ClipAnswer): SendAnswer {
  if (answer.ok) return answer.errors.length > 0 ? 'partly' : 'written'
  const { failure } = answer
  if (failure === 'not_found') return 'gone'
  if (failure === 'rejected') return 'refused'
  return failure === 'busy' ? 'busy' : { lost: failure }
}
