/** What a warm turn reads and how soon its first word comes, through process and wire, beside the bare library. */

import type { LanguageModel, PromptTurn } from '../../electron/engine/ports/languageModel.ts'
import { forkLanguageModel } from '../../electron/hosts/forkLanguageModel.ts'
import { llamaLibrary } from '../../electron/llm/llamaLibrary.ts'
import { entry, greedy, lull, messageTokens, person, system, TEMPLATE_TOKENS } from '../llm/talking.ts'
import { benchModelPath, noModel } from './llmModel.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 3
const CONTEXT_TOKENS = 4096
const MAX_TOKENS = 24

/** About as long as a real persona with its examples. */
const persona = system(
  'You are Lull, a calm companion for people at work. You say back in one short sentence what you heard, in ' +
    'the words of the person, and you ask one short question. You never give orders, lists or long advice. '.repeat(
      6,
    ),
)
export const messages = [
  'My boss moved the deadline again and I have far too much to do.',
  'I think about it all evening and then I can not sleep.',
  'My partner says that I am not really there at dinner.',
  'Maybe I could ask somebody on the team for help.',
  'It feels like admitting that I can not do my job.',
  'Thank you, writing it down makes it a bit smaller.',
]

interface Turn {
  inputTokens: number
  firstTextMs: number
  text: string
}

async function ourTurn(model: LanguageModel, talk: PromptTurn[], message: string): Promise<Turn> {
  await model.prepare(talk, null)
  const startedAt = performance.now()
  let firstTextMs = 0
  let text = ''
  let inputTokens = 0
  for await (const event of model.reply([...talk, person(message)], { ...greedy, maxTokens: MAX_TOKENS })) {
    if (event.type === 'text') {
      if (text === '') firstTextMs = performance.now() - startedAt
      text += event.delta
    }
    if (event.type === 'done') inputTokens = event.usage.inputTokens
  }
  return { inputTokens, firstTextMs, text }
}

/** The library as its guide shows it: a chat session that is preloaded before each message. */
export async function bareSession(path: string) {
  const { library, llama } = await llamaLibrary()
  llama.maxThreads = 1
  const model = await llama.loadModel({ modelPath: path, useMmap: false, gpuLayers: 0 })
  const context = await model.createContext({
    contextSize: CONTEXT_TOKENS,
    threads: 1,
    flashAttention: false,
  })
  const sequence = context.getSequence()
  const template = model.fileInfo.metadata.tokenizer.chat_template ?? ''
  const session = new library.LlamaChatSession({
    contextSequence: sequence,
    chatWrapper: new library.JinjaTemplateChatWrapper({ template }),
  })
  const turn = async (talk: PromptTurn[], message: string): Promise<Turn> => {
    session.setChatHistory(
      talk.map((item) =>
        item.role === 'assistant'
          ? { type: 'model', response: [item.text] }
          : { type: item.role, text: item.text },
      ),
    )
    await session.preloadPrompt('')
    const before = sequence.tokenMeter.getState()
    const startedAt = performance.now()
    let firstTextMs = 0
    const text = await session.prompt(message, {
      temperature: 0,
      maxTokens: MAX_TOKENS,
      onTextChunk: () => {
        firstTextMs ||= performance.now() - startedAt
      },
    })
    return { inputTokens: sequence.tokenMeter.diff(before).usedInputTokens, firstTextMs, text }
  }
  return { turn, dispose: () => model.dispose() }
}

export async function llmWarmTurn(): Promise<Row[]> {
  const path = benchModelPath()
  if (!path) return [{ what: 'warm turn', skipped: noModel }]
  const child = await forkLanguageModel({ entry })
  const bare = await bareSession(path)
  try {
    await child.model.load({ path, sha256: null, contextTokens: CONTEXT_TOKENS, threads: 1 })
    const ours: Turn[] = []
    const theirs: Turn[] = []
    const extra: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      let talk: PromptTurn[] = [persona]
      for (const message of messages) {
        theirs.push(await bare.turn(talk, message))
        const turn = await ourTurn(child.model, talk, message)
        ours.push(turn)
        extra.push(turn.inputTokens - (await messageTokens(path, message)))
        talk = [...talk, person(message), lull(turn.text)]
      }
    }
    const ms = (turns: Turn[]) => median(turns.map((turn) => turn.firstTextMs))
    const tokens = (turns: Turn[]) => median(turns.map((turn) => turn.inputTokens))
    const most = Math.max(...extra)
    return [
      {
        what: 'tokens read in a warm turn',
        against: `bare session, ${tokens(theirs).toFixed(0)} tokens`,
        value: tokens(ours),
        unit: 'tokens',
      },
      {
        what: 'tokens read beyond the message, worst turn',
        value: most,
        unit: 'tokens',
        goal: `≤ ${TEMPLATE_TOKENS}`,
        met: most <= TEMPLATE_TOKENS,
      },
      {
        what: 'first word of a warm turn, process and wire',
        against: `bare session, ${ms(theirs).toFixed(1)} ms`,
        value: ms(ours),
        unit: 'ms',
        ratio: ms(ours) / ms(theirs),
        goal: '≤ 1.10 × + 10 ms',
        met: ms(ours) <= ms(theirs) * 1.1 + 10,
      },
    ]
  } finally {
    child.end()
    await bare.dispose()
  }
}

if (import.meta.main) printRows(await llmWarmTurn())
