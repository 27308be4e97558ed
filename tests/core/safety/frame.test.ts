/** Whom a phrase speaks of, and what denies it. */
import { expect, test } from 'vitest'
import { triage } from '../../../electron/core/safety/triage.ts'
import { tierOf } from './rules/heard.ts'

const kindsOf = (text: string) => triage([{ role: 'person', text }]).kinds

test.each([
  ['I want to die', 'suicide'],
  ['my brother wants to die', 'someone-else'],
  ['I told my brother I want to die', 'suicide'],
  ['my brother made me want to die', 'suicide'],
  ['after my dad left want to kill myself', 'suicide'],
  ['I think she will kill herself', 'someone-else'],
  ['everyone would be better off without me', 'suicide'],
  ['the kids would be better off without me', 'suicide'],
])('%s is about %s', (text, kind) => {
  expect(kindsOf(text)).toContain(kind)
})

test.each([
  ['people want to die of old age'],
  ['you should kill yourself, they wrote in the game chat'],
  ['she is not suicidal'],
  ["I don't want to die"],
  ["I don't think that I want to die"],
  ["it's not that I want to die"],
  ['I would never kill myself'],
  ['I never said I want to die'],
  ['no, I am not thinking about suicide'],
])('%s is nobody’s danger', (text) => {
  expect(kindsOf(text)).not.toContain('suicide')
})

test.each([
  ["I can't sleep and I want to die"],
  ["I don't know why I want to die"],
  ['not gonna lie i want to die'],
  ["I can't stop thinking about killing myself"],
  ["I don't care anymore I want to die"],
  ['never felt this bad I want to kill myself'],
])('%s is no denial', (text) => {
  expect(['high', 'imminent']).toContain(tierOf(text))
})

test('an unnamed you may be the writer, and is one step less', () => {
  expect(tierOf('do you ever just want to die')).toBe('concern')
})
