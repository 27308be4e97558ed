/** Payloads that have no heart rate in them, and the one reason each is refused for (sensing notes §3). */

const deepNesting = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

export const payloadZoo: readonly (readonly [name: string, payload: string | Uint8Array, reason: string])[] =
  [
    ['empty', '', 'empty'],
    ['spaces', '  \n', 'empty'],
    ['an open brace', '{', 'not_json'],
    ['NaN', 'NaN', 'not_finite'],
    ['NaN inside', '{"rr":NaN}', 'not_json'],
    ['invalid UTF-8', Uint8Array.of(0x36, 0xff, 0xfe), 'not_utf8'],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x36, 0x31), 'byte_order_mark'],
    ['300 kB', 'x'.repeat(300_000), 'too_large'],
    ['64 kB of JSON and one more', `"${'x'.repeat(64 * 1024 - 1)}"`, 'too_large'],
    ['20 000 deep', deepNesting, 'too_deep'],
    ['1e400', '1e400', 'not_finite'],
    ['__proto__', '{"__proto__":{"rr":[800]}}', 'not_a_number'],
    ['true', 'true', 'not_a_number'],
    ['null', 'null', 'no_value'],
    ['unavailable', 'unavailable', 'unavailable'],
    ['a word', '"sixty"', 'not_a_number'],
    ['a list', '[812,805]', 'not_a_number'],
    ['far too fast', '812', 'out_of_range'],
    ['far too fast as text', '"812"', 'out_of_range'],
  ]
