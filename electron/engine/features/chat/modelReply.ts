/** Lets the awake model write one reply, passing on only reviewed text and how far it has come. */
import type { ReplyInProgress } from '../../../core/chat/conversation.ts'
import type { Sampling } from '../../../core/chat/prompt.ts'
import type { PromptTurn, ReplyEvent, Usage } from '../../ports/languageModel.ts'
import type { ReadyModel } from '../../ports/modelRuntime.ts'
import type { Review } from './decisions.ts'

export interface ModelReplyRequest {
  ready: ReadyModel
  turns: PromptTurn[]
  sampling: Sampling
  review: Pick<Review, 'take' | 'end' | 'full'>
  signal: AbortSignal
  progressed(progress: Pick<ReplyInProgress, 'phase' | 'readFraction'>): void
  /** Reviewed text so far; it only ever grows. */
  wrote(text: string): void
}

export interface ModelReplyFacts {
  promptText: string | null
  usage: Usage | null
  /** False when it broke off at the limit, inside a sentence or between two. */
  whole: boolean
}

type Done = Extract<ReplyEvent, { type: 'done' }>

/** Resolves when the model has ended or was stopped by `signal`; throws what the model threw. */
export async function modelReply(request: ModelReplyRequest): Promise<ModelReplyFacts> {
  const { review, progressed } = request
  // The guard may have enough before the model does; stopping it saves the person's processor.
  const enough = new AbortController()
  const signal = AbortSignal.any([request.signal, enough.signal])
  let text = ''
  let writing = false
  let done: Done | null = null
  const show = (addition: string) => {
    if (addition === '') return
    text += addition
    request.wrote(text)
  }
  try {
    for await (const event of request.ready.model.reply(request.turns, request.sampling, signal)) {
      if (event.type === 'reading') {
        // The first word follows the last piece at once: a full bar would only cost the page a drawing.
        if (event.readTokens < event.totalTokens)
          progressed({ phase: 'reading', readFraction: readFraction(event.readTokens, event.totalTokens) })
      } else if (event.type === 'text') {
        if (!writing) progressed({ phase: 'writing', readFraction: null })
        writing = true
        if (review.full || request.signal.aborted) continue
        show(review.take(event.delta))
        if (review.full) enough.abort()
      } else {
        done = event
      }
    }
  } catch (error) {
    // A model may end by throwing when it is told that it said enough.
    if (!enough.signal.aborted || request.signal.aborted) throw error
  }
  if (!request.signal.aborted) {
    const broken = done?.reason === 'length' && text !== ''
    show(review.end(!broken))
  }
  const whole = review.full || done?.reason !== 'length'
  return { promptText: done?.promptText ?? null, usage: done?.usage ?? null, whole }
}

function readFraction(readTokens: number, totalTokens: number): number | null {
  return totalTokens > 0 ? Math.min(1, readTokens / totalTokens) : null
}
