/** Check-ins as they are now: whether one is offered, and what was said today. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CheckinRow, CheckinState } from '../../../electron/contract/checkins.ts'
import { ownDayStart } from '../../design/clock.ts'
import { useClient, useWatch, type Watch } from '../../watch.ts'

/** `turn` counts the changes, so that what is listed is asked for anew at each. */
export type CheckinsNow = CheckinState & { turn: number }

const checkinsWatch: Watch<CheckinState, CheckinsNow> = {
  key: ['checkins'],
  open: (client, signal) => client.checkins.watch(undefined, { signal }),
  reduce: (view, state) => ({ ...state, turn: (view?.turn ?? 0) + 1 }),
}

/** Undefined until the engine has answered for the first time. */
export const useCheckins = (): CheckinsNow | undefined => useWatch(checkinsWatch)

/** What was said since 04:00, newest first; undefined until it is known. */
export function useCheckinsOfToday(now: number): CheckinRow[] | undefined {
  const client = useClient()
  const state = useCheckins()
  const fromMs = ownDayStart(now)
  const { data } = useQuery({
    queryKey: ['checkinsOfToday', fromMs, state?.turn],
    queryFn: () => client.checkins.between({ fromMs, toMs: fromMs + 25 * 3_600_000 }),
    enabled: state !== undefined,
    placeholderData: keepPreviousData,
  })
  return data?.checkins.toReversed()
}
