/** What the feature of breaks is given: storage, time, what others know of now, and what to fill a pause with. */
import type { Settings } from '../../../contract/settings.ts'
import type { StressSnapshot } from '../../../contract/stress.ts'
import type { BreakKind, Invitation } from '../../../core/breaks/kinds.ts'
import type { DayStretch } from '../../../core/breaks/statistics.ts'
import type { Situation } from '../../../core/presence/situation.ts'
import type { Standing } from '../../../core/presence/standing.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RunOwnCommand } from '../../ports/ownCommand.ts'
import type { Store } from '../../store/sql.ts'

/** A pause to be filled. */
export interface WantedExercise {
  /** Null: as one likes. */
  arm: Invitation | null
  kind: BreakKind
  lengthMs: number
  nudgeId: number
}

export interface BreaksParts {
  store: Store
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  situation: () => Situation
  standing: () => Standing
  /** Since the last key or pointer use, ms; null when nobody can tell. */
  inputIdleMs: (nowMs: number) => number | null
  /** Gaps in the typing are to be looked for, or not any more. */
  lookCloser: (isWanted: boolean) => void
  strain: () => StressSnapshot['strain']
  /** Of days with a row, in order, both ends included. */
  stretches: (fromDay: number, toDay: number) => DayStretch[]
  exerciseFor: (wanted: WantedExercise) => { id: string; title: string } | null
  /** Whether what filled this pause was rated already: nobody is asked twice. */
  isRated: (nudgeId: number) => boolean
  runOwnCommand: RunOwnCommand
  /** Of all chance; absent: by the machine's own. */
  seed?: number
}
