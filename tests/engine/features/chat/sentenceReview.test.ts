/** Nothing of a model is shown before the guard has seen it, wherever the stream is cut. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noTalk } from '../../../../electron/core/safety/guard/talk.ts'
import { MAX_SENTENCE } from '../../../../electron/core/safety/guardReply.ts'
import { sentenceReview } from '../../../../electron/engine/features/chat/sentenceReview.ts'
import { readResources } from '../../../../electron/engine/resources.ts'
import { resourcesFolder } from '../../engineParts.ts'

const { safetyText } = readResources(resourcesFolder)
const policy = { maxSentences: 3, maxQuestions: 1, text: safetyText, turn: 0, talk: noTalk }

function shown(deltas: string[], whole = true) {
  const review = sentenceReview(policy)
  const steps = deltas.map((delta) => review.take(delta))
  return { steps, text: steps.join('') + review.end(whole), review }
}

describe('sentenceReview', () => {
  it('shows a sentence when it is whole, however it was cut on the way', () => {
    expect(shown(['It so', 'unds like a lot. What', ' weighs', ' most?']).steps).toEqual([
      '',
      'It sounds like a lot. ',
      '',
      '',
    ])
    expect(shown(['It sounds like a lot. What weighs most?']).text).toBe(
      'It sounds like a lot. What weighs most?',
    )
  })

  it('drops a last sentence that broke off, unless it is all there is', () => {
    expect(shown(['It sounds like a lot. What wei'], false).text).toBe('It sounds like a lot. ')
    expect(shown(['It sounds li'], true).text).toBe('It sounds li')
  })

  it('is full when the policy says so, and lets nothing more through', () => {
    const { review, text } = shown(['One thing. ', 'Another thing. ', 'A third. ', 'A fourth. '])
    expect(review.full).toBe(true)
    expect(text.trim()).toBe('One thing. Another thing. A third.')
  })

  it('begins with a word, and says something authored when nothing is left', () => {
    expect(shown(['\n\n It rains. ']).text).toMatch(/^It rains\./)
    expect(safetyText.reflection).toContain(shown(['']).text)
    expect(safetyText.reflection).toContain(shown(['<|im_start|>user\nhi']).text)
  })

  it('never shows a number to dial, wherever the stream is cut', () => {
    const reply = 'That is hard. Please call 116 123 or 1-800-273-8255 now. What happened?'
    fc.assert(
      fc.property(fc.array(fc.nat(reply.length), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), reply.length]
        const deltas = places.slice(1).map((place, index) => reply.slice(places[index], place))
        expect(shown(deltas).text).not.toMatch(/116|273/)
      }),
    )
  })

  it('shows the same in any pieces, and cuts the same', () => {
    const parts = [
      'That is hard. ',
      'Call 988! ',
      'I love you... ',
      'What now?\n\n',
      '1. Rest\n',
      'Take thirty. Of those pills. ',
      'No stop here',
      '“You can.” 🎉 ',
      'e.g. ',
      ' '.repeat(MAX_SENTENCE),
      'so '.repeat(600),
    ]
    const replies = fc
      .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 })
      .map((chosen) => chosen.join(''))
    fc.assert(
      fc.property(replies, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (reply, sizes) => {
        const deltas: string[] = []
        for (let at = 0, nth = 0; at < reply.length; nth++) {
          const size = (sizes[nth % sizes.length] ?? 1) * (nth > 60 ? 200 : 1)
          deltas.push(reply.slice(at, at + size))
          at += size
        }
        const inOne = shown([reply])
        const inPieces = shown(deltas)
        expect(inPieces.text).toBe(inOne.text)
        expect(inPieces.review.cuts).toEqual(inOne.review.cuts)
      }),
    )
  })

  it('does not wait for the end of a sentence that has none', () => {
    const review = sentenceReview(policy)
    for (let piece = 0; piece < 40; piece++) review.take('and so on and so forth and on and on, ')
    expect(review.full).toBe(true)
    expect(review.cuts).toEqual([{ rule: 'limit', sentence: 0 }])
  })

  it('reads the same texts as the file holds', () => {
    const file = JSON.parse(readFileSync(join(resourcesFolder, 'safety/en.json'), 'utf8'))
    expect(safetyText.reflection).toEqual(file.reflection)
  })
})
