/** What a model file says about itself, checked and cut to size, and whether it could talk at all. */
import { LanguageModelError, type ModelFacts } from '../engine/ports/languageModel.ts'
import type { GgufHeader } from './ggufHeader.ts'

/** Kinds of model that give numbers or sound, or that need another model beside them. */
const CANNOT_TALK = new Set([
  'bert',
  'clip',
  'dflash',
  'eagle3',
  'eurobert',
  'gemma-embedding',
  'gemma4-assistant',
  'jina-bert-v2',
  'jina-bert-v3',
  'llama-embed',
  'modern-bert',
  'neo-bert',
  'nomic-bert',
  'nomic-bert-moe',
  'qwen3tts',
  't5',
  't5encoder',
  'wavtokenizer-dec',
])

/** Kinds without attention, whose files rightly name no heads. */
const WITHOUT_ATTENTION = /^(mamba|rwkv|arwkv)/

const LIMITS = {
  context_length: 2 ** 28,
  embedding_length: 2 ** 20,
  block_count: 4096,
  feed_forward_length: 2 ** 24,
  'attention.head_count': 2 ** 16,
} as const

/** Control characters would let a file's name forge lines of a log or of the page. */
function shortText(value: unknown, maxLength: number): string | null {
  if (typeof value !== 'string') return null
  const text = value
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, maxLength)
    .trim()
  return text === '' ? null : text
}

function positive(header: GgufHeader, key: keyof typeof LIMITS): number | null {
  const value = header.values.get(`${header.architecture}.${key}`)
  const sizes = Array.isArray(value) ? value : [value]
  const fits = (size: unknown) =>
    typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= LIMITS[key]
  const largest = sizes.every(fits) ? Math.max(0, ...sizes) : 0
  return largest > 0 ? largest : null
}

export function modelFacts(header: GgufHeader): ModelFacts {
  const { architecture, values } = header
  const canChat =
    !CANNOT_TALK.has(architecture) &&
    values.get(`${architecture}.attention.causal`) !== false &&
    // Any pooling makes one vector of a whole text.
    Number(values.get(`${architecture}.pooling_type`) ?? 0) <= 0
  return {
    architecture,
    title: shortText(values.get('general.name'), 120),
    parameters: header.parameters,
    trainedContextTokens: positive(header, 'context_length'),
    licence: shortText(values.get('general.license'), 80),
    canChat,
    fileBytes: header.fileBytes,
  }
}

/**
 * Sizes without which llama.cpp aborts the process instead of reporting an error.
 * @throws LanguageModelError MODEL_BROKEN
 */
export function checkSizes(header: GgufHeader): void {
  const required = WITHOUT_ATTENTION.test(header.architecture)
    ? (['context_length', 'embedding_length', 'block_count'] as const)
    : (Object.keys(LIMITS) as (keyof typeof LIMITS)[])
  for (const key of required) {
    if (positive(header, key) === null) {
      throw new LanguageModelError('MODEL_BROKEN', `The model file is broken: it gives no valid ${key}.`)
    }
  }
  const tokens = header.lengths.get('tokenizer.ggml.tokens') ?? 0
  if (tokens < 1 || tokens > 2 ** 22) {
    throw new LanguageModelError('MODEL_BROKEN', 'The model file is broken: it has no vocabulary.')
  }
}
