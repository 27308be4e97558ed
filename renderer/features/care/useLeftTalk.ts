/** The talk that was left in a hurry, in memory alone, until the person has said what becomes of it. */
import { useQueryClient } from '@tanstack/react-query'
import { useKept } from '../../watch.ts'

/** Under the drafts: these stay for as long as the page does, and go when everything is erased. */
const key = ['draft', 'leftTalk']

export function useLeftTalk(): [left: string | null, setLeft: (conversationId: string | null) => void] {
  const cache = useQueryClient()
  const left = useKept<string | null>(key) ?? null
  return [left, (conversationId) => cache.setQueryData(key, conversationId)]
}
