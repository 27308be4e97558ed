/** What a probe can ask on this system, or why it cannot: the small interface between native code and our own. */
import type { SensorProblem } from '../core/presence/sensor.ts'

export interface Reader<Answer> {
  state: 'ready'
  /** Who answers, as the person is told. */
  source: string
  /** 0–1, for readings made of the answers. */
  quality: number
  /** Asks now; null when nobody can tell. May throw, which is null as well. */
  read(): Answer | null
}

export interface Unable {
  state: 'unable'
  problem: SensorProblem
  /** A name the problem hangs on, such as a library; never a path. */
  detail: string | null
}

export type Ability<Answer> = Reader<Answer> | Unable

/** How full the screen is and whether the system asks for quiet; each null where it does not say. */
export interface ScreenAnswer {
  fullScreen: boolean | null
  doNotDisturb: boolean | null
}

/** What one platform offers. Native code is loaded by the first call that needs it, and not before. */
export interface Desktop {
  /** Milliseconds since a key or the pointer was used. */
  idleMs(): Promise<Ability<number>>
  /** Name of the program in front; null while there is none. */
  frontApp(): Promise<Ability<string>>
  screen(): Promise<Ability<ScreenAnswer>>
}

export const unable = (problem: SensorProblem, detail: string | null = null): Unable => ({
  state: 'unable',
  problem,
  detail,
})

/** The answer, or null: native code says what it does not know in many ways. */
export function answerOf<Answer>(reader: Reader<Answer>): Answer | null {
  try {
    return reader.read()
  } catch {
    return null
  }
}
