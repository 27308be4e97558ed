/** Follows one reply as it is written: cuts it into sentences and lets through what the guard lets through. */
import { takeSentences } from '../../../core/chat/sentences.ts'
import {
  type GuardPolicy,
  guardFinish,
  guardSentence,
  guardStart,
  MAX_SENTENCE,
} from '../../../core/safety/guardReply.ts'
import type { Review } from './decisions.ts'

export function sentenceReview(policy: GuardPolicy): Review {
  let state = guardStart(policy)
  let unfinished = ''
  let anyShown = false

  const reviewed = (text: string, ended: boolean): string => {
    const cut = takeSentences(unfinished + text, ended)
    unfinished = cut.rest
    let shown = ''
    // A sentence that is too long already will not become a good one; it is not read again with every word.
    const tooLong = unfinished.length > MAX_SENTENCE ? [unfinished] : []
    for (const sentence of [...cut.sentences, ...tooLong]) {
      if (state.ended) break
      const guarded = guardSentence(state, sentence)
      state = guarded.state
      if (guarded.show !== null) shown += guarded.show
    }
    if (!anyShown) shown = shown.trimStart()
    anyShown ||= shown !== ''
    return shown
  }

  const rest = (whole: boolean) => (whole && !state.ended ? reviewed('', true) : '')

  return {
    take: (delta) => (state.ended ? '' : reviewed(delta, false)),
    rest,
    end: (whole) => rest(whole) + (guardFinish(state) ?? ''),
    get full() {
      return state.ended
    },
    get rules() {
      return state.rules
    },
    get cuts() {
      return state.cuts
    },
  }
}
