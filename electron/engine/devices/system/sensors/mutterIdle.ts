/** GNOME's own idle time, right on Wayland too, and its word at once when input is used again. */
import { type BusCall, countOf } from '../bus/bus.ts'
import type { BusLink } from '../bus/busLink.ts'
import { type Answer, Question } from '../question.ts'
import type { SensorContext } from './sensorContext.ts'

const MONITOR = {
  destination: 'org.gnome.Mutter.IdleMonitor',
  path: '/org/gnome/Mutter/IdleMonitor/Core',
  interface: 'org.gnome.Mutter.IdleMonitor',
} as const
const FIRED = {
  sender: MONITOR.destination,
  path: MONITOR.path,
  interface: MONITOR.interface,
  member: 'WatchFired',
} as const

export class MutterIdle {
  readonly #bus: BusLink
  readonly #idleTime: Question<number>
  readonly #watch: Question<number>
  readonly #unlisten: () => void
  /** Number of the watch that waits for the next input; null when none does. */
  #watching: number | null = null

  constructor({ clock, sessionBus }: Pick<SensorContext, 'clock' | 'sessionBus'>, onActive: () => void) {
    this.#bus = sessionBus
    this.#idleTime = new Question(clock, () => this.#count({ ...MONITOR, member: 'GetIdletime' }))
    this.#watch = new Question(clock, () => this.#count({ ...MONITOR, member: 'AddUserActiveWatch' }))
    this.#unlisten = sessionBus.listen(FIRED, ([id]) => {
      if (this.#watching === null || Number(id) !== this.#watching) return
      // Such a watch fires once.
      this.#watching = null
      onActive()
    })
  }

  /** Milliseconds since the last input. */
  async answer(): Promise<Answer<number>> {
    const answer = await this.#idleTime.answer()
    // A shell that was started again knows nothing of the watches of the one before.
    if (answer.kind !== 'told') this.#watching = null
    return answer
  }

  /** Asks to be told of the next input; once is enough. */
  async watchForInput(): Promise<void> {
    if (this.#watching !== null) return
    const answer = await this.#watch.answer()
    if (answer.kind === 'told') this.#watching = answer.value
  }

  /** The bus is another one now. */
  forget(): void {
    this.#watching = null
    this.#idleTime.forgetAbsence()
    this.#watch.forgetAbsence()
  }

  stop(): void {
    this.#unlisten()
  }

  async #count(call: BusCall): Promise<number> {
    const [value] = await this.#bus.call(call)
    return countOf(value)
  }
}
