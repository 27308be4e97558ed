/**
 * Turns a prompt into the very tokens the model was trained on, through the template in its own file: another
 * template, or a doubled first token, makes small models degenerate.
 */
import type { ChatHistoryItem, ChatWrapper, LlamaModel, LlamaText, Token } from 'node-llama-cpp'
import type { PromptTurn } from '../engine/ports/languageModel.ts'
import type { Library } from './llamaLibrary.ts'

export interface RenderedPrompt {
  text: string
  tokens: Token[]
}

export interface PromptTokens {
  /** The whole prompt, up to where the model begins to write. */
  reply(prompt: readonly PromptTurn[]): RenderedPrompt
  /** The part of a prompt that no further message of the person can change. */
  prefix(prompt: readonly PromptTurn[]): Token[]
  /** Texts at which a turn is over, for models that have no token for it. */
  turnEnds: readonly string[]
}

/** Neighbours of one role are joined and texts trimmed: templates may trim, and many insist on alternating roles. */
function mergedTurns(prompt: readonly PromptTurn[]): PromptTurn[] {
  const merged: PromptTurn[] = []
  for (const turn of prompt) {
    const text = turn.text.trim()
    const last = merged.at(-1)
    if (last?.role === turn.role) last.text = `${last.text}\n\n${text}`.trim()
    else merged.push({ role: turn.role, text })
  }
  return merged
}

/** For templates without a system role: what would stand there opens the first message of the person. */
function withoutSystem(turns: readonly PromptTurn[]): PromptTurn[] {
  const system = turns.filter((turn) => turn.role === 'system').map((turn) => turn.text)
  const rest = turns.filter((turn) => turn.role !== 'system')
  if (system.length === 0) return [...turns]
  return mergedTurns([{ role: 'user', text: system.join('\n\n') }, ...rest])
}

/** Some templates refuse a talk that the assistant opens. */
function openedByPerson(turns: readonly PromptTurn[]): PromptTurn[] {
  const first = turns.findIndex((turn) => turn.role !== 'system')
  if (turns[first]?.role !== 'assistant') return [...turns]
  return turns.toSpliced(first, 0, { role: 'user', text: 'Hello.' })
}

function historyItem(turn: PromptTurn): ChatHistoryItem {
  if (turn.role === 'system') return { type: 'system', text: turn.text }
  if (turn.role === 'user') return { type: 'user', text: turn.text }
  return { type: 'model', response: [turn.text] }
}

/** One way of writing a prompt; the next is tried when it throws. */
type Way = (turns: readonly PromptTurn[]) => LlamaText

/** The file's own template, rendered with the opening of the model's turn and without thoughts. */
function templateWay(library: Library, template: string): Way {
  const wrapper = new library.JinjaTemplateChatWrapper({
    template,
    reasoning: false,
    // Looking for a call syntax renders the template dozens of times, and no calls are made.
    functionCallMessageTemplate: 'noJinja',
    additionalRenderParameters: { add_generation_prompt: true },
  })
  const system = wrapper.settings.supportsSystemMessages
  const render = (turns: readonly PromptTurn[]) =>
    wrapper.generateContextState({
      chatHistory: (system ? turns : withoutSystem(turns)).map(historyItem),
    }).contextText
  return (turns) => {
    try {
      return render(turns)
    } catch {
      return render(openedByPerson(turns))
    }
  }
}

/** For files without a usable template: the format the library knows for this kind of model. */
function wrapperWay(wrapper: ChatWrapper): Way {
  return (turns) =>
    wrapper.generateContextState({
      chatHistory: [...turns.map(historyItem), { type: 'model', response: [] }],
    }).contextText
}

function chooseWay(library: Library, model: LlamaModel): { way: Way; wrapper: ChatWrapper | null } {
  const template = model.fileInfo.metadata.tokenizer?.chat_template
  if (template) {
    try {
      return { way: templateWay(library, template), wrapper: null }
    } catch {
      // A template that cannot be rendered is as good as none.
    }
  }
  const wrapper = library.resolveChatWrapper(model, { noJinja: true, warningLogs: false })
  const known = wrapper ?? new library.GeneralChatWrapper()
  return { way: wrapperWay(known), wrapper: known }
}

/** A piece of a rendered prompt; only what the template wrote may become control tokens. */
interface Piece {
  text: string
  written: 'template' | 'turn'
}

function pieces(library: Library, model: LlamaModel, text: LlamaText): Piece[] {
  const special = { BOS: model.tokens.bosString, EOS: model.tokens.eosString, EOT: model.tokens.eotString }
  return text.values.map((value) => {
    if (typeof value === 'string') return { text: value, written: 'turn' }
    if (value instanceof library.SpecialToken) {
      const named = value.value in special ? special[value.value as keyof typeof special] : '\n'
      return { text: named ?? '', written: 'template' }
    }
    return { text: value.value, written: 'template' }
  })
}

export const sameTokens = (a: readonly Token[], b: readonly Token[]) =>
  a.length === b.length && a.every((token, i) => token === b[i])

export function promptTokens(library: Library, model: LlamaModel): PromptTokens {
  const { way, wrapper } = chooseWay(library, model)

  // Texts come again with every prompt of a talk, so what was found out about them is worth keeping.
  const plainTexts = new Map<string, boolean>()
  const isPlain = (text: string) => {
    const known = plainTexts.get(text)
    if (known !== undefined) return known
    const plain = sameTokens(model.tokenize(text, false), model.tokenize(text, true))
    if (plainTexts.size > 500) plainTexts.clear()
    plainTexts.set(text, plain)
    return plain
  }

  const render = (turns: readonly PromptTurn[]): RenderedPrompt => {
    const written = way(mergedTurns(turns))
    const parts = pieces(library, model, written)
    const text = parts.map((part) => part.text).join('')
    // As one text, tokens may span a border as they did in training. A turn that spells a control token is
    // cut on its own, so that nobody's words end a turn or speak as the system.
    const whole = parts.every((part) => part.written === 'template' || isPlain(part.text))
    const tokens = whole ? model.tokenize(text, true) : written.tokenize(model.tokenizer)
    const { bos } = model.tokens
    if (bos === null || !model.tokens.shouldPrependBosToken || tokens[0] === bos) return { text, tokens }
    return { text: (model.tokens.bosString ?? '') + text, tokens: [bos, ...tokens] }
  }

  const prefix = (prompt: readonly PromptTurn[]) => {
    const withUser = (text: string) => render([...prompt, { role: 'user', text }]).tokens
    const [one, other] = [withUser('A'), withUser('5')]
    const differs = one.findIndex((token, i) => token !== other[i])
    return one.slice(0, differs < 0 ? one.length : differs)
  }

  return { reply: render, prefix, turnEnds: turnEnds(model, wrapper, render) }
}

/** What follows a turn of the model, where its first token is not one that ends generation by itself. */
function turnEnds(
  model: LlamaModel,
  wrapper: ChatWrapper | null,
  render: (turns: readonly PromptTurn[]) => RenderedPrompt,
): string[] {
  if (wrapper) {
    const { stopGenerationTriggers } = wrapper.generateContextState({
      chatHistory: [
        { type: 'user', text: 'A' },
        { type: 'model', response: [] },
      ],
    })
    const texts = stopGenerationTriggers.map((trigger) =>
      trigger.values.every((value) => typeof value === 'string') ? trigger.toString() : '',
    )
    return texts.filter((text) => text.trim() !== '')
  }
  const marker = 'zqxj'
  const { text } = render([
    { role: 'user', text: 'A' },
    { role: 'assistant', text: marker },
    { role: 'user', text: 'B' },
  ])
  const after = text.slice(text.indexOf(marker) + marker.length)
  const [first] = model.tokenize(after, true)
  if (first === undefined || model.isSpecialToken(first)) return []
  const line = after.trim().split('\n')[0] ?? ''
  return line.length >= 3 ? [line] : []
}
