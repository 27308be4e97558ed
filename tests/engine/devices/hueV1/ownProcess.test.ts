/** The driver in plain Node: it keeps the process alive no longer than needed, and prints no key, whatever is asked of it. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { startOld } from './hueV1ForTest.ts'

const script = join(import.meta.dirname, 'oneWrite.ts')

describe('a process of its own', () => {
  it.each([
    ['by itself', ''],
    ['where the library is asked to be talkative', 'node-hue-api'],
  ])(
    'ends %s as soon as the connection is closed, and never prints the key',
    async (_how, debug) => {
      const bridge = await startOld()
      const { username: key } = bridge.door.make()
      const settings = {
        host: '127.0.0.1',
        port: bridge.port,
        isSecure: false,
        bridgeId: bridge.bridgeId,
        key,
      }
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        ['--no-warnings', script, JSON.stringify(settings)],
        { env: { ...process.env, NODE_DEBUG: debug }, timeout: 20_000 },
      )
      expect(stdout).toContain('"outcome":"written"')
      expect(stdout).toMatch(/\["closed"\]\n$/)
      expect(stdout + stderr).not.toContain(key)
      expect(bridge.puts).toHaveLength(1)
    },
    25_000,
  )

  it('outlives a bridge that answers nonsense', async () => {
    const bridge = await startOld()
    bridge.fault = { kind: 'huge', bytes: 10 * 1024 * 1024 }
    const settings = {
      host: '127.0.0.1',
      port: bridge.port,
      isSecure: false,
      bridgeId: bridge.bridgeId,
      key: 'k',
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', script, JSON.stringify(settings)],
      { timeout: 20_000 },
    )
    expect(stdout).toContain('"failure":"too_large"')
    expect(stdout).toMatch(/\["closed"\]\n$/)
  }, 25_000)
})
