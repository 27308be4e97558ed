/** The whole engine over a bridge on the loopback, with real handshakes: a look, its way back, a hand, a crash, and the end. */
import { cpSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import { simulatedRoom } from '../../../../electron/engine/devices/simulatedRoom/index.ts'
import { createEngine } from '../../../../electron/engine/index.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { FakeHueBridge } from '../../../fakes/hueBridge/fakeHueBridge.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { driver, realClock, startBridge, until } from '../../devices/hue/hueForTest.ts'
import { engineParts, temporaryFolder } from '../../engineParts.ts'

const FADE_MS = 1000
const HOUR_MS = 3_600_000

interface Home {
  client: EngineClient
  view(): LightsView
  stop(): Promise<void>
}

async function home(folder: string, clock: Clock = realClock): Promise<Home> {
  const engine = createEngine({
    ...engineParts(new ScriptedModel()).parts,
    ...{ dataFolder: folder, clock, lightDrivers: [driver(), simulatedRoom()] },
  })
  await engine.start()
  const client = engine.client('window')
  const leaving = new AbortController()
  const views = await client.lights.watch(undefined, { signal: leaving.signal })
  let view = (await views.next()).value as LightsView
  const watching = (async () => {
    for await (const next of views) view = next
  })().catch(() => {})
  let isStopped = false
  const stop = async () => {
    if (isStopped) return
    isStopped = true
    leaving.abort()
    await watching
    await engine.stop()
  }
  onTestFinished(stop)
  return { client, view: () => view, stop }
}

/** Paired over the loopback, with the whole study ticked. */
async function paired(bridge: FakeHueBridge, folder: string): Promise<Home> {
  const at = await home(folder)
  const { settings, lights } = at.client
  const seen = await lights.lookAt({ driver: 'hue', address: `127.0.0.1:${bridge.port}` })
  if (!seen.seen) throw new Error(seen.failure)
  expect(seen.trust).toBe('root')
  bridge.door.press()
  const { bridgeId, host, port, sha256 } = seen
  const steps: string[] = []
  for await (const { step } of await lights.pair({ driver: 'hue', bridgeId, host, port, sha256 })) {
    steps.push(step)
  }
  expect(steps).toEqual(['waiting', 'paired'])
  await until(() => at.view().lamps.length === 8 && at.view().sources[0]?.phase.phase === 'connected')
  const roomIds = at.view().groups.flatMap(({ kind, id }) => (kind === 'room' ? [id] : []))
  const { lights: choices } = await settings.current()
  await settings.change({ lights: { ...choices, isAllowed: true, roomIds, fadeMs: FADE_MS } })
  return at
}

async function softened(bridge: FakeHueBridge, folder: string): Promise<Home> {
  const at = await paired(bridge, folder)
  await at.client.lights.apply({ look: 'soften', because: 'shortcut' })
  await until(() => bright(bridge, 'Corner') < 60 && bright(bridge, 'Desk left') < 60, 'the look')
  return at
}

const bright = (bridge: FakeHueBridge, name: string) => bridge.house.light(name).dimming?.brightness ?? 0
const standing = (bridge: FakeHueBridge) =>
  bridge.house.lights.map(({ on, dimming, color_temperature: white, color }) => ({
    isOn: on.on,
    brightness: dimming?.brightness ?? null,
    mirek: white?.mirek ?? null,
    xy: white?.mirek === null ? (color?.xy ?? null) : null,
  }))

function expectGivenBack(bridge: FakeHueBridge, before: ReturnType<typeof standing>): void {
  const now = standing(bridge)
  for (const [place, was] of before.entries()) {
    const is = now[place]
    expect(is?.isOn).toBe(was.isOn)
    expect(Math.abs((is?.brightness ?? 0) - (was.brightness ?? 0))).toBeLessThanOrEqual(1)
    expect(Math.abs((is?.mirek ?? 0) - (was.mirek ?? 0))).toBeLessThanOrEqual(2)
    if (was.xy) expect(Math.abs((is?.xy?.x ?? 0) - was.xy.x)).toBeLessThanOrEqual(0.01)
  }
}

/** Of every write since the beginning, as the bridge saw it. */
function expectGentle(bridge: FakeHueBridge): void {
  const { writes } = bridge.house
  for (const { body, status, lamps } of writes) {
    expect(Object.keys(body)).not.toContain('on')
    expect(status).toBe(200)
    expect((body.dynamics as { duration: number }).duration).toBeGreaterThanOrEqual(1000)
    for (const { fadeMs } of lamps) expect(fadeMs).toBeGreaterThanOrEqual(1000)
  }
  const times = (kind: string) => writes.filter((one) => one.kind === kind).map(({ atMs }) => atMs)
  expect(mostWithin(times('light'), 1000)).toBeLessThanOrEqual(11)
  expect(mostWithin(times('grouped_light'), 1000)).toBeLessThanOrEqual(2)
  expect(bridge.mostInFlight).toBeLessThanOrEqual(3)
}

const back = (at: Home) =>
  until(() => at.view().owed === 0 && at.view().claims.length === 0, 'everything back', 15_000)

describe('over a bridge', () => {
  it('is paired, softened and given back as it was', async () => {
    const bridge = await startBridge()
    const before = standing(bridge)
    const at = await softened(bridge, temporaryFolder())
    for (const { lamps } of bridge.house.writes) {
      for (const { fromLuminance, toLuminance } of lamps) {
        expect(toLuminance).toBeLessThanOrEqual(fromLuminance + 1e-9)
      }
    }
    expect(bridge.house.light('Window').on.on).toBe(false)
    expect(at.view().announced).toMatchObject({ look: 'soften', because: 'shortcut' })
    await at.client.lights.undo({ claimId: at.view().announced?.claimId ?? 0 })
    await back(at)
    expectGivenBack(bridge, before)
    expectGentle(bridge)
    const today = Math.floor(Date.now() / 86_400_000)
    const { entries } = await at.client.lights.log({ fromDay: today - 2, toDay: today + 2 })
    expect(entries.map(({ what }) => what)).toContain('restored')
    expect(entries.at(-1)?.lamps.map(({ name }) => name)).toContain('Desk left')
    await at.stop()
  }, 30_000)

  it('a hand wins on its lamp, the others are given back', async () => {
    const bridge = await startBridge()
    const at = await softened(bridge, temporaryFolder())
    bridge.house.hand('Corner', { dimming: { brightness: 95 } })
    await until(() => at.view().lamps.some(({ name, heldBy }) => name === 'Corner' && heldBy === null))
    await at.client.lights.release()
    await back(at)
    expect(bright(bridge, 'Corner')).toBeCloseTo(95, -0.5)
    expect(Math.abs(bright(bridge, 'Desk left') - 80)).toBeLessThanOrEqual(1)
    expectGentle(bridge)
  }, 30_000)

  it('a crash in mid-look is made good at the next start, and left alone after two hours', async () => {
    const bridge = await startBridge()
    const before = standing(bridge)
    const [folder, next, late] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
    const crashed = await softened(bridge, folder)
    await until(() => crashed.view().lamps.some(({ heldBy }) => heldBy === 'soften'))
    // As the disk is at this moment; whoever crashed hears and does no more.
    for (const copy of [next, late])
      cpSync(folder, copy, { recursive: true, filter: (path) => !/lock/.test(path) })
    const tooLate = await home(late, { ...realClock, now: () => realClock.now() + 2 * HOUR_MS + 60_000 })
    await until(() => tooLate.view().sources[0]?.phase.phase === 'connected', 'a connection')
    expect(tooLate.view().owed).toBe(0)
    expect(bright(bridge, 'Desk left')).toBeLessThan(60)
    await tooLate.stop()
    const again = await home(next)
    await until(() => again.view().owed === 0 && bright(bridge, 'Desk left') > 75, 'the way back', 15_000)
    await back(again)
    expectGivenBack(bridge, before)
    expectGentle(bridge)
  }, 40_000)

  it('the end in the middle of a fade gives everything back', async () => {
    const bridge = await startBridge()
    const before = standing(bridge)
    const at = await softened(bridge, temporaryFolder())
    await at.stop()
    expectGivenBack(bridge, before)
    expectGentle(bridge)
  }, 30_000)
})
