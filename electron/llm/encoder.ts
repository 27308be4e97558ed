/** The sentence encoder beside the talking model: a small file of its own, one thread, and never long at work. */
import type { LlamaEmbeddingContext, LlamaModel } from 'node-llama-cpp'
import {
  DIMENSIONS,
  type EncoderFile,
  type LoadableEncoder,
  MAX_TEXT_LENGTH,
  MAX_TEXTS,
} from '../engine/ports/encoder.ts'
import { LanguageModelError } from '../engine/ports/languageModel.ts'
import { fileSha256 } from './fileSha256.ts'
import { readGgufHeader } from './ggufHeader.ts'
import { llamaLibrary } from './llamaLibrary.ts'
import { checkSizes } from './modelFacts.ts'
import { OneAtATime } from './oneAtATime.ts'
import type { RightOfWay } from './rightOfWay.ts'

/** The encoder learnt on texts of at most this length; its positions go further, its sense does not. */
const MOST_TOKENS = 256

interface Loaded {
  sha256: string
  model: LlamaModel
  context: LlamaEmbeddingContext
}

class LlamaEncoder implements LoadableEncoder {
  readonly #queue = new OneAtATime()
  readonly #way: RightOfWay
  #loaded: Loaded | null = null

  constructor(way: RightOfWay) {
    this.#way = way
  }

  load(file: EncoderFile): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#loaded?.sha256 === file.sha256) return
      const before = this.#loaded?.model
      this.#loaded = null
      await before?.dispose()
      this.#loaded = await open(file)
    })
  }

  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    return this.#queue.run(async () => {
      signal?.throwIfAborted()
      if (texts.length > MAX_TEXTS || texts.some((text) => text.length > MAX_TEXT_LENGTH)) {
        throw new RangeError(
          `At most ${MAX_TEXTS} texts of ${MAX_TEXT_LENGTH} characters are read at a time.`,
        )
      }
      if (!this.#loaded) throw new Error('the encoder was asked before it was loaded')
      const loaded = this.#loaded
      return this.#way.taking(() => vectorsOf(loaded, texts, signal))
    })
  }
}

async function open({ path, sha256 }: EncoderFile): Promise<Loaded> {
  const header = await readGgufHeader(path)
  checkSizes(header)
  const fits =
    header.architecture === 'bert' &&
    header.values.get('bert.embedding_length') === DIMENSIONS &&
    Number(header.values.get('bert.context_length')) >= MOST_TOKENS
  if (!fits) throw new LanguageModelError('MODEL_BROKEN', 'The file is not the encoder that Lull comes with.')
  if ((await fileSha256(path)) !== sha256) {
    throw new LanguageModelError('MODEL_BROKEN', 'The encoder file is not the one that Lull comes with.')
  }
  const { library, llama } = await llamaLibrary()
  try {
    const model = await llama.loadModel({ modelPath: path, useMmap: false, gpuLayers: 0 })
    const context = await model.createEmbeddingContext({ contextSize: MOST_TOKENS + 1, threads: 1 })
    return { sha256, model, context }
  } catch (error) {
    if (error instanceof library.InsufficientMemoryError) {
      throw new LanguageModelError('MODEL_TOO_BIG', 'The encoder does not fit into the free memory.')
    }
    throw new LanguageModelError('MODEL_BROKEN', 'The encoder file cannot be loaded.')
  }
}

async function vectorsOf(
  loaded: Loaded,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  for (const text of texts) {
    signal?.throwIfAborted()
    vectors.push(await vectorOf(loaded, text))
  }
  return vectors
}

async function vectorOf({ model, context }: Loaded, text: string): Promise<Float32Array> {
  // Without control tokens of its own: the library puts one at each end.
  const tokens = model.tokenize(text, false).slice(0, MOST_TOKENS - 2)
  // A text that holds nothing it can read, such as joiners alone, is the beginning and the end of one.
  const { bos } = model.tokens
  if (tokens.length === 0 && bos !== null) tokens.push(bos)
  const { vector } = await context.getEmbeddingFor(tokens)
  const length = Math.hypot(...vector)
  if (vector.length !== DIMENSIONS || !(length > 0)) {
    throw new Error('the encoder gave no vector')
  }
  return Float32Array.from(vector, (value) => value / length)
}

/** @param way kept free by whoever talks in the same process. */
export function createEncoder(way: RightOfWay): LoadableEncoder {
  return new LlamaEncoder(way)
}
