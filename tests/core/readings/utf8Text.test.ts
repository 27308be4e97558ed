/** Our reader of UTF-8 agrees with the platform's strict one, byte for byte. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textBeginning, utf8Text } from '../../../electron/core/readings/utf8Text.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function platformText(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

test('on text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const bytes = new TextEncoder().encode(text)
      expect(utf8Text(bytes)).toBe(platformText(bytes))
    }),
  )
})

test('on rubbish', () => {
  const nearlyText = fc.array(
    fc.constantFrom(0x41, 0x7f, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5),
    {
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(nearlyText, (list) => {
      const bytes = Uint8Array.from(list)
      expect(utf8Text(bytes)).toBe(platformText(bytes))
    }),
    { numRuns: 3000 },
  )
})

test('a long text is more than one piece', () => {
  const text = 'ä€🎉a'.repeat(5000)
  expect(utf8Text(new TextEncoder().encode(text))).toBe(text)
})

test('the beginning of a text is text, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.integer({ min: 1, max: 30 }),
      (text, most) => {
        const bytes = new TextEncoder().encode(text)
        expect(textBeginning(bytes, most)).toBe(text.slice(0, most))
      },
    ),
  )
  expect(textBeginning(Uint8Array.of(0x61, 0xff), 100)).toBeNull()
  expect(textBeginning(new Uint8Array(), 100)).toBe('')
})
