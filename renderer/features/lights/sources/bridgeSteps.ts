/** The steps from looking for a bridge to having it, and the way back from each. */
import type { LightSourceView, SightingView } from '../../../../electron/contract/lights.ts'
import type { Trouble } from './failures.ts'

export type BridgeDriver = 'hue' | 'hueV1'
export type Seen = Extract<SightingView, { seen: true }>

interface Asked {
  driver: BridgeDriver
  address: string
}

export type BridgeStep =
  | { at: 'find'; address: string }
  | { at: 'older'; address: string }
  | ({ at: 'looking' } & Asked)
  | ({ at: 'trust'; seen: Seen } & Asked)
  | ({ at: 'button'; seen: Seen } & Asked)
  /** `seen`: how far it came. */
  | ({ at: 'stopped'; seen: Seen | null; trouble: Trouble } & Asked)
  | { at: 'paired'; sourceId: string }

/** The bridge the person wants back, when it is not a new one. */
export type Wanted = Pick<LightSourceView, 'id' | 'bridgeId' | 'phase' | 'sha256'> | null

/** Whether it is a bridge that was paired, and now another one answers. */
export const isOther = (seen: Seen, wanted: Wanted): boolean =>
  wanted?.bridgeId != null && wanted.bridgeId.toLowerCase() !== seen.bridgeId.toLowerCase()

/** The person has said yes to this very certificate before. */
const isAgreed = ({ trust, sha256 }: Seen, wanted: Wanted): boolean =>
  trust === 'ask' && sha256 !== null && wanted?.sha256 === sha256

/** Only a root, or an earlier yes, vouches for a bridge without the person. */
export const needsYes = (seen: Seen, wanted: Wanted): boolean =>
  isOther(seen, wanted) || (seen.trust !== 'root' && !isAgreed(seen, wanted))

export function afterLook(asked: Asked, sighting: SightingView, wanted: Wanted): BridgeStep {
  if (!sighting.seen) return { at: 'stopped', ...asked, seen: null, trouble: { failure: sighting.failure } }
  return { at: needsYes(sighting, wanted) ? 'trust' : 'button', ...asked, seen: sighting }
}

/** Null: this is where it begins, or where it ends. */
export function backFrom(step: BridgeStep, wanted: Wanted): BridgeStep | null {
  if (step.at === 'find' || step.at === 'paired') return null
  if (step.at === 'older') return { at: 'find', address: step.address }
  const { driver, address } = step
  if (step.at === 'button' && needsYes(step.seen, wanted)) {
    return { at: 'trust', driver, address, seen: step.seen }
  }
  return { at: driver === 'hueV1' ? 'older' : 'find', address }
}

/** Nobody pressed: the bridge is still who it was. Everything else is looked at anew. */
export function tryAgain(step: Extract<BridgeStep, { at: 'stopped' }>): BridgeStep {
  const { driver, address, seen, trouble } = step
  const isPress = 'failure' in trouble && trouble.failure === 'button_not_pressed'
  return isPress && seen ? { at: 'button', driver, address, seen } : { at: 'looking', driver, address }
}

/** The other generation's language, where that is what it asks for. */
export function otherLanguage(driver: BridgeDriver, trouble: Trouble): BridgeDriver | null {
  const failure = 'failure' in trouble ? trouble.failure : null
  if (driver === 'hue') return failure === 'old_version' ? 'hueV1' : null
  return failure === 'speaks_v2' ? 'hue' : null
}
