/** Tags are kept as typed, never twice, and the most used is suggested first. */
import { expect, it } from 'vitest'
import { tagsByUse, tidyTags } from '../../../electron/core/checkins/tags.ts'

it('are tidied: no blanks around, none doubled, the first spelling stays', () => {
  expect(tidyTags(['  Deep   work ', 'deep work', '', '   ', 'Straße', 'STRASSE '])).toEqual([
    'Deep work',
    'Straße',
    'STRASSE',
  ])
})

it('are suggested by use, of equals the latest, in the spelling used last', () => {
  const newestFirst = [['Office', 'run'], ['meeting'], ['office', 'meeting'], ['rain']]
  expect(tagsByUse(newestFirst, 12)).toEqual(['Office', 'meeting', 'run', 'rain'])
  expect(tagsByUse(newestFirst, 2)).toEqual(['Office', 'meeting'])
  expect(tagsByUse([], 5)).toEqual([])
})
