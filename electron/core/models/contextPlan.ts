/** How much context a model gets on this machine, so that a talk fits without crowding out everything else. */
import { type Fit, memoryNeedBytes, modelFit } from './model.ts'

/** Lull's talks need 4–8 thousand tokens; more only costs memory and waiting. */
export const DEFAULT_CONTEXT_TOKENS = 4096
/** Below this a system prompt and a few turns no longer fit. */
const SMALLEST_CONTEXT_TOKENS = 2048

/**
 * Bytes of context memory per token for a model of unknown shape, on the safe side: 16-bit keys and values of
 * dense models measured at 23 KB (135M), 112 KB (0.6–1.7B) and 144 KB (4B); LANGUAGE-MODEL notes §3.
 */
export function contextBytesPerToken(parameters: number | null): number {
  if (parameters === null) return 147_456
  if (parameters < 300_000_000) return 24_576
  if (parameters < 3_000_000_000) return 114_688
  return parameters < 6_000_000_000 ? 147_456 : 196_608
}

export interface ContextPlan {
  contextTokens: number
  fit: Fit
  needBytes: number
}

/** The largest context of those worth having that fits; `too-big` only when not even the smallest does. */
export function contextPlan(
  model: { sizeBytes: number; parameters: number | null; trainedContextTokens: number | null },
  availableBytes: number,
): ContextPlan {
  const ceiling = model.trainedContextTokens ?? DEFAULT_CONTEXT_TOKENS
  const plan = (wantedTokens: number): ContextPlan => {
    const contextTokens = Math.min(wantedTokens, ceiling)
    const needBytes = memoryNeedBytes(model.sizeBytes, contextTokens * contextBytesPerToken(model.parameters))
    return { contextTokens, needBytes, fit: modelFit(needBytes, availableBytes) }
  }
  const wanted = plan(DEFAULT_CONTEXT_TOKENS)
  return wanted.fit === 'too-big' ? plan(SMALLEST_CONTEXT_TOKENS) : wanted
}
