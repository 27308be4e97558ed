/** One reply from the moment it is begun until it is a message: what is known of it so far. */
import { randomUUID } from 'node:crypto'
import type { Message, ReplyInProgress } from '../../../core/chat/conversation.ts'
import type { GuardCut } from '../../../core/safety/guardReply.ts'
import type { CareCard, Tier } from '../../../core/safety/tier.ts'
import type { ReplyFacts, Script } from './chatStore.ts'
import type { Listened } from './decisions.ts'

export class ReplyUnderWay {
  readonly conversationId: string
  readonly answers: Message
  /** Null when looking at the session failed. Slower ways of listening may still raise it. */
  triage: Listened | null
  /** Sentences of the model that were cut. */
  cuts: readonly GuardCut[] = []
  /** The reply it stands in for after "try again"; removed once this one has a sentence of its own. */
  readonly replaces: Message | null
  readonly id = randomUUID()
  readonly abort = new AbortController()
  progress: ReplyInProgress
  modelTitle: string | null = null
  /** Of the talk, what was answered to Lull's own questions included. */
  tier: Tier
  /** Whether the talking model was asked what it hears. */
  modelHeard = false
  rules: string[] = []
  card: CareCard | null = null
  /** Where the scripted talk stands after it; null outside of one. */
  script: Script | null = null
  facts: ReplyFacts
  concluded = false

  /** @param awake whether a model stands ready; else the first thing is to wake it, or to wait for its turn. */
  constructor(answers: Message, triage: Listened | null, replaces: Message | null, awake: boolean) {
    this.conversationId = answers.conversationId
    this.answers = answers
    this.triage = triage
    this.tier = triage?.tier ?? 'none'
    this.replaces = replaces
    this.facts = { promptText: null, reasons: triage?.reasons ?? [], inputTokens: null, outputTokens: null }
    this.progress = {
      id: this.id,
      answersMessageId: answers.id,
      phase: awake ? 'reading' : 'waking',
      readFraction: null,
      text: '',
      source: 'model',
    }
  }
}
