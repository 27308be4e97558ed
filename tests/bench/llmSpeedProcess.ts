/** Measures our way of reading and writing in a process like the language model's own; asked by llmThroughput.ts. */
import type { LlamaContextSequence, Token } from 'node-llama-cpp'
import { llamaLibrary } from '../../electron/llm/llamaLibrary.ts'
import { Talk } from '../../electron/llm/talk.ts'

/** To read `readTokens`, or to write `writeTokens` after `depth` others. Answered in tokens a second. */
export type SpeedRequest = { readTokens: number } | { writeTokens: number; depth: number }

const sampling = { temperature: 0, minP: 0, repeatPenalty: 1, seed: 1 }
/** Goes on for ever when continued greedily. */
const rhyme = 'one two three four five six seven eight nine ten, '
const LONGEST_TOKENS = 2048

async function readingSpeed(talk: Talk, sequence: LlamaContextSequence, tokens: Token[]): Promise<number> {
  // As llama-bench does: once for nothing, so that caches and the size of pieces have settled.
  for (let round = 0; ; round++) {
    await sequence.clearHistory()
    const startedAt = performance.now()
    await talk.prepare(tokens)
    if (round === 1) return (tokens.length / (performance.now() - startedAt)) * 1000
  }
}

async function writingSpeed(
  talk: Talk,
  sequence: LlamaContextSequence,
  tokens: Token[],
  count: number,
): Promise<number> {
  await sequence.clearHistory()
  await talk.prepare(tokens.slice(0, -1))
  let startedAt = 0
  let made = 0
  for await (const event of talk.reply({ text: '', tokens }, [], { ...sampling, maxTokens: count + 1 })) {
    if (event.type === 'text' && startedAt === 0) startedAt = performance.now()
    if (event.type === 'done') made = event.usage.outputTokens - 1
  }
  return (made / (performance.now() - startedAt)) * 1000
}

const [, , modelPath = '', threadsText] = process.argv
const threads = Number(threadsText)
const { llama } = await llamaLibrary()
llama.maxThreads = threads
const model = await llama.loadModel({ modelPath, useMmap: false, gpuLayers: 0 })
const context = await model.createContext({ contextSize: LONGEST_TOKENS, threads, flashAttention: false })
const sequence = context.getSequence()
const talk = new Talk(sequence)
const text = model.tokenize(rhyme.repeat(LONGEST_TOKENS))

process.on('message', async (request: SpeedRequest) => {
  const speed =
    'readTokens' in request
      ? await readingSpeed(talk, sequence, text.slice(0, request.readTokens))
      : await writingSpeed(talk, sequence, text.slice(0, request.depth + 1), request.writeTokens)
  process.send?.(speed)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
