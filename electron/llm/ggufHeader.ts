/**
 * Reads a model file's header with every length checked against the file, because llama.cpp aborts the whole
 * process on some malformed ones and the library's reader believes whatever lengths it is told.
 */
import { open } from 'node:fs/promises'
import { LanguageModelError } from '../engine/ports/languageModel.ts'

export type MetadataValue = string | number | boolean | readonly number[]

export interface GgufHeader {
  architecture: string
  fileBytes: number
  parameters: number
  /** Scalars, strings up to a template's length, and short arrays of numbers; longer ones only in `lengths`. */
  values: ReadonlyMap<string, MetadataValue>
  /** Number of items of every array. */
  lengths: ReadonlyMap<string, number>
}

/** Longer strings (vocabularies hold none) are not kept. A chat template has at most some ten kilobytes. */
const MAX_STRING_BYTES = 1_000_000
const MAX_KEYS = 10_000
const MAX_TENSORS = 100_000
const MAX_KEPT_ITEMS = 4096
/** A vocabulary of 262,144 entries takes about 10 MB. */
const MAX_HEADER_BYTES = 256 * 1024 * 1024
const FIRST_READ_BYTES = 4 * 1024 * 1024

const broken = (why: string) => new LanguageModelError('MODEL_BROKEN', `The model file is broken: ${why}.`)

/** Bytes of one scalar, by its type's number in the file; 8 is a string, 9 an array. */
const SCALAR_BYTES: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
}
const STRING = 8
const ARRAY = 9

/** [values in a block, bytes of a block] by ggml's number of the type. Types not listed are checked by offset only. */
const TENSOR_BLOCK: Readonly<Record<number, readonly [number, number]>> = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  9: [32, 36],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  15: [256, 292],
  16: [256, 66],
  17: [256, 74],
  18: [256, 98],
  19: [256, 50],
  20: [32, 18],
  21: [256, 110],
  22: [256, 82],
  23: [256, 136],
  24: [1, 1],
  25: [1, 2],
  26: [1, 4],
  27: [1, 8],
  28: [1, 8],
  29: [256, 56],
  30: [1, 2],
  34: [256, 54],
  35: [256, 66],
  39: [32, 17],
}

/** The bytes read so far ended before the header did. */
class MoreNeeded extends Error {}

class Reader {
  at = 0
  readonly #bytes: Buffer
  readonly #fileBytes: number

  constructor(bytes: Buffer, fileBytes: number) {
    this.#bytes = bytes
    this.#fileBytes = fileBytes
  }

  /** Moves past `count` bytes and returns where they begin. */
  skip(count: number): number {
    const from = this.at
    if (!Number.isSafeInteger(count) || from + count > this.#fileBytes) throw broken('it ends too early')
    if (from + count > this.#bytes.length) throw new MoreNeeded()
    this.at += count
    return from
  }
  u32(): number {
    return this.#bytes.readUInt32LE(this.skip(4))
  }
  u64(): number {
    const value = this.#bytes.readBigUInt64LE(this.skip(8))
    // Anything beyond is larger than any file, so the bounds check that follows refuses it.
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value)
  }
  string(): string {
    const length = this.u64()
    const from = this.skip(length)
    return length > MAX_STRING_BYTES ? '' : this.#bytes.toString('utf8', from, from + length)
  }
  scalar(type: number): number | boolean {
    const from = this.skip(SCALAR_BYTES[type] ?? Number.MAX_SAFE_INTEGER)
    const bytes = this.#bytes
    switch (type) {
      case 0:
        return bytes.readUInt8(from)
      case 1:
        return bytes.readInt8(from)
      case 2:
        return bytes.readUInt16LE(from)
      case 3:
        return bytes.readInt16LE(from)
      case 4:
        return bytes.readUInt32LE(from)
      case 5:
        return bytes.readInt32LE(from)
      case 6:
        return bytes.readFloatLE(from)
      case 7:
        return bytes.readUInt8(from) !== 0
      case 10:
        return Number(bytes.readBigUInt64LE(from))
      case 11:
        return Number(bytes.readBigInt64LE(from))
      default:
        return bytes.readDoubleLE(from)
    }
  }
}

function readArray(reader: Reader): { length: number; numbers: number[] | null } {
  const type = reader.u32()
  const length = reader.u64()
  if (type === STRING) {
    for (let i = 0; i < length; i++) reader.skip(reader.u64())
    return { length, numbers: null }
  }
  const size = SCALAR_BYTES[type]
  if (size === undefined) throw broken('its header holds a value of an unknown kind')
  if (length > MAX_KEPT_ITEMS) {
    reader.skip(length * size)
    return { length, numbers: null }
  }
  return { length, numbers: Array.from({ length }, () => Number(reader.scalar(type))) }
}

interface Tensors {
  parameters: number
  /** Offset behind the last tensor, from where the data begins. */
  dataBytes: number
}

function readTensors(reader: Reader, count: number): Tensors {
  let parameters = 0
  let dataBytes = 0
  for (let i = 0; i < count; i++) {
    reader.string()
    const dimensions = reader.u32()
    if (dimensions < 1 || dimensions > 8) throw broken('a tensor has an impossible shape')
    let values = 1
    for (let d = 0; d < dimensions; d++) values *= reader.u64()
    if (!Number.isSafeInteger(values) || values < 1) throw broken('a tensor has an impossible size')
    const [perBlock, blockBytes] = TENSOR_BLOCK[reader.u32()] ?? [values, 1]
    dataBytes = Math.max(dataBytes, reader.u64() + Math.ceil(values / perBlock) * blockBytes)
    parameters += values
  }
  return { parameters, dataBytes }
}

function parse(bytes: Buffer, fileBytes: number): GgufHeader {
  const reader = new Reader(bytes, fileBytes)
  if (fileBytes < 32 || bytes.toString('latin1', 0, 4) !== 'GGUF') throw broken('it is not a GGUF file')
  reader.skip(4)
  const version = reader.u32()
  if (version !== 2 && version !== 3) throw broken(`its GGUF version ${version} is not known`)
  const tensorCount = reader.u64()
  const keyCount = reader.u64()
  if (tensorCount < 1 || tensorCount > MAX_TENSORS || keyCount > MAX_KEYS) {
    throw broken('its header makes no sense')
  }
  const values = new Map<string, MetadataValue>()
  const lengths = new Map<string, number>()
  for (let i = 0; i < keyCount; i++) {
    const key = reader.string()
    const type = reader.u32()
    if (type === STRING) values.set(key, reader.string())
    else if (type === ARRAY) {
      const { length, numbers } = readArray(reader)
      lengths.set(key, length)
      if (numbers) values.set(key, numbers)
    } else values.set(key, reader.scalar(type))
  }
  const { parameters, dataBytes } = readTensors(reader, tensorCount)
  const alignment = Number(values.get('general.alignment') ?? 32)
  if (!(alignment >= 1 && alignment <= 65_536)) throw broken('its header makes no sense')
  const dataStart = Math.ceil(reader.at / alignment) * alignment
  if (dataStart + dataBytes > fileBytes) throw broken('it is not complete')
  const architecture = values.get('general.architecture')
  if (typeof architecture !== 'string' || !/^[\w()-]{1,40}$/.test(architecture)) {
    throw broken('it does not say what kind of model it is')
  }
  return { architecture, fileBytes, parameters, values, lengths }
}

/** @throws LanguageModelError MODEL_BROKEN for anything that is not one whole GGUF file. */
export async function readGgufHeader(path: string): Promise<GgufHeader> {
  const file = await open(path, 'r').catch(() => {
    throw broken('it cannot be read')
  })
  try {
    const stats = await file.stat()
    if (!stats.isFile()) throw broken('it is not a file')
    for (let want = FIRST_READ_BYTES; ; want *= 4) {
      const length = Math.min(want, stats.size, MAX_HEADER_BYTES)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
      try {
        return parse(buffer.subarray(0, bytesRead), stats.size)
      } catch (error) {
        if (!(error instanceof MoreNeeded)) throw error
        if (length >= stats.size || length >= MAX_HEADER_BYTES) throw broken('its header has no end')
      }
    }
  } finally {
    await file.close()
  }
}
