/** What the engine tells about pauses: now, a day, a month, a week, sums, and why. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { BreakView } from '../../../electron/contract/breaks.ts'
import { errorCode, useClient } from '../../watch.ts'
import type { MonthOfYear } from './pausesAddress.ts'

const FRESH_MS = 60_000
const noRetry = { retry: false } as const

/** Changes whenever something was added to today's history. */
function turnOf(state: BreakView | undefined): string {
  if (!state) return ''
  const { today, offer, running, silent, snoozed, rating } = state
  return [
    today.offered,
    today.taken,
    today.natural,
    offer?.id,
    running?.id,
    rating?.nudgeId,
    snoozed?.untilMs,
    silent?.reason,
  ].join(' ')
}

/** One day: what happened, and what was not said. `state` only for today, which grows. */
export function usePauseDay(day: number, state: BreakView | undefined) {
  const client = useClient()
  const cache = useQueryClient()
  const turn = turnOf(state)
  const lastTurn = useRef('')
  useEffect(() => {
    const isOther = lastTurn.current !== '' && lastTurn.current !== turn
    lastTurn.current = turn
    // By the turn and not by its age: that is wrong after the clock was set back.
    if (isOther) void cache.invalidateQueries({ queryKey: ['pauses', 'day', day] })
  }, [cache, day, turn])
  return useQuery({
    queryKey: ['pauses', 'day', day],
    queryFn: () => client.breaks.history({ fromDay: day, toDay: day }),
    refetchInterval: state ? FRESH_MS : false,
  })
}

export function usePauseMonth({ year, month }: MonthOfYear, weekStart: 0 | 1) {
  const client = useClient()
  return useQuery({
    queryKey: ['pauses', 'month', year, month, weekStart],
    queryFn: () => client.breaks.month({ year, month, weekStart }),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })
}

export function usePauseWeek(fromDay: number) {
  const client = useClient()
  return useQuery({
    queryKey: ['pauses', 'week', fromDay],
    queryFn: () => client.breaks.week({ fromDay }),
    staleTime: FRESH_MS,
  })
}

export function usePauseSums(fromDay: number, toDay: number) {
  const client = useClient()
  return useQuery({
    queryKey: ['pauses', 'sums', fromDay, toDay],
    queryFn: () => client.breaks.statistics({ fromDay, toDay }),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })
}

export function useWhy(nudgeId: number) {
  const client = useClient()
  return useQuery({
    queryKey: ['pauses', 'why', nudgeId],
    queryFn: () => client.breaks.why({ nudgeId }),
    staleTime: 0,
    ...noRetry,
  })
}

/** The scores of a moment, as they were; null where they are not kept any more. */
export function useScoresThen(atMs: number | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['day', 'explain', atMs],
    queryFn: () => client.stress.explain({ atMs: atMs ?? 0 }),
    enabled: atMs !== null,
    ...noRetry,
  })
}

export function useLearning() {
  const client = useClient()
  return useQuery({
    queryKey: ['pauses', 'learning'],
    queryFn: () => client.breaks.learning(),
    staleTime: 0,
  })
}

/** Looks again at everything about pauses, after something was changed or forgotten. */
export function useLookAgainAtPauses(): () => Promise<void> {
  const cache = useQueryClient()
  return useCallback(() => cache.invalidateQueries({ queryKey: ['pauses'] }), [cache])
}

/** Whether the engine knows nothing of what was asked for. */
export const isNotFound = (error: unknown): boolean => error !== null && errorCode(error) === 'NOT_FOUND'
