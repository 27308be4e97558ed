/** Builds what the model reads so that each turn only adds to what it has read: nothing before the newest turn varies. */
import type { PromptTurn } from './prompt.ts'
import type { PromptFile } from './promptFile.ts'

/** One message of the talk, oldest first. */
export interface HistoryTurn {
  role: 'person' | 'lull'
  text: string
}

export interface PromptParts {
  file: PromptFile
  /** Everything after what the summary covers. */
  history: readonly HistoryTurn[]
  /** What came before, or null. */
  summary: string | null
  /** What safety wants the model to know for this one reply. */
  careNote: string | null
  /** Anything else that varies, such as the time of day. */
  newestNote: string | null
}

const specialWord =
  'bos|eos|pad|unk|s|sep|cls|mask|start_of_turn|end_of_turn|turn|think|thinking|tool_call|tool_response|start_header_id|end_header_id|eot_id|im_start|im_end|im_sep|endoftext|sys|inst|user|assistant|system|human|bot|fim_prefix|fim_middle|fim_suffix|image|audio|unused\\d+'
const markers: [RegExp, string][] = [
  // <|im_start|>, <｜User｜>, <|turn> and <turn|>: the bar next to the bracket is what makes them special.
  [/<(?=\s*[|｜])/gu, '‹'],
  [/(?<=[|｜]\s?)>/gu, '›'],
  [new RegExp(`<(?=\\s*/?\\s*(?:${specialWord})\\s*[|/]?\\s*>)`, 'giu'), '‹'],
  [/<<(?=\s*\/?\s*SYS)/giu, '‹‹'],
  [/\[(?=\s*\/?\s*(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\s*\])/giu, '('],
]

/**
 * Text that cannot leave its turn: control and direction characters go (joiners of emoji stay), and what a template
 * could take for a marker loses its bracket.
 */
export function harmless(text: string): string {
  let plain = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|(?!\u200d)\p{Cf}/gu, '')
  for (const [pattern, substitute] of markers) plain = plain.replace(pattern, substitute)
  return plain.trim()
}

/** Templates want the sides to alternate: what one side said in a row becomes one turn, and silence is left out. */
function alternating(history: readonly HistoryTurn[]): PromptTurn[] {
  const turns: PromptTurn[] = []
  for (const { role, text } of history) {
    const plain = harmless(text)
    if (plain === '') continue
    const as = role === 'person' ? 'user' : 'assistant'
    const last = turns.at(-1)
    if (last?.role === as) last.text += `\n\n${plain}`
    else turns.push({ role: as, text: plain })
  }
  // A talk begins with the person; words of Lull before that have nothing to answer.
  return turns[0]?.role === 'assistant' ? turns.slice(1) : turns
}

function opening(file: PromptFile): PromptTurn[] {
  return [
    { role: 'system', text: file.system },
    ...file.examples.flatMap(({ person, lull }): PromptTurn[] => [
      { role: 'user', text: person },
      { role: 'assistant', text: lull },
    ]),
  ]
}

/**
 * What can be read ahead of the next message: system, examples, summary and the talk, without any note.
 * The prompt of the next reply begins with exactly these turns.
 */
export function preparePrompt(parts: Pick<PromptParts, 'file' | 'history' | 'summary'>): PromptTurn[] {
  const talk = alternating(parts.history)
  const summary = parts.summary === null ? '' : harmless(parts.summary)
  const [first] = talk
  if (first && summary !== '') first.text = `${parts.file.summary.lead} ${summary}\n\n${first.text}`
  return [...opening(parts.file), ...talk]
}

/** The prompt of one reply. Notes stand in the newest turn of the person alone, and are gone from the next prompt. */
export function buildPrompt(parts: PromptParts): PromptTurn[] {
  const turns = preparePrompt(parts)
  const notes = [parts.careNote, parts.newestNote].filter((note) => note !== null && note !== '')
  const newest = turns.at(-1)
  if (notes.length === 0 || newest?.role !== 'user') return turns
  return turns.with(-1, { role: 'user', text: `(${notes.join(' ')})\n\n${newest.text}` })
}
