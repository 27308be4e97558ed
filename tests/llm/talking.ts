/** What the tests of the language model share: a loaded model in this process, a talk, and a reply taken apart. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  LanguageModel,
  PromptTurn,
  ReplyEvent,
  Sampling,
  StateFile,
} from '../../electron/engine/ports/languageModel.ts'
import { llamaLibrary } from '../../electron/llm/llamaLibrary.ts'
import { createLlamaModel } from '../../electron/llm/llamaModel.ts'

/** The process's entry, run from source. */
export const entry = join(import.meta.dirname, '../../electron/hosts/llm.ts')

export const greedy: Sampling = { temperature: 0, minP: 0, repeatPenalty: 1, maxTokens: 60, seed: 1 }

/** A message may cost its own tokens and this many of the template's. */
export const TEMPLATE_TOKENS = 25

export const system = (text = 'You are Lull, a kind companion. You answer in one or two short sentences.') =>
  ({ role: 'system', text }) satisfies PromptTurn
export const person = (text: string) => ({ role: 'user', text }) satisfies PromptTurn
export const lull = (text: string) => ({ role: 'assistant', text }) satisfies PromptTurn

export async function loadedModel(path: string, contextTokens = 2048): Promise<LanguageModel> {
  const model = createLlamaModel()
  await model.load({ path, sha256: null, contextTokens, threads: 1 })
  return model
}

type Done = Extract<ReplyEvent, { type: 'done' }>

export interface Taken {
  text: string
  deltas: string[]
  reading: number[]
  done: Done
}

/** Reads a reply to its end; `on` sees each event as it comes. */
export async function taken(
  events: AsyncIterable<ReplyEvent>,
  on: (event: ReplyEvent, soFar: string[]) => void = () => {},
): Promise<Taken> {
  const deltas: string[] = []
  const reading: number[] = []
  let done: Done | null = null
  for await (const event of events) {
    if (event.type === 'text') deltas.push(event.delta)
    else if (event.type === 'reading') reading.push(event.readTokens)
    else done = event
    on(event, deltas)
  }
  if (!done) throw new Error('the reply did not say that it was done')
  return { text: deltas.join(''), deltas, reading, done }
}

/** Number of tokens of a text alone, by the model itself. */
export async function messageTokens(path: string, text: string): Promise<number> {
  const { llama } = await llamaLibrary()
  const model = await llama.loadModel({ modelPath: path, vocabOnly: true })
  try {
    return model.tokenize(text).length
  } finally {
    await model.dispose()
  }
}

export function newStateFile(): StateFile {
  const folder = mkdtempSync(join(tmpdir(), 'lull-state-'))
  return { path: join(folder, 'talk.state'), keyHex: randomBytes(32).toString('hex') }
}

/** SmolLM2-135M-Instruct where the machine has it. */
export function sharedModelPath(): string | null {
  const beside = join(import.meta.dirname, '../../../shared/models/SmolLM2-135M-Instruct.Q4_1.gguf')
  const path = process.env.LULL_TEST_MODEL ?? beside
  return existsSync(path) ? path : null
}
