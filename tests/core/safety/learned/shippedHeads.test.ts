/** The heads Lull comes with load, fit one another and the sentences of the training part, and are small. */
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readKernelHead } from '../../../../electron/core/safety/learned/kernelHead.ts'
import {
  ngramOpinions,
  readNgramModel,
  scoreWindow,
} from '../../../../electron/core/safety/learned/ngramModel.ts'
import { DIMENSIONS } from '../../../../electron/engine/ports/encoder.ts'
import { readTrainingPart } from '../../../eval/safety/heads/trainingLines.ts'

const path = (name: string) => fileURLToPath(new URL(`../../../../${name}`, import.meta.url))
const headFile = (name: string) => path(`resources/safety/heads/${name}.json`)
const json = (name: string): unknown => JSON.parse(readFileSync(headFile(name), 'utf8'))

const ngrams = readNgramModel(json('ngrams'))
const encoder = readKernelHead(json('encoder'))

describe('the shipped heads', () => {
  it('were trained on the training part as it is now', () => {
    const { sha256 } = readTrainingPart()
    const advice = 'the training part changed: run node tests/eval/safety/trainHeads.ts'
    expect(ngrams.trainedOn, advice).toBe(sha256)
    expect(encoder.trainedOn, advice).toBe(sha256)
  })

  it('read the vectors of the shipped encoder', () => {
    expect(encoder.dimensions).toBe(DIMENSIONS)
  })

  it.each([
    ['ngrams', 200_000],
    ['encoder', 650_000],
  ])('%s.json stays small', (name, most) => {
    expect(statSync(headFile(name)).size).toBeLessThan(most)
  })

  it('find a burden said aloud likelier to be a risk than a working day', () => {
    const heard = (text: string) => scoreWindow(ngrams, text).tiers[0] as number
    const burden = heard('Everyone would be better off without me, I just want it to end.')
    const work = heard('The report is due on Friday and my manager wants the slides before lunch.')
    expect(burden - work, 'look whether the outputs or the buckets got mixed up').toBeGreaterThan(1)
    expect(ngramOpinions(ngrams, 'The report is due on Friday.')).toEqual([])
  })
})
