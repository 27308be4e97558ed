/** What was read is not read again, and an encoder that is off, late or gone is an absence and never an error. */
import { beforeEach, expect, it, vi } from 'vitest'
import { EventBus } from '../../../../electron/engine/events.ts'
import { SentenceVectors } from '../../../../electron/engine/features/safety/sentenceVectors.ts'
import { DIMENSIONS, type WakingEncoder } from '../../../../electron/engine/ports/encoder.ts'
import { LanguageModelError } from '../../../../electron/engine/ports/languageModel.ts'

let asked: string[][]
let wakes: number
let isOn: boolean
let bus: EventBus
let embed: WakingEncoder['embed']
let warned: unknown[][]
let vectors: SentenceVectors
const never = new AbortController().signal

beforeEach(() => {
  asked = []
  wakes = 0
  isOn = true
  bus = new EventBus()
  warned = []
  embed = async (texts) =>
    texts.map((text) => new Float32Array(DIMENSIONS).fill(1, text.length, text.length + 1))
  const encoder: WakingEncoder = {
    wake: () => void wakes++,
    embed(texts, signal) {
      asked.push([...texts])
      return embed(texts, signal)
    },
  }
  const log = {
    info() {},
    warn: (...what: unknown[]) => warned.push(what),
    error: (...what: unknown[]) => warned.push(what),
  }
  vectors = new SentenceVectors({ encoder, isOn: () => isOn, bus, log })
})

const places = (rows: Float32Array[] | null) => rows?.map((row) => row.indexOf(1))

it('reads each window once, and gives the vectors in the order they were asked for', async () => {
  expect(places(await vectors.of(['a', 'bb', 'a'], never))).toEqual([1, 2, 1])
  expect(places(await vectors.of(['ccc', 'bb', 'a'], never))).toEqual([3, 2, 1])
  expect(asked).toEqual([['a', 'bb'], ['ccc']])
  expect(vectors.windows).toEqual({ read: 3, known: 2 })
})

it('reads one new message of a long talk, not the talk', async () => {
  const talk = Array.from({ length: 200 }, (_, nth) => `turn ${nth}`)
  await vectors.of(talk, never)
  asked = []
  await vectors.of([...talk, 'and one more'], never)
  expect(asked).toEqual([['and one more']])
})

it('forgets what was not asked for longest', async () => {
  await vectors.of(['first', 'second'], never)
  await vectors.of(
    Array.from({ length: 2046 }, (_, nth) => `window ${nth}`),
    never,
  )
  await vectors.of(['first'], never)
  await vectors.of(['new'], never)
  asked = []
  await vectors.of(['first', 'second'], never)
  expect(asked).toEqual([['second']])
})

it('asks nothing, and wakes nothing, while the layer is off', async () => {
  isOn = false
  vectors.wake()
  expect(await vectors.of(['a'], never)).toBeNull()
  expect([asked, wakes]).toEqual([[], 0])
  isOn = true
  vectors.wake()
  expect(wakes).toBe(1)
})

it('asks nothing where there is nothing to read', async () => {
  expect(await vectors.of([], never)).toEqual([])
  expect(asked).toEqual([])
})

it('keeps what was read when time ran out, and reads the rest the next time', async () => {
  const stop = new AbortController()
  const quick = embed
  embed = async (texts, signal) => {
    if (asked.length === 2) {
      stop.abort()
      signal?.throwIfAborted()
    }
    return quick(texts, signal)
  }
  const windows = Array.from({ length: 12 }, (_, nth) => 'x'.repeat(nth + 1))
  expect(await vectors.of(windows, stop.signal)).toBeNull()
  embed = quick
  asked = []
  expect(await vectors.of(windows, never)).toHaveLength(12)
  expect(asked).toEqual([windows.slice(8)])
  expect([vectors.failures, warned]).toEqual([0, []])
})

it('does not even ask when time has run out before', async () => {
  expect(await vectors.of(['a'], AbortSignal.abort())).toBeNull()
  expect(asked).toEqual([])
})

it('says once that the encoder failed, counts on, and uses it again when it is back', async () => {
  const quick = embed
  embed = vi.fn().mockRejectedValue(new LanguageModelError('MODEL_STOPPED', 'gone'))
  expect(await vectors.of(['a'], never)).toBeNull()
  expect(await vectors.of(['a'], never)).toBeNull()
  expect(vectors.failures).toBe(2)
  expect(warned).toEqual([['encoderFailed', { code: 'MODEL_STOPPED' }]])
  embed = quick
  expect(places(await vectors.of(['a'], never))).toEqual([1])
})

it('cuts what is longer than the encoder takes instead of going without', async () => {
  expect(await vectors.of(['x'.repeat(5000)], never)).toHaveLength(1)
  expect(asked[0]?.[0]).toHaveLength(2000)
})

it('forgets everything when everything is erased', async () => {
  await vectors.of(['a'], never)
  bus.emit('everythingErased', {})
  await vectors.of(['a'], never)
  expect(asked).toEqual([['a'], ['a']])
})
