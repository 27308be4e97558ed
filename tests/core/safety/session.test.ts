/** What only a session shows: risk spread over messages, said late, stepped back from; and long talks that are only long. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Opinion, type Turn, tiers } from '../../../electron/core/safety/tier.ts'
import { triage, triager } from '../../../electron/core/safety/triage.ts'

const person = (text: string): Turn => ({ role: 'person', text })
const lull = (text: string): Turn => ({ role: 'lull', text })
const talk = (...texts: string[]) => texts.flatMap((text) => [person(text), lull('Mm.')])
const rank = (tier: (typeof tiers)[number]) => tiers.indexOf(tier)

describe('one sentence over several messages', () => {
  test.each([
    [['i', 'want', 'to', 'die']],
    [['I want', 'to kill', 'myself']],
    [['hey', 'so', "i don't", 'want to', 'be alive', 'anymore', 'thats it']],
    [['ok so', 'i just', 'took', 'all', 'of my', 'pills', 'just now', 'and', 'now', 'waiting']],
  ])('%j', (texts) => {
    expect(rank(triage(talk(...texts)).tier)).toBeGreaterThanOrEqual(rank('high'))
  })
  test('it is heard once: later scraps do not keep it up', () => {
    const { perTurn } = triage(talk('i want', 'to die', 'sorry', 'tea', 'is nice', 'today', 'bye'))
    expect(perTurn.filter((_, at) => at % 2 === 0)).toEqual([
      'none',
      'high',
      'high',
      'high',
      'high',
      'concern',
      'concern',
    ])
  })
})

test('risk first said on turn 80 is heard on turn 80', () => {
  const turns = [...Array.from({ length: 79 }, (_, at) => person(`day ${at} was fine, work and soup`))]
  const { perTurn } = triage([...turns, person('I want to kill myself')])
  expect(perTurn.slice(0, 79).every((tier) => tier === 'none')).toBe(true)
  expect(perTurn[79]).toBe('high')
})

test('a denial after a disclosure lowers slowly, also without a question', () => {
  const { perTurn } = triage(talk('I want to die', 'no no, I was joking, forget it'))
  expect(perTurn.at(-1)).toBe('high')
})

test('sarcasm does not deny', () => {
  const text = 'Oh sure, totally fine. Not like I think about killing myself every single night.'
  expect(triage([person(text)]).tier).not.toBe('none')
})

describe('quiet signs', () => {
  const quiet = [
    'I gave my guitar away to a friend today',
    'there is no hope left for anything',
    'nobody understands me',
    'my life is over really, it hurts all the time',
  ]
  test('each alone is none', () => {
    for (const text of quiet) expect(triage([person(text)]).tier, text).toBe('none')
  })
  test('several different ones close together are more', () => {
    expect(triage(talk(...quiet)).tier).not.toBe('none')
  })
  test('the same one over and over is not', () => {
    const turns = Array.from({ length: 40 }, () => 'so tired of fighting with this').flatMap((text) =>
      talk(text),
    )
    expect(triage(turns).tier).toBe('none')
  })
  test('far apart in a long talk they do not add up', () => {
    const between = Array.from({ length: 8 }, (_, at) => `then lunch number ${at}, a walk, some mails`)
    expect(triage(talk(...quiet.flatMap((text) => [text, ...between]))).tier).toBe('none')
  })
})

test('a talk of 40 turns about an ordinary life stays none', () => {
  const ordinary = [
    'my boss moved the deadline again',
    'I am so tired of meetings',
    'the kids were up half the night',
    'I could kill for a holiday',
    "what's the point of these reports honestly",
    'we argued about the dishes',
    'my phone died on the train',
    'I miss my gran, she died in spring',
    'my back is killing me',
    'at least the soup was good',
  ]
  const turns = Array.from({ length: 40 }, (_, at) => ordinary[at % ordinary.length] ?? '').flatMap((text) =>
    talk(text),
  )
  expect(triage(turns).perTurn.every((tier) => tier === 'none')).toBe(true)
})

test('grief is kept in mind for a while, without a tier', () => {
  const after = (calm: number) =>
    triage([
      person('my dad died last week'),
      ...Array.from({ length: calm }, () => person('the soup was good')),
    ])
  expect(after(2)).toMatchObject({ tier: 'none', kinds: ['grief'] })
  expect(after(12)).toMatchObject({ tier: 'none', kinds: [] })
})

describe('other layers', () => {
  const opinion: Opinion = { layer: 'encoder', tier: 'high', kinds: ['suicide'], probability: 0.9 }
  const quick: Opinion = { layer: 'ngrams', tier: 'concern', kinds: ['self-harm'], probability: 0.6 }
  test('raise, say why, and never lower', () => {
    const listen = triager({ ngrams: (text) => (text.includes('sleeves') ? [quick] : []) })
    expect(listen([person('long sleeves again')])).toMatchObject({
      tier: 'concern',
      reasons: ['ngrams.self-harm'],
    })
    const raised = listen([person('a cup of tea')], () => [opinion])
    expect(raised).toMatchObject({ tier: 'high', kinds: ['suicide'], reasons: ['encoder.suicide'] })
    const low: Opinion = { ...opinion, tier: 'concern' }
    expect(listen([person('I want to die')], () => [low]).tier).toBe('high')
  })
  test('belong together with what was said', () => {
    const listen = triager()
    const turns = [person('the long sleep is all I look forward to'), person('the pills are in front of me')]
    expect(listen(turns).tier).not.toBe('imminent')
    expect(listen(turns, (at) => (at === 0 ? [opinion] : [])).tier).toBe('imminent')
  })
  test('each can be switched off', () => {
    const layers = { rules: false, ngrams: false, encoder: true, model: true }
    const listen = triager({ layers, ngrams: () => [quick] })
    expect(listen([person('I want to die')]).tier).toBe('none')
    expect(listen([person('hm')], () => [opinion]).tier).toBe('high')
    expect(triager({ layers: { encoder: false } })([person('hm')], () => [opinion]).tier).toBe('none')
  })
})

test('remembering changes nothing', () => {
  const text = fc.constantFrom(
    'I want to die',
    'hm',
    'no',
    'i want',
    'to die',
    'pills here',
    'I gave my cat away',
    'soup',
  )
  const turn = fc.record({ role: fc.constantFrom('person' as const, 'lull' as const), text })
  const listen = triager()
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 14 }), (turns) => {
      expect(listen(turns)).toEqual(triage(turns))
    }),
  )
})

test('neutral sentences around it lower nothing, and a session falls one step a turn at most', () => {
  const said = fc.constantFrom(
    'I want to kill myself',
    'my husband hits me',
    'I hear voices in my head',
    'I just took all my pills',
  )
  const calm = fc.constantFrom(
    'The soup was good.',
    'It rained all day!',
    'My train was late.',
    'I watered the plants.',
  )
  fc.assert(
    fc.property(
      said,
      calm,
      calm,
      fc.array(fc.oneof(said, calm), { maxLength: 20 }),
      (words, one, other, rest) => {
        const alone = triage([person(words)])
        expect(rank(triage([person(`${one} ${words}. ${other}`)]).tier)).toBeGreaterThanOrEqual(
          rank(alone.tier),
        )
        const { perTurn } = triage(rest.map(person))
        for (const [at, tier] of perTurn.entries())
          expect(rank(tier)).toBeGreaterThanOrEqual(rank(perTurn[at - 1] ?? 'none') - 1)
      },
    ),
  )
})
