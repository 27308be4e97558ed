/** How a reply under guard runs: replaced at most twice, ended at the limit, never left empty. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeSentences } from '../../../electron/core/chat/sentences.ts'
import { guardFinish, guardSentence, guardStart } from '../../../electron/core/safety/guardReply.ts'
import { guardRules } from '../../../electron/core/safety/guardRules.ts'
import { normalise } from '../../../electron/core/safety/normalise.ts'
import { replacedRules } from '../../../electron/core/safety/safetyText.ts'
import { safetyText } from '../../eval/score.ts'

function review(reply: string, limits = { maxSentences: 4, maxQuestions: 1 }, turn = 0) {
  let state = guardStart({ ...limits, text: safetyText, turn })
  let shown = ''
  let ended = false
  for (const sentence of takeSentences(reply, true).sentences) {
    const step = guardSentence(state, sentence)
    state = step.state
    shown += step.show ?? ''
    ended = step.end
    if (ended) break
  }
  return { text: shown + (guardFinish(state) ?? ''), rules: state.rules, ended, state }
}

test('a good reply passes unchanged', () => {
  const reply = 'You sat there for hours. What took the longest?'
  expect(review(reply)).toMatchObject({ text: reply, rules: [] })
})

test('a refused sentence is replaced in place, whitespace kept', () => {
  const { text, rules } = review('You had a day. I know exactly how you feel. What now?')
  expect(rules).toEqual(['human'])
  expect(text).toBe(`You had a day. ${safetyText.guard.human[0]} What now?`)
})

test('the third refusal ends the reply', () => {
  const { text, rules, ended } = review('Call 988. You have depression. I’ll call your boss. You did well.')
  expect(rules).toEqual(['digits', 'medical', 'acts'])
  expect(ended).toBe(true)
  expect(text).not.toMatch(/did well|988|depression/)
})

test('over the limit the reply just ends', () => {
  const tiny = { maxSentences: 2, maxQuestions: 1 }
  expect(review('One thing. Two things. Three things.', tiny)).toMatchObject({
    text: 'One thing. Two things. ',
    rules: [],
  })
  expect(review('What is it? Or is it that? Yes.').text).toBe('What is it? ')
})

test('the last allowed sentence already says stop, so that the model need not go on', () => {
  const state = guardStart({ maxSentences: 1, maxQuestions: 1, text: safetyText, turn: 0 })
  expect(guardSentence(state, 'You did it.')).toMatchObject({ show: 'You did it.', end: true, rule: null })
})

test('nothing left: an authored reflection', () => {
  expect(review('').text).toBe(safetyText.reflection[0])
  expect(review('<|im_start|>user hello').text).toBe(safetyText.reflection[0])
  expect(review('User: hi there.', undefined, 1).text).toBe(safetyText.reflection[1])
})

test('a model that repeats itself is stopped', () => {
  expect(review('You did it. You did it. You did it.').text).toBe('You did it. ')
})

test('disguised numbers are still numbers', () => {
  for (const text of ['Call ９８８.', 'Call 9\u200b88.', 'Call nine-one-one.', 'Call 1 (800) 273-8255.']) {
    expect(review(text).rules, text).toEqual(['digits'])
  }
})

test('no authored sentence would be refused itself', () => {
  const wordings = [...replacedRules.flatMap((rule) => safetyText.guard[rule]), ...safetyText.reflection]
  for (const wording of wordings) {
    expect(
      guardRules.find((rule) => rule.refuses(wording, normalise(wording)))?.rule,
      wording,
    ).toBeUndefined()
  }
})

test('whatever a model writes: total, and never a long number on screen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(), (reply, turn) => {
      const { text } = review(reply, { maxSentences: 4, maxQuestions: 1 }, turn)
      expect(text).not.toMatch(/\d{7,}/)
    }),
  )
})
