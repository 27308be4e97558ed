/** Temperature and battery, asked rarely: both may start processes of their own. */
import { cpuTemperature } from '../../../../core/presence/cpuTemperature.ts'
import { onBatteryFrom } from '../../../../core/presence/machineLoad.ts'
import { Question } from '../question.ts'
import { isPluggedIn, thermometers } from './linuxHardware.ts'
import type { SensorContext } from './sensorContext.ts'

const EVERY_MS = 60_000
/** There systeminformation starts PowerShell, which takes a second of a whole processor. */
const EVERY_MS_ON_WINDOWS = 300_000

export interface PowerAndHeat {
  temperatureC: number | null
  onBattery: boolean | null
}

type SystemInformation = typeof import('systeminformation')

/** Only the parts we ask, and only when first asked: the whole package takes ten megabytes of memory, these two three. */
async function batteryPart(): Promise<Pick<SystemInformation, 'battery'>> {
  // @ts-expect-error The package has types for the whole alone; its main file puts together what its parts export.
  const loaded = await import('systeminformation/lib/battery.js')
  return { battery: loaded.default ?? loaded }
}

async function cpuPart(): Promise<Pick<SystemInformation, 'cpuTemperature'>> {
  // @ts-expect-error As above.
  const loaded = await import('systeminformation/lib/cpu.js')
  return loaded.default ?? loaded
}

/**
 * On Linux from the kernel itself: there the package runs shell commands and waits for them, which would hold up the
 * engine and be measured as its lag. On a Mac it mostly has none to tell.
 */
async function temperatureC({ platform, folders }: SensorContext): Promise<number> {
  const celsius =
    platform === 'linux'
      ? cpuTemperature(await thermometers(folders.sys))
      : (await (await cpuPart()).cpuTemperature()).main
  if (typeof celsius !== 'number' || !Number.isFinite(celsius) || celsius <= 0)
    throw new Error('No thermometer.')
  return celsius
}

/** The package knows only plugs that are called AC; Linux itself knows them all. */
async function isOnBattery({ platform, folders }: SensorContext): Promise<boolean> {
  const battery = await (await batteryPart()).battery()
  return onBatteryFrom(battery, platform === 'linux' ? await isPluggedIn(folders.sys) : null)
}

/** A source that failed once is not asked again while the sensor runs. */
class Rarely<Value> {
  readonly #question: Question<Value>
  #isOff = false
  value: Value | null = null

  constructor(question: Question<Value>) {
    this.#question = question
  }

  get answers(): boolean {
    return this.value !== null && !this.#isOff
  }

  /** @returns whether it failed just now. */
  async update(): Promise<boolean> {
    if (this.#isOff) return false
    const answer = await this.#question.answer()
    this.value = answer.kind === 'told' ? answer.value : null
    this.#isOff = answer.kind !== 'told'
    return this.#isOff
  }
}

export class PowerAndHeatSource {
  readonly #context: SensorContext
  readonly #log: (event: string) => void
  readonly #battery: Rarely<boolean>
  readonly #heat: Rarely<number> | null
  #askedAtMs: number | null = null

  constructor(context: SensorContext, log: (event: string) => void) {
    const { clock, platform } = context
    this.#context = context
    this.#log = log
    this.#battery = new Rarely(new Question(clock, () => isOnBattery(context)))
    const heat = new Question(clock, () => temperatureC(context))
    this.#heat = platform === 'win32' ? null : new Rarely(heat)
  }

  /** The last answers, new ones when it is time for them. */
  async now(): Promise<PowerAndHeat> {
    if (this.#isDue()) await this.#ask()
    return { temperatureC: this.#heat?.value ?? null, onBattery: this.#battery.value }
  }

  #isDue(): boolean {
    const { clock, platform } = this.#context
    const everyMs = platform === 'win32' ? EVERY_MS_ON_WINDOWS : EVERY_MS
    const sinceMs = this.#askedAtMs === null ? everyMs : Math.abs(clock.now() - this.#askedAtMs)
    return sinceMs >= everyMs
  }

  async #ask(): Promise<void> {
    const { clock, report } = this.#context
    this.#askedAtMs = clock.now()
    if (await this.#battery.update()) this.#log('batterySensorTurnedOff')
    if (await this.#heat?.update()) this.#log('temperatureSensorTurnedOff')
    for (const [name, source] of [
      ['battery', this.#battery],
      ['temperature', this.#heat],
    ] as const) {
      const fails = { state: 'fails', problem: 'desktop_cannot_tell', detail: null } as const
      report(name, source?.answers ? { state: 'answers' } : fails)
    }
  }
}
