/** Follows one reply as it is written: cuts it into sentences and lets through what the guard lets through. */
import { takeSentences } from '../../../core/chat/sentences.ts'
import { type GuardPolicy, guardFinish, guardSentence, guardStart } from '../../../core/safety/guardReply.ts'
import type { Review } from './decisions.ts'

export function sentenceReview(policy: GuardPolicy): Review {
  let state = guardStart(policy)
  let rest = ''
  let anyShown = false

  const reviewed = (text: string, ended: boolean): string => {
    const cut = takeSentences(rest + text, ended)
    rest = cut.rest
    let shown = ''
    for (const sentence of cut.sentences) {
      if (state.ended) break
      const guarded = guardSentence(state, sentence)
      state = guarded.state
      if (guarded.show !== null) shown += guarded.show
    }
    if (!anyShown) shown = shown.trimStart()
    anyShown ||= shown !== ''
    return shown
  }

  return {
    take: (delta) => (state.ended ? '' : reviewed(delta, false)),
    end(whole) {
      const last = whole && !state.ended ? reviewed('', true) : ''
      return last + (guardFinish(state) ?? '')
    },
    get full() {
      return state.ended
    },
    get rules() {
      return state.rules
    },
  }
}
