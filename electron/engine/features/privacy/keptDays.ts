/** How long each kind of data stays before it goes or is summed up; what is not named here stays until it is erased. */
import type { DataKind } from '../../../contract/privacy.ts'
import { MINUTES_KEPT_DAYS } from '../../../core/presence/minuteRecord.ts'

/** Days. Stretches, beats, their windows and the scores go with the minutes they belong to. */
export const keptDays: Partial<Record<DataKind, number>> = {
  minutes: MINUTES_KEPT_DAYS,
  spans: MINUTES_KEPT_DAYS,
  beats: MINUTES_KEPT_DAYS,
  beatWindows: MINUTES_KEPT_DAYS,
  scores: MINUTES_KEPT_DAYS,
}
