/** The plan being written, in memory until it is kept; it follows the kept one for as long as nothing new was written. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SafetyPlan } from '../../../../electron/core/care/safetyPlan.ts'
import { contentsOf, draftOf, type PlanDraft, signatureOf } from './planDraft.ts'

/** Under the drafts: another page and back, and the words are still there. */
const key = ['draft', 'plan']

export interface EditedPlan {
  draft: PlanDraft
  isChanged: boolean
  write: (draft: PlanDraft) => void
  /** Whatever is kept next is shown, also over words that were not. */
  followNext: () => void
}

export function usePlanDraft(plan: SafetyPlan | null): EditedPlan {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(() => cache.getQueryData<PlanDraft>(key) ?? draftOf(plan?.steps ?? null))
  const kept = signatureOf(plan?.steps ?? null)
  const written = signatureOf(contentsOf(draft))
  const lastKept = useRef(kept)
  const follows = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another kept plan is followed.
  useEffect(() => {
    const wasAsKept = written === lastKept.current
    if (lastKept.current === kept) return
    lastKept.current = kept
    const isNews = written !== kept && (wasAsKept || follows.current)
    if (isNews || written === kept) cache.removeQueries({ queryKey: key })
    if (isNews) setDraft(draftOf(plan?.steps ?? null))
    follows.current = false
  }, [kept])

  return {
    draft,
    isChanged: written !== kept,
    write(next) {
      setDraft(next)
      cache.setQueryData(key, next)
    },
    followNext() {
      follows.current = true
    },
  }
}
