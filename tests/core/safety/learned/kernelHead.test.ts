/** The kernel head: its likeness is what a hand works out, it hears better beside n-grams, and refuses what does not fit. */
import { describe, expect, it } from 'vitest'
import {
  CENTRE_STEP,
  kernelOpinions,
  readKernelHead,
} from '../../../../electron/core/safety/learned/kernelHead.ts'
import { readNgramModel } from '../../../../electron/core/safety/learned/ngramModel.ts'
import { smallKernel, smallNgrams } from './smallHeads.ts'

const head = readKernelHead(smallKernel())
const first = Float32Array.of(1, 0, 0)
const second = Float32Array.of(0, 1, 0)
const logistic = (score: number) => 1 / (1 + Math.exp(-score))

/** The first centre's inner product with `first`, and so both likenesses. */
const near = Math.exp(-2 * (1 - 127 * CENTRE_STEP))
const far = Math.exp(-2)

describe('opinions of the kernel head', () => {
  it('come from likeness to the centres', () => {
    // concern 2 near - 2 far, high 4 near - 4 far; eating 8 near - 8 far - 2 and suicide -1.
    const [opinion, ...others] = kernelOpinions(head, [first])
    expect(others).toEqual([])
    expect(opinion).toMatchObject({ layer: 'encoder', tier: 'concern', kinds: ['suicide'] })
    expect(opinion?.probability).toBeCloseTo(logistic(2 * (near - far)), 6)
  })

  it('come halfway between the loudest window and the mean, and are none where nothing is heard', () => {
    const [opinion] = kernelOpinions(head, [second, first, second])
    // The means of 1 and -1, -1: a third of the way down, so that the text scores a third of the loudest.
    expect(opinion?.probability).toBeCloseTo(logistic((2 * (near - far)) / 3), 6)
    expect(opinion?.kinds).toEqual(['suicide'])
    expect(kernelOpinions(head, [second])).toEqual([])
    expect(kernelOpinions(head, [])).toEqual([])
  })

  it('add what the n-grams say of the same windows', () => {
    const beside = { ngrams: readNgramModel(smallNgrams()), windows: ['go on'] }
    // The n-grams of "go on" say 4.5 for concern and -4 for high, and half of it counts.
    const [opinion] = kernelOpinions(head, [first], beside)
    expect(opinion?.tier).toBe('concern')
    expect(opinion?.probability).toBeCloseTo(logistic(2 * (near - far) + 2.25), 6)
    expect(() => kernelOpinions(head, [first, second], beside)).toThrow('2 vectors for 1 windows')
  })

  it('refuse vectors of another encoder', () => {
    expect(() => kernelOpinions(head, [Float32Array.of(1, 0)])).toThrow(
      'vectors of 3 numbers, and was given 2',
    )
  })
})

describe('reading the kernel head', () => {
  it.each([
    ['nothing', null, 'encoder is not an object'],
    ['an older format', { ...smallKernel(), format: 0 }, 'encoder.format is not 1'],
    ['a centre too few', { ...smallKernel(), count: 3 }, 'encoder.weights is not base64 of 48 bytes'],
    ['other dimensions', { ...smallKernel(), dimensions: 4 }, 'encoder.centres is not base64 of 8 bytes'],
    ['too many centres', { ...smallKernel(), count: 1e9 }, 'encoder.count is not a number from 1 to 4096'],
    [
      'weights that are no numbers',
      { ...smallKernel(), weights: Buffer.alloc(32, 255).toString('base64') },
      'base64 of finite numbers',
    ],
    ['no calibration', { ...smallKernel(), joined: undefined }, 'encoder.joined is not an object'],
  ])('refuses %s, and says what is wrong', (_, json, words) => {
    expect(() => readKernelHead(json)).toThrow(words)
    expect(() => readKernelHead(json)).toThrow('Run the training script.')
  })
})
