/** Topics a broker would hang up on are refused before it can. */
import { expect, test } from 'vitest'
import {
  publishTopicProblem,
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
  ['sensors/+/x', 'wildcard'],
  ['sensors/#', 'wildcard'],
  ['', 'empty'],
  ['a\0b', 'null_character'],
  ['x'.repeat(70_000), 'too_long'],
  ['€'.repeat(22_000), 'too_long'],
  ['sensors/x', null],
])('publishing', (topic, problem) => expect(publishTopicProblem(topic)).toBe(problem))

test.each([
  ['a/#/b', 'misplaced_wildcard'],
  ['a#', 'misplaced_wildcard'],
  ['a/b+', 'misplaced_wildcard'],
  ['', 'empty'],
  ['a/+/#', null],
])('filter %s', (filter, problem) => expect(topicFilterProblem(filter)).toBe(problem))
