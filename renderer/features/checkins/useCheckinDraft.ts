/** What is being said, kept for a while when the sheet goes by accident. It lives in memory alone: it is not said yet. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CheckinReason } from '../../../electron/core/checkins/checkin.ts'
import type { FeelingWord } from '../../../electron/core/checkins/feelings.ts'

export const faces = [1, 2, 3, 4, 5] as const
export type Face = (typeof faces)[number]

export interface CheckinDraft {
  /** Sending it twice saves once. */
  id: string
  mood: Face | null
  energy: Face | null
  words: readonly FeelingWord[]
  tags: readonly string[]
  /** A tag being typed. */
  tagText: string
  /** Hours of sleep as typed. */
  sleepText: string
  because: CheckinReason
  changedAt: number
}

/** A face of half an hour ago is not how it is now. */
const keptForMs = 30 * 60_000
const key = ['draft', 'checkin']

const freshDraft = (because: CheckinReason): CheckinDraft => ({
  id: crypto.randomUUID(),
  mood: null,
  energy: null,
  words: [],
  tags: [],
  tagText: '',
  sleepText: '',
  because,
  changedAt: Date.now(),
})

export interface DraftDoings {
  draft: CheckinDraft
  change: (change: Partial<CheckinDraft>) => void
  /** It was saved: the next one begins empty. */
  done: () => void
}

export function useCheckinDraft(because: CheckinReason): DraftDoings {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(() => {
    const kept = cache.getQueryData<CheckinDraft>(key)
    return kept && Date.now() - kept.changedAt < keptForMs ? kept : freshDraft(because)
  })
  return {
    draft,
    change(change) {
      const next = { ...draft, ...change, changedAt: Date.now() }
      setDraft(next)
      cache.setQueryData(key, next)
    },
    done: () => cache.removeQueries({ queryKey: key }),
  }
}
