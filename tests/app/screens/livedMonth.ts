/**
 * A month of an office worker's life, lived through the real engine into a data folder, and going on live from there:
 * `node tests/app/screens/livedMonth.ts FOLDER` prints a link to the page. Its clock stands at a Tuesday afternoon.
 */
import { randomUUID } from 'node:crypto'
import type { EngineClient } from '../../../electron/contract/index.ts'
import type { FactReading } from '../../../electron/core/presence/fact.ts'
import type { Mapping } from '../../../electron/core/readings/mapping.ts'
import { mqtt } from '../../../electron/engine/devices/mqtt/index.ts'
import { createEngine, type Engine } from '../../../electron/engine/index.ts'
import type { Sensors } from '../../../electron/engine/ports/presence.ts'
import { appFolder } from '../../../electron/hosts/appFolder.ts'
import { prepareDataFolder } from '../../../electron/hosts/dataFolder.ts'
import { dayEvent } from '../../../electron/hosts/dayEvents.ts'
import { headlessKey } from '../../../electron/hosts/keyFile.ts'
import { loopbackServer } from '../../../electron/hosts/loopbackServer.ts'
import { pageFiles } from '../../../electron/hosts/pageFiles.ts'
import { ReplayDevice } from '../../../electron/hosts/replayDevice.ts'
import { ReplaySensors } from '../../../electron/hosts/replaySensors.ts'
import { VirtualClock } from '../../../electron/hosts/virtualClock.ts'
import type { WrittenEvent } from '../../fixtures/days/personas.ts'
import { type Answer, answersOf, DAYS, dayEvents, midnight, NOW, ZONE } from './livedDays.ts'

const EVERY_SENSOR = { presence: true, calls: true, screen: true, apps: true, input: true, machine: true }

const beats: Mapping = {
  id: 'strap',
  topicFilter: 'psl/polar/ecg/rr',
  valuePath: '$.rr',
  kind: 'rr_list',
  unit: 'ms',
}

/** Where a GNOME desktop would have it from, so that pages read as they do there. */
const gnome = {
  presence: ['mutter', 'logind'],
  calls: ['camera', 'microphone', 'pipewire'],
  screen: ['x11', 'notifications'],
  apps: ['x11'],
  input: ['uiohook'],
  machine: ['os', 'temperature', 'battery'],
}

interface GnomeSensors extends Sensors {
  /** Says again what is known, as probes do every few seconds. */
  tellAgain(atMs: number): void
}

function asOnGnome(replayed: ReplaySensors): GnomeSensors {
  const told = new Map<string, FactReading>()
  let tell = (_: FactReading) => {}
  return {
    tellAgain(atMs) {
      for (const reading of told.values()) tell({ ...reading, atMs, how: 'poll' })
    },
    start: (sink) => {
      tell = (reading) => {
        told.set(reading.fact, reading)
        sink.fact(reading)
      }
      replayed.start({
        app: (sample) => sink.app(sample),
        input: (counts) => sink.input(counts),
        machine: (sample) => sink.machine(sample),
        fact: (reading) => tell({ ...reading, source: 'mutter' }),
        condition: (sensor, condition) =>
          sink.condition(
            sensor,
            condition.state === 'running' ? { state: 'running', sources: gnome[sensor] } : condition,
          ),
      })
    },
    want: (sensors) => replayed.want(sensors),
    lookCloser: (isWanted) => replayed.lookCloser(isWanted),
    stop: () => replayed.stop(),
  }
}

/** Lets everything that was told arrive where it is heard. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve))

export class LivedMonth {
  readonly #clock: VirtualClock
  readonly #sensors: ReplaySensors
  readonly #gnome: GnomeSensors
  readonly #device = new ReplayDevice()
  readonly engine: Engine
  readonly #client: EngineClient
  readonly #days: number

  constructor(folder: string, days = DAYS) {
    this.#days = days
    this.#clock = new VirtualClock(midnight(days).epochMilliseconds)
    this.#sensors = new ReplaySensors(this.#clock)
    this.#gnome = asOnGnome(this.#sensors)
    prepareDataFolder(folder)
    const { keyHex, keeper } = headlessKey(folder, {})
    const app = appFolder()
    this.engine = createEngine({
      dataFolder: folder,
      resourcesFolder: app.resources,
      databaseKeyHex: keyHex,
      keyKeeper: keeper,
      appVersion: app.version,
      systemLocale: 'en-GB',
      clock: this.#clock,
      timeZone: () => ZONE,
      startLanguageModel: () => Promise.reject(new Error('this life has no language model')),
      startProbe: () => Promise.reject(new Error('this life has no probes')),
      sensors: this.#gnome,
      // The real form and its checks, with beats that come from here.
      drivers: [{ ...mqtt, connect: this.#device.driver.connect }],
    })
    this.#client = this.engine.client('window')
  }

  /** Lives until now. */
  async live(): Promise<void> {
    await this.engine.start()
    const { settings, devices } = this.#client
    await settings.change({ noticeAcceptedAt: this.#clock.now(), sensing: EVERY_SENSOR, country: 'DE' })
    const device = randomUUID()
    await devices.save({
      id: device,
      driver: 'mqtt',
      title: 'Home broker',
      enabled: true,
      settings: { host: 'broker.local', tls: true },
    })
    await devices.setMappings({ id: device, mappings: [beats] })
    this.#sensors.flag('fullScreen', false)
    this.#sensors.flag('doNotDisturb', false)
    for (let daysAgo = this.#days; daysAgo >= 0; daysAgo--) {
      const answers = answersOf(daysAgo)
      for (const event of dayEvents(daysAgo)) {
        if (Number(event.at) > NOW.epochMilliseconds) break
        while (answers[0] && answers[0].atMs <= Number(event.at)) await this.#answer(answers.shift())
        await this.#play(event)
      }
    }
    await this.#advanceTo(NOW.epochMilliseconds)
  }

  /** Goes on with the day as time passes. @returns the end of it. */
  goOn(): () => void {
    const rest = dayEvents(0).filter((event) => Number(event.at) > NOW.epochMilliseconds)
    const begunMs = performance.now()
    let isBusy = false
    const step = async () => {
      if (isBusy) return
      isBusy = true
      const nowMs = NOW.epochMilliseconds + Math.floor(performance.now() - begunMs)
      while (rest[0] && Number(rest[0].at) <= nowMs) await this.#play(rest.shift() as WrittenEvent)
      await this.#advanceTo(nowMs)
      this.#gnome.tellAgain(nowMs)
      isBusy = false
    }
    const timer = setInterval(() => void step(), 200)
    return () => clearInterval(timer)
  }

  async #answer(answer: Answer | undefined): Promise<void> {
    if (!answer) return
    const { atMs, ...said } = answer
    await this.#advanceTo(atMs)
    await this.#client.checkins.save({ id: randomUUID(), ...said, because: 'person' })
  }

  async #play(written: WrittenEvent): Promise<void> {
    const event = dayEvent.parse(written)
    await this.#advanceTo(event.at)
    if (event.kind === 'presence') this.#sensors.presence(event)
    if (event.kind === 'call') this.#sensors.flag('inCall', event.on)
    if (event.kind === 'input') this.#sensors.input(event)
    if (event.kind === 'machine') this.#sensors.machine(event)
    if (event.kind === 'vitals') this.#device.take(event)
    if (event.kind === 'app') {
      if (event.app !== null && event.category) {
        await this.#client.presence.mapProgram({ app: event.app, category: event.category })
      }
      this.#sensors.app(event)
    }
    await drained()
  }

  async #advanceTo(atMs: number): Promise<void> {
    for (let next = this.#clock.nextMs(); next !== null && next <= atMs; next = this.#clock.nextMs()) {
      this.#clock.moveTo(next)
      await drained()
    }
    this.#clock.moveTo(atMs)
    await drained()
  }
}

if (import.meta.main) {
  const month = new LivedMonth(process.argv[2] ?? '/tmp/lull-month', Number(process.argv[3] ?? DAYS))
  await month.live()
  const end = month.goOn()
  const open = () =>
    loopbackServer({
      files: pageFiles(appFolder().page),
      serve: (port) => month.engine.serve(port, 'browser'),
    })
  let server = await open()
  process.stdout.write(`${server.newLink()}\n`)
  process.stdout.write(`${NOW.epochMilliseconds - Date.now()}\n`)
  // A new link, to the page as it is built by now.
  process.on('SIGUSR2', async () => {
    await server.close()
    server = await open()
    process.stdout.write(`${server.newLink()}\n`)
  })
  process.once('SIGTERM', async () => {
    end()
    await server.close()
    await month.engine.stop()
    process.exit(0)
  })
}
