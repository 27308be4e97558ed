/** Paths lead where they say, and a wrong one leads nowhere. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followJsonPath, parseJsonPath } from '../../../electron/core/readings/jsonPath.ts'

const found = (value: unknown, path: string) =>
  followJsonPath(value, parseJsonPath(path) ?? []).map((match) => match.value)

const payload = {
  hr: 66,
  rr: [905, 912],
  'a.b': 1,
  data: {
    metrics: [
      { name: 'step_count', data: [{ qty: 1 }] },
      { name: 'heart_rate_variability', data: [{ qty: 48.2, date: 'x' }, { date: 'y' }, { qty: 50 }] },
    ],
  },
}

test.each([
  ['$', [payload]],
  ['$.hr', [66]],
  ['$.rr', [[905, 912]]],
  ['$.rr[*]', [905, 912]],
  ['$.rr[1]', [912]],
  ['$.rr[-1]', [912]],
  ['$.rr[2]', []],
  ['$["a.b"]', [1]],
  ['$.hr.deeper', []],
  ['$.data.metrics[?name=heart_rate_variability].data[*].qty', [48.2, 50]],
  ['$.data.metrics[?name=nothing].data[*].qty', []],
  ['$.__proto__', []],
  ['$.constructor.name', []],
  ['$.rr.length', []],
])('%s', (path, values) => expect(found(payload, path)).toEqual(values))

test.each(['', 'hr', '$hr', '$.', '$..hr', '$[', '$[a]', '$.rr[*', '$[?name]', `$.${'a'.repeat(300)}`])(
  '%j is no path',
  (path) => expect(parseJsonPath(path)).toBeNull(),
)

test('places tell which list items were passed', () => {
  const steps = parseJsonPath('$.data.metrics[?name=heart_rate_variability].data[*].qty') ?? []
  expect(followJsonPath(payload, steps).map((match) => match.places)).toEqual([
    [1, 0],
    [1, 2],
  ])
})

test('an own member called __proto__ is read and harms nothing', () => {
  expect(found(JSON.parse('{"__proto__":{"rr":800}}'), '$.__proto__.rr')).toEqual([800])
  expect({}).not.toHaveProperty('rr')
})

test('no value and no path makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ maxLength: 40 }), (value, path) => {
      found(value, `$${path}`)
    }),
  )
})
