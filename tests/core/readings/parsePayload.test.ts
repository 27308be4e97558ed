/** The payload zoo: each animal is named, none bites. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_DEPTH, MOST_PAYLOAD_BYTES, parsePayload } from '../../../electron/core/readings/parsePayload.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['nothing', '', 'empty'],
  ['spaces', ' \n', 'empty'],
  ['half an object', '{', 'not_json'],
  ['NaN', 'NaN', 'not_finite'],
  ['NaN inside', '{"rr":NaN}', 'not_json'],
  ['infinity', '-Infinity', 'not_finite'],
  ['a byte order mark', '\ufeff{"rr":800}', 'byte_order_mark'],
  ['300 kB', 'x'.repeat(300_000), 'too_large'],
  ['20 000 deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'too_deep'],
  ['null', 'null', 'no_value'],
  ['unknown', 'unknown', 'unavailable'],
  ['unavailable', 'unavailable', 'unavailable'],
  ['None', 'None', 'unavailable'],
  ['a word', 'hello', 'not_json'],
])('%s is refused', (_name, payload, refused) => {
  expect(parsePayload(payload)).toEqual({ refused })
  expect(parsePayload(bytes(payload))).toEqual({ refused })
})

test.each([
  [[0xff, 0xfe]],
  [[0x22, 0xc3, 0x22]],
  [[0xc0, 0x80]],
  [[0xed, 0xa0, 0x80]],
  [[0xf4, 0x90, 0x80, 0x80]],
  [[0xe2, 0x82]],
])('%j is not UTF-8', (broken) => {
  expect(parsePayload(Uint8Array.from(broken))).toEqual({ refused: 'not_utf8' })
})

test('scalars and lists are payloads too', () => {
  for (const payload of ['812', '"812"', '[812,805]', ' 72 ']) {
    expect(parsePayload(bytes(payload))).toEqual({ value: JSON.parse(payload) })
  }
})

test('depth counts brackets, not brackets in strings', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  expect(parsePayload(deep(MOST_DEPTH))).toHaveProperty('value')
  expect(parsePayload(deep(MOST_DEPTH + 1))).toEqual({ refused: 'too_deep' })
  const inString = JSON.stringify({ text: `\\"${'['.repeat(100)}` })
  expect(parsePayload(inString)).toEqual({ value: JSON.parse(inString) })
})

test('the largest payload passes, one byte more does not', () => {
  expect(parsePayload(`"${'a'.repeat(MOST_PAYLOAD_BYTES - 2)}"`)).toHaveProperty('value')
  expect(parsePayload(`"${'a'.repeat(MOST_PAYLOAD_BYTES - 1)}"`)).toEqual({ refused: 'too_large' })
})

test('__proto__ stays a name', () => {
  parsePayload('{"__proto__":{"polluted":true}}')
  expect({}).not.toHaveProperty('polluted')
})

test('whatever comes, it answers', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (payload) => {
      expect(Object.keys(parsePayload(payload))).toHaveLength(1)
    }),
  )
})

test('any JSON of any language survives its bytes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), (value) => {
      fc.pre(value !== null)
      const text = JSON.stringify(value)
      fc.pre(!['unknown', 'unavailable', 'none', ''].includes(text))
      expect(parsePayload(bytes(text))).toEqual({ value: JSON.parse(text) })
    }),
  )
})
