/** What the guard reads from a talk: when advice is welcome, what was planned, believed or asked for. */
import { describe, expect, it } from 'vitest'
import { guardTalk } from '../../../../electron/core/safety/guard/talk.ts'
import type { Turn } from '../../../../electron/core/safety/tier.ts'

const person = (text: string): Turn => ({ role: 'person', text })
const lull = (text: string): Turn => ({ role: 'lull', text })
const talkOf = (turns: Turn[], mode = 'talk') => guardTalk({ turns, tier: 'none', kinds: [], mode })

describe('advice', () => {
  it.each([
    ['What could I do?', 'open'],
    ['any tips for the interview?', 'open'],
    ['how do I tell him', 'open'],
    ['yes please', 'open'],
    ['I feel so low', 'closed'],
    ['My boss is angry', 'closed'],
    ["I don't want advice, what a day", 'closed'],
    ['just listen please', 'closed'],
    ["I'm so scared. What should I do?", 'reflect'],
    ['What helps against panic?', 'open'],
  ])('%s → %s', (text, door) => expect(talkOf([person(text)]).advice).toBe(door))

  it('a yes counts for an offer, not for another question', () => {
    expect(talkOf([person('hm'), lull('Would you like an idea?'), person('yes')]).advice).toBe('open')
    expect(talkOf([person('hm'), lull('Was it your brother?'), person('yes')]).advice).toBe('closed')
    expect(talkOf([person('hm'), lull('Would you like an idea?'), person('no')]).advice).toBe('closed')
  })

  it('what was asked for one message ago is still talked about', () => {
    const asked = [person('any ideas?'), lull('Maybe a list.')]
    expect(talkOf([...asked, person('I tried that')]).advice).toBe('open')
    expect(talkOf([...asked, person('stop giving me advice')]).advice).toBe('closed')
  })

  it('making a plan together is asking for steps', () => {
    expect(talkOf([person('The move is in May')], 'plan').advice).toBe('open')
    expect(talkOf([person('The move is in May')], 'listen').advice).toBe('closed')
  })
})

describe('plans that may do harm', () => {
  it.each([
    'I will quit tonight',
    "I'm going to confront him now",
    'thinking about stopping my meds',
    "I've decided to stop eating",
    "I'm gonna get wasted",
  ])('%s', (text) => expect(talkOf([person(text)]).hasHarmfulPlan).toBe(true))
  it.each([
    'I quit my job last year',
    "I'm not going to quit",
    'I will quit next spring, I talked it over with my wife',
    "I'm stopping sertraline with my doctor",
    'I will send the report tomorrow',
  ])('not: %s', (text) => expect(talkOf([person(text)]).hasHarmfulPlan).toBe(false))
  it('is remembered for one more message', () => {
    expect(talkOf([person('I will quit tonight'), lull('Tonight?'), person('yes')]).hasHarmfulPlan).toBe(true)
  })
})

it('beliefs, secrecy, goodbyes, drafts and the question what Lull is', () => {
  expect(talkOf([person('they put a chip in my tooth')])).toMatchObject({
    hasBelief: true,
    hasPlainBelief: true,
  })
  expect(talkOf([person('my neighbours watch me')])).toMatchObject({ hasBelief: true, hasPlainBelief: false })
  expect(talkOf([person('I watch a lot of TV')]).hasBelief).toBe(false)
  expect(talkOf([person("promise you won't tell")]).asksSecrecy).toBe(true)
  expect(talkOf([person('ok, got to go')]).saysGoodbye).toBe(true)
  expect(talkOf([person('help me write to my mum')]).asksDraft).toBe(true)
  expect(talkOf([person('are you human?')]).asksIdentity).toBe(true)
})

it('any talk gives an answer, also a huge one and none', () => {
  expect(talkOf([]).advice).toBe('open')
  expect(talkOf([person('a '.repeat(50_000))]).person.length).toBeLessThan(4000)
})
