/** Pairs with a bridge: checks who it is, waits for its button, and knows every refusal by name. */
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { PairFailure, Pairing, PairRequest } from '../../ports/lights.ts'
import { FIRST_V2_VERSION } from '../lampLink/bridgeGeneration.ts'
import { type Asked, machineWord, waitForButton } from '../lampLink/buttonWait.ts'
import type { BridgeSettings } from './bridgeSettings.ts'
import type { ClipClient, RawAnswer } from './clip.ts'

const keyAnswer = z.array(
  z.object({
    success: z
      .object({ username: z.string().min(1).max(200), clientkey: z.string().max(200).optional() })
      .optional(),
    error: z.object({ type: z.number() }).optional(),
  }),
)
const config = z.object({
  bridgeid: z.string().max(100),
  swversion: z.coerce.number(),
  name: z.string().max(200).catch(''),
})

/** As the bridge lists it, 40 characters at most: program and machine. */
export function deviceType(machineName: string): string {
  return `lull#${machineWord(machineName)}`
}

interface Keys {
  key: string
  clientKey: string | null
}

/** 101: not pressed yet · 301: its list of keys is full · 901: a fault of its own. */
export function keyOf(raw: RawAnswer): Asked<Keys> {
  if (!raw.ok) {
    const mayPass = raw.failure === 'busy' || raw.failure === 'timed_out' || raw.failure === 'unreachable'
    return {
      kind: mayPass ? 'missed' : 'refused',
      failure: raw.failure === 'key_removed' ? 'refused' : raw.failure,
    }
  }
  const parsed = keyAnswer.safeParse(raw.body)
  const [first] = parsed.data ?? []
  if (!first) return { kind: 'refused', failure: 'bad_answer' }
  const { success, error } = first
  if (success) {
    return { kind: 'key', key: { key: success.username, clientKey: success.clientkey ?? null } }
  }
  if (error?.type === 101) return { kind: 'wait' }
  if (error?.type === 301) return { kind: 'refused', failure: 'too_many_keys' }
  return error?.type === 901 ? { kind: 'missed', failure: 'busy' } : { kind: 'refused', failure: 'refused' }
}

/** Null: it is the bridge we mean, and it speaks CLIP v2. */
export function configProblem(raw: RawAnswer, bridgeId: string): PairFailure | null {
  if (!raw.ok) return raw.failure
  const parsed = config.safeParse(raw.body)
  if (!parsed.success) return 'bad_answer'
  if (parsed.data.bridgeid.toLowerCase() !== bridgeId) return 'wrong_bridge'
  return parsed.data.swversion >= FIRST_V2_VERSION ? null : 'old_version'
}

/** Takes over the client and closes it. */
export function startPairing(request: PairRequest, client: ClipClient, clock: Clock): Pairing {
  const body = { devicetype: deviceType(request.machineName), generateclientkey: true }
  return waitForButton<Keys>({
    clock,
    check: async () => configProblem(await client.raw('GET', '/api/config'), request.bridgeId),
    ask: async () => keyOf(await client.raw('POST', '/api', body)),
    settings: (keys) => settingsOf(request, keys),
    close: () => client.close(),
  })
}

function settingsOf({ host, port, bridgeId, sha256 }: PairRequest, { key, clientKey }: Keys): BridgeSettings {
  return { host, port, bridgeId, key, clientKey, certificateSha256: sha256 }
}
