/** Noticing in the real desktop app: what only the shell knows, the probe's process and its ends, and an engine that dies. */
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { sql } from '../../electron/engine/store/sql.ts'
import { preparedData } from './launchData.ts'
import { electronMissing, openApp, type RunningApp, screenshot } from './launchElectron.ts'
import { patience, rowsIn, sensorRow, sensorSwitch } from './launchNoticing.ts'
import { descendants, isRunning } from './launchProcesses.ts'

/** How often it is looked whether the shell tells what a probe does not. */
const halfAMinute = { timeout: 40_000, interval: 100 }

let running: RunningApp | null = null
afterEach(async () => {
  await running?.end()
  running = null
})

const probesOf = ({ pid }: RunningApp) => descendants(pid).filter(({ args }) => args.includes('probe.cjs'))
const engineOf = ({ pid }: RunningApp) => descendants(pid).find(({ args }) => args.includes('utility.cjs'))

/** The home window at Sensing, opened by the sign in the popup. */
async function openedSensing(one: RunningApp): Promise<Page> {
  const opened = one.app.waitForEvent('window')
  await one.popup.getByRole('button', { name: 'Sensing is on. Open Sensing' }).click()
  const home = await opened
  home.setDefaultTimeout(patience.timeout)
  await sensorSwitch(home, 'At the keyboard').waitFor()
  return home
}

const emitPower = ({ app }: RunningApp, event: 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume') =>
  app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)

/** Ends every probe of the app as a crash would. @returns whose processes they were. */
async function killNewProbe(one: RunningApp, killed: readonly number[]): Promise<number[]> {
  const fresh = () => probesOf(one).filter(({ pid }) => !killed.includes(pid) && isRunning(pid))
  await expect.poll(() => fresh().length, { timeout: 45_000, interval: 100 }).toBe(1)
  const pids = fresh().map(({ pid }) => pid)
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  return [...killed, ...pids]
}

describe.skipIf(electronMissing !== null)('noticing in the desktop app', () => {
  it('runs a probe only while it is needed, and leaves one off that keeps dying, with all else alive', async () => {
    const one = await openApp(await preparedData(null))
    running = one
    const home = await openedSensing(one)
    const programs = sensorRow(home, 'Kind of program')
    const presence = () => sensorRow(home, 'At the keyboard').textContent()
    await sensorSwitch(home, 'Kind of program').click()
    await expect.poll(() => programs.textContent(), patience).toMatch(/Running: asks the X server/)
    await expect.poll(presence, patience).toMatch(/You: at it/)
    expect(probesOf(one)).toHaveLength(1)
    let killed: number[] = []
    for (let time = 0; time < 3; time++) killed = await killNewProbe(one, killed)

    // The fourth comes half a minute later; what only the shell knows is told meanwhile.
    await emitPower(one, 'lock-screen')
    await expect.poll(presence, halfAMinute).toMatch(/You: screen locked/)
    await emitPower(one, 'suspend')
    await expect.poll(presence, patience).toMatch(/You: computer asleep/)
    await emitPower(one, 'resume')
    await emitPower(one, 'unlock-screen')
    await expect.poll(presence, patience).toMatch(/You: at it.*asks the operating system/)
    await screenshot(home, 'noticing-electron')

    killed = await killNewProbe(one, killed)
    await expect.poll(() => programs.textContent(), patience).toMatch(/It stopped three times in a row/)
    await screenshot(home, 'noticing-crashed')
    expect(await presence()).toMatch(/Running/)

    for (const name of ['Kind of program', 'Full screen and do not disturb', 'At the keyboard'])
      await sensorSwitch(home, name).click()
    await expect.poll(() => probesOf(one), patience).toEqual([])
    await expect.poll(() => sensorSwitch(home, 'Kind of program').isChecked(), patience).toBe(false)
    await sensorSwitch(home, 'Kind of program').click()
    await expect.poll(() => programs.textContent(), patience).toMatch(/Running: asks the X server/)
    const all = descendants(one.pid)
    expect(all.some(({ args }) => args.includes('probe.cjs'))).toBe(true)
    await one.end()
    await expect.poll(() => all.filter(({ pid }) => isRunning(pid)), patience).toEqual([])
  }, 120_000)

  it('knows where the person is again after its engine was killed, and keeps what was written', async () => {
    const folder = await preparedData(null)
    const one = await openApp(folder)
    running = one
    const home = await openedSensing(one)
    const presence = () => sensorRow(home, 'At the keyboard').textContent()
    await expect.poll(presence, patience).toMatch(/You: at it/)
    const engine = engineOf(one)
    if (!engine) throw new Error('no engine process')
    process.kill(engine.pid, 'SIGKILL')
    await expect.poll(() => engineOf(one)?.pid ?? engine.pid, patience).not.toBe(engine.pid)
    await expect.poll(presence, patience).toMatch(/You: at it/)
    await one.end()

    expect(rowsIn(folder, sql`spans`)).toBeGreaterThan(0)
  })
})
