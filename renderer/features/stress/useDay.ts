/** What the engine tells about one day, a row of days, and now. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { StressSnapshot } from '../../../electron/contract/stress.ts'
import { useClient, useWatch, type Watch } from '../../watch.ts'
import { useCheckins } from '../checkins/useCheckins.ts'

const stressWatch: Watch<StressSnapshot, StressSnapshot> = {
  key: ['stress', 'now'],
  open: (client, signal) => client.stress.watch(undefined, { signal }),
  reduce: (_, snapshot) => snapshot,
}

/** The scores now; undefined until the engine has answered. */
export const useStressNow = () => useWatch(stressWatch)

/** Today grows by a minute a minute; other days stay as they are. */
const FRESH_MS = 60_000

/** The day it is now; asked again each minute, so that a night, a journey or a long sleep brings the next one. */
export function useToday() {
  const client = useClient()
  return useQuery({
    queryKey: ['day', 'today'],
    queryFn: () => client.presence.today(),
    refetchInterval: FRESH_MS,
  })
}

export function useDay(workDay: number, isToday: boolean) {
  const client = useClient()
  const refetchInterval = isToday ? FRESH_MS : (false as const)
  const presence = useQuery({
    queryKey: ['day', 'presence', workDay],
    queryFn: () => client.presence.day({ workDay }),
    refetchInterval,
  })
  const stress = useQuery({
    queryKey: ['day', 'stress', workDay],
    queryFn: () => client.stress.day({ workDay }),
    refetchInterval,
  })
  const bounds = presence.data ?? stress.data
  // A new answer is on the line at once.
  const turn = useCheckins()?.turn
  const checkins = useQuery({
    queryKey: ['day', 'checkins', bounds?.fromMs, bounds?.toMs, turn],
    placeholderData: keepPreviousData,
    queryFn: () =>
      client.checkins.between({ fromMs: bounds?.fromMs ?? 0, toMs: Math.max(0, (bounds?.toMs ?? 1) - 1) }),
    enabled: bounds !== undefined,
    refetchInterval,
  })
  return { presence, stress, checkins }
}

export function useDays(fromDay: number, toDay: number, fromMs: number, toMs: number) {
  const client = useClient()
  const presence = useQuery({
    queryKey: ['day', 'presenceDays', fromDay, toDay],
    queryFn: () => client.presence.days({ fromDay, toDay }),
  })
  const stress = useQuery({
    queryKey: ['day', 'stressDays', fromDay, toDay],
    queryFn: () => client.stress.days({ fromDay, toDay }),
  })
  const checkins = useQuery({
    queryKey: ['day', 'checkins', fromMs, toMs],
    queryFn: () => client.checkins.between({ fromMs, toMs }),
  })
  return { presence, stress, checkins }
}

/** Looks again at everything about days, after something was marked or taken back. */
export function useLookAgain(): () => Promise<void> {
  const cache = useQueryClient()
  return useCallback(() => cache.invalidateQueries({ queryKey: ['day'] }), [cache])
}
