/** The sensors one probe process serves: what is asked of it, what it may say, and how each of them is doing. */
import type { ProbeMessage } from '../../../../core/presence/probeMessage.ts'
import { SENSOR_OF_FACT } from '../../../../core/presence/sensingPlan.ts'
import type { SensorId, SensorProblem } from '../../../../core/presence/sensor.ts'
import type { SourceState } from '../../../../core/presence/sensorCondition.ts'
import type { ProbeKind } from '../../../ports/probes.ts'
import type { SensorBoard } from '../sensorBoard.ts'
import { ProbeChild, type ProbeChildParts, type ProbeState } from './probeChild.ts'

/** What the process tells beside how it is doing. */
export type ProbeFinding = Extract<ProbeMessage, { type: 'fact' | 'app' | 'input' }>

/** Problems that last as long as this session does; a permission may be given any moment. */
const LASTING: ReadonlySet<SensorProblem> = new Set(['desktop_cannot_tell', 'no_display', 'not_installed'])
/** Stands for the process itself among its sources. */
const PROCESS = 'process'

function sensorOf(finding: ProbeFinding): SensorId {
  if (finding.type === 'app') return 'apps'
  return finding.type === 'input' ? 'input' : SENSOR_OF_FACT[finding.reading.fact]
}

function sourceStateOf(state: ProbeState): SourceState | null {
  if (state.state === 'off') return null
  return state.state === 'failed' ? { ...state, state: 'fails' } : { state: 'starting' }
}

export interface ProbeSensorsParts extends Pick<ProbeChildParts, 'kind' | 'clock' | 'log' | 'startProbe'> {
  board: SensorBoard
  /** Only of sensors that are asked for. */
  onFinding: (finding: ProbeFinding) => void
}

export class ProbeSensors {
  readonly #kind: ProbeKind
  readonly #board: SensorBoard
  readonly #onFinding: (finding: ProbeFinding) => void
  readonly #child: ProbeChild
  readonly #hopeless = new Set<SensorId>()
  #wish: readonly SensorId[] = []
  #state: ProbeState = { state: 'off' }

  constructor({ board, onFinding, ...parts }: ProbeSensorsParts) {
    this.#kind = parts.kind
    this.#board = board
    this.#onFinding = onFinding
    this.#child = new ProbeChild({
      ...parts,
      onMessage: (message) => this.#hear(message),
      onState: (state) => this.#changed(state),
    })
  }

  want(sensors: readonly SensorId[]): void {
    const [before, after] = [this.#wish, sensors]
    this.#wish = sensors
    for (const sensor of before) if (!after.includes(sensor)) this.#forget(sensor)
    for (const sensor of after) if (!before.includes(sensor)) this.#mark(sensor)
    this.#child.want(sensors)
  }

  lookCloser(isWanted: boolean): void {
    this.#child.lookCloser(isWanted)
  }

  stop(): void {
    this.want([])
  }

  #hear(message: ProbeMessage): void {
    if (message.type === 'alive') return
    const isReport = message.type === 'running' || message.type === 'unavailable'
    const sensor = isReport ? message.sensor : sensorOf(message)
    if (!this.#wish.includes(sensor)) return
    if (message.type === 'running') this.#runs(sensor, message.source)
    else if (message.type === 'unavailable') this.#cannot(sensor, message.problem, message.detail)
    else this.#onFinding(message)
  }

  #runs(sensor: SensorId, source: string): void {
    this.#hopeless.delete(sensor)
    this.#board.set(sensor, this.#kind, source, { state: 'answers' })
    this.#board.clear(sensor, this.#kind, PROCESS)
  }

  #cannot(sensor: SensorId, problem: SensorProblem, detail: string | null): void {
    this.#board.clear(sensor, this.#kind)
    this.#board.set(sensor, this.#kind, PROCESS, { state: 'fails', problem, detail })
    if (LASTING.has(problem)) this.#hopeless.add(sensor)
    // A process that can tell nothing here would only use memory.
    if (this.#wish.every((wished) => this.#hopeless.has(wished))) this.#child.rest()
  }

  #changed(state: ProbeState): void {
    this.#state = state
    if (state.state === 'running') return
    for (const sensor of this.#wish) {
      this.#forget(sensor)
      this.#mark(sensor)
    }
  }

  #mark(sensor: SensorId): void {
    const state = sourceStateOf(this.#state)
    if (state) this.#board.set(sensor, this.#kind, PROCESS, state)
  }

  #forget(sensor: SensorId): void {
    this.#hopeless.delete(sensor)
    this.#board.clear(sensor, this.#kind)
  }
}
