/** What came of raised moments with and without a look, and forgetting it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import { useClient } from '../../../watch.ts'

export type TrialView = Awaited<ReturnType<EngineClient['lights']['trial']>>

const key = ['lightTrial']
/** Answers come by themselves while the page is open. */
const LOOK_AGAIN_MS = 60_000

export function useTrial() {
  const client = useClient()
  return useQuery<TrialView>({
    queryKey: key,
    queryFn: () => client.lights.trial(),
    refetchInterval: LOOK_AGAIN_MS,
    gcTime: 0,
  })
}

export function useForgetTrial(): () => Promise<void> {
  const client = useClient()
  const cache = useQueryClient()
  return useCallback(async () => {
    await client.lights.forgetTrial({ confirm: 'forget' })
    await cache.invalidateQueries({ queryKey: key })
  }, [client, cache])
}
