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
import type { FakeClock } from '../../../fakes/fakeClock.ts'
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

/** What a connection told those around it. */
export interface Recorded {
  news: LightsNews[]
  notes: string[]
  /** What was to be kept with the settings. */
  kept: LightsSettings[]
  peers: string[]
}

export interface Connected extends Recorded {
  connection: LightsConnection
  key: string
  settings: LightsSettings
  phase(): LightsPhase
}

export interface ContextOptions {
  clock?: Clock
  random?: () => number
}

export function recorded({ clock = realClock, random = () => 0 }: ContextOptions): Recorded & {
  context: LightsContext
} {
  const record: Recorded = { news: [], notes: [], kept: [], peers: [] }
  const context: LightsContext = {
    clock,
    random,
    settingsChanged: (members) => record.kept.push(members),
    note: (event, counts) => record.notes.push(`${event} ${JSON.stringify(counts ?? {})}`),
    connectionMade: (peer, outcome) => record.peers.push(`${peer} ${outcome}`),
  }
  return { ...record, context }
}

export interface ConnectOptions extends ContextOptions {
  discovery?: HueParts['discovery']
  /** Whose signature counts; absent: that of the fake's root. */
  trusted?: Certificate[]
  /** Members that differ from those of a bridge paired by root. */
  settings?: LightsSettings
}

export function connect(bridge: FakeHueBridge, options: ConnectOptions = {}): Connected {
  const { username: key } = bridge.door.make()
  const place = { host: '127.0.0.1', port: bridge.port, bridgeId: bridge.bridgeId }
  const settings = { ...place, key, ...options.settings }
  const { context, ...record } = recorded(options)
  const connection = driver(options.discovery, options.trusted).connect(settings, context)
  connection.watch((one) => record.news.push(one))
  onTestFinished(() => connection.close())
  return { ...record, connection, key, settings, phase: () => connection.state().phase }
}

export async function connected(bridge: FakeHueBridge, options: ConnectOptions = {}): Promise<Connected> {
  const made = connect(bridge, options)
  await until(() => made.phase().phase === 'connected', 'a connection')
  return made
}

export const outcomes = (results: readonly { outcome: string }[]) => results.map(({ outcome }) => outcome)

/** Lets answers come while time goes on. */
export async function secondsPass(clock: FakeClock, count: number): Promise<void> {
  for (let step = 0; step < count * 4; step++) {
    await new Promise((wait) => setTimeout(wait, 3))
    clock.advance(250)
  }
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
