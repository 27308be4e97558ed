/** Asks a bridge for a key while its button counts: half a minute, once a second, and every refusal by name. */
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { PairFailure, Pairing, PairOutcome, PairRequest } from '../../ports/lights.ts'
import type { BridgeSettings } from './bridgeSettings.ts'
import type { ClipClient, RawAnswer } from './clip.ts'

export const BUTTON_WITHIN_MS = 30_000
const ASK_EVERY_MS = 1000
/** A bridge that is busy for a moment may still see the button; one that is gone will not. */
const MOST_MISSED = 3
/** The first software with CLIP v2, as `swversion` counts. */
const FIRST_V2_VERSION = 1_948_086_000

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
  const name = machineName.normalize('NFKD').replace(/[^A-Za-z0-9 _-]/g, '')
  return `lull#${name.trim().slice(0, 19) || 'computer'}`
}

type Asked =
  | { kind: 'key'; key: string; clientKey: string | null }
  | { kind: 'wait' }
  | { kind: 'missed'; failure: PairFailure }
  | { kind: 'refused'; failure: PairFailure }

/** 101: not pressed yet · 301: its list of keys is full · 901: a fault of its own. */
export function keyOf(raw: RawAnswer): Asked {
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
  if (success) return { kind: 'key', key: success.username, clientKey: success.clientkey ?? null }
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
  const endsAtMs = clock.now() + BUTTON_WITHIN_MS
  const outcome = Promise.withResolvers<PairOutcome>()
  let isOver = false
  let cancelNext = () => {}
  const end = (result: PairOutcome): void => {
    isOver = true
    cancelNext()
    outcome.resolve(result)
    client.close()
  }
  const fail = (failure: PairFailure): void => end({ paired: false, failure })
  let missed = 0
  const ask = async (): Promise<void> => {
    const body = { devicetype: deviceType(request.machineName), generateclientkey: true }
    const asked = keyOf(await client.raw('POST', '/api', body))
    if (isOver) return
    if (asked.kind === 'key') end({ paired: true, settings: settingsOf(request, asked) })
    else if (asked.kind === 'refused') fail(asked.failure)
    else if (asked.kind === 'missed' && ++missed >= MOST_MISSED) fail(asked.failure)
    else if (clock.now() + ASK_EVERY_MS > endsAtMs) fail('button_not_pressed')
    else cancelNext = clock.after(ASK_EVERY_MS, () => void ask())
    if (asked.kind === 'wait') missed = 0
  }
  const begin = async (): Promise<void> => {
    const problem = configProblem(await client.raw('GET', '/api/config'), request.bridgeId)
    if (isOver) return
    if (problem === null) await ask()
    else fail(problem)
  }
  void begin()
  return { endsAtMs, done: outcome.promise, cancel: () => fail('cancelled') }
}

function settingsOf(
  { host, port, bridgeId, sha256 }: PairRequest,
  { key, clientKey }: { key: string; clientKey: string | null },
): BridgeSettings {
  return { host, port, bridgeId, key, clientKey, certificateSha256: sha256 }
}
