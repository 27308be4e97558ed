/** One change as CLIP v1 takes it, and what the bridge made of it. */
import type { QueuedWrite } from '../../../core/lights/writeQueue.ts'
import { isStillFor } from '../lampLink/isStillFor.ts'
import type { SendAnswer } from '../lampLink/writePump.ts'
import type { OldHouse } from './oldHouse.ts'
import { isGentle, saysSomething, stateBody, withinAbilities } from './stateBody.ts'
import type { V1Answer, V1Client } from './v1Client.ts'

/** Lamps and groups are called `hueV1:<bridge>-<number>` and `hueV1:<bridge>-g<number>`. */
function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1).replace(/^g/, '')
}

/**
 * Only for lamps that were on a moment ago: a bridge leaves a lamp off that is told of brightness, but some that speak
 * like one switch it on.
 */
export async function sendOld(one: QueuedWrite, house: OldHouse, client: V1Client): Promise<SendAnswer> {
  const { target, lampIds, write } = one
  const lamps = lampIds.map((id) => house.lamp(id))
  if (lamps.some((lamp) => lamp === undefined)) return 'gone'
  if (lamps.some((lamp) => lamp?.isOn !== true)) return 'refused'
  const whole = stateBody(write)
  const [lamp] = lamps
  const body = target.kind === 'light' && lamp ? withinAbilities(whole, lamp) : whole
  if (!saysSomething(body) || !isGentle(body)) return 'refused'
  if (target.kind === 'group') {
    const group = house.group(target.groupId)
    if (!group) return 'gone'
    if (!isStillFor(lampIds, group)) return 'refused'
    return meaning(await client.setGroup(numberOf(group.id), body), false)
  }
  const answer = await client.setLight(numberOf(lampIds[0] ?? ''), body)
  const isCut = Object.keys(body).length < Object.keys(whole).length
  return meaning(answer, isCut)
}

function meaning(answer: V1Answer, isCut: boolean): SendAnswer {
  if (answer.ok) return isCut ? 'partly' : 'written'
  const { failure } = answer
  if (failure === 'not_found') return 'gone'
  if (failure === 'partly' || failure === 'busy') return failure
  if (failure === 'rejected' || failure === 'button_not_pressed' || failure === 'too_many_keys')
    return 'refused'
  return { lost: failure }
}
