/** Topics a broker would hang up on are refused before it can. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fewestFilters,
  filterCovers,
  topicFilterProblem,
  topicMatches,
} from '../../../electron/core/readings/topics.ts'

test.each([
  ['psl/hr', 'psl/hr', true],
  ['psl/hr', 'psl/ecg', false],
  ['psl/+', 'psl/hr', true],
  ['psl/+', 'psl/hr/x', false],
  ['psl/+', 'psl', false],
  ['psl/#', 'psl', true],
  ['psl/#', 'psl/a/b', true],
  ['+/sensor/+/state', 'node/sensor/hr/state', true],
  ['+', '/x', false],
  ['+/+', '/x', true],
  ['#', '$SYS/uptime', false],
  ['+/uptime', '$SYS/uptime', false],
  ['$SYS/#', '$SYS/uptime', true],
  ['psl/hr', 'psl/hr/', false],
])('%s and %s: %s', (filter, topic, matches) => expect(topicMatches(filter, topic)).toBe(matches))

test.each([
  ['a/#/b', 'misplaced_wildcard'],
  ['a#', 'misplaced_wildcard'],
  ['a/b+', 'misplaced_wildcard'],
  ['', 'empty'],
  ['a\0b', 'null_character'],
  ['x'.repeat(70_000), 'too_long'],
  ['€'.repeat(22_000), 'too_long'],
  ['a/+/#', null],
])('filter %s', (filter, problem) => expect(topicFilterProblem(filter)).toBe(problem))

test.each([
  ['#', 'a/b', true],
  ['#', 'a/#', true],
  ['#', '$SYS/#', false],
  ['+/b', '$SYS/b', false],
  ['a/#', 'a', true],
  ['a/+', 'a/b', true],
  ['a/+', 'a/#', false],
  ['a/+', 'a/+', true],
  ['a/b', 'a/+', false],
  ['a/+', 'a', false],
  ['a', 'a/b', false],
  ['+/+', '+/b', true],
])('%s covers %s: %s', (wide, narrow, covers) => expect(filterCovers(wide, narrow)).toBe(covers))

const level = fc.constantFrom('a', 'b', '', '$x')
const topic = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join('/'))
const filter = fc
  .tuple(fc.array(fc.oneof(level, fc.constant('+')), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([levels, open]) => [...levels, ...(open ? ['#'] : [])].join('/'))
  .filter((text) => text !== '')

test('a filter that covers another matches all that it matches', () => {
  fc.assert(
    fc.property(filter, filter, topic, (wide, narrow, heard) => {
      if (filterCovers(wide, narrow) && topicMatches(narrow, heard))
        expect(topicMatches(wide, heard)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('the fewest filters reach what all of them reach, and none lies within another', () => {
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 6 }), topic, (filters, heard) => {
      const fewest = fewestFilters(filters)
      const reaches = (some: string[]) => some.some((one) => topicMatches(one, heard))
      expect(reaches(fewest)).toBe(reaches(filters))
      for (const one of fewest) {
        expect(fewest.filter((other) => other !== one && filterCovers(other, one))).toEqual([])
      }
    }),
    { numRuns: 2000 },
  )
})
