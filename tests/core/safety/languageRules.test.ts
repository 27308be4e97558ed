/** Rules of another language as data: compiled, denied, told as past, and refused with the place named. */
import { expect, test } from 'vitest'
import type { LanguageFile } from '../../../electron/core/safety/languageFile.ts'
import { languageRules } from '../../../electron/core/safety/languageRules.ts'
import type { Turn } from '../../../electron/core/safety/tier.ts'
import { triager } from '../../../electron/core/safety/triage.ts'

const german = (): LanguageFile => ({
  language: 'de',
  version: '0.0.1',
  review: { on: '2026-11-22', by: 'test', note: 'two rules, to see how a file is read' },
  normalise: { isch: 'ich', umbring: 'umbringen' },
  words: { will: ['will', 'möchte', 'werde'] },
  breaks: ['aber', 'weil'],
  figures: ['zum totlachen', 'sterben vor lachen'],
  denial: { words: ['nicht', 'kein*', 'nie'], except: ['nicht mehr'], before: 5 },
  past: { markers: ['früher', 'vor {will}? jahren'], still: ['wieder', 'jetzt'] },
  story: ['mein roman', 'im film'],
  rules: [
    {
      code: 'wish.die',
      kinds: ['suicide'],
      tier: 'high',
      facets: ['wish'],
      any: ['ich {will} .. sterben', 'ich {will} mich .. umbringen', 'ich {will} nicht mehr leben'],
      not: ['vor langeweile'],
    },
    { code: 'plan.means', kinds: ['suicide-plan'], tier: 'none', facets: ['means'], any: ['tabletten'] },
    {
      code: 'other.wish',
      kinds: ['someone-else'],
      tier: 'concern',
      any: ['(mein|meine) (freund|freundin) will sterben'],
      person: 'other',
    },
  ],
  answers: { yes: ['ja', 'doch'], no: ['nein', 'quatsch'], unsure: ['vielleicht', 'weiß nicht'] },
  askedDirectly: ['denkst du .. (suizid|daran dich umzubringen)'],
})

const listen = triager({ languages: [languageRules(german())] })
const hear = (...texts: string[]) => listen(texts.map((text): Turn => ({ role: 'person', text })))

test.each([
  ['Ich will sterben', 'high'],
  ['ich moechte sterben', 'high'],
  ['ISCH WILL MICH EINFACH UMBRING', 'high'],
  ['Ich will nicht mehr leben', 'high'],
  ['Ich will nicht sterben', 'none'],
  ['Ich will mich nicht umbringen', 'none'],
  ['Früher wollte ich weg, und ich will sterben, schrieb ich vor Jahren', 'none'],
  ['früher nicht, aber jetzt will ich, ich will sterben', 'high'],
  ['im film sagt sie ich will sterben', 'none'],
  ['ich will sterben vor Lachen', 'none'],
  ['ich will vor langeweile sterben', 'none'],
  ['Meine Freundin will sterben', 'concern'],
])('%s: %s', (text, tier) => {
  expect(hear(text).tier).toBe(tier)
})

test('the language that spoke is named, and English stays', () => {
  expect(hear('Ich will sterben').language).toBe('de')
  expect(hear('I want to die').language).toBe('en')
  expect(hear('hallo du').language).toBe('en')
  expect(hear('long day. ich will sterben').language).toBe('de')
})

test('what was said in two languages comes together', () => {
  expect(hear('I want to die', 'ich habe die Tabletten hier').tier).toBe('imminent')
})

test('answers to a question asked in that language', () => {
  const asked: Turn[] = [
    { role: 'person', text: 'mir geht es schlecht' },
    { role: 'lull', text: 'Denkst du manchmal an Suizid?' },
  ]
  expect(listen([...asked, { role: 'person', text: 'ja' }]).tier).toBe('high')
  expect(listen([...asked, { role: 'person', text: 'vielleicht' }]).tier).toBe('concern')
  expect(listen([...asked, { role: 'person', text: 'nein' }]).tier).toBe('none')
})

test.each([
  [{ ...german(), language: 'Deutsch' }, /"language"/],
  [{ ...german(), rules: [] }, /de: rules must be a list/],
  [
    { ...german(), rules: [{ ...german().rules[0], tier: 'bad' }] },
    /de: rules\[0\] \(wish\.die\) tier: "bad"/,
  ],
  [
    { ...german(), rules: [{ ...german().rules[0], any: ['(a'] }] },
    /de: wish\.die: "\(a": "\(" without "\)"/,
  ],
  [{ ...german(), rules: [{ ...german().rules[0], any: ['a{2,}b'] }] }, /de: wish\.die/],
  [{ ...german(), answers: { yes: ['ja'] } }, /de: answers\.no must be a list/],
  ['nothing', /needs "language"/],
])('what is wrong is named: %#', (file, message) => {
  expect(() => languageRules(file)).toThrow(message)
})
