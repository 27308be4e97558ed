/** What the feature of lights is given: storage, time, what has lamps, and what others know of now. */
import type { Settings } from '../../../contract/settings.ts'
import type { StressSnapshot } from '../../../contract/stress.ts'
import type { ExercisePlan } from '../../../core/exercises/exercisePlan.ts'
import type { Situation } from '../../../core/presence/situation.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LightsDriver } from '../../ports/lights.ts'
import type { Store } from '../../store/sql.ts'

export interface LightsParts {
  store: Store
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  /** Saved before it returns. */
  changeLights: (lights: Settings['lights']) => void
  drivers: readonly LightsDriver[]
  situation: () => Situation
  strain: () => StressSnapshot['strain']
  /** As the page plays it; null: there is no such exercise. */
  exercisePlan: (exerciseId: string, lengthSeconds: number) => ExercisePlan | null
  /** Beats a minute over judged minutes that ended in the stretch; null: none was measured. */
  meanHeartRate: (fromMs: number, toMs: number) => number | null
  /** A broker's settings with its password, to notice that they changed; null: it is gone. */
  broker: (deviceId: string) => Readonly<Record<string, unknown>> | null
  /** What the person calls a broker; null: it is gone. */
  brokerTitle: (deviceId: string) => string | null
  /** This machine towards a bridge. */
  machineName: string
  /** From 0 up to 1. */
  random: () => number
  /** Of all chance in decisions; absent: by the machine's own. */
  seed?: number
}

export const SIMULATOR = 'simulator'
