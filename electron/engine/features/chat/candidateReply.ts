/** Lets a very small model write several short replies, one after the other, and shows the best of them. */

import { type Candidate, withoutQuestion } from '../../../core/chat/candidateView.ts'
import type { Source } from '../../../core/chat/conversation.ts'
import type { Ranking } from '../../../core/chat/rankCandidates.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Usage } from '../../ports/languageModel.ts'
import type { Candidates, Review } from './decisions.ts'
import { type ModelReplyFacts, type ModelReplyRequest, modelReply } from './modelReply.ts'

/** After this long writing, what is there has to do: a slow machine does not keep anyone waiting for better words. */
export const CANDIDATES_BUDGET_MS = 6000

interface CandidateReplyRequest extends Omit<ModelReplyRequest, 'review' | 'wrote'> {
  candidates: Candidates
  /** A new one for each candidate. */
  review(): Review
  clock: Clock
  /** Called once, with the words that are shown. */
  wrote(text: string, source: Source): void
}

export interface CandidateReplyFacts extends Pick<ModelReplyFacts, 'promptText' | 'usage'> {
  /** Codes for "why this reply". */
  reasons: string[]
  /** Of the talk with the reply that was shown; null when unknown. */
  talkTokens: number | null
  /** True when the model's state ends with other words than those shown. */
  holdsOther: boolean
}

interface Written extends Candidate {
  outputTokens: number
}

/** Resolves when a reply was shown or `signal` stopped it; throws what the model threw before anything would do. */
export async function candidateReply(request: CandidateReplyRequest): Promise<CandidateReplyFacts> {
  const { candidates, signal, clock } = request
  const written: Written[] = []
  const usage = new SummedUsage()
  let promptText: string | null = null
  let ranking: Ranking = candidates.rank([])
  let beganAt: number | null = null
  const began = () => {
    beganAt ??= clock.now()
  }

  while (written.length < candidates.count && !ranking.clear && !signal.aborted) {
    const leftMs = beganAt === null ? null : beganAt + CANDIDATES_BUDGET_MS - clock.now()
    if (leftMs !== null && leftMs <= 0) break
    const late = new AbortController()
    const stopWaiting = leftMs === null ? () => {} : clock.after(leftMs, () => late.abort())
    try {
      const one = await writeOne(request, written.length, AbortSignal.any([signal, late.signal]), began)
      promptText ??= one.facts.promptText
      usage.add(one.facts.usage)
      written.push({ ...one.candidate, whole: one.candidate.whole && !late.signal.aborted })
    } catch (error) {
      // What came before is still good, whatever ended this one.
      if (signal.aborted || (!late.signal.aborted && ranking.best === null)) throw error
      break
    } finally {
      stopWaiting()
    }
    ranking = candidates.rank(written)
    if (late.signal.aborted) break
  }
  const facts = { promptText, usage: usage.sum, reasons: [`candidates.${written.length}`] }
  if (signal.aborted) return { ...facts, talkTokens: null, holdsOther: false }

  const chosen = choose(candidates, written, ranking)
  request.wrote(chosen?.text ?? candidates.authored, chosen ? 'model' : 'guided')
  const outputTokens = chosen ? (written[chosen.nth]?.outputTokens ?? 0) : 0
  return {
    ...facts,
    reasons: [...facts.reasons, ...choiceReasons(chosen)],
    talkTokens: usage.sum && usage.sum.promptTokens + outputTokens,
    holdsOther: !chosen || chosen.mended || chosen.nth !== written.length - 1,
  }
}

function choiceReasons(chosen: Choice | null): string[] {
  if (!chosen) return ['candidates.none-passed']
  const place = `candidates.chosen.${chosen.nth + 1}`
  return chosen.mended ? [place, 'candidates.question-authored'] : [place]
}

interface Choice {
  /** Place of the candidate, from 0. */
  nth: number
  text: string
  /** The question is authored: the candidate's own went wrong. */
  mended: boolean
}

function choose(candidates: Candidates, written: readonly Written[], ranking: Ranking): Choice | null {
  const textAt = (nth: number) => written[nth]?.text ?? ''
  if (ranking.best !== null) return { nth: ranking.best, text: textAt(ranking.best), mended: false }
  const mended = written.map((one) => {
    const plain = withoutQuestion(one.text)
    return { ...one, text: plain === null ? '' : `${plain} ${candidates.question}` }
  })
  const nth = candidates.rank(mended).best
  return nth === null ? null : { nth, text: mended[nth]?.text ?? '', mended: true }
}

async function writeOne(
  request: CandidateReplyRequest,
  nth: number,
  signal: AbortSignal,
  began: () => void,
): Promise<{ candidate: Written; facts: ModelReplyFacts }> {
  const { candidates, sampling } = request
  const review = request.review()
  let text = ''
  const facts = await modelReply({
    ready: request.ready,
    turns: request.turns,
    sampling: { ...sampling, seed: candidates.seed(nth, sampling.seed) },
    signal,
    review: {
      take: (delta) => review.take(delta),
      end: (whole) => review.rest(whole),
      get full() {
        return review.full
      },
    },
    progressed(progress) {
      if (progress.phase === 'writing') began()
      // The person sees one reply being written, however often it is begun.
      if (nth === 0) request.progressed(progress)
    },
    wrote: (reviewed) => {
      text = reviewed
    },
  })
  const refused = review.rules.length > 0
  const outputTokens = facts.usage?.outputTokens ?? 0
  return { candidate: { text: text.trim(), whole: facts.whole, refused, outputTokens }, facts }
}

/** Tokens read and written for all candidates; the prompt is the same for each. */
class SummedUsage {
  sum: Usage | null = null

  add(usage: Usage | null): void {
    if (!usage) return
    this.sum = {
      inputTokens: (this.sum?.inputTokens ?? 0) + usage.inputTokens,
      outputTokens: (this.sum?.outputTokens ?? 0) + usage.outputTokens,
      promptTokens: usage.promptTokens,
    }
  }
}
