/** Voices: the catalogue, downloads, what is installed, and what the language model is doing now. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type {
  CatalogueEntry,
  Download,
  InstalledModel,
  ModelSource,
  RuntimeState,
} from '../core/models/model.ts'
import { procedure, sharedProcedure } from './procedure.ts'

export const modelSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('https'), url: z.url() }),
  z.object({
    kind: z.literal('python-package'),
    package: z.string(),
    version: z.string(),
    member: z.string(),
  }),
]) satisfies z.ZodType<ModelSource>

export const catalogueEntry = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  licence: z.string(),
  licenceUrl: z.string(),
  sizeBytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string(),
  parameters: z.number().int().positive(),
  languages: z.array(z.string()),
  limits: z.string(),
  memoryBytes: z.number().int().positive(),
  sources: z.array(modelSource).min(1),
}) satisfies z.ZodType<CatalogueEntry>

export const installedModel = z.object({
  id: z.string(),
  catalogueId: z.string().nullable(),
  title: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  licence: z.string().nullable(),
  architecture: z.string(),
  parameters: z.number().nullable(),
  trainedContextTokens: z.number().nullable(),
  addedAt: z.number().int(),
}) satisfies z.ZodType<InstalledModel>

const sourceFailure = z.object({
  source: modelSource,
  reason: z.enum([
    'OFFLINE',
    'NOT_FOUND',
    'REFUSED',
    'STALLED',
    'PIP_MISSING',
    'PACKAGE_MISSING',
    'MEMBER_MISSING',
    'HASH_MISMATCH',
    'SIZE_MISMATCH',
    'CUT',
    'INTERNAL',
  ]),
  hint: z.string().nullable(),
})

export const download = z.object({
  catalogueId: z.string(),
  startedAt: z.number().int(),
  state: z.discriminatedUnion('phase', [
    z.object({
      phase: z.literal('fetching'),
      receivedBytes: z.number(),
      totalBytes: z.number(),
      source: modelSource,
    }),
    z.object({ phase: z.literal('checking'), source: modelSource }),
    z.object({
      phase: z.literal('failed'),
      reason: z.enum(['SOURCES_FAILED', 'DISK_FULL']),
      failures: z.array(sourceFailure),
      neededBytes: z.number().nullable(),
    }),
  ]),
}) satisfies z.ZodType<Download>

const modelFailure = z.enum(['MODEL_MISSING', 'MODEL_BROKEN', 'MODEL_TOO_BIG', 'MODEL_STOPPED'])

export const runtimeState = z.object({
  phase: z.enum(['off', 'waking', 'ready', 'busy', 'failed']),
  modelId: z.string().nullable(),
  failure: modelFailure.nullable(),
}) satisfies z.ZodType<RuntimeState>

export const modelsSnapshot = z.object({
  catalogue: z.array(catalogueEntry.extend({ fit: z.enum(['fits', 'tight', 'too-big']) })),
  installed: z.array(installedModel),
  selectedId: z.string().nullable(),
  downloads: z.array(download),
  /** An import in progress: bytes copied and checked so far. */
  importing: z.object({ fileName: z.string(), doneBytes: z.number(), totalBytes: z.number() }).nullable(),
  runtime: runtimeState,
  availableMemoryBytes: z.number(),
})
export type ModelsSnapshot = z.infer<typeof modelsSnapshot>

export const models = {
  /** The whole picture, again at every change (progress at most four times a second). */
  watch: procedure.output(eventIterator(modelsSnapshot)),
  /** Starts a download, or goes on where one stopped; progress comes through `watch`. */
  download: procedure.input(z.object({ catalogueId: z.string() })).output(z.object({})),
  /** Stops a download; the part that came is kept for later unless `discard`. Also clears a failure. */
  cancelDownload: procedure
    .input(z.object({ catalogueId: z.string(), discard: z.boolean().default(false) }))
    .output(z.object({})),
  /** Copies a local .gguf into Lull's folder after checking it. @throws FILE_UNREADABLE, MODEL_BROKEN, MODEL_TOO_BIG, DISK_FULL */
  import: procedure
    .input(z.object({ path: z.string().min(1).max(4096) }))
    .output(z.object({ model: installedModel })),
  select: procedure.input(z.object({ modelId: z.string() })).output(z.object({})),
  /** Removes a model's file from Lull's folder. */
  remove: procedure.input(z.object({ modelId: z.string() })).output(z.object({})),
  /** The popup opened or typing began: wake the model if there is one. Never fails. */
  wake: sharedProcedure.output(z.object({})),
}
