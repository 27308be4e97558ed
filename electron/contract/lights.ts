/** Lights: the room as it is, looks over it with a way back, what was done and why, and pairing what has lamps. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { MOST_LAMPS, MOST_OWN_SCENES } from '../core/lights/lightChoices.ts'
import { BECAUSE } from '../core/lights/lightsEffects.ts'
import { LONGEST_FADE_MS } from '../core/lights/limits.ts'
import { LOOK_IDS } from '../core/lights/looks.ts'
import { RULES } from '../core/lights/rules.ts'
import { SOUND_KINDS } from '../core/sound/soundKinds.ts'
import { procedure, sharedProcedure } from './procedure.ts'

const epochMs = z.number().int().min(0).max(8.64e15)
const minuteOfDay = z.number().int().min(0).max(1439)
const dayNumber = z.number().int().min(-1).max(100_000)
const percent = z.number().min(0).max(100)
const mirek = z.number().min(50).max(1000)
const share = z.number().min(0).max(1)
const count = z.number().int().min(0)
const claimId = z.number().int().min(1)
/** `driver:unique`; also of rooms and zones. */
const lampId = z.string().min(1).max(200)
/** One of Lull's looks, or `own:` and what follows for a scene of the person's own. */
const lookId = z.string().min(1).max(80)
const because = z.enum(BECAUSE)
const rule = z.enum(RULES)

export const lampColour = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('temperature'), mirek }),
  z.object({ kind: z.literal('xy'), x: share, y: share }),
])
const shown = { brightness: percent.nullable(), colour: lampColour.nullable() }

const lookWish = z.object({
  brightness: percent.optional(),
  mirek: mirek.optional(),
  fadeMs: z.number().int().min(1000).max(LONGEST_FADE_MS).optional(),
})

const ownScene = z.object({
  id: z.string().startsWith('own:').max(80),
  title: z.string().trim().min(1).max(60),
  lamps: z.array(z.object({ lampId, ...shown })).max(MOST_LAMPS),
})
export type OwnSceneView = z.infer<typeof ownScene>

/** What the person chose about lights; kept among the settings. Off by default. */
export const lightChoicesSchema = z.object({
  isAllowed: z.boolean(),
  lampIds: z.array(lampId).max(MOST_LAMPS),
  roomIds: z.array(lampId).max(MOST_LAMPS),
  othersLiveHere: z.boolean(),
  times: z.object({ startMinute: minuteOfDay, endMinute: minuteOfDay }).nullable(),
  mostLooksADay: z.number().int().min(0).max(24),
  leastBrightness: percent,
  mayBeDimAtWork: z.boolean(),
  fadeMs: z.number().int().min(1000).max(60_000),
  sun: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('place'),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    }),
    z.object({ kind: z.literal('clock'), sunsetMinute: minuteOfDay, sunriseMinute: minuteOfDay }),
  ]),
  looks: z.partialRecord(z.enum(LOOK_IDS), lookWish),
  scenes: z.array(ownScene).max(MOST_OWN_SCENES),
  atStrain: lookId.nullable(),
  atPause: lookId.nullable(),
  followsExercises: z.boolean(),
  warmsInTalk: z.boolean(),
  windDown: z.object({
    isOn: z.boolean(),
    bedMinute: minuteOfDay,
    beforeMinutes: z.number().int().min(10).max(240),
  }),
  isTrialOn: z.boolean(),
})

/** Sounds the page makes by itself; `most` of loudness is Lull's own cap. */
export const soundSettings = z.object({
  kind: z.enum(SOUND_KINDS),
  volume: share,
  /** Whether the words of a breath are spoken by the system's own voice. */
  spoken: z.boolean(),
})
export type SoundSettings = z.infer<typeof soundSettings>

const lightsFailure = z.enum([
  'wrong_bridge',
  'certificate_changed',
  'unknown_certificate',
  'not_hue_certificate',
  'certificate_expired',
  'certificate_not_yet_valid',
  'unreachable',
  'timed_out',
  'busy',
  'bad_answer',
  'too_large',
  'key_removed',
  /** The broker that brings these lamps is not set up any more. */
  'no_broker',
  /** The broker does not let us in. */
  'broker_refused',
])
export type LightsFailureCode = z.infer<typeof lightsFailure>

export const lightsPhase = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('connecting') }),
  z.object({ phase: z.literal('connected') }),
  z.object({ phase: z.literal('failed'), failure: lightsFailure, retrying: z.boolean() }),
])

export const LIGHT_DRIVERS = ['hue', 'hueV1', 'mqttLights', 'simulator'] as const
const driver = z.enum(LIGHT_DRIVERS)
export type LightDriver = z.infer<typeof driver>

const source = z.object({
  /** `simulator` for the room on screen. */
  id: z.string().max(60),
  driver,
  title: z.string(),
  phase: lightsPhase,
  /** Nobody vouches for who is at the other end: an older bridge. */
  isVerified: z.boolean(),
  /** Of a bridge, or the broker's name; null for the room on screen. */
  address: z.string().nullable(),
  bridgeId: z.string().nullable(),
  /** SHA-256 of the certificate the person said yes to; null: a root vouches, or nobody can. */
  sha256: z.string().nullable(),
  lamps: count,
  /** What it said that could not be read. */
  unread: count,
  /** Writes were given up and none has gone through since. */
  gaveUp: z.boolean(),
})
export type LightSourceView = z.infer<typeof source>

const lamp = z.object({
  id: lampId,
  sourceId: z.string(),
  name: z.string(),
  roomIds: z.array(lampId),
  isOn: z.boolean().nullable(),
  /** Null: nobody knows, as while its bridge is gone. */
  isReachable: z.boolean().nullable(),
  ...shown,
  can: z.object({
    dim: z.boolean(),
    temperature: z.object({ leastMirek: mirek, mostMirek: mirek }).nullable(),
    colour: z.boolean(),
  }),
  isDynamic: z.boolean(),
  effect: z.string().nullable(),
  hasGradient: z.boolean(),
  /** `shared_home`: its room is ticked, but someone else lives here and it has to be ticked by itself. */
  choice: z.enum(['chosen', 'not_chosen', 'shared_home']),
  /** The look Lull holds it in; null: Lull does not. */
  heldBy: lookId.nullable(),
  /** The last change Lull asked for takes so long; null: none is on its way. */
  fadeMs: z.number().nullable(),
})
export type LampView = z.infer<typeof lamp>

const group = z.object({
  id: lampId,
  sourceId: z.string(),
  kind: z.enum(['room', 'zone']),
  name: z.string(),
  lampIds: z.array(lampId),
})
export type LampGroupView = z.infer<typeof group>

const refusedLamp = z.object({ lampId, rule })

export const lightsState = z.object({
  atMs: epochMs,
  isAllowed: z.boolean(),
  /** Nothing is paired, so everything happens in the room on screen, where looks may be tried without leave. */
  isSimulated: z.boolean(),
  /** Lull itself is to be quiet. */
  isPaused: z.boolean(),
  sources: z.array(source),
  lamps: z.array(lamp),
  groups: z.array(group),
  /** Scenes made elsewhere; Lull reads them and never calls them. */
  scenes: z.array(
    z.object({
      id: lampId,
      name: z.string(),
      groupId: lampId.nullable(),
      isSmart: z.boolean(),
      /** It says of at least one lamp what it asks, so it can be taken over. */
      canAdopt: z.boolean(),
    }),
  ),
  /** The looks that are wanted now, the strongest first; only the first has the room. */
  claims: z.array(
    z.object({
      claimId,
      look: lookId,
      because,
      fromMs: epochMs,
      /** When its look was set; null: it waits. */
      begunMs: epochMs.nullable(),
      untilMs: epochMs.nullable(),
    }),
  ),
  /** What was just done, with a way back until then. */
  announced: z
    .object({ claimId, look: lookId, because, atMs: epochMs, lampIds: z.array(lampId), undoUntilMs: epochMs })
    .nullable(),
  /** Why the last wish changed nothing, or not everywhere; of the last minute. */
  told: z
    .object({
      atMs: epochMs,
      what: z.enum(['allOff', 'nothing', 'withheld', 'refused']),
      look: lookId.nullable(),
      because: because.nullable(),
      why: z.string().nullable(),
      refused: z.array(refusedLamp),
    })
    .nullable(),
  /** Lamps that wait to be given back: out of reach, or on their way. */
  owed: count,
  looksToday: count,
  isAfterSunset: z.boolean(),
  /** Of the place that was typed; null: by the clock, or the sun does not set. */
  sun: z.object({ sunriseAtMs: epochMs, sunsetAtMs: epochMs }).nullable(),
})
export type LightsView = z.infer<typeof lightsState>

const entryLamp = z.object({
  lampId,
  /** As it was called then. */
  name: z.string(),
  before: z.object(shown),
  set: z.object(shown).nullable(),
})
const lightsEntry = z.object({
  row: count,
  atMs: epochMs,
  workDay: dayNumber,
  what: z.enum(['begun', 'restored', 'left', 'withheld', 'nothing', 'allOff', 'ended']),
  because: because.nullable(),
  look: lookId.nullable(),
  claimId: claimId.nullable(),
  lamps: z.array(entryLamp),
  refused: z.array(refusedLamp.extend({ name: z.string() })),
  /** A code; the page has words for those it knows. */
  why: z.string().nullable(),
})
export type LightsEntryView = z.infer<typeof lightsEntry>

const armMean = z.object({ mean: z.number(), n: count })
const trialResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not_enough'), n: count, missing: count }),
  z.object({
    kind: z.literal('known'),
    n: count,
    look: armMean,
    withheld: armMean,
    difference: z.number(),
    low: z.number(),
    high: z.number(),
  }),
])
export type TrialResultView = z.infer<typeof trialResult>

const found = z.object({
  bridgeId: z.string(),
  host: z.string(),
  port: z.number().int(),
  model: z.string().nullable(),
  /** One that is paired already; null: a new one. */
  sourceId: z.string().nullable(),
})
const findings = z.object({
  found: z.array(found),
  outcome: z.enum(['answered', 'unreachable', 'too_often', 'bad_answer']),
})
export type FoundBridge = z.infer<typeof found>

/** Bridges are of two generations; the older has no way to show who it is. */
const bridgeDriver = z.enum(['hue', 'hueV1'])
const sighting = z.discriminatedUnion('seen', [
  z.object({
    seen: z.literal(true),
    bridgeId: z.string(),
    host: z.string(),
    port: z.number().int(),
    /** `ask`: compare the fingerprint · `unverified`: anybody could be at the other end, and the person has to agree. */
    trust: z.enum(['root', 'ask', 'unverified']),
    /** SHA-256 in hex, with `ask`. */
    sha256: z.string().nullable(),
  }),
  z.object({
    seen: z.literal(false),
    /** `speaks_v2`: asked as an older bridge, and it can do better: it is paired the usual way. */
    failure: z.enum([...lightsFailure.options, 'bad_address', 'old_version', 'speaks_v2']),
  }),
])
export type SightingView = z.infer<typeof sighting>

const pairStep = z.discriminatedUnion('step', [
  /** The button on the bridge counts until then. */
  z.object({ step: z.literal('waiting'), endsAtMs: epochMs }),
  z.object({ step: z.literal('paired'), sourceId: z.string() }),
  z.object({
    step: z.literal('failed'),
    failure: z.enum([
      ...lightsFailure.options,
      'button_not_pressed',
      'too_many_keys',
      'old_version',
      'refused',
      'cancelled',
    ]),
  }),
])
export type PairStep = z.infer<typeof pairStep>

const sourceId = z.object({ id: z.string().max(60) })

/** A wish may be refused with LIGHTS_REFUSED; `because` in its data says why (`RefusedWish` in core). */
export const lights = {
  /** The state, then every change of it, at most four a second. */
  watch: sharedProcedure.output(eventIterator(lightsState)),
  /** Sets a look for twenty minutes, or until it is taken back. @throws LIGHTS_REFUSED */
  apply: sharedProcedure
    .input(z.object({ look: lookId, because: z.enum(['shortcut', 'talk']) }))
    .output(z.object({})),
  /** Shows a look for ten seconds and gives everything back. @throws LIGHTS_REFUSED */
  preview: procedure.input(z.object({ look: lookId })).output(z.object({})),
  /** @throws LIGHTS_REFUSED when its minute is over */
  undo: sharedProcedure.input(z.object({ claimId })).output(z.object({})),
  /** Ends every look and gives everything back. */
  release: sharedProcedure.output(z.object({})),
  /** Lamps follow this exercise from now on, on the page's clock. `follows`: whether any lamp will. @throws NOT_FOUND */
  followExercise: procedure
    .input(
      z.object({
        exerciseId: z.string().max(80),
        lengthSeconds: z.number().min(1).max(7200),
        /** When it began, or would have begun where the person has stopped it in between. */
        startedAtMs: epochMs,
      }),
    )
    .output(z.object({ follows: z.boolean() })),
  /** It is over, or stands still. */
  exerciseEnded: procedure.output(z.object({})),
  /** The person is writing in a talk now. */
  writing: procedure.output(z.object({})),
  /** A hand on a lamp of the room on screen. @throws NOT_FOUND for any other lamp */
  touchLamp: procedure
    .input(
      z.object({
        lampId,
        isOn: z.boolean().optional(),
        brightness: percent.optional(),
        mirek: mirek.optional(),
        /** A wall switch: it can be reached, or not. */
        isReachable: z.boolean().optional(),
      }),
    )
    .output(z.object({})),
  /** Keeps the ticked lamps that are on, as they stand, as a look of the person's own. */
  saveScene: procedure
    .input(z.object({ title: z.string().trim().min(1).max(60) }))
    .output(z.object({ id: lookId })),
  /** Takes what a scene made elsewhere asks as a look of the person's own. @throws NOT_FOUND */
  adoptScene: procedure.input(z.object({ sceneId: lampId })).output(z.object({ id: lookId })),

  /** At most 62 days, newest first, at most 2,000. */
  log: procedure
    .input(z.object({ fromDay: dayNumber, toDay: dayNumber }))
    .output(z.object({ entries: z.array(lightsEntry), firstDay: dayNumber.nullable() })),
  /** What came of raised moments with and without a look. */
  trial: procedure.output(
    z.object({
      isOn: z.boolean(),
      moments: count,
      outcomes: z.object({ mood: trialResult, heartRate: trialResult }),
    }),
  ),
  forgetTrial: procedure.input(z.object({ confirm: z.literal('forget') })).output(z.object({})),

  /** Asks the local network, for about three seconds. */
  discover: procedure.output(findings),
  /** Asks the maker's server on the internet: only after the person said so. */
  lookUp: procedure.output(findings),
  /** Looks who is at an address, before anything is said to it. */
  lookAt: procedure.input(z.object({ driver: bridgeDriver, address: z.string().max(260) })).output(sighting),
  /** Waits for the button on the bridge; ends when the watcher does. */
  pair: procedure
    .input(
      z.object({
        driver: bridgeDriver,
        bridgeId: z.string().max(64),
        host: z.string().min(1).max(253),
        port: z.number().int().min(1).max(65_535),
        /** The fingerprint the person said yes to; null where a root vouches, or nobody can. */
        sha256: z.string().nullable(),
      }),
    )
    .output(eventIterator(pairStep)),
  /** Lamps of a broker that is set up among the devices. @throws DEVICE_SETTINGS */
  addBroker: procedure
    .input(
      z.object({
        deviceId: z.uuid(),
        /** Where zigbee2mqtt and Home Assistant's discovery speak; null: not looked at. */
        zigbeeTopic: z.string().min(1).max(200).nullable(),
        discoveryTopic: z.string().min(1).max(200).nullable(),
      }),
    )
    .output(z.object({ sourceId: z.string() })),
  renameSource: procedure
    .input(sourceId.extend({ title: z.string().trim().min(1).max(60) }))
    .output(z.object({})),
  /** Gives its lamps back and takes it away; `restoreSource` brings it back for ten seconds, then its key is erased. */
  removeSource: procedure.input(sourceId).output(z.object({ undoSeconds: z.number() })),
  restoreSource: procedure.input(sourceId).output(z.object({ restored: z.boolean() })),
  /** Tries again now. */
  retrySource: procedure.input(sourceId).output(z.object({})),
}
