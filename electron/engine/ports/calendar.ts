/** Local time as the person's wall clock shows it; rows keep what it said when they were written. */
import type { LocalMoment } from '../../core/presence/localMoment.ts'

export interface Calendar {
  /** IANA name of the zone the person is in now, such as `Europe/Berlin`. */
  zone(): string
  moment(atMs: number): LocalMoment
  /** Beginning and end of a day that starts at 04:00 local, in the zone of now. End not included. */
  daySpan(workDay: number): { fromMs: number; toMs: number }
}
