/** Codes become words: every rule, step and guard rule there is has some, and an unknown code is shown as it is. */
import { describe, expect, it } from 'vitest'
import { careSteps } from '../../../../electron/core/safety/crisis/careSteps.ts'
import { guardRules } from '../../../../electron/core/safety/guard/rules.ts'
import { englishRules } from '../../../../electron/core/safety/rules/english.ts'
import { kinds } from '../../../../electron/core/safety/tier.ts'
import {
  guardLines,
  heardLines,
  howLines,
  sureness,
  type WhyWords,
} from '../../../../renderer/features/chat/whyWords.ts'
import { text } from '../../../../renderer/text/i18n.ts'
import '../../../../renderer/text/whyText.ts'

const words: WhyWords = {
  t: text.t,
  percent: (share) => `${Math.round(share * 100)} %`,
  language: (tag) => tag,
  list: (items) => items.join(', '),
}

describe('what was heard', () => {
  it.each(englishRules.map(({ code }) => code))('%s has words', (code) => {
    const [line] = heardLines([`${code}/self`], [], words)
    expect(line, `give ${code} a phrase in en.why.json (family)`).not.toContain(code)
  })

  it.each(kinds)('%s has words in an opinion', (kind) => {
    const opinion = { layer: 'ngrams', tier: 'high', kinds: [kind], probability: 0.5 } as const
    const [line] = heardLines([], [{ ...opinion, kinds: [...opinion.kinds] }], words)
    expect(line).toMatch(/^A small table of phrases: possibly .+ \(50 %\)$/)
  })

  it('says of whom, and each thing once', () => {
    expect(heardLines(['wish.die/other', 'wish.suicide/other', 'wish.die/self'], [], words)).toEqual([
      'You wrote about not wanting to live, of someone else',
      'You wrote about not wanting to live',
    ])
  })

  it('knows answers to its own questions and quotations', () => {
    expect(heardLines(['answer.yes/self', 'other.quoted/other'], [], words)).toEqual([
      'You said yes to a direct question',
      'Part of it is somebody else’s words',
    ])
  })

  it('shows a code it does not know', () => {
    expect(heardLines(['comet.tail/self', 'plain'], [], words)).toEqual(['comet.tail/self', 'plain'])
  })

  it.each([
    [0.95, 'almost'],
    [0.9, 'almost'],
    [0.7, 'likely'],
    [0.4, 'maybe'],
    [0.1, 'hardly'],
  ])('%d is %s', (probability, word) => expect(sureness(probability)).toBe(word))
})

describe('what was not shown', () => {
  it.each(guardRules.map(({ rule }) => rule))('%s has words', (rule) => {
    const [line] = guardLines([{ rule, sentence: 0 }], [], words)
    expect(line, `give ${rule} words in en.why.json (rule)`).not.toMatch(new RegExp(`: ${rule}$`))
  })

  it('knows replies of earlier versions, which have no places', () => {
    expect(guardLines([], ['link', 'unheard-of'], words)).toEqual([
      'an address nobody could check',
      'unheard-of',
    ])
  })
})

describe('how it came about', () => {
  it.each(careSteps)('the step %s has words', (step) => {
    const [line] = howLines([`care.step.${step}`], words)
    expect(line).toMatch(/^What it is about: /)
    const name = step.split('.')[0] ?? ''
    expect(Object.keys(text.getResource('en', 'translation', 'why.steps') as object)).toContain(name)
  })

  it('says what did not fit, and that looking failed', () => {
    expect(howLines(['prompt.older-left-out', 'triage.failed', 'candidates.none-passed'], words)).toEqual([
      'Older messages did not fit and were left out.',
      'Looking at the talk failed, so no model was allowed to answer.',
      'None of them could be shown.',
    ])
  })

  it('says of a scripted text without a version who wrote it', () => {
    expect(howLines(['care.scripted'], words)).toEqual([
      'The text was written and reviewed by people. A model had no part in its words.',
    ])
  })
})
