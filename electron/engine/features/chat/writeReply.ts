/** Has a reply written in the way that suits the model: streamed by most, chosen from candidates for the smallest. */
import type { Source } from '../../../core/chat/conversation.ts'
import type { Sampling } from '../../../core/chat/prompt.ts'
import type { InspectOverrides } from '../../host.ts'
import type { Clock } from '../../ports/clock.ts'
import { type CandidateReplyFacts, candidateReply } from './candidateReply.ts'
import type { Candidates, Review } from './decisions.ts'
import { type ModelReplyRequest, modelReply } from './modelReply.ts'

interface WriteReplyRequest extends Omit<ModelReplyRequest, 'review' | 'wrote'> {
  /** Null for a model that gets it right at once. */
  candidates: Candidates | null
  review(): Review
  clock: Clock
  /** @param rules of the guard that replaced a sentence so far. */
  wrote(text: string, source: Source, rules: string[]): void
}

interface WrittenReply extends CandidateReplyFacts {
  /** Rules of the guard that replaced a sentence. */
  rules: string[]
  /** Every sentence that was not shown. */
  cuts: Review['cuts']
}

export async function writeReply(request: WriteReplyRequest): Promise<WrittenReply> {
  const { candidates } = request
  // At temperature 0 every candidate would be the same.
  if (candidates && request.sampling.temperature > 0) {
    const facts = await candidateReply({
      ...request,
      candidates,
      wrote: (text, source) => request.wrote(text, source, []),
    })
    return { ...facts, rules: [], cuts: [] }
  }
  const review = request.review()
  const { promptText, usage } = await modelReply({
    ...request,
    review,
    wrote: (text) => request.wrote(text, 'model', review.rules),
  })
  const talkTokens = usage && usage.promptTokens + usage.outputTokens
  return {
    promptText,
    usage,
    reasons: [],
    rules: review.rules,
    cuts: review.cuts,
    talkTokens,
    holdsOther: false,
  }
}

/** What the inspecting door asked for goes before what the prompt file says. */
export function withOverrides(sampling: Sampling, inspect: InspectOverrides | undefined): Sampling {
  return {
    ...sampling,
    temperature: inspect?.temperature ?? sampling.temperature,
    maxTokens: inspect?.maxTokens ?? sampling.maxTokens,
    seed: inspect?.seed ?? sampling.seed,
  }
}
