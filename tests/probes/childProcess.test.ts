/** A probe's process may die or hang without harm, and never outlives whoever started it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isRunning } from '../app/launchProcesses.ts'
import { HURRY } from './hurriedClock.ts'
import { entries, type StartedProbe, sensorsOf, startedProbe } from './startedProbe.ts'
import { displayEnv, startXServer, xServerMissing } from './xServer.ts'

vi.setConfig({ testTimeout: 30_000 })
const PATIENCE = { timeout: 15_000, interval: 50 }
const hurried = join(import.meta.dirname, 'hurriedProbe.ts')
const noDisplay = displayEnv(null)

const probes: StartedProbe[] = []
afterEach(async () => {
  for (const probe of probes.splice(0)) {
    probe.end()
    await probe.ended
  }
})
async function started(...args: Parameters<typeof startedProbe>): Promise<StartedProbe> {
  const probe = await startedProbe(...args)
  probes.push(probe)
  return probe
}

describe.each(entries.map((entry) => [basename(entry), entry] as const))('%s', (_name, entry) => {
  it.each(['desktop', 'input'] as const)('%s lives, and ends when told', async (kind) => {
    const probe = await started(kind, noDisplay, entry)
    await expect.poll(() => probe.of('alive').length, PATIENCE).toBe(1)
    probe.end()
    probe.end()
    expect(await probe.ended).toEqual({ expected: true, detail: 'exit code 0' })
  })

  it.skipIf(process.platform !== 'linux').each([
    ['none', noDisplay],
    ['one that is gone', displayEnv(':4711')],
  ])('without a display (%s) says so and lives', async (_which, env) => {
    for (const kind of ['desktop', 'input'] as const) {
      const probe = await started(kind, env, entry)
      const sensors = sensorsOf(kind)
      probe.want(...sensors)
      await expect.poll(() => probe.of('unavailable').length, PATIENCE).toBe(sensors.length)
      expect(probe.of('unavailable').map(({ problem }) => problem)).toEqual(sensors.map(() => 'no_display'))
      expect(isRunning(probe.pid ?? 0)).toBe(true)
    }
  })

  it.skipIf(xServerMissing).each(['desktop', 'input'] as const)(
    '%s ends with its parent, however that died',
    async (kind) => {
      const server = await startXServer()
      const parent = spawn(process.execPath, [join(import.meta.dirname, 'probeParent.ts'), kind, entry], {
        env: server.env,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [line] = (await once(parent.stdout, 'data')) as [Buffer]
      const pid = Number.parseInt(line.toString(), 10)
      expect(isRunning(pid)).toBe(true)
      parent.kill('SIGKILL')
      await expect.poll(() => isRunning(pid), PATIENCE).toBe(false)
      await server.stop()
    },
  )
})

it('refuses a kind it does not know', async () => {
  const probe = await started('camera' as 'input', noDisplay)
  expect(await probe.ended).toMatchObject({ expected: false })
})

it.skipIf(xServerMissing)(
  'a hook without a display harms its own process only, and that is seen',
  async () => {
    const probe = await started('unchecked' as 'input', noDisplay, hurried)
    await expect.poll(() => probe.of('alive').length, PATIENCE).toBeGreaterThan(0)
    let isOver = false
    void probe.ended.then(() => {
      isOver = true
    })
    // Its signs of life come twelve times a second.
    const isSilent = () => Date.now() - (probe.of('alive').at(-1)?.atMs ?? 0) / HURRY > 2_000
    probe.want('input')
    // The hook aborts, and once in a while waits for itself for ever.
    await expect.poll(() => isOver || isSilent(), PATIENCE).toBe(true)
    const wasOver = isOver
    probe.end()
    const { expected, detail } = await probe.ended
    expect(expected).toBe(!wasOver)
    expect(detail).toContain(wasOver ? 'SIGABRT' : 'SIGKILL')
  },
)

it.skipIf(process.platform === 'win32')('a process that hangs is ended all the same', async () => {
  const probe = await started('desktop', noDisplay)
  await expect.poll(() => probe.of('alive').length, PATIENCE).toBe(1)
  process.kill(probe.pid ?? 0, 'SIGSTOP')
  probe.end()
  expect(await probe.ended).toEqual({ expected: true, detail: 'SIGKILL' })
})
