/** The encoder and the talking model as listeners: vectors become opinions by the heads in resources/. */
import { type KernelHead, kernelOpinions } from '../../../core/safety/learned/kernelHead.ts'
import { type NgramModel, windowsOf } from '../../../core/safety/learned/ngramModel.ts'
import type { SlowListening } from '../../ports/slowListening.ts'
import type { ModelVoice } from './modelVoice.ts'
import type { SentenceVectors } from './sentenceVectors.ts'

export interface SlowListeningParts {
  vectors: SentenceVectors
  voice: ModelVoice
  heads: { ngrams: NgramModel; encoder: KernelHead }
  /** Whether the person lets the n-grams listen: the encoder hears better beside them. */
  ngramsAreOn: () => boolean
}

export function slowListening({ vectors, voice, heads, ngramsAreOn }: SlowListeningParts): SlowListening {
  return {
    wake: () => vectors.wake(),
    async byEncoder(text, signal) {
      const windows = windowsOf(heads.ngrams, text)
      const found = await vectors.of(windows, signal)
      if (!found) return null
      return kernelOpinions(
        heads.encoder,
        found,
        ngramsAreOn() ? { ngrams: heads.ngrams, windows } : undefined,
      )
    },
    asksModel: (model) => voice.canHear(model),
    byModel: (model, prompt, signal) => voice.opinions(model, prompt, signal),
  }
}
