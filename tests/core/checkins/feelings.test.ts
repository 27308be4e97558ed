/** The wheel is even, and no word stands on it twice. */
import { expect, it } from 'vitest'
import {
  FEELING_FAMILIES,
  FEELING_WORDS,
  FEELINGS,
  isFeelingWord,
} from '../../../electron/core/checkins/feelings.ts'

it('has six families of six different words', () => {
  expect(FEELING_FAMILIES).toHaveLength(6)
  for (const family of FEELING_FAMILIES) expect(FEELINGS[family]).toHaveLength(6)
  expect(new Set(FEELING_WORDS).size).toBe(36)
})

it('knows its own words and no others', () => {
  expect(isFeelingWord('tense')).toBe(true)
  expect(isFeelingWord('toString')).toBe(false)
})
