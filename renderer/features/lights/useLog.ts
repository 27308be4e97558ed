/** Seven days of the log, and what one would say of them. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { useClient } from '../../watch.ts'
import { type LogRow, lightStories } from './lightStories.ts'
import type { Shown } from './lightsAddress.ts'
import type { LightWords } from './lightWords.ts'

const DAYS = 7
/** As many as the contract gives at most. */
const MOST_ENTRIES = 2000

export interface Log {
  fromDay: number
  toDay: number
  /** The day it is now; null until it is known. */
  today: number | null
  rows: LogRow[] | null
  /** Null: nothing has ever happened. */
  firstDay: number | null
  isCut: boolean
  error: unknown
  again: () => void
}

/** Changes with everything a look does. */
const turnOf = ({ claims, owed, told, lamps }: LightsView): string =>
  [
    claims.map(({ claimId, begunMs }) => `${claimId}:${begunMs}`).join(),
    owed,
    told?.atMs,
    lamps.filter(({ heldBy }) => heldBy !== null).length,
  ].join(' ')

export function useLog(shown: (Shown & { view: 'log' }) | null, today: number | null, view: LightsView): Log {
  const client = useClient()
  const cache = useQueryClient()
  const fromDay = shown?.fromDay ?? Math.max(0, (today ?? DAYS) - DAYS + 1)
  const toDay = fromDay + DAYS - 1
  const turn = turnOf(view)
  const last = useRef(turn)
  useEffect(() => {
    if (last.current === turn) return
    last.current = turn
    void cache.invalidateQueries({ queryKey: ['lights', 'log'] })
  }, [cache, turn])
  const { data, error, refetch } = useQuery({
    queryKey: ['lights', 'log', fromDay],
    queryFn: () => client.lights.log({ fromDay, toDay }),
    enabled: shown !== null && (today !== null || shown.fromDay !== null),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const rows = useMemo(() => (data ? lightStories(data.entries) : null), [data])
  return {
    ...{ fromDay, toDay, today, rows, error },
    firstDay: data?.firstDay ?? null,
    isCut: (data?.entries.length ?? 0) >= MOST_ENTRIES,
    again: () => void refetch(),
  }
}

export function logSentence({ rows, firstDay }: Log, { t, times }: LightWords): string {
  if (rows === null) return t('lights.waiting')
  const count = rows.filter((row) => row.kind === 'story' && row.story.lamps.length > 0).length
  if (count > 0) return t('lights.lede.log', { count, n: times(count) })
  return t(firstDay === null ? 'lights.lede.logNever' : 'lights.lede.logNone')
}
