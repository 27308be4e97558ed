/** Real windows, real keys and a real X server: what the probe processes find, and that nothing else leaves them. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type StartedProbe, startedProbe } from './startedProbe.ts'
import type { Deed } from './x11Person.ts'
import { startXServer, type XServer, xServerMissing } from './xServer.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
const PATIENCE = { timeout: 15_000, interval: 50 }

/** A letter, and the two keys that take back. */
const [KEY_A, BACKSPACE, DELETE] = [0x61, 0xff08, 0xffff]
const [LEFT, RIGHT, WHEEL_UP, WHEEL_DOWN] = [1, 3, 4, 5]

describe.skipIf(xServerMissing)('under a real X server', () => {
  let server: XServer
  let person: ChildProcess
  let program: ChildProcess
  const probes: StartedProbe[] = []

  beforeAll(async () => {
    server = await startXServer()
    person = fork(join(import.meta.dirname, 'x11Person.ts'), [], { env: server.env, execArgv: [] })
    // Something that runs under a name of its own.
    program = spawn('sleep', ['600'])
    await does({ do: 'showNothing' })
  })
  afterEach(async () => {
    for (const probe of probes.splice(0)) {
      probe.end()
      await probe.ended
    }
  })
  afterAll(async () => {
    program?.kill()
    person?.disconnect()
    if (person) await once(person, 'exit')
    await server?.stop()
  })

  async function does(deed: Deed): Promise<number | null> {
    person.send(deed)
    const [{ answer }] = (await once(person, 'message')) as [{ answer: number | null }]
    return answer
  }
  async function started(...args: Parameters<typeof startedProbe>): Promise<StartedProbe> {
    const probe = await startedProbe(...args)
    probes.push(probe)
    return probe
  }
  const show = (change: Partial<Extract<Deed, { do: 'show' }>> = {}) =>
    does({
      do: 'show',
      ...(program.pid === undefined ? {} : { pid: program.pid }),
      wmClass: 'Notes',
      title: 'A letter to Ada',
      fullScreen: false,
      ...change,
    })

  it('names the program in front, and when there is none', async () => {
    const probe = await started('desktop', server.env)
    const app = () => probe.of('app').at(-1)?.sample.app
    await show()
    probe.want('apps')
    await expect.poll(app, PATIENCE).toBe('sleep')
    // The window of a runtime is known by what it calls its program.
    await show({ pid: process.pid, wmClass: 'Notes' })
    await expect.poll(app, PATIENCE).toBe('Notes')
    await does({ do: 'showNothing' })
    await expect.poll(app, PATIENCE).toBeNull()
    expect(probe.of('running')).toEqual([{ type: 'running', sensor: 'apps', source: 'x11' }])
  })

  it('sees full screen begin and end, each said twice so that it is believed', async () => {
    const probe = await started('desktop', server.env)
    const values = () => probe.of('fact').map(({ reading }) => reading.value)
    await show({ fullScreen: true })
    probe.want('screen')
    await expect.poll(values, PATIENCE).toEqual([true, true])
    await show({ fullScreen: false })
    await expect.poll(() => values().slice(-2), PATIENCE).toEqual([false, false])
    expect(new Set(probe.of('fact').map(({ reading }) => reading.fact))).toEqual(new Set(['fullScreen']))
  })

  it('lets no title, path or address out', async () => {
    const probe = await started('desktop', server.env)
    await show({ title: 'https://mail.example/inbox A letter to Ada' })
    probe.want('presence', 'screen', 'apps')
    await expect.poll(() => probe.of('app').length, PATIENCE).toBeGreaterThan(1)
    const said = JSON.stringify(probe.messages)
    expect(said).toContain('"sleep"')
    expect(said).not.toMatch(/letter|Ada|mail|\/|Notes|instance/)
  })

  it('reads an idle time that grows, and begins anew with a key', async () => {
    const ask = async () => (await does({ do: 'askIdle' })) ?? Number.NaN
    await does({ do: 'press', keysyms: [KEY_A] })
    expect(await ask()).toBeLessThan(300)
    await expect.poll(ask, PATIENCE).toBeGreaterThan(700)
    const before = await ask()
    expect(await ask()).toBeGreaterThanOrEqual(before)
    await does({ do: 'press', keysyms: [KEY_A] })
    expect(await ask()).toBeLessThan(before)
  })

  it('says that input is used', async () => {
    await does({ do: 'press', keysyms: [KEY_A] })
    const probe = await started('desktop', server.env)
    probe.want('presence')
    await expect.poll(() => probe.of('fact').length, PATIENCE).toBeGreaterThan(1)
    expect(probe.of('fact')[0]?.reading).toMatchObject({
      fact: 'input',
      value: 'active',
      source: 'x11',
      how: 'poll',
    })
  })

  it('counts real keys, corrections, clicks, notches and way, and not which they were', async () => {
    const probe = await started('input', server.env, join(import.meta.dirname, 'hurriedProbe.ts'))
    probe.want('input')
    await expect.poll(() => probe.of('running').length, PATIENCE).toBe(1)
    await does({ do: 'move', to: [[100, 100]] })
    await expect.poll(() => probe.of('input').length, PATIENCE).toBeGreaterThan(1)
    const from = probe.of('input').length
    await does({ do: 'press', keysyms: [KEY_A, BACKSPACE, KEY_A, DELETE, KEY_A] })
    await does({ do: 'click', buttons: [LEFT, WHEEL_UP, WHEEL_DOWN, WHEEL_DOWN, RIGHT] })
    await does({
      do: 'move',
      to: [
        [103, 104],
        [103, 204],
      ],
    })
    const sum = (name: 'keys' | 'deletes' | 'clicks' | 'scrolls' | 'pathPx') =>
      probe
        .of('input')
        .slice(from)
        .reduce((all, { counts }) => all + counts[name], 0)
    await expect.poll(() => sum('pathPx'), PATIENCE).toBe(105)
    expect([sum('keys'), sum('deletes'), sum('clicks'), sum('scrolls')]).toEqual([5, 2, 2, 3])
    const [first] = probe.of('input')
    expect(Object.keys(first?.counts ?? {}).sort()).toEqual(
      ['clicks', 'deletes', 'fromMs', 'keys', 'pathPx', 'pauses', 'scrolls', 'shortPauses', 'toMs'].sort(),
    )
  })

  it('asks nothing of a server that lacks the extensions', async () => {
    const poor = await startXServer('RECORD', 'MIT-SCREEN-SAVER')
    const desktop = await started('desktop', poor.env)
    const input = await started('input', poor.env)
    desktop.want('presence', 'screen')
    input.want('input')
    const problem = 'desktop_cannot_tell'
    await expect
      .poll(() => desktop.of('unavailable'), PATIENCE)
      .toEqual([{ type: 'unavailable', sensor: 'presence', problem, detail: 'MIT-SCREEN-SAVER' }])
    await expect
      .poll(() => input.of('unavailable'), PATIENCE)
      .toEqual([{ type: 'unavailable', sensor: 'input', problem, detail: 'RECORD' }])
    await expect
      .poll(() => desktop.of('running'), PATIENCE)
      .toEqual([{ type: 'running', sensor: 'screen', source: 'x11' }])
    desktop.end()
    await desktop.ended
    await poor.stop()
  })

  it('ends, and tells its supervisor, when the X server goes away', async () => {
    const other = await startXServer()
    const probe = await started('desktop', other.env)
    probe.want('presence')
    await expect.poll(() => probe.of('running').length, PATIENCE).toBe(1)
    await other.stop()
    expect((await probe.ended).expected).toBe(false)
    // The next one finds no display and stays alive.
    const next = await started('desktop', other.env)
    next.want('presence', 'apps', 'screen')
    await expect
      .poll(() => next.of('unavailable').map(({ problem }) => problem), PATIENCE)
      .toEqual(Array(3).fill('no_display'))
  })
})
