/** Makes a prompt fit the model's context: older turns go first, then the middle of the person's own message. */
import type { Message } from '../../../core/chat/conversation.ts'
import type { PromptTurn } from '../../../core/chat/prompt.ts'
import type { Prompt } from './decisions.ts'

/** Stands where text was left out, so that the model does not take two halves for one sentence. */
const GAP = '\n[…]\n'

export interface FittedPrompt extends Prompt {
  /** Codes for "why this reply": which part the model was not given. */
  reasons: string[]
}

interface FitRequest {
  messages: readonly Message[]
  contextTokens: number
  /** Builds the prompt for a run of messages that ends with the newest. */
  build(messages: readonly Message[]): Prompt
  countTokens(turns: PromptTurn[]): Promise<number>
}

/** No tokenizer makes more than one token of a UTF-8 byte, and templates add a few a turn. */
function surelyFits(turns: readonly PromptTurn[], budget: number): boolean {
  const bytes = turns.reduce((sum, turn) => sum + Buffer.byteLength(turn.text) + 16, 0)
  return bytes <= budget
}

/**
 * The stored message is never touched; the reply says nothing of it, "why this reply" does.
 */
export async function fitPrompt(request: FitRequest): Promise<FittedPrompt> {
  const { messages, build, contextTokens } = request
  const whole = build(messages)
  const budget = contextTokens - whole.sampling.maxTokens
  const fits = async (turns: PromptTurn[]) =>
    surelyFits(turns, budget) || (await request.countTokens(turns)) <= budget
  if (await fits(whole.turns)) return { ...whole, reasons: [] }
  // Halving keeps the number of counts small: a count reads the whole text.
  for (let kept = Math.floor(messages.length / 2); kept >= 1; kept = Math.floor(kept / 2)) {
    const shorter = build(messages.slice(-kept))
    if (await fits(shorter.turns)) return { ...shorter, reasons: ['prompt.older-left-out'] }
  }
  const last = messages.at(-1)
  if (!last) return { ...whole, reasons: [] }
  for (let length = Math.min(last.text.length, budget * 4); length > 40; length = Math.floor(length * 0.7)) {
    const cut = build([{ ...last, text: withoutMiddle(last.text, length) }])
    if (await fits(cut.turns)) return { ...cut, reasons: ['prompt.middle-left-out'] }
  }
  return { ...build([{ ...last, text: withoutMiddle(last.text, 40) }]), reasons: ['prompt.middle-left-out'] }
}

/** Beginning and end, in equal parts: the start says what it is about, the end what is asked. */
export function withoutMiddle(text: string, length: number): string {
  if (text.length <= length) return text
  const half = Math.floor(length / 2)
  return `${text.slice(0, half).toWellFormed()}${GAP}${text.slice(-half).toWellFormed()}`
}
