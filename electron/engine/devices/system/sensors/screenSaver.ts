/** The desktop's screen saver: idle time on KDE under X11, and whether the screen is covered. */
import { idleMsOf, idleUnitAfter, UNKNOWN_UNIT } from '../../../../core/presence/idleUnit.ts'
import { countOf, flagOf } from '../bus/bus.ts'
import { type Answer, Question } from '../question.ts'
import type { SensorContext } from './sensorContext.ts'

const SAVER = {
  destination: 'org.freedesktop.ScreenSaver',
  path: '/org/freedesktop/ScreenSaver',
  interface: 'org.freedesktop.ScreenSaver',
} as const

export class ScreenSaver {
  readonly #clock: SensorContext['clock']
  readonly #idleTime: Question<number>
  readonly #active: Question<boolean>
  #unit = UNKNOWN_UNIT

  constructor({ clock, sessionBus }: Pick<SensorContext, 'clock' | 'sessionBus'>) {
    this.#clock = clock
    this.#idleTime = new Question(clock, async () => {
      const [value] = await sessionBus.call({ ...SAVER, member: 'GetSessionIdleTime' })
      return countOf(value)
    })
    this.#active = new Question(clock, async () => {
      const [value] = await sessionBus.call({ ...SAVER, member: 'GetActive' })
      return flagOf(value)
    })
  }

  /** Smallest step of its idle time: seconds until it is seen to count milliseconds. */
  get stepMs(): number {
    return this.#unit.unit === 'ms' ? 1 : 1000
  }

  /** Milliseconds since the last input; null while it may count seconds as well as milliseconds. */
  async idleTime(): Promise<Answer<number | null>> {
    const answer = await this.#idleTime.answer()
    if (answer.kind !== 'told') return answer
    this.#unit = idleUnitAfter(this.#unit, answer.value, this.#clock.now())
    return { kind: 'told', value: idleMsOf(this.#unit, answer.value) }
  }

  /** Whether the screen is covered, mostly because it is locked. */
  covered(): Promise<Answer<boolean>> {
    return this.#active.answer()
  }

  /** The bus is another one now, and so may be the screen saver. */
  forget(): void {
    this.#unit = UNKNOWN_UNIT
    this.#idleTime.forgetAbsence()
    this.#active.forgetAbsence()
  }
}
