/** While the person writes in a talk the lamp may get a little warmer, where they wished for that. */
import { useQueryClient } from '@tanstack/react-query'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import { useClient } from '../../../watch.ts'
import { conversationKey } from '../../chat/outbox.ts'
import { useSettings } from '../../settings/useSettings.ts'
import { isHardMoment } from './hardMoment.ts'

/** Told at most so often, over all talks of a window. */
const EVERY_MS = 10_000
const toldAtMs = new WeakMap<EngineClient, number>()

/** @returns what is to be called whenever the words change. */
export function useWarmWriting(conversationId: string): () => void {
  const client = useClient()
  const cache = useQueryClient()
  const lights = useSettings()?.lights
  return () => {
    if (!lights?.isAllowed || !lights.warmsInTalk) return
    const sinceMs = performance.now() - (toldAtMs.get(client) ?? Number.NEGATIVE_INFINITY)
    if (sinceMs < EVERY_MS || isHardMoment(cache.getQueryData(conversationKey(conversationId)))) return
    toldAtMs.set(client, performance.now())
    void client.lights.writing().catch(() => {})
  }
}
