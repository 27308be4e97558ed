/** What the stress feature is given: storage, time, and what other features know, as functions. */
import type { Settings } from '../../../contract/settings.ts'
import type { Checkin } from '../../../core/checkins/checkin.ts'
import type { MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import type { ScoredCheckin } from '../../../core/stress/agreement.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../store/sql.ts'

export interface StressParts {
  store: Store
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  /** Kept minutes that begin in the stretch, its end not included, in time order. */
  minutes: (fromMs: number, toMs: number) => MinuteRecord[]
  /** Check-ins of the stretch, its end not included, in time order; those taken away are not among them. */
  checkins: (fromMs: number, toMs: number) => Checkin[]
  /** Every check-in that was answered while a strain score was known, with that score. */
  scoredCheckins: () => ScoredCheckin[]
}
