/** Which questions a very small model may ask: open ones that fit anything, since its own inventions rarely fit. */
import type { CandidateView } from './candidateView.ts'

const openQuestions = [
  /^what (?:is|was|has) (?:that|it|this)(?: been)? like(?: for you)?$/,
  /^what (?:bothers|weighs on|hurts|worries|helps|matters to) you (?:the )?most(?: about (?:it|that|them|him|her)| in (?:it|that))?$/,
  /^what takes up the most room$/,
  /^what do you make of (?:that|it)$/,
  /^what stands out to you(?: most)?(?: in (?:it|that))?$/,
  /^how (?:is|was) (?:that|it) for you(?: right now| now| today)?$/,
  /^what (?:goes|went|is going) through your (?:mind|head)(?: (?:then|now|right now))?$/,
  /^what (?:happened|changed)(?: then| next| before(?: that)?| there)?$/,
  /^(?:when|how) did (?:that|it|this) (?:begin|start|happen|go|come about)(?: for you)?$/,
  /^what does (?:that|it) (?:mean|do|feel like) (?:for|to|with) you$/,
  /^how (?:do|did) you feel about (?:that|it|this)$/,
  /^how (?:does|did) (?:that|it) (?:feel|sit)(?: for you| with you)?$/,
  /^what (?:are|were) you most (?:glad|happy|proud|excited) (?:about|of)$/,
  /^what is (?:on your mind|ahead of you)$/,
  /^what (?:do|would) you (?:need|wish for|hope for)(?: (?:most|now|right now|today))?$/,
]
export const isOpen = (view: CandidateView) => openQuestions.some((one) => one.test(view.questionText))
