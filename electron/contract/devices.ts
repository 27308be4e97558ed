/** Brokers and simulators: adding one, what it hears, and what its messages mean. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { MOST_PATH_CHARACTERS } from '../core/readings/jsonPath.ts'
import { procedure } from './procedure.ts'

const epochMs = z.number().int().min(0).max(8.64e15)
const path = z.string().min(1).max(MOST_PATH_CHARACTERS)
/** The protocol's own limit is 65 535 bytes; nobody types more than this. */
const topicFilter = z.string().min(1).max(1000)

export const mappingSchema = z.object({
  id: z.string().min(1).max(80),
  topicFilter,
  valuePath: path,
  kind: z.enum(['rr_list', 'rr', 'hr', 'rmssd', 'sdnn']),
  unit: z.enum(['ms', 's', '1/1024 s', 'bpm']),
  time: z.object({ path, unit: z.enum(['iso', 's', 'ms', 'us', 'polar_ns']) }).optional(),
  device: z
    .union([z.object({ path }), z.object({ topicLevel: z.number().int().min(-20).max(20) })])
    .optional(),
  discrete: z.boolean().optional(),
})
export type MappingInput = z.infer<typeof mappingSchema>

const failure = z.enum([
  'credentials_refused',
  'not_allowed',
  'certificate_unknown',
  'certificate_name_wrong',
  'certificate_expired',
  'client_certificate_missing',
  'tls_mismatch',
  'nobody_there',
  'name_unknown',
  'unreachable',
  'timed_out',
  'version_refused',
  'client_id_refused',
  'client_id_taken',
  'broker_busy',
  'topic_refused',
  'connection_lost',
  'unknown',
  'storm',
])

export const devicePhase = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('off') }),
  z.object({ phase: z.literal('connecting') }),
  z.object({ phase: z.literal('connected'), protocol: z.string().nullable() }),
  z.object({ phase: z.literal('failed'), failure, retrying: z.boolean(), detail: z.string().nullable() }),
])

/** Settings as the form has them. A secret that was saved comes back as null and stays when null is sent again. */
const settings = z.record(
  z.string().max(60),
  z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]),
)

const count = z.object({ reason: z.string(), count: z.number().int() })

export const deviceView = z.object({
  id: z.uuid(),
  driver: z.string(),
  title: z.string(),
  enabled: z.boolean(),
  settings,
  /** Names of secrets that are set. */
  secretsSet: z.array(z.string()),
  phase: devicePhase,
  mappings: z.array(
    z.object({
      mapping: mappingSchema,
      accepted: z.number().int(),
      refused: z.array(count),
      /** Last message of any kind; null since the start. */
      lastMessageMs: epochMs.nullable(),
      lastReadingMs: epochMs.nullable(),
      /** Nothing for longer than this mapping's patience: not sent, not allowed, or the strap is off. */
      silent: z.boolean(),
    }),
  ),
})
export type DeviceView = z.infer<typeof deviceView>

const readingView = z.object({
  kind: z.enum(['rr', 'hr', 'rmssd', 'sdnn']),
  source: z.string(),
  atMs: epochMs,
  timeFrom: z.enum(['payload', 'arrival']),
  notLive: z.enum(['retained', 'old', 'discrete']).nullable(),
  rrMs: z.array(z.number().nullable()).optional(),
  bpm: z.number().optional(),
  ms: z.number().optional(),
})

export const mappingPreview = z.object({
  problem: z.object({ field: z.string(), problem: z.string() }).nullable(),
  messages: z.array(
    z.object({
      topic: z.string(),
      arrivedAtMs: epochMs,
      text: z.string().nullable(),
      readings: z.array(readingView),
      refused: z.array(count),
    }),
  ),
})
export type MappingPreviewView = z.infer<typeof mappingPreview>

const deviceId = z.object({ id: z.uuid() })

export const devices = {
  /** What can be added; the settings form is drawn from the schema (JSON Schema, one flat object). */
  drivers: procedure.output(
    z.object({
      drivers: z.array(
        z.object({
          id: z.string(),
          settingsSchema: z.record(z.string(), z.unknown()),
          secrets: z.array(z.string()),
          hasTopics: z.boolean(),
        }),
      ),
    }),
  ),
  /** The snapshot, then at most two a second. */
  watch: procedure.output(eventIterator(z.object({ devices: z.array(deviceView) }))),
  /** Connects, looks and hangs up; for a saved device its secrets stand in for null. @throws DEVICE_SETTINGS */
  test: procedure
    .input(z.object({ id: z.uuid().nullable(), driver: z.string().max(40), settings }))
    .output(devicePhase),
  /** Adds a device or changes one; it connects when enabled. @throws DEVICE_SETTINGS with field and problem */
  save: procedure
    .input(
      z.object({
        id: z.uuid(),
        driver: z.string().max(40),
        title: z.string().trim().min(1).max(60),
        enabled: z.boolean(),
        settings,
      }),
    )
    .output(deviceView),
  /** Takes it away at once; `restore` brings it back for ten seconds, then it is erased with its secrets. */
  remove: procedure.input(deviceId).output(z.object({ undoSeconds: z.number() })),
  restore: procedure.input(deviceId).output(z.object({ restored: z.boolean() })),
  /** Tries again now. */
  retry: procedure.input(deviceId).output(z.object({})),
  /** Topics as they arrive, while somebody looks. @throws NOT_FOUND */
  watchTopics: procedure.input(z.object({ id: z.uuid(), topicFilter })).output(
    eventIterator(
      z.object({
        topics: z.array(
          z.object({
            topic: z.string(),
            count: z.number().int(),
            lastAtMs: epochMs,
            retained: z.boolean(),
            text: z.string().nullable(),
          }),
        ),
      }),
    ),
  ),
  /** What a mapping makes of the last five messages under its filter. */
  preview: procedure.input(z.object({ id: z.uuid(), mapping: mappingSchema })).output(mappingPreview),
  /** Replaces all mappings of a device. @throws DEVICE_SETTINGS when one has a problem */
  setMappings: procedure
    .input(z.object({ id: z.uuid(), mappings: z.array(mappingSchema).max(20) }))
    .output(deviceView),
}
