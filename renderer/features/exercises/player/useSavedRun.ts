/** Writes down that an exercise was begun, and how it ended: also when the page simply goes away. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ExerciseRun } from '../../../../electron/contract/exercises.ts'
import { useClient } from '../../../watch.ts'
import { exercisesKey } from '../useExercises.ts'

/** A break that ends with its exercise closes the page some moments before it does. */
const AS_GOOD_AS_DONE_MS = 5000
/** The contract takes no more. */
const LONGEST_MS = 3_600_000

type Kept = Omit<ExerciseRun, 'atMs'>
export type RunStart = Pick<Kept, 'exerciseId' | 'plannedMs' | 'before' | 'nudgeId' | 'via'>

export interface SavedRun {
  begin(start: RunStart): void
  /** Only the first end counts. */
  end(how: 'done' | 'stopped', spentMs: number): void
  rate(after: number): void
}

const inMs = (ms: number) => Math.min(LONGEST_MS, Math.max(0, Math.round(ms)))

/** @param spentMs time in it up to now, for a page that goes away. */
export function useSavedRun(spentMs: () => number): SavedRun {
  const client = useClient()
  const cache = useQueryClient()
  const run = useRef<Kept | null>(null)
  const newest = useRef(spentMs)
  newest.current = spentMs

  async function keep(change: Partial<Kept>): Promise<void> {
    if (run.current === null) return
    const kept = { ...run.current, ...change }
    run.current = kept
    // An exercise is done, or not, whether anybody can write it down or not.
    await client.exercises.saveRun(kept).catch(() => {})
    if (kept.ended === 'done') void cache.invalidateQueries({ queryKey: exercisesKey })
  }

  const end = (how: 'done' | 'stopped', spent: number) => {
    if (run.current?.ended === 'open') void keep({ ended: how, spentMs: inMs(spent) })
  }
  const last = useRef(end)
  last.current = end
  useEffect(() => {
    const leave = () => {
      const spent = newest.current()
      const plannedMs = run.current?.plannedMs ?? Number.POSITIVE_INFINITY
      last.current(spent > plannedMs - AS_GOOD_AS_DONE_MS ? 'done' : 'stopped', spent)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return {
    begin(start) {
      run.current = {
        ...{ id: crypto.randomUUID(), ...start, plannedMs: inMs(start.plannedMs) },
        ...{ spentMs: 0, ended: 'open', after: null },
      }
      void keep({})
    },
    end,
    rate: (after) => void keep({ after }),
  }
}
