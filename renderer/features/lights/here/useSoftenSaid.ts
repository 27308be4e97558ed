/** Hears a wish about the light in what was just said; the talk itself goes on as ever. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import { showing } from '../../../../electron/core/lights/whatShows.ts'
import { errorCode, useClient } from '../../../watch.ts'
import { conversationKey } from '../../chat/outbox.ts'
import { refusedBecause } from '../refusedWish.ts'
import { useLights } from '../useLights.ts'
import { isHardMoment } from './hardMoment.ts'
import { type SaidInTalk, saidKey } from './saidInTalk.ts'

type Outcome = SaidInTalk['outcome']

/** @returns what is to be told of every message once the engine has it. */
export function useSoftenSaid(conversationId: string): (text: string, messageId: string) => Promise<void> {
  const client = useClient()
  const cache = useQueryClient()
  // Followed, so that what is on is known in the moment it is asked about.
  useLights()
  return useCallback(
    async (text, messageId) => {
      const wish = await wishIn(text)
      const view = cache.getQueryData<LightsView>(['lights'])
      if (wish === null || !view || !(view.isAllowed || view.isSimulated)) return
      if (isHardMoment(cache.getQueryData(conversationKey(conversationId)))) return
      const note = (outcome: Outcome) => keep(cache, conversationId, { messageId, outcome, atMs: Date.now() })
      await (wish === 'soften' ? soften(client, view, note) : giveBack(client, view, note))
    },
    [client, cache, conversationId],
  )
}

/** Fetched when something is said for the first time: nothing of it is needed to open a window. */
async function wishIn(text: string): Promise<'soften' | 'back' | null> {
  const heard = await import('../../../../electron/core/lights/softenWish.ts').catch(() => null)
  return heard?.softenWish(text) ?? null
}

function keep(cache: QueryClient, conversationId: string, said: SaidInTalk): void {
  cache.setQueryData<SaidInTalk>(saidKey(conversationId), said)
}

function failed(error: unknown): Outcome {
  const refused = refusedBecause(error)
  return refused ? { refused } : { failed: errorCode(error) }
}

async function soften({ lights }: EngineClient, view: LightsView, note: (outcome: Outcome) => void) {
  if (showing(view)?.look === 'soften') return note('already')
  note('softening')
  await lights.apply({ look: 'soften', because: 'talk' }).catch((error: unknown) => note(failed(error)))
}

async function giveBack({ lights }: EngineClient, view: LightsView, note: (outcome: Outcome) => void) {
  if (view.claims.length === 0) return note('nothingOn')
  await lights.release().then(
    () => note('givingBack'),
    (error: unknown) => note(failed(error)),
  )
}
