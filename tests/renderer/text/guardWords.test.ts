/** "Why this reply" has words for every rule of the guard, and for the one an earlier version kept under another name. */
import { expect, test } from 'vitest'
import { replacedRules } from '../../../electron/core/safety/safetyText.ts'
import en from '../../../renderer/text/en.why.json'

test.each([...replacedRules, 'limit', 'repeat', 'marker', 'pleading'])('%s', (rule) => {
  expect(Object.keys(en.why.rule)).toContain(rule)
})
