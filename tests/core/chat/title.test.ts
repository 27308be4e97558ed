/** Titles are short, whole words, and discreet. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DISCREET_TITLE, titleOf } from '../../../electron/core/chat/title.ts'

test.each([
  ['The calls today were too much. I am done.', 'The calls today were too much'],
  ['hello', 'hello'],
  ['# My **day**\nwas long', 'My **day** was long'],
  [
    'I have been sitting in front of the same spreadsheet for three hours now',
    'I have been sitting in front of the same…',
  ],
  ['Why?', 'Why?'],
  ['   ', DISCREET_TITLE],
  ['...', DISCREET_TITLE],
  ['😊', '😊'],
])('%j', (text, title) => expect(titleOf(text, 'none')).toBe(title))

test('grave words are never a title', () => {
  expect(titleOf('I want to die', 'high')).toBe(DISCREET_TITLE)
  expect(titleOf('everyone would be better off', 'concern')).toBe(DISCREET_TITLE)
})

test('never longer than 48, never empty, never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const title = titleOf(text, 'none')
      expect(title.length).toBeGreaterThan(0)
      expect(title.length).toBeLessThanOrEqual(48)
      expect(title.isWellFormed()).toBe(true)
    }),
  )
})
