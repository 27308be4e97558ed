/** Fetches a model file over https from a pinned address, going on where an earlier try stopped. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ModelSource } from '../../../../core/models/model.ts'
import { pause, stallDeadline } from './deadline.ts'
import { PartFile } from './partFile.ts'
import { type FetchModel, type FetchOptions, SourceError, type WantedFile } from './source.ts'

const STALL_LIMIT_MS = 30_000
const TRIES = 4
const WAITS_MS = [1_000, 4_000, 15_000]
const LONGEST_ASKED_WAIT_MS = 60_000
const MAX_REDIRECTS = 5
/** A try that brought this much was not in vain: a shaky line may need many of them for a large file. */
const PROGRESS_BYTES = 1_000_000

/** What is remembered beside a part, so that going on never mixes two files. */
const sidecar = z.object({ url: z.string(), etag: z.string().nullable(), totalBytes: z.number() })
type Sidecar = z.infer<typeof sidecar>

/** A try that may be worth repeating. */
class PassingError extends Error {
  readonly failure: SourceError
  readonly askedWaitMs: number
  constructor(failure: SourceError, askedWaitMs = 0) {
    super(failure.message)
    this.failure = failure
    this.askedWaitMs = askedWaitMs
  }
}

type HttpsSource = Extract<ModelSource, { kind: 'https' }>

export interface HttpsSourceOptions {
  /** For tests: lets an entry that itself says http://127.0.0.1 be fetched. */
  allowPlainLoopback?: boolean
}

export function httpsSource(settings: HttpsSourceOptions = {}): FetchModel<HttpsSource> {
  return async (source, entry, options) => {
    const address = allowedAddress(source.url, settings)
    if (!address) throw new SourceError('REFUSED', 'not an https address')
    const paths = partPaths(options.target.folder, entry.sha256)
    let failedTries = 0
    for (;;) {
      const part = await PartFile.open(paths.part, entry, options.signal)
      const before = part.writtenBytes
      try {
        if (before < entry.sizeBytes) await fetchRest(address, entry, part, paths.sidecar, options, settings)
        options.onProgress({ phase: 'checking' })
        await part.finish(options.target.finalPath)
        await rm(paths.sidecar, { force: true })
        return
      } catch (error) {
        await part.close().catch(() => {})
        // Nothing came: nothing to go on with.
        if (part.writtenBytes === 0) await removePart(options.target.folder, entry.sha256)
        options.signal.throwIfAborted()
        // A part from an earlier try may have been the wrong one: once from the start before giving up.
        const stalePart = error instanceof SourceError && error.reason === 'HASH_MISMATCH' && before > 0
        if (stalePart) continue
        if (!(error instanceof PassingError)) {
          const wrongFile =
            error instanceof SourceError && ['HASH_MISMATCH', 'SIZE_MISMATCH'].includes(error.reason)
          if (wrongFile) await removePart(options.target.folder, entry.sha256)
          throw error
        }
        failedTries = part.writtenBytes - before >= PROGRESS_BYTES ? 1 : failedTries + 1
        if (failedTries >= TRIES) throw error.failure
        const waitMs = WAITS_MS[failedTries - 1] ?? 0
        await pause(options.clock, Math.max(waitMs, error.askedWaitMs), options.signal)
      }
    }
  }
}

export function partPaths(folder: string, sha256: string): { part: string; sidecar: string } {
  const part = join(folder, `${sha256}.part`)
  return { part, sidecar: `${part}.json` }
}

export async function removePart(folder: string, sha256: string): Promise<void> {
  const paths = partPaths(folder, sha256)
  await rm(paths.part, { force: true })
  await rm(paths.sidecar, { force: true })
}

/** The address when it may be used: https, or plain http to this machine where a test said so. */
function allowedAddress(url: string | URL, settings: HttpsSourceOptions): URL | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  if (address.protocol === 'https:') return address
  const loopback = address.protocol === 'http:' && address.hostname === '127.0.0.1'
  return loopback && settings.allowPlainLoopback === true ? address : null
}

async function fetchRest(
  address: URL,
  entry: WantedFile,
  part: PartFile,
  sidecarPath: string,
  options: FetchOptions,
  settings: HttpsSourceOptions,
): Promise<void> {
  const deadline = stallDeadline(options.clock, STALL_LIMIT_MS)
  const peers = new Set<string>()
  let outcome: 'answered' | 'failed' | 'stopped' = 'failed'
  let answered = false
  try {
    const signal = AbortSignal.any([options.signal, deadline.signal])
    const headers = await rangeHeaders(address, part, sidecarPath)
    const response = await follow(address, headers, signal, peers, settings)
    deadline.moved()
    answered = true
    await acceptAnswer(response, entry, part)
    await writeFile(sidecarPath, JSON.stringify(noteFor(address, response, entry)), { mode: 0o600 })
    options.onProgress({ phase: 'fetching', receivedBytes: part.writtenBytes })
    if (!response.body) throw new PassingError(new SourceError('CUT'))
    for await (const chunk of response.body) {
      deadline.moved()
      await part.write(chunk)
      options.onProgress({ phase: 'fetching', receivedBytes: part.writtenBytes })
    }
    if (part.writtenBytes < entry.sizeBytes) throw new PassingError(new SourceError('CUT'))
    outcome = 'answered'
  } catch (error) {
    if (options.signal.aborted) outcome = 'stopped'
    if (deadline.signal.aborted) throw new PassingError(new SourceError('STALLED', address.host))
    throw error instanceof TypeError ? brokenLine(error, answered, part.writtenBytes, address) : error
  } finally {
    deadline.stop()
    for (const peer of peers) options.onConnection(peer, outcome)
  }
}

async function rangeHeaders(
  address: URL,
  part: PartFile,
  sidecarPath: string,
): Promise<Record<string, string>> {
  // The bytes as they are: a compressed answer could not be gone on with.
  const headers: Record<string, string> = { 'accept-encoding': 'identity', 'user-agent': 'Lull' }
  if (part.writtenBytes === 0) return headers
  headers.range = `bytes=${part.writtenBytes}-`
  const note = await readSidecar(sidecarPath)
  // Weak tags do not promise the same bytes; without a strong one the checksum at the end decides.
  const etag = note?.url === address.href ? note.etag : null
  if (etag && !etag.startsWith('W/')) headers['if-range'] = etag
  return headers
}

async function readSidecar(path: string): Promise<Sidecar | null> {
  try {
    return sidecar.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

function noteFor(address: URL, response: Response, entry: WantedFile): Sidecar {
  return { url: address.href, etag: response.headers.get('etag'), totalBytes: entry.sizeBytes }
}

/** Follows redirects by hand, so that none of them leaves https. */
async function follow(
  address: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
  peers: Set<string>,
  settings: HttpsSourceOptions,
): Promise<Response> {
  let next = address
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    peers.add(next.host)
    const response = await fetch(next, { headers, signal, redirect: 'manual' })
    if (![301, 302, 303, 307, 308].includes(response.status)) return response
    await response.body?.cancel()
    const location = response.headers.get('location')
    const target = location && URL.canParse(location, next) ? new URL(location, next) : null
    const allowed = target && allowedAddress(target, settings)
    if (!allowed) throw new SourceError('REFUSED', 'redirect to an address that is not https')
    next = allowed
  }
  throw new SourceError('REFUSED', 'too many redirects')
}

/** Makes sure the answer is the file we want, from where we want it on. */
async function acceptAnswer(response: Response, entry: WantedFile, part: PartFile): Promise<void> {
  const { status, headers } = response
  if (status !== 200 && status !== 206) {
    await response.body?.cancel()
    if (status === 416) {
      await part.restart()
      throw new PassingError(new SourceError('REFUSED', 'status 416'))
    }
    throw statusError(status, headers)
  }
  if (status === 200) {
    if (part.writtenBytes > 0) await part.restart()
  } else if (!/^bytes (\d+)-/.test(headers.get('content-range') ?? '')) {
    throw new SourceError('REFUSED', 'a range without its place')
  } else if (Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1]) !== part.writtenBytes) {
    await part.restart()
    await response.body?.cancel()
    throw new PassingError(new SourceError('REFUSED', 'another range than asked for'))
  }
  const length = headers.get('content-length')
  const encoded = headers.has('content-encoding')
  if (length !== null && !encoded && part.writtenBytes + Number(length) !== entry.sizeBytes) {
    await response.body?.cancel()
    throw new SourceError('SIZE_MISMATCH', `${part.writtenBytes + Number(length)} bytes`)
  }
}

function statusError(status: number, headers: Headers): SourceError | PassingError {
  const hint = `status ${status}`
  if (status === 404 || status === 410) return new SourceError('NOT_FOUND', hint)
  const failure = new SourceError('REFUSED', hint)
  if (status !== 429 && status < 500) return failure
  const asked = Number(headers.get('retry-after') ?? 0) * 1000
  return new PassingError(failure, Number.isFinite(asked) ? Math.min(asked, LONGEST_ASKED_WAIT_MS) : 0)
}

/** What went wrong with a line, in words for a person; null for what has none. */
function plainCode(code: string | null): string | null {
  if (code === null) return null
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name was not found'
  if (code === 'ECONNREFUSED') return 'it took no connection'
  if (/TIMEDOUT|TIMEOUT/.test(code)) return 'it did not answer in time'
  if (/CERT|SIGNATURE|TLS|SSL/.test(code)) return 'its certificate is not trusted'
  return null
}

/** Node's fetch says "fetch failed" or "terminated" and keeps the reason in `cause`. */
function brokenLine(
  error: TypeError,
  answered: boolean,
  writtenBytes: number,
  address: URL,
): PassingError | SourceError {
  const cause: unknown = error.cause
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null
  const hint = [address.host, plainCode(code)].filter(Boolean).join(', ')
  const failure = new SourceError(answered ? 'CUT' : 'OFFLINE', hint)
  // No such name before anything came: this computer is offline, and the person should hear it now.
  return code === 'ENOTFOUND' && writtenBytes === 0 ? failure : new PassingError(failure)
}
