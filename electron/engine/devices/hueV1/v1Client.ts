/**
 * CLIP v1 through node-hue-api: its addresses, bodies, states and errors, over our own line (`cappedLine.ts`). Its own way
 * to connect is left alone: that reads the whole bridge, looks for certificates on port 443 only, and waits without end.
 */
import type { LightsFailure } from '../../ports/lights.ts'
import type { CappedLine, LineFailure } from './cappedLine.ts'
import type { StateBody } from './stateBody.ts'

/** What a bridge refuses for reasons of its own. */
export type Refusal =
  /** There is no such thing. */
  | 'not_found'
  | 'rejected'
  /** Not of this lamp, or not now, as while it is off. */
  | 'partly'
  | 'button_not_pressed'
  | 'too_many_keys'

/** Nothing here ever holds a key, an address or a path. */
export type V1Answer = { ok: true; data: unknown } | { ok: false; failure: LightsFailure | Refusal }

export interface V1Client {
  /** What it tells everybody, without a key. */
  config(): Promise<V1Answer>
  makeKey(machine: string): Promise<V1Answer>
  lights(): Promise<V1Answer>
  groups(): Promise<V1Answer>
  scenes(): Promise<V1Answer>
  /** With what it asks of each lamp. */
  scene(id: string): Promise<V1Answer>
  setLight(id: string, body: StateBody): Promise<V1Answer>
  setGroup(id: string, body: StateBody): Promise<V1Answer>
  close(): void
}

/** The library counts lamps and groups up to here. */
const MOST_ID = 65_535
/** Our own queue keeps the pace; here is only what a bridge can hold at a time. */
const LIMITS = { maxConcurrent: 3, minTime: 0 }

/** Numbers of CLIP v1 errors. */
const REFUSALS: Readonly<Record<number, LightsFailure | Refusal>> = {
  1: 'key_removed',
  3: 'not_found',
  6: 'partly',
  8: 'partly',
  101: 'button_not_pressed',
  201: 'partly',
  301: 'too_many_keys',
  901: 'busy',
}

/** Loaded when the first older bridge is spoken to. */
async function loadLibrary() {
  const [transport, endpoint, configuration, lights, groups] = await Promise.all([
    import('node-hue-api/lib/api/http/Transport.js'),
    import('node-hue-api/lib/api/http/endpoints/endpoint.js'),
    import('node-hue-api/lib/api/http/endpoints/configuration.js'),
    import('node-hue-api/lib/api/http/endpoints/lights.js'),
    import('node-hue-api/lib/api/http/endpoints/groups.js'),
  ])
  const Endpoint = endpoint.default
  // The library's own readings refuse a whole house for a lamp with a long name or a group of a new kind.
  const plain = (path: string) => new Endpoint().get().acceptJson().uri(path).pureJson()
  return {
    Transport: transport.default,
    endpoints: {
      config: plain('/config'),
      makeKey: configuration.default.createUser,
      lights: plain('/<username>/lights'),
      groups: plain('/<username>/groups'),
      scenes: plain('/<username>/scenes'),
      setLight: lights.default.setLightState,
      setGroup: groups.default.setGroupState,
    },
    plain,
  }
}

type Library = Awaited<ReturnType<typeof loadLibrary>>
type Endpoint = Library['endpoints']['lights']

let loading: Promise<Library> | null = null

function library(): Promise<Library> {
  loading ??= loadLibrary()
  return loading
}

/** @param key of letters, digits and `-_.~` only: it becomes part of every path. */
export function v1Client(line: CappedLine, key: string | null): V1Client {
  const http = {
    request: (asked: { method: string; url: string; data?: unknown }) => line.request(asked),
    // The library hangs its talkativeness in here, with every address, when it is debugged.
    interceptors: { request: { use: () => 0 } },
  }
  let transport: InstanceType<Library['Transport']> | null = null
  const ask = async (
    which: (library: Library) => Endpoint,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<V1Answer> => {
    try {
      const loaded = await library()
      transport ??= new loaded.Transport(key ?? 'nobody', http, LIMITS)
      return { ok: true, data: await transport.execute(which(loaded), parameters) }
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }
  return {
    config: () => ask(({ endpoints }) => endpoints.config),
    makeKey: (machine) =>
      ask(({ endpoints }) => endpoints.makeKey, { appName: 'lull', deviceName: machine, generateKey: false }),
    lights: () => ask(({ endpoints }) => endpoints.lights),
    groups: () => ask(({ endpoints }) => endpoints.groups),
    scenes: () => ask(({ endpoints }) => endpoints.scenes),
    scene: (id) => ask(({ plain }) => plain(`/<username>/scenes/${encodeURIComponent(id)}`)),
    setLight: (id, state) => ask(({ endpoints }) => endpoints.setLight, { id, state, device: able(state) }),
    // Of a group the library says whether it was a success, and nothing more.
    setGroup: async (id, state) => {
      const answer = await ask(({ endpoints }) => endpoints.setGroup, { id, state })
      return answer.ok && answer.data !== true ? { ok: false, failure: 'bad_answer' } : answer
    },
    close: () => line.close(),
  }
}

/** Whether the library has a path for it. */
export function isV1Id(id: string): boolean {
  return /^\d{1,5}$/.test(id) && Number(id) <= MOST_ID
}

/** What the lamp can do was looked at before; the library would say on the console what it leaves out. */
function able(state: StateBody) {
  return { id: 0, getSupportedStates: () => Object.keys(state) }
}

/** Everything the library throws, as a code. Its texts are never read further: they may quote anything. */
function failureOf(error: unknown): LightsFailure | Refusal {
  const type = hueErrorType(error)
  if (type !== null) return REFUSALS[type] ?? 'rejected'
  const message = error instanceof Error ? error.message : ''
  return lineFailure(message) ?? 'bad_answer'
}

function hueErrorType(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('getHueErrorType' in error)) return null
  const type: unknown = (error as { getHueErrorType(): unknown }).getHueErrorType()
  return typeof type === 'number' && type > 0 ? type : null
}

/** The library keeps the message of an error, and nothing else of it. */
const LINE_FAILURES: readonly LineFailure[] = [
  'unreachable',
  'timed_out',
  'busy',
  'bad_answer',
  'too_large',
  'key_removed',
  'certificate_changed',
  'refused',
]

function lineFailure(message: string): LightsFailure | Refusal | null {
  const found = LINE_FAILURES.find((one) => one === message)
  return found === 'refused' ? 'rejected' : (found ?? null)
}
