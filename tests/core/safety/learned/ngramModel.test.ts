/** The n-gram layer: its sums are what a hand works out, broken heads are refused in words, and it is quick. */
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../../electron/core/safety/learned/foldText.ts'
import {
  MOST_ENCODED,
  ngramOpinions,
  readNgramModel,
  scoreWindow,
  windowsOf,
} from '../../../../electron/core/safety/learned/ngramModel.ts'
import { eachNgram } from '../../../../electron/core/safety/learned/ngrams.ts'
import { allWindowsOf } from '../../../../electron/core/safety/learned/windows.ts'
import { bytes, smallNgrams } from './smallHeads.ts'

const hashesOf = (text: string) => {
  const hashes: number[] = []
  const count = eachNgram(foldText(text), (hash) => hashes.push(hash))
  return { hashes, count }
}

describe('n-grams', () => {
  it('are three to five characters across words, one word and two', () => {
    // " go on " has 5, 4 and 3 stretches of three, four and five characters, two words and two pairs.
    expect(hashesOf('go on').count).toBe(5 + 4 + 3 + 2 + 2)
    expect(hashesOf('go on').hashes).toHaveLength(16)
  })

  it('are told apart by order, and are the same wherever they stand', () => {
    expect(new Set(hashesOf('go on').hashes)).not.toEqual(new Set(hashesOf('on go').hashes))
    const inside = new Set(hashesOf('now go on please').hashes)
    expect(hashesOf('go on').hashes.filter((hash) => inside.has(hash)).length).toBeGreaterThanOrEqual(14)
  })
})

describe('scores of the n-gram layer', () => {
  const model = readNgramModel(smallNgrams())

  it('are counts over the root of their number, weighted, and the bias', () => {
    // 16 n-grams of weight 10 * 0.1 each: 16 / sqrt(16) = 4.
    const { tiers, kinds } = scoreWindow(model, 'go on')
    expect(Array.from(tiers)).toEqual([4.5, -4])
    expect(Array.from(kinds())).toEqual([4, -4])
  })

  it('become a chance and one opinion', () => {
    const [opinion, ...others] = ngramOpinions(model, 'go on')
    expect(others).toEqual([])
    expect(opinion).toMatchObject({ layer: 'ngrams', tier: 'concern', kinds: ['suicide'] })
    expect(opinion?.probability).toBeCloseTo(1 / (1 + Math.exp(-4.5)), 10)
  })

  it('ask for more of a long text', () => {
    const calibration = {
      concern: { slope: 1, perLogWindow: -6, offset: 0, threshold: 0.9 },
      high: { slope: 1, perLogWindow: 0, offset: 0, threshold: 0.9 },
    }
    const careful = readNgramModel({ ...smallNgrams(), calibration })
    expect(ngramOpinions(careful, 'go on')).toHaveLength(1)
    // 60 windows ask for 6 ln 60, about 25, more.
    expect(ngramOpinions(careful, 'go on. '.repeat(1200))).toEqual([])
  })

  it('are none without words, and the same each time', () => {
    expect(ngramOpinions(model, ' \n ')).toEqual([])
    expect(ngramOpinions(model, 'go on')).toEqual(ngramOpinions(model, 'go on'))
  })
})

describe('what the encoder is given', () => {
  const plain = smallNgrams()
  /** One bucket, that of the word "alarm", speaks. */
  const listening = () => {
    const weights = Array(16).fill(0)
    const [word = 0] = hashesOf('alarm').hashes.slice(-2)
    weights[word & 15] = 100
    return readNgramModel({
      ...plain,
      tiers: { ...plain.tiers, weights: bytes(weights.flatMap((one) => [one, 0])) },
    })
  }

  it('is all of a short message', () => {
    expect(windowsOf(listening(), 'One. Two.')).toEqual(['One. Two.'])
  })

  it('is capped for a long one, in order, with the newest and the loudest', () => {
    const model = readNgramModel(plain)
    const text = Array.from(
      { length: 400 },
      (_, at) => `Sentence ${'abcdefgh'[at % 8]} goes on and on until it is full and over.`,
    ).join(' ')
    const all = allWindowsOf(text)
    const chosen = windowsOf(model, text)
    expect(chosen).toHaveLength(MOST_ENCODED)
    expect(chosen.slice(-4)).toEqual(all.slice(-4))
    const heard = (window: string) => Math.max(...scoreWindow(model, window).tiers)
    const loudest = Math.max(...all.slice(0, -4).map(heard))
    expect(Math.max(...chosen.map(heard))).toBeGreaterThanOrEqual(loudest)
  })
})

describe('reading the n-gram head', () => {
  const broken = (change: Record<string, unknown>) => () => readNgramModel({ ...smallNgrams(), ...change })

  it.each([
    ['nothing', () => readNgramModel(null), 'ngrams is not an object'],
    ['an older format', broken({ format: 0 }), 'ngrams.format is not 1'],
    ['no training part', broken({ trainedOn: 'x' }), 'ngrams.trainedOn is not text like'],
    ['no table', broken({ tiers: undefined }), 'ngrams.tiers is not an object'],
    [
      'weights of another size',
      broken({ tiers: { ...smallNgrams().tiers, bits: 5 } }),
      'ngrams.tiers.weights is not base64 of 64 bytes',
    ],
    [
      'weights that are no base64',
      broken({ tiers: { ...smallNgrams().tiers, weights: '*'.repeat(44) } }),
      'base64 of 32 bytes',
    ],
    [
      'an output too few',
      broken({ tiers: { ...smallNgrams().tiers, outputs: { concern: { scale: 1, bias: 0 } } } }),
      'ngrams.tiers.outputs.high is not an object',
    ],
    [
      'a kind nobody knows',
      broken({ kinds: { ...smallNgrams().kinds, outputs: { boredom: { scale: 1, bias: 0 } } } }),
      'ngrams.kinds.outputs is not made of suicide',
    ],
    ['a table too large to be one', broken({ tiers: { ...smallNgrams().tiers, bits: 31 } }), 'from 4 to 20'],
    [
      'a threshold above one',
      broken({ calibration: { concern: { slope: 1, perLogWindow: 0, offset: 0, threshold: 2 } } }),
      'ngrams.calibration.concern.threshold is not a number from 0 to 1',
    ],
  ])('refuses %s, and says what is wrong', (_, read, words) => {
    expect(read).toThrow(words)
    expect(read).toThrow('Run the training script.')
  })
})

describe('speed of the n-gram layer', () => {
  const model = readNgramModel(smallNgrams())
  /** Milliseconds of processor time: others may be at work on this machine. */
  const fastest = (work: () => unknown) =>
    Math.min(
      ...Array.from({ length: 9 }, () => {
        const start = process.cpuUsage()
        work()
        const { user, system } = process.cpuUsage(start)
        return (user + system) / 1000
      }),
    )

  it('is under a millisecond for a message', () => {
    const message = 'I just got home and everything at work was too much today, honestly. '.repeat(3)
    expect(fastest(() => ngramOpinions(model, message))).toBeLessThan(1)
  })

  it.each([
    ['sentences', 'I just got home, and I am tired. It was a long day with many people! '],
    ['one word', 'x'],
    ['stops', '. '],
    ['accents', 'e\u0301\u0302'],
    ['emoji', '😭'],
    ['Cyrillic', 'я устал '],
    ['lines', 'a\n'],
  ])('is under 25 ms for 100 kB of %s, windows included', (_, part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000)
    ngramOpinions(model, text)
    const spent = fastest(() => {
      ngramOpinions(model, text)
      windowsOf(model, text)
    })
    expect(spent, 'look for work that is done twice').toBeLessThan(25)
  })
})
