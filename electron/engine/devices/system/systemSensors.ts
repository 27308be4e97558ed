/** Runs the sensors that are wanted and no others, and the processes and connections they need. */
import { desktopWish } from '../../../core/presence/desktopWish.ts'
import type { FactReading } from '../../../core/presence/fact.ts'
import { SENSOR_IDS, type SensorId } from '../../../core/presence/sensor.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SensorSink, Sensors } from '../../ports/presence.ts'
import type { ProbeKind, ProbeProcess } from '../../ports/probes.ts'
import type { OpenBus } from './bus/bus.ts'
import { busAddress } from './bus/busAddress.ts'
import { BusLink } from './bus/busLink.ts'
import type { Environment, RunCommand } from './commands/runCommand.ts'
import { type ProbeFinding, ProbeSensors } from './probes/probeSensors.ts'
import { SensorBoard } from './sensorBoard.ts'
import { startCalls } from './sensors/callsSensor.ts'
import { IdleSources } from './sensors/idleSources.ts'
import { startMachine } from './sensors/machineSensor.ts'
import { startPresence } from './sensors/presenceSensor.ts'
import { type ScreenSensor, startScreen } from './sensors/screenSensor.ts'
import type { RunningSensor, SensorContext, SystemFolders } from './sensors/sensorContext.ts'

export interface SystemParts {
  clock: Clock
  log: Log
  startProbe: (kind: ProbeKind) => Promise<ProbeProcess>
  platform: string
  env: Environment
  folders: SystemFolders
  run: RunCommand
  openBus: OpenBus
  /** Name of a source outside of these sensors that tells idle time now, such as `powerMonitor`; null without one. */
  otherIdleSource: () => string | null
}

/** Told nothing to nobody, until somebody listens. */
const DEAF: SensorSink = { fact() {}, app() {}, input() {}, machine() {}, condition() {} }

export class SystemSensors implements Sensors {
  readonly #parts: SystemParts
  readonly #board: SensorBoard
  readonly #buses: { session: BusLink; system: BusLink }
  readonly #probes: { desktop: ProbeSensors; input: ProbeSensors }
  readonly #idleSources: IdleSources
  readonly #running = new Map<SensorId, RunningSensor>()
  /** Which turn of a sensor is the present one. */
  readonly #turns = new Map<SensorId, symbol>()
  /** Sources that say the machine is locked or asleep, by fact and source. */
  readonly #away = new Set<string>()
  #wanted: ReadonlySet<SensorId> = new Set()
  #screen: ScreenSensor | null = null
  #sink: SensorSink = DEAF
  #isCloser = false
  #isStopped = false

  constructor(parts: SystemParts) {
    const { clock, log, startProbe, env, openBus } = parts
    this.#parts = parts
    this.#board = new SensorBoard((sensor, condition) => this.#sink.condition(sensor, condition))
    const link = (kind: 'session' | 'system') =>
      new BusLink({ clock, openBus, address: parts.platform === 'linux' ? busAddress(kind, env) : null })
    this.#buses = { session: link('session'), system: link('system') }
    const onFinding = (finding: ProbeFinding) => this.#found(finding)
    const probe = (kind: ProbeKind) =>
      new ProbeSensors({ kind, clock, log, startProbe, board: this.#board, onFinding })
    this.#probes = { desktop: probe('desktop'), input: probe('input') }
    this.#idleSources = new IdleSources(clock, parts.otherIdleSource, () => this.#askProbes())
  }

  start(sink: SensorSink): void {
    this.#sink = sink
  }

  want(sensors: ReadonlySet<SensorId>): void {
    if (this.#isStopped) return
    this.#wanted = new Set(sensors)
    for (const sensor of SENSOR_IDS) {
      if (this.#wanted.has(sensor) && !this.#board.isOn(sensor)) this.#turnOn(sensor)
      if (!this.#wanted.has(sensor) && this.#board.isOn(sensor)) this.#turnOff(sensor)
    }
    this.#askProbes()
  }

  lookCloser(isWanted: boolean): void {
    if (this.#isStopped || isWanted === this.#isCloser) return
    this.#isCloser = isWanted
    this.#probes.desktop.lookCloser(isWanted)
    if (isWanted) this.#running.get('presence')?.soon()
  }

  stop(): void {
    this.lookCloser(false)
    this.want(new Set())
    this.#isStopped = true
    this.#sink = DEAF
  }

  #turnOn(sensor: SensorId): void {
    this.#board.turnOn(sensor)
    const running = this.#started(sensor)
    if (running) this.#running.set(sensor, running)
  }

  #turnOff(sensor: SensorId): void {
    this.#turns.delete(sensor)
    this.#running.get(sensor)?.stop()
    this.#running.delete(sensor)
    if (sensor === 'screen') this.#screen = null
    if (sensor === 'presence') this.#away.clear()
    this.#board.turnOff(sensor)
  }

  /** Apps and input live in the probe processes alone. */
  #started(sensor: SensorId): RunningSensor | null {
    const { otherIdleSource, log } = this.#parts
    const context = this.#contextOf(sensor)
    if (sensor === 'presence') {
      return startPresence({ context, idleSources: this.#idleSources, otherIdleSource })
    }
    if (sensor === 'calls') return startCalls(context)
    if (sensor === 'machine') return startMachine(context, (event) => log.info(event))
    if (sensor !== 'screen') return null
    this.#screen = startScreen(context)
    return this.#screen
  }

  #contextOf(sensor: SensorId): SensorContext {
    const { clock, platform, env, folders, run } = this.#parts
    const turn = Symbol(sensor)
    this.#turns.set(sensor, turn)
    // An answer may come after its sensor was turned off, or off and on again.
    const isLive = () => this.#turns.get(sensor) === turn
    return {
      clock,
      platform,
      env,
      folders,
      run,
      sessionBus: this.#buses.session,
      systemBus: this.#buses.system,
      sink: {
        fact: (reading) => isLive() && this.#tell(reading),
        machine: (sample) => isLive() && this.#sink.machine(sample),
      },
      report: (source, state) => isLive() && this.#board.set(sensor, 'own', source, state),
      isAway: () => this.#away.size > 0,
      isCloser: () => this.#isCloser,
    }
  }

  #found(finding: ProbeFinding): void {
    if (finding.type === 'app') this.#sink.app(finding.sample)
    else if (finding.type === 'input') this.#sink.input(finding.counts)
    else if (finding.reading.fact === 'fullScreen') this.#screen?.takeCover(finding.reading)
    else this.#tell(finding.reading)
  }

  #tell(reading: FactReading): void {
    this.#sink.fact(reading)
    if (reading.fact !== 'locked' && reading.fact !== 'asleep') return
    const wasAway = this.#away.size > 0
    const key = `${reading.fact} ${reading.source}`
    if (reading.value === true) this.#away.add(key)
    else this.#away.delete(key)
    if (!wasAway || this.#away.size > 0) return
    for (const running of this.#running.values()) running.soon()
  }

  #askProbes(): void {
    const wanted = this.#wanted
    this.#probes.desktop.want(desktopWish({ wanted, hasOtherIdleSource: this.#idleSources.has }))
    this.#probes.input.want(wanted.has('input') ? ['input'] : [])
  }
}
