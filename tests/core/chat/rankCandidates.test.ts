/** Of two replies a very small model wrote, the one that says the person's words back is shown, and the odd one never is. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { withoutQuestion } from '../../../electron/core/chat/candidateView.ts'
import type { PromptFile } from '../../../electron/core/chat/promptFile.ts'
import { rankCandidates } from '../../../electron/core/chat/rankCandidates.ts'

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as T
const { cases } = read<{ cases: { message: string; good: string; bad: string }[] }>(
  'tests/eval/candidates.json',
)
const tiny = read<PromptFile>('resources/prompts/tiny.json')

const whole = (text: string) => ({ text, whole: true, refused: false })
const ranked = (message: string, texts: string[], previousReplies: string[] = []) =>
  rankCandidates(texts.map(whole), { message, previousReplies })
const reasons = (message: string, text: string, previousReplies: string[] = []) =>
  ranked(message, [text], previousReplies).scores[0]?.reasons

test.each(cases)('$message → $good, never $bad', ({ message, good, bad }) => {
  const ranking = ranked(message, [bad, good])
  expect(ranking.best).toBe(1)
  expect(ranked(message, [bad]).best, `shown: ${ranking.scores[0]?.reasons}`).toBeNull()
})

describe('is out', () => {
  const message = "I feel tired because my boss won't listen."
  it.each([
    ['own-voice', 'I feel tired too. What is that like for you?'],
    ['comfort', "You feel tired, don't worry. What is that like for you?"],
    ['praise', 'You feel tired, and that is great. What is that like for you?'],
    ['commands', 'You should feel less tired. What is that like for you?'],
    ['commands', 'Stop listening to your boss. What is that like for you?'],
    ['contradicts', "You don't feel tired. What is that like for you?"],
    ['contradicts', 'You feel tired because your boss will listen. What is that like for you?'],
    ['asks-personal', 'You feel tired. What is your job?'],
    ['asks-personal', "You feel tired. What is your boss's name?"],
    ['accuses', "You feel tired. What's wrong with you?"],
    ['invented-name', 'You feel tired, Bob. What is that like for you?'],
    ['invented-number', 'You feel tired because your 3 bosses listen. What is that like for you?'],
    ['invented-time', 'You feel tired this morning. What is that like for you?'],
    ['odd-characters', 'You feel *tired*. What is that like for you?'],
    ['odd-characters', 'You feel tired.\n\nWhat is that like for you?'],
    ['stutters', 'You feel tired because you feel tired because you feel tired.'],
    ['unfinished', 'You feel tired. What is that like'],
    ['echo', message],
  ])('%s: %s', (reason, text) => {
    const ranking = ranked(message, [text])
    expect(ranking.scores[0]).toMatchObject({
      score: -Infinity,
      reasons: expect.arrayContaining([reason]),
    })
    expect(ranking.best).toBeNull()
  })

  it('what the guard refused, and what broke off at the limit', () => {
    const text = 'You feel tired. What is that like for you?'
    const talk = { message, previousReplies: [] }
    expect(rankCandidates([whole(text)], talk).best).toBe(0)
    expect(rankCandidates([{ ...whole(text), refused: true }], talk).best).toBeNull()
    expect(rankCandidates([{ ...whole(text), whole: false }], talk).best).toBeNull()
  })
})

describe('in a talk', () => {
  const before = 'You have a long day. What is that like for you?'

  it('neither a reply nor what it said back comes again', () => {
    expect(ranked('I have a long day.', [before]).best).toBe(0)
    expect(reasons('I have a long day.', before, [before])).toContain('repeats-reply')
    expect(reasons('I have a long day.', 'You have a long day. How did it go?', [before])).toContain(
      'repeats-reply',
    )
  })

  it('a question just asked is not asked again', () => {
    const again = 'Your boss is away. What is that like for you?'
    const other = 'Your boss is away. What goes through your mind?'
    expect(ranked('My boss is away.', [again, other], [before]).best).toBe(1)
    expect(ranked('My boss is away.', [again], [before]).best).toBeNull()
  })
})

it('takes the first of the best, and says when no better one is to be expected', () => {
  const message = 'My boss is away.'
  const clear = 'Your boss is away. What is that like for you?'
  expect(ranked(message, ['Your boss is away.', clear, clear])).toMatchObject({ best: 1, clear: true })
  expect(ranked(message, ['Your boss is away.']).clear).toBe(false)
  expect(ranked(message, [])).toEqual({ best: null, clear: false, scores: [] })
})

it('keeps a denial the person made', () => {
  expect(ranked("I can't sleep.", ["You can't sleep. What is that like for you?"]).best).toBe(0)
  expect(ranked('I should rest.', ['You should rest. What is that like for you?']).best).toBe(0)
})

it('knows every authored question as one that may follow what was said back', () => {
  for (const question of tiny.candidates?.questions ?? []) {
    expect(
      ranked('My code review had many comments.', [`Your code review had many comments. ${question}`]).best,
    ).toBe(0)
  }
  expect(tiny.candidates?.questions).not.toHaveLength(0)
})

it('leaves the question out', () => {
  expect(withoutQuestion('You are tired. What is your name?')).toBe('You are tired.')
  expect(withoutQuestion('What is your name?')).toBeNull()
  expect(withoutQuestion('')).toBeNull()
})

it('copes with anything, quickly', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.string(), { maxLength: 4 }),
      fc.array(fc.string()),
      (message, texts, previous) => {
        const { best, scores } = ranked(message, texts, previous)
        expect(scores).toHaveLength(texts.length)
        if (best !== null) expect(texts[best]).toBeDefined()
      },
    ),
  )
  const endless = `I am tired of it all ${'and on and on '.repeat(20_000)}`
  expect(ranked(endless, ['You are tired of it all. What is that like for you?']).scores).toHaveLength(1)
})
