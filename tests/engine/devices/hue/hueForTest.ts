/** A driver that trusts the fake bridge's root, and what a test needs around a connection. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type HueParts, hue } from '../../../../electron/engine/devices/hue/index.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type {
  LightsConnection,
  LightsContext,
  LightsDriver,
  LightsNews,
  LightsPhase,
  LightsSettings,
} from '../../../../electron/engine/ports/lights.ts'
import { type Certificate, testRoot } from '../../../fakes/hueBridge/certificate.ts'
import { type FakeBridgeOptions, FakeHueBridge } from '../../../fakes/hueBridge/fakeHueBridge.ts'

export const root: Certificate = testRoot()

export const realClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Waits for a fact. */
export async function until(isTrue: () => boolean, what = 'something', withinMs = 5000): Promise<void> {
  const endsAt = Date.now() + withinMs
  while (!isTrue()) {
    if (Date.now() > endsAt) throw new Error(`${what} did not happen`)
    await new Promise((wait) => setTimeout(wait, 2))
  }
}

export function driver(
  discovery: HueParts['discovery'] = { interfaces: [] },
  trusted = [root],
): LightsDriver {
  const resourcesFolder = mkdtempSync(join(tmpdir(), 'lull-hue-'))
  onTestFinished(() => rmSync(resourcesFolder, { recursive: true, force: true }))
  mkdirSync(join(resourcesFolder, 'hue'))
  for (const [place, { pem }] of trusted.entries())
    writeFileSync(join(resourcesFolder, 'hue', `${place}.pem`), pem)
  return hue({ resourcesFolder, discovery })
}

export async function startBridge(options: FakeBridgeOptions = {}): Promise<FakeHueBridge> {
  const bridge = await FakeHueBridge.start({ root, ...options })
  onTestFinished(() => bridge.stop())
  // Whatever a test was about: nothing was ever switched, flashed or left to run by itself.
  onTestFinished(() => {
    const members = new Set(bridge.house.writes.flatMap(({ body }) => Object.keys(body)))
    expect(['color', 'color_temperature', 'dimming', 'dynamics']).toEqual(
      expect.arrayContaining([...members]),
    )
    const methods = new Set(bridge.requests.map(({ method, path }) => `${method} ${path.split('/')[1]}`))
    expect(['GET api', 'GET clip', 'GET eventstream', 'POST api', 'PUT clip']).toEqual(
      expect.arrayContaining([...methods]),
    )
  })
  return bridge
}

export interface Connected {
  connection: LightsConnection
  key: string
  settings: LightsSettings
  news: LightsNews[]
  notes: string[]
  /** What was to be kept with the settings. */
  kept: LightsSettings[]
  peers: string[]
  phase(): LightsPhase
}

export interface ConnectOptions {
  clock?: Clock
  random?: () => number
  discovery?: HueParts['discovery']
  /** Members that differ from those of a bridge paired by root. */
  settings?: LightsSettings
}

export function connect(bridge: FakeHueBridge, options: ConnectOptions = {}): Connected {
  const { clock = realClock, random = () => 0, discovery } = options
  const { username: key } = bridge.door.make()
  const settings = {
    host: '127.0.0.1',
    port: bridge.port,
    bridgeId: bridge.bridgeId,
    key,
    ...options.settings,
  }
  const [news, notes, kept, peers] = [
    [] as LightsNews[],
    [] as string[],
    [] as LightsSettings[],
    [] as string[],
  ]
  const context: LightsContext = {
    clock,
    random,
    settingsChanged: (members) => kept.push(members),
    note: (event) => notes.push(event),
    connectionMade: (peer, outcome) => peers.push(`${peer} ${outcome}`),
  }
  const connection = driver(discovery).connect(settings, context)
  connection.watch((one) => news.push(one))
  onTestFinished(() => connection.close())
  return { connection, key, settings, news, notes, kept, peers, phase: () => connection.state().phase }
}

export async function connected(bridge: FakeHueBridge, options: ConnectOptions = {}): Promise<Connected> {
  const made = connect(bridge, options)
  await until(() => made.phase().phase === 'connected', 'a connection')
  return made
}

/** Id of a lamp by its name. */
export function lampNamed({ connection }: Connected, name: string): string {
  const lamp = connection.state().snapshot?.lamps.find((one) => one.name === name)
  if (!lamp) throw new Error(`no lamp ${name}`)
  return lamp.id
}

export function lampOf({ connection }: Connected, name: string) {
  return connection.state().snapshot?.lamps.find((one) => one.name === name)
}
