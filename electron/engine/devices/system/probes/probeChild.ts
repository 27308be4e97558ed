/** Keeps one probe process running while something is asked of it, and gives up on it after three restarts. */
import type { ProbeMessage, ProbeWish } from '../../../../core/presence/probeMessage.ts'
import { PROBE_ALIVE_EVERY_MS } from '../../../../core/presence/probeMessage.ts'
import { nextProbeRestart } from '../../../../core/presence/probeRestart.ts'
import type { SensorId, SensorProblem } from '../../../../core/presence/sensor.ts'
import type { Log } from '../../../log.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { ProbeKind, ProbeProcess } from '../../../ports/probes.ts'
import { ProbeMessages } from './probeMessages.ts'

/** Three signs of life missing; the first comes with the start, which takes its time on a busy machine. */
const HUNG_AFTER_MS = 3 * PROBE_ALIVE_EVERY_MS + 1_000
/** A timer this late was held up by sleep or by us, and says nothing about the process. */
const LATE_MS = 2_000
const REPORT_REFUSED_EVERY_MS = 60_000
const MOST_DETAIL_LENGTH = 200

export type ProbeState =
  | { state: 'off' }
  | { state: 'starting' }
  | { state: 'running' }
  | { state: 'failed'; problem: SensorProblem; detail: string | null }

export interface ProbeChildParts {
  kind: ProbeKind
  clock: Clock
  log: Log
  startProbe: (kind: ProbeKind) => Promise<ProbeProcess>
  onMessage: (message: ProbeMessage) => void
  onState: (state: ProbeState) => void
}

interface Run {
  process: ProbeProcess | null
  /** Epoch ms of the first sign of life; null before. */
  aliveSinceMs: number | null
  isOver: boolean
}

export class ProbeChild {
  readonly #parts: ProbeChildParts
  readonly #messages: ProbeMessages
  #wish: readonly SensorId[] = []
  #isCloser = false
  #run: Run | null = null
  #failures = 0
  #isWaiting = false
  #hasGivenUp = false
  #cancelHung = () => {}
  #cancelRestart = () => {}
  #cancelReport: (() => void) | null = null

  constructor(parts: ProbeChildParts) {
    this.#parts = parts
    this.#messages = new ProbeMessages(parts.clock)
  }

  /** Nothing wanted ends the process and forgives its failures. */
  want(sensors: readonly SensorId[]): void {
    if (String(sensors) === String(this.#wish)) return
    this.#wish = sensors
    if (sensors.length === 0) this.#turnOff()
    else if (this.#run?.process) this.#post(this.#run.process)
    else if (!this.#run && !this.#isWaiting && !this.#hasGivenUp) this.#start()
  }

  /** Told to every process that is started from now on, too. */
  lookCloser(isWanted: boolean): void {
    if (isWanted === this.#isCloser) return
    this.#isCloser = isWanted
    if (this.#run?.process) this.#post(this.#run.process)
  }

  /** Ends the process because it has nothing to tell here; what it said stays. */
  rest(): void {
    this.#endRun()
  }

  stop(): void {
    this.want([])
  }

  #turnOff(): void {
    this.#cancelRestart()
    this.#endRun()
    this.#failures = 0
    this.#isWaiting = false
    this.#hasGivenUp = false
    this.#parts.onState({ state: 'off' })
  }

  #start(): void {
    const run: Run = { process: null, aliveSinceMs: null, isOver: false }
    this.#run = run
    this.#isWaiting = false
    this.#parts.onState({ state: 'starting' })
    this.#expectLife(run)
    this.#parts.startProbe(this.#parts.kind).then(
      (process) => this.#started(run, process),
      (error) => this.#failed(run, isMissing(error) ? 'not_installed' : 'crashed', wordsOf(error)),
    )
  }

  #started(run: Run, process: ProbeProcess): void {
    if (run.isOver) {
      process.end()
      return
    }
    run.process = process
    process.onMessage((raw) => this.#hear(run, raw))
    void process.ended.then(({ detail }) => this.#failed(run, 'crashed', detail))
    this.#post(process)
  }

  #post(process: ProbeProcess): void {
    const wish: ProbeWish = {
      type: 'want',
      sensors: [...this.#wish],
      ...(this.#isCloser && { isCloser: true }),
    }
    process.post(wish)
  }

  #hear(run: Run, raw: unknown): void {
    if (run.isOver) return
    const message = this.#messages.accept(raw)
    if (message?.type === 'alive') this.#hearLife(run)
    else if (message) this.#parts.onMessage(message)
    else this.#reportLater()
  }

  #hearLife(run: Run): void {
    this.#expectLife(run)
    if (run.aliveSinceMs !== null) return
    run.aliveSinceMs = this.#parts.clock.now()
    this.#parts.onState({ state: 'running' })
  }

  #expectLife(run: Run): void {
    const { clock } = this.#parts
    this.#cancelHung()
    const dueMs = clock.now() + HUNG_AFTER_MS
    this.#cancelHung = clock.after(HUNG_AFTER_MS, () => {
      if (clock.now() > dueMs + LATE_MS) this.#expectLife(run)
      else this.#failed(run, 'hung', null)
    })
  }

  #failed(run: Run, problem: SensorProblem, detail: string | null): void {
    if (run.isOver) return
    const { clock, log, onState } = this.#parts
    this.#endRun()
    const ranMs = run.aliveSinceMs === null ? 0 : clock.now() - run.aliveSinceMs
    const { failures, waitMs } = nextProbeRestart(this.#failures, ranMs)
    this.#failures = failures
    const isFinal = waitMs === null || problem === 'not_installed'
    log.warn('probeEnded', { failures, hung: problem === 'hung', final: isFinal })
    if (isFinal) {
      this.#hasGivenUp = true
      onState({ state: 'failed', problem, detail: detail?.slice(0, MOST_DETAIL_LENGTH) || null })
      return
    }
    this.#isWaiting = true
    onState({ state: 'starting' })
    this.#cancelRestart = clock.after(waitMs, () => this.#start())
  }

  #endRun(): void {
    const run = this.#run
    this.#run = null
    this.#cancelHung()
    if (!run || run.isOver) return
    run.isOver = true
    run.process?.end()
  }

  /** One line a minute at most, however much is refused. */
  #reportLater(): void {
    const { clock, log } = this.#parts
    this.#cancelReport ??= clock.after(REPORT_REFUSED_EVERY_MS, () => {
      this.#cancelReport = null
      log.warn('probeMessagesRefused', { refused: this.#messages.takeRefused() })
    })
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND'
}

function wordsOf(error: unknown): string | null {
  return error instanceof Error ? error.message : null
}
