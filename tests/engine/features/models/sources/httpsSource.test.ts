/** Downloads over a real HTTP server on this machine: cut, resumed, redirected, refused, stalled. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpsSource, partPaths } from '../../../../../electron/engine/features/models/sources/httpsSource.ts'
import type { FetchOptions } from '../../../../../electron/engine/features/models/sources/source.ts'
import { modelBytes, sha256 } from '../modelFixture.ts'
import { RetryClock } from './retryClock.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void

const bytes = modelBytes()
const wanted = { sizeBytes: bytes.length, sha256: sha256(bytes) }
const fetchModel = httpsSource({ allowPlainLoopback: true })

let folder: string
let server: Server
let requests: IncomingMessage[]
let handler: Handler
let clock: RetryClock
let connections: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lull-https-'))
  requests = []
  connections = []
  clock = new RetryClock()
  server = createServer((request, response) => {
    requests.push(request)
    handler(request, response, requests.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const finalPath = () => join(folder, 'done.gguf')

function get(options: Partial<FetchOptions> = {}, file = wanted, path = '/small.gguf'): Promise<void> {
  return fetchModel({ kind: 'https', url: origin() + path }, file, {
    target: { folder, finalPath: finalPath() },
    signal: new AbortController().signal,
    onProgress: () => {},
    onConnection: (peer, outcome) => connections.push(`${peer} ${outcome}`),
    clock,
    ...options,
  })
}

/** Serves ranges as file servers do. */
const serve: Handler = (request, response) => {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
  response.setHeader('etag', '"v1"')
  response.setHeader('content-length', bytes.length - from)
  if (request.headers.range) {
    response.writeHead(206, { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` })
  }
  response.end(bytes.subarray(from))
}

/** Sends a part and breaks the line once the part has arrived, which the progress callback tells. */
let breakLine = () => {}
const cutAfter =
  (length: number): Handler =>
  (_request, response) => {
    breakLine = () => response.destroy()
    response.writeHead(200, { etag: '"v1"', 'content-length': bytes.length })
    response.write(bytes.subarray(0, length))
  }
const breakWhenReceived: FetchOptions['onProgress'] = (progress) => {
  if (progress.phase === 'fetching' && progress.receivedBytes > 0) breakLine()
}

const status =
  (code: number): Handler =>
  (_request, response) => {
    response.writeHead(code).end()
  }

describe('httpsSource', () => {
  it('fetches, checks and moves a file into place', async () => {
    handler = serve
    const seen: string[] = []
    await get({
      onProgress: (progress) => {
        if (progress.phase === 'checking' || progress.receivedBytes === bytes.length)
          seen.push(progress.phase)
      },
    })
    expect(sha256(await readFile(finalPath()))).toBe(wanted.sha256)
    expect(await readdir(folder)).toEqual(['done.gguf'])
    expect(seen).toEqual(['fetching', 'checking'])
    expect(connections).toEqual([`${new URL(origin()).host} answered`])
  })

  it('goes on where a cut line left it', async () => {
    handler = (request, response, nth) => (nth === 1 ? cutAfter(100_000) : serve)(request, response, nth)
    await get({ onProgress: breakWhenReceived })
    expect(sha256(await readFile(finalPath()))).toBe(wanted.sha256)
    expect(requests[1]?.headers.range).toMatch(/^bytes=[1-9]\d*-$/)
    expect(requests[1]?.headers['if-range']).toBe('"v1"')
    expect(clock.waitedMs).toEqual([1_000])
  })

  it('goes on from a part of an earlier run, and starts again when the server sends the whole', async () => {
    await writeFile(partPaths(folder, wanted.sha256).part, bytes.subarray(0, 200_000))
    handler = (_request, response) => response.end(bytes)
    await get()
    expect(requests[0]?.headers.range).toBe('bytes=200000-')
    expect(sha256(await readFile(finalPath()))).toBe(wanted.sha256)
  })

  it('asks for nothing when the part is already whole', async () => {
    await writeFile(partPaths(folder, wanted.sha256).part, bytes)
    handler = status(500)
    await get()
    expect(requests).toEqual([])
    expect(sha256(await readFile(finalPath()))).toBe(wanted.sha256)
  })

  it('starts again once when what it went on from was not this file', async () => {
    await writeFile(partPaths(folder, wanted.sha256).part, modelBytes(100_000, 7))
    handler = serve
    await get()
    expect(requests.map((request) => request.headers.range ?? 'whole')).toEqual(['bytes=100000-', 'whole'])
    expect(sha256(await readFile(finalPath()))).toBe(wanted.sha256)
  })

  it('deletes a file with the wrong checksum', async () => {
    handler = (_request, response) => response.end(modelBytes(bytes.length, 9))
    await expect(get()).rejects.toMatchObject({ reason: 'HASH_MISMATCH' })
    expect(await readdir(folder)).toEqual([])
  })

  it.each([
    [404, 'NOT_FOUND'],
    [403, 'REFUSED'],
  ])('takes %d for an answer at once', async (code, reason) => {
    handler = status(code)
    await expect(get()).rejects.toMatchObject({ reason, hint: `status ${code}` })
    expect(requests).toHaveLength(1)
    expect(connections).toEqual([`${new URL(origin()).host} failed`])
  })

  it('tries again after 500 and 429', async () => {
    const answers = [status(500), status(429), serve]
    handler = (request, response, nth) => answers[nth - 1]?.(request, response, nth)
    await get()
    expect(clock.waitedMs).toEqual([1_000, 4_000])
  })

  it('gives up after four tries, keeping the part', async () => {
    handler = (request, response, nth) => (nth === 1 ? cutAfter(50_000) : status(503))(request, response, nth)
    await expect(get({ onProgress: breakWhenReceived })).rejects.toMatchObject({
      reason: 'REFUSED',
      hint: 'status 503',
    })
    expect(requests).toHaveLength(4)
    expect(clock.waitedMs).toEqual([1_000, 4_000, 15_000])
    expect(await readdir(folder)).toContain(`${wanted.sha256}.part`)
  })

  it('says OFFLINE when nobody answers', async () => {
    const address = origin()
    await new Promise((resolve) => server.close(resolve))
    const options = {
      target: { folder, finalPath: finalPath() },
      signal: new AbortController().signal,
      onProgress: () => {},
      onConnection: () => {},
      clock,
    }
    await expect(fetchModel({ kind: 'https', url: address }, wanted, options)).rejects.toMatchObject({
      reason: 'OFFLINE',
      hint: expect.stringMatching(/^127\.0\.0\.1:\d+, it took no connection$/),
    })
  })

  it('calls a silent line stalled after thirty seconds', async () => {
    handler = (_request, response) => {
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 1000))
    }
    await expect(get({ onProgress: () => clock.advance(30_000) })).rejects.toMatchObject({
      reason: 'STALLED',
    })
    expect(requests).toHaveLength(4)
  })

  it('follows redirects and names every host', async () => {
    handler = (request, response, nth) => {
      if (request.url === '/small.gguf') response.writeHead(302, { location: '/elsewhere' }).end()
      else serve(request, response, nth)
    }
    await get()
    expect(requests.map((request) => request.url)).toEqual(['/small.gguf', '/elsewhere'])
  })

  it.each(['http://example.org/x', 'ftp://127.0.0.1/x', 'http://localhost/x'])(
    'does not follow a redirect to %s',
    async (location) => {
      handler = (_request, response) => response.writeHead(302, { location }).end()
      await expect(get()).rejects.toMatchObject({ reason: 'REFUSED' })
      expect(requests).toHaveLength(1)
    },
  )

  it('stops following in circles', async () => {
    handler = (request, response) => response.writeHead(302, { location: request.url ?? '/' }).end()
    await expect(get()).rejects.toMatchObject({ reason: 'REFUSED', hint: 'too many redirects' })
  })

  it('refuses plain http unless a test allows it', async () => {
    handler = serve
    const strict = httpsSource()
    const options = {
      target: { folder, finalPath: finalPath() },
      signal: new AbortController().signal,
      onProgress: () => {},
      onConnection: () => {},
      clock,
    }
    await expect(strict({ kind: 'https', url: origin() }, wanted, options)).rejects.toMatchObject({
      reason: 'REFUSED',
    })
    expect(requests).toEqual([])
  })

  it('refuses another size before fetching, and stops an endless answer', async () => {
    handler = serve
    const smaller = { ...wanted, sizeBytes: 1000 }
    await expect(get({}, smaller)).rejects.toMatchObject({ reason: 'SIZE_MISMATCH' })
    handler = (_request, response) => {
      response.writeHead(200)
      response.end(bytes)
    }
    await expect(get({}, smaller)).rejects.toMatchObject({ reason: 'SIZE_MISMATCH' })
    expect(await readdir(folder)).toEqual([])
  })

  it('stops when asked to and keeps the part', async () => {
    const controller = new AbortController()
    handler = (_request, response) => {
      response.writeHead(200, { 'content-length': bytes.length, etag: '"v1"' })
      response.write(bytes.subarray(0, 64_000))
    }
    const stopAtFirstBytes: FetchOptions['onProgress'] = (progress) => {
      if (progress.phase === 'fetching' && progress.receivedBytes > 0) controller.abort()
    }
    await expect(get({ signal: controller.signal, onProgress: stopAtFirstBytes })).rejects.toThrow(/abort/i)
    expect((await readdir(folder)).sort()).toEqual([`${wanted.sha256}.part`, `${wanted.sha256}.part.json`])
    expect(connections).toEqual([`${new URL(origin()).host} stopped`])
  })
})
