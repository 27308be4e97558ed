/**
 * A month of an office worker's life, lived through the real engine into a data folder, and going on live from there:
 * `node tests/app/screens/livedMonth.ts FOLDER` prints a link to the page. Its clock stands at a Tuesday afternoon.
 */
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { EngineClient } from '../../../electron/contract/index.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { createEngine, type Engine } from '../../../electron/engine/index.ts'
import { appFolder } from '../../../electron/hosts/appFolder.ts'
import { prepareDataFolder } from '../../../electron/hosts/dataFolder.ts'
import { dayEvent } from '../../../electron/hosts/dayEvents.ts'
import { headlessKey } from '../../../electron/hosts/keyFile.ts'
import { loopbackServer } from '../../../electron/hosts/loopbackServer.ts'
import { pageFiles } from '../../../electron/hosts/pageFiles.ts'
import { ReplayDevice } from '../../../electron/hosts/replayDevice.ts'
import { ReplaySensors } from '../../../electron/hosts/replaySensors.ts'
import { VirtualClock } from '../../../electron/hosts/virtualClock.ts'
import { type Persona, personaEvents, personas, type WrittenEvent } from '../../fixtures/days/personas.ts'

export const ZONE = 'Europe/Berlin'
const NOW = Temporal.ZonedDateTime.from('2026-11-24T15:20[Europe/Berlin]')
const DAYS = 33
const MINUTE_MS = 60_000

const EVERY_SENSOR = { presence: true, calls: true, screen: true, apps: true, input: true, machine: true }
const everyDay = [0, 1, 2, 3, 4, 5, 6]
const person: Persona = { ...personas.steady, weekdays: everyDay, callShare: 0.15 }
/** Days before today whose afternoon is heavier than the others. */
const heavyDays = [0, 4, 8, 13, 20, 26]

const midnight = (daysAgo: number) => NOW.subtract({ days: daysAgo }).startOfDay()

/** A day as events: work as the persona does it, what else the machine would tell, nights and answers. */
function dayEvents(daysAgo: number): WrittenEvent[] {
  const start = midnight(daysAgo)
  const startMs = start.epochMilliseconds
  const random = seededRandom(1000 + daysAgo)
  const night: WrittenEvent = {
    at: startMs + 7 * 60 * MINUTE_MS,
    kind: 'vitals',
    source: 'watch',
    rmssdMs: 38 + Math.round(12 * random()) - (heavyDays.includes(daysAgo + 1) ? 9 : 0),
  }
  if (start.dayOfWeek > 5) return [night]
  const isHeavy = heavyDays.includes(daysAgo)
  const today: Persona = {
    ...person,
    startMinute: 8 * 60 + 30 + Math.floor(45 * random()),
    workStretchMinutes: 45 + Math.floor(25 * random()),
    ...(isHeavy ? { heavy: { onDays: [0], fromMinute: 14 * 60, toMinute: 16 * 60 + 30 } } : {}),
  }
  const work = [...personaEvents(today, startMs, 1, 7 + daysAgo)].map(named)
  return [night, ...work, ...besides(work, random)].sort((a, b) => Number(a.at) - Number(b.at))
}

const kinds = { code: 'dev', firefox: 'other', thunderbird: 'comms', slack: 'comms', okular: 'docs' } as const
const named = (event: WrittenEvent): WrittenEvent => {
  if (event.kind === 'vitals') return { ...event, source: 'strap/Polar H10' }
  if (event.kind !== 'app' || event.app === null) return event
  return { ...event, category: kinds[event.app as keyof typeof kinds] }
}

/** Typing and load of every minute in which something else happened. */
function besides(work: WrittenEvent[], random: () => number): WrittenEvent[] {
  const minutes = new Set(
    work.filter(({ kind }) => kind === 'app').map(({ at }) => Math.floor(Number(at) / MINUTE_MS)),
  )
  return [...minutes].flatMap((minute): WrittenEvent[] => {
    const keys = Math.floor(40 + 90 * random())
    const pauses = Math.floor(8 + 8 * random())
    return [
      {
        at: (minute + 1) * MINUTE_MS,
        kind: 'input',
        keys,
        deletes: Math.floor(keys * (0.05 + 0.06 * random())),
        clicks: Math.floor(3 + 9 * random()),
        scrolls: Math.floor(12 * random()),
        pathPx: Math.floor(2_000 + 5_000 * random()),
        pauses,
        shortPauses: Math.floor(pauses * (0.3 + 0.3 * random())),
      },
      {
        at: (minute + 1) * MINUTE_MS,
        kind: 'machine',
        cpuShare: 0.1 + 0.3 * random(),
        loopLagMs: 4 + 6 * random(),
        memoryShare: 0.6,
        temperatureC: 52 + 8 * random(),
        onBattery: false,
      },
    ]
  })
}

interface Answer {
  atMs: number
  mood: number
  energy: number
  words: string[]
  tags: string[]
  sleepHours: number | null
}

function answersOf(daysAgo: number): Answer[] {
  const start = midnight(daysAgo)
  if (start.dayOfWeek > 5) return []
  const random = seededRandom(50 + daysAgo)
  const face = (middle: number) =>
    Math.max(1, Math.min(5, Math.round(middle + 1.6 * (random() - 0.5))))
  const at = (hour: number) => start.epochMilliseconds + Math.round((hour + 0.5 * random()) * 60) * MINUTE_MS
  const isHeavy = heavyDays.includes(daysAgo)
  const morning = {
    atMs: at(10),
    mood: face(3.6),
    energy: face(3.4),
    words: ['hopeful'],
    tags: ['office'],
    sleepHours: 6 + Math.floor(4 * random()) / 2,
  }
  const afternoon = {
    atMs: at(14.6),
    mood: face(isHeavy ? 2.4 : 3.6),
    energy: face(isHeavy ? 2.2 : 3.2),
    words: isHeavy ? ['tense', 'overwhelmed'] : ['calm'],
    tags: isHeavy ? ['deadline'] : [],
    sleepHours: null,
  }
  return [morning, afternoon]
}

/** Lets everything that was told arrive where it is heard. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve))

export class LivedMonth {
  readonly #clock = new VirtualClock(midnight(DAYS).epochMilliseconds)
  readonly #sensors = new ReplaySensors(this.#clock)
  readonly #device = new ReplayDevice()
  readonly engine: Engine
  readonly #client: EngineClient

  constructor(folder: string) {
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
      sensors: this.#sensors,
      drivers: [this.#device.driver],
    })
    this.#client = this.engine.client('window')
  }

  /** Lives until now. */
  async live(days = DAYS): Promise<void> {
    await this.engine.start()
    const { settings, devices } = this.#client
    await settings.change({ noticeAcceptedAt: this.#clock.now(), sensing: EVERY_SENSOR, country: 'DE' })
    await devices.save({ id: randomUUID(), driver: 'replay', title: 'Polar H10', enabled: true, settings: {} })
    for (let daysAgo = days; daysAgo >= 0; daysAgo--) {
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
      const nowMs = NOW.epochMilliseconds + performance.now() - begunMs
      while (rest[0] && Number(rest[0].at) <= nowMs) await this.#play(rest.shift() as WrittenEvent)
      await this.#advanceTo(nowMs)
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
  const month = new LivedMonth(process.argv[2] ?? '/tmp/lull-month')
  await month.live(Number(process.argv[3] ?? DAYS))
  const end = month.goOn()
  const server = await loopbackServer({
    files: pageFiles(appFolder().page),
    serve: (port) => month.engine.serve(port, 'browser'),
  })
  process.stdout.write(`${server.newLink()}\n`)
  process.stdout.write(`${NOW.epochMilliseconds - Date.now()}\n`)
  process.on('SIGUSR2', () => process.stdout.write(`${server.newLink()}\n`))
  process.once('SIGTERM', async () => {
    end()
    await server.close()
    await month.engine.stop()
    process.exit(0)
  })
}
