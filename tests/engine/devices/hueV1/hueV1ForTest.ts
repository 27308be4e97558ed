/** The driver of older bridges, and what a test needs around a connection to one. */
import { expect, onTestFinished, vi } from 'vitest'
import { type HueV1Parts, hueV1 } from '../../../../electron/engine/devices/hueV1/index.ts'
import type { LightsSettings } from '../../../../electron/engine/ports/lights.ts'
import type { FakeClock } from '../../../fakes/fakeClock.ts'
import { FakeOldBridge, type OldBridgeOptions } from '../../../fakes/hueBridge/oldBridge.ts'
import { type Connected, type ContextOptions, recorded, until } from '../hue/hueForTest.ts'

export { outcomes } from '../hue/hueForTest.ts'

const MEMBERS = ['bri', 'ct', 'transitiontime', 'xy']

export async function startOld(options: OldBridgeOptions = {}): Promise<FakeOldBridge> {
  const bridge = await FakeOldBridge.start(options)
  onTestFinished(() => bridge.stop())
  // Whatever a test was about: nothing was ever switched, flashed or left to run by itself.
  onTestFinished(() => {
    const members = bridge.puts.flatMap(({ body }) => Object.keys(body as object))
    expect(MEMBERS).toEqual(expect.arrayContaining([...new Set(members)]))
    const methods = new Set(bridge.requests.map(({ method }) => method))
    expect(['GET', 'POST', 'PUT']).toEqual(expect.arrayContaining([...methods]))
  })
  return bridge
}

export interface ConnectOldOptions extends HueV1Parts, ContextOptions {
  settings?: LightsSettings
  /** Whether anybody listens; else it is not asked by itself. */
  isWatched?: boolean
}

/** What the library and the engine under it say to nobody in particular. */
function heardConsole(): unknown[] {
  const heard: unknown[] = []
  for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const) {
    const spy = vi.spyOn(console, method).mockImplementation((...words) => void heard.push(...words))
    onTestFinished(() => spy.mockRestore())
  }
  return heard
}

export function connectOld(bridge: FakeOldBridge, options: ConnectOldOptions = {}): Connected {
  const { isWatched = true, find } = options
  const { username: key } = bridge.door.make()
  const place = { host: '127.0.0.1', port: bridge.port, isSecure: false, bridgeId: bridge.bridgeId }
  const settings = { ...place, key, ...options.settings }
  const { context, ...record } = recorded(options)
  const console = heardConsole()
  const connection = hueV1(find ? { find } : {}).connect(settings, context)
  if (isWatched) connection.watch((one) => record.news.push(one))
  onTestFinished(async () => {
    await connection.close()
    // Every path holds the key; nothing that is told or kept may.
    expect(JSON.stringify([record, console, connection.state()])).not.toContain(key)
    expect(console).toEqual([])
  })
  return { ...record, connection, key, settings, phase: () => connection.state().phase }
}

export async function connectedOld(
  bridge: FakeOldBridge,
  options: ConnectOldOptions = {},
): Promise<Connected> {
  const made = connectOld(bridge, options)
  await until(() => made.phase().phase === 'connected', 'a connection')
  return made
}

export function lampOf({ connection }: Connected, name: string) {
  return connection.state().snapshot?.lamps.find((one) => one.name === name)
}

export function idOf(made: Connected, name: string): string {
  const lamp = lampOf(made, name)
  if (!lamp) throw new Error(`no lamp ${name}`)
  return lamp.id
}

/** The bridge sees a line end a little later than we end it. */
export async function untilNoLines(bridge: FakeOldBridge): Promise<void> {
  const endsAt = Date.now() + 3000
  while ((await bridge.openLines()) > 0) {
    if (Date.now() > endsAt) throw new Error('a line stays open')
    await new Promise((wait) => setTimeout(wait, 2))
  }
}

/** Client and bridge share one loop: when nothing is asked for so many turns, nothing will be before time goes on. */
const QUIET_TURNS = 8

/** Time goes on step by step, and everything that was asked is answered before it goes on further. */
export async function timeGoesOn(
  clock: FakeClock,
  bridge: FakeOldBridge,
  ms: number,
  stepMs = 1000,
): Promise<void> {
  for (let gone = 0; gone < ms; gone += stepMs) {
    clock.advance(stepMs)
    for (let turns = 0, seen = 0; turns < QUIET_TURNS; turns++) {
      const isBusy = bridge.requests.some(({ status }) => status === 0)
      if (isBusy || bridge.requests.length > seen) turns = 0
      seen = bridge.requests.length
      await new Promise((turn) => setTimeout(turn, 1))
    }
  }
}

/** It is asked after just this time, and not before. */
export async function looksAgainAfter(made: Connected, clock: FakeClock, ms: number): Promise<void> {
  const readAtMs = () => made.connection.state().snapshot?.readAtMs
  const before = readAtMs()
  clock.advance(ms - 1)
  expect(readAtMs()).toBe(before)
  clock.advance(1)
  await until(() => readAtMs() === clock.now(), `a look after ${ms} ms`)
}
