/** One reply from the moment it is begun until it is a message: what is known of it so far. */
import { randomUUID } from 'node:crypto'
import type { Message, ReplyInProgress } from '../../../core/chat/conversation.ts'
import type { CareCard, TriageResult } from '../../../core/safety/tier.ts'
import type { ReplyFacts } from './chatStore.ts'

export class ReplyUnderWay {
  readonly conversationId: string
  readonly answers: Message
  readonly triage: TriageResult | null
  /** The reply it stands in for after "try again"; removed once this one has a sentence of its own. */
  readonly replaces: Message | null
  readonly id = randomUUID()
  readonly abort = new AbortController()
  progress: ReplyInProgress
  modelTitle: string | null = null
  rules: string[] = []
  card: CareCard | null = null
  facts: ReplyFacts
  concluded = false

  /** @param awake whether a model stands ready; else the first thing is to wake it, or to wait for its turn. */
  constructor(answers: Message, triage: TriageResult | null, replaces: Message | null, awake: boolean) {
    this.conversationId = answers.conversationId
    this.answers = answers
    this.triage = triage
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
