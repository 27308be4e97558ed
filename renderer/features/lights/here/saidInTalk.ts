/** The last wish about the light within a talk, kept while the page lives: the chip under those words is drawn from it. */
import type { RefusedWish } from '../../../../electron/core/lights/lightsEffects.ts'
import { type PageErrorCode, useKept } from '../../../watch.ts'

export interface SaidInTalk {
  messageId: string
  /** Epoch ms. */
  atMs: number
  /** `softening`: the rest is told by the lights themselves. */
  outcome:
    | 'softening'
    | 'already'
    | 'givingBack'
    | 'nothingOn'
    | { refused: RefusedWish }
    | { failed: PageErrorCode }
}

export const saidKey = (conversationId: string) => ['lightsSaid', conversationId]

/** Null: nothing was said about the light here, or there is no talk. */
export const useSaidInTalk = (conversationId: string | null): SaidInTalk | null =>
  useKept<SaidInTalk>(saidKey(conversationId ?? '')) ?? null
