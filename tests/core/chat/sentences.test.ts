/** Sentences from a stream: nothing lost, nothing cut in the middle, the same however it arrives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeSentences } from '../../../electron/core/chat/sentences.ts'

const cut = (text: string) => takeSentences(text, true).sentences

function streamed(pieces: readonly string[]): string[] {
  const sentences: string[] = []
  let buffer = ''
  for (const piece of pieces) {
    const taken = takeSentences(buffer + piece, false)
    sentences.push(...taken.sentences)
    buffer = taken.rest
  }
  return [...sentences, ...takeSentences(buffer, true).sentences]
}

test.each([
  ['You did it. What now?', ['You did it. ', 'What now?']],
  ['No stop at the end', ['No stop at the end']],
  ['Dr. Lee said so. Fine.', ['Dr. Lee said so. ', 'Fine.']],
  ['Tea, e.g. green, helps. Some say.', ['Tea, e.g. green, helps. ', 'Some say.']],
  ['It took 2.5 hours. Long.', ['It took 2.5 hours. ', 'Long.']],
  ['At 5 p.m. you left. Good.', ['At 5 p.m. you left. ', 'Good.']],
  ['You left at 5 p.m. Then home.', ['You left at 5 p.m. ', 'Then home.']],
  ['Well... maybe. Or not.', ['Well... maybe. ', 'Or not.']],
  ['Hm… So it was.', ['Hm… ', 'So it was.']],
  ['Really?! Yes.', ['Really?! ', 'Yes.']],
  ['"You can." So they say.', ['"You can." ', 'So they say.']],
  ['**Rest.** Then go.', ['**Rest.** ', 'Then go.']],
  ['Well done! 🎉 What next?', ['Well done! 🎉 ', 'What next?']],
  ['1. Rest\n2. Walk\n\nThen see.', ['1. Rest\n', '2. Walk\n\n', 'Then see.']],
  ['- a\n- b', ['- a\n', '- b']],
  ['你好。今天怎么样？很好', ['你好。', '今天怎么样？', '很好']],
  ['J. Smith called. Ok.', ['J. Smith called. ', 'Ok.']],
  ['That is hard. 1. Rest\nGo on.', ['That is hard. ', '1. Rest\n', 'Go on.']],
  ["I can't. You can.", ["I can't. ", 'You can.']],
  ['So did I. And you?', ['So did I. ', 'And you?']],
  ['  leading. Yes.\n', ['  leading. ', 'Yes.\n']],
  ['', []],
])('%j', (text, sentences) => expect(cut(text)).toEqual(sentences))

test('an unfinished sentence waits, also when its stop may not be the end', () => {
  expect(takeSentences('You did it. What', false)).toEqual({ sentences: ['You did it. '], rest: 'What' })
  expect(takeSentences('You did it.', false)).toEqual({ sentences: [], rest: 'You did it.' })
  expect(takeSentences('It took 2.', false).rest).toBe('It took 2.')
})

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'Yes',
        '. ',
        '...',
        '? ',
        '!',
        '\n',
        'e.g. ',
        '1. ',
        "can't. ",
        '2.5',
        ' so ',
        '🎉',
        '”',
        '。',
        '**',
        'Dr. ',
        ' ',
        'i',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
)

test('joined they are the input', () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, ended) => {
      const { sentences, rest } = takeSentences(text, ended)
      expect(sentences.join('') + rest).toBe(text)
      if (ended) expect(rest).toBe('')
    }),
  )
})

test('character by character gives the same sentences as all at once', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(streamed([...text])).toEqual(cut(text))
    }),
    { numRuns: 500 },
  )
})

test('a hundred kilobytes of stops stay fast', () => {
  for (const piece of ['.', '. ', '? ', 'a.', '…', '\n', '1.', '1. ', '" ', '🎉', 'e.g. ', '.)', ' ']) {
    const startedAt = performance.now()
    cut(piece.repeat(100_000 / piece.length))
    expect(performance.now() - startedAt, piece).toBeLessThan(3000)
  }
}, 40_000)
