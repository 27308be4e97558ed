/** Talks as people have them: asked one thing at a time, led to people, believed, and never sent away. */
import { expect, test } from 'vitest'
import {
  type CrisisInput,
  type CrisisState,
  type CrisisTurn,
  checkBackWords,
  crisisTurn,
  freshDanger,
  readCrisisState,
} from '../../../electron/core/safety/crisisTalk.ts'
import { askedDirectly } from '../../../electron/core/safety/directAnswer.ts'
import type { Kind, Tier, TriageResult, Turn } from '../../../electron/core/safety/tier.ts'
import { readResources } from '../../../electron/engine/resources.ts'
import { resourcesFolder } from '../../engine/engineParts.ts'

const { countries, directory, safetyTexts } = readResources(resourcesFolder)

/** What is heard in a turn is said here, so that these tests follow the talk and not the rules. */
type Says = (
  text: string,
  fresh?: Tier,
  kinds?: Kind[],
  options?: { session?: Tier; model?: string },
) => CrisisTurn | null

function talk(given: Partial<CrisisInput> = {}): { says: Says; state: () => CrisisState | null } {
  const turns: Turn[] = []
  let previous: CrisisState | null = null
  let session: Tier = 'none'
  const heard = new Set<Kind>()
  const says: Says = (text, fresh = 'none', kinds = fresh === 'none' ? [] : ['suicide'], options = {}) => {
    turns.push({ role: 'person', text })
    session = options.session ?? (fresh === 'none' ? session : fresh)
    for (const kind of kinds) heard.add(kind)
    const said = crisisTurn({
      turns,
      triage: { tier: session, kinds: [...heard] },
      fresh: { tier: fresh, kinds },
      previous,
      help: countries.get('GB') ?? null,
      directory,
      own: [],
      texts: safetyTexts,
      language: 'en',
      asksIdentity: false,
      smallModel: false,
      ...given,
    })
    const byModel = said === null || said.answerFrom === 'model'
    turns.push({ role: 'lull', text: byModel ? (options.model ?? 'It sounds like a lot.') : said.text })
    // Kept as JSON with messages that are scripted, as the engine does.
    if (!byModel) previous = readCrisisState(JSON.parse(JSON.stringify(said.state)))
    return said
  }
  return { says, state: () => previous }
}

test('nothing serious: nothing to say', () => {
  expect(talk().says('the deadline is killing me')).toBeNull()
})

test('the whole way: reflect, ask, how, means, when, people, what is in the way, a plan, and back', () => {
  const { says, state } = talk()
  const first = says("I feel so alone. I don't want to be here anymore", 'high')
  expect(first?.text).toContain('you feel so alone')
  expect(askedDirectly(first?.text ?? '')).toBe('suicide')
  expect(first?.card?.lines[0]?.name).toBe('Samaritans')
  expect(says('yes')?.state.asked).toBe('how')
  expect(says('yes, I have')?.state.asked).toBe('means')
  expect(says('no')?.state.asked).toBe('when')
  expect(says('not soon, someday')?.state.asked).toBe('can')
  expect(says('no')?.steps).toEqual(['obstacle'])
  expect(says('i hate phone calls')?.steps).toEqual(['barrier.phone'])
  expect(says('ok')).toMatchObject({ steps: ['can.yes'], offer: 'safety-plan', card: null })
  expect(says('yes')).toMatchObject({ steps: ['offer.yes'], offer: 'safety-plan' })
  expect(says('it was a long week')).toMatchObject({ answerFrom: 'model' })
  for (const text of ['the trains', 'my boss']) says(text)
  expect(says('and so on')?.steps).toEqual(['check'])
  expect(says('a bit easier')?.steps).toEqual(['check.eased'])
  expect(state()?.wantsCheckBack).toBe(true)
})

test('a time that is near makes it danger right now, whatever triage heard', () => {
  const { says } = talk()
  says('I want to die', 'high')
  says('yes')
  says('yes')
  says('yes')
  const now = says('tonight', 'none')
  expect(now).toMatchObject({ tier: 'imminent', answerFrom: 'scripted' })
  expect(now?.text.slice(0, 40)).toContain('999')
  expect(now?.card?.emergencyFirst).toBe(true)
  expect(says('i called 999 and my sister is here')?.steps).toEqual(['now.reached'])
  expect(says('it is quiet now')).toMatchObject({ tier: 'high', steps: ['after'] })
})

test('"no" is believed and thanked once, and asked again only when something new is said', () => {
  const { says, state } = talk()
  says('everyone would be better off without me', 'concern')
  expect(says('no, I would never do that', 'none', [], { session: 'none' })?.steps).toEqual(['no'])
  expect(says('work is hard', 'none', [], { session: 'none' })).toBeNull()
  expect(state()?.wantsCheckBack).toBe(false)
  expect(says('I want to die', 'high')?.steps[0]).toBe('ask.new')
})

test('"no, I will do it" is no "no"', () => {
  const { says } = talk()
  says('I want to die', 'high')
  expect(says("no, I'm going to do it", 'high')?.steps).toEqual(['yes'])
})

test('taking it back, jokes, anger, silence and small words are each answered, kindly', () => {
  for (const [text, step] of [
    ['i was only joking', 'joking'],
    ['forget it', 'denial'],
    ['leave me alone', 'anger'],
    ['…', 'silence'],
    ['good night', 'leaving'],
  ] as const) {
    const { says } = talk()
    says('I want to die', 'high')
    says('yes')
    expect(says(text)?.steps, text).toEqual([step])
  }
})

test('after anger the question rests, and people are still named', () => {
  const { says } = talk()
  says('I want to die', 'high')
  says('yes')
  says('stop asking')
  expect(says('everyone is asleep')?.steps).toEqual(['can'])
})

test('a model asked by itself: the answer is scripted all the same', () => {
  const { says } = talk()
  says('I feel empty', 'none', [], { model: 'That sounds heavy. Are you thinking about suicide?' })
  const said = says('yes, often', 'none', ['suicide'], { session: 'high' })
  expect(said).toMatchObject({ steps: ['yes', 'people.program'], answerFrom: 'scripted' })
  expect(said?.card).not.toBeNull()
})

test('what the model is told says what was answered', () => {
  const { says } = talk()
  says('I want to die', 'high')
  says('no')
  const said = says('work is hard')
  expect(said?.answerFrom).toBe('model')
  expect(said?.modelNote).toContain(safetyTexts.en.notes['said.no'])
  expect(said?.text).not.toBe('')
})

test('the same is said by a model too small for it only at concern', () => {
  const { says } = talk({ smallModel: true })
  says('I want to die', 'high')
  says('no')
  expect(says('work is hard')?.answerFrom).toBe('scripted')
  expect(says('work is hard', 'none', [], { session: 'concern' })?.answerFrom).toBe('model')
})

test('someone they named is asked for by name, and stands on the card', () => {
  const own = [{ name: 'Ann', phone: '020 1', how: null, professional: false }]
  const { says } = talk({ own })
  expect(says('I want to die', 'high')?.card?.own).toEqual(own)
  says('yes')
  says('i do not know')
  expect(says('maybe')?.text).not.toContain('{')
  const other = talk({ own })
  other.says('I want to die', 'high')
  other.says('yes')
  expect(other.says('idk')).toMatchObject({ steps: ['can.own'], text: expect.stringContaining('Ann') })
})

test('violence at home: safe first, no orders, the window private', () => {
  const { says } = talk()
  const said = says('my husband hits me', 'high', ['harm-by-others'])
  expect(said).toMatchObject({ privacy: true })
  expect(said?.card?.lines[0]?.name).toBe('National Domestic Abuse Helpline')
  expect(said?.text).not.toMatch(/abuse|leave him|confront|report him/)
  expect(says('no')).toMatchObject({ tier: 'imminent', steps: expect.arrayContaining(['harm.now']) })
})

test('in a talk about violence, whoever comes is the danger and no help', () => {
  const { says } = talk()
  says('my husband hits me', 'high', ['harm-by-others'])
  says('yes')
  expect(says('he is here now')).toMatchObject({
    tier: 'imminent',
    steps: expect.arrayContaining(['harm.now']),
  })
})

test('an overdose is an emergency at every tier, and what it meant is asked afterwards', () => {
  const { says } = talk()
  const said = says('I took too many of them', 'high', ['overdose'])
  expect(said).toMatchObject({ tier: 'imminent', steps: ['overdose.first', 'program.now'] })
  expect(said?.card?.lines[0]?.name).toBe('NHS 111')
  says('i called 999', 'none', [], { session: 'high' })
  expect(askedDirectly(says('they are here', 'none', [], { session: 'high' })?.text ?? '')).toBe('suicide')
})

test('loss: an answer without a card, then the model, beside a note', () => {
  const { says } = talk()
  const said = says('my mum died', 'none', ['grief'])
  expect(said).toMatchObject({ card: null, answerFrom: 'scripted', tier: 'none' })
  expect(says('she was funny')).toMatchObject({ answerFrom: 'model', modelNote: safetyTexts.en.notes.grief })
  for (const text of ['it rains', 'work', 'lunch', 'the bus', 'tea']) says(text)
  expect(says('the printer')).toBeNull()
})

test('the card is shown once, again for danger right now, and for lines of its own', () => {
  const { says } = talk()
  expect(says('better off without me', 'concern')?.card).not.toBeNull()
  expect(says('yes')?.card).toBeNull()
  expect(says('my husband hits me', 'concern', ['harm-by-others'])?.card).not.toBeNull()
  expect(says('I will do it now', 'imminent')?.card?.emergencyFirst).toBe(true)
  expect(says('ok')?.card).toBeNull()
})

test('another language: its texts, and English where there are none', () => {
  const german = {
    ...safetyTexts.en,
    language: 'de',
    care: { ...safetyTexts.en.care, ask: ['Denkst du an Suizid?', 'Suizid?'] },
  }
  const texts = { ...safetyTexts, de: german }
  const { says, state } = talk({ texts, language: 'de-AT' })
  expect(says('ich will nicht mehr', 'concern')?.text).toContain('uizid?')
  expect(state()?.language).toBe('de')
  expect(talk({ texts, language: 'xx' }).says('help', 'concern')?.state.language).toBe('en')
})

test('a talk in one language stays in it when a short answer looks like another', () => {
  const texts = { ...safetyTexts, de: { ...safetyTexts.en, language: 'de' } }
  let language = 'de'
  const given: Partial<CrisisInput> = { texts }
  Object.defineProperty(given, 'language', { get: () => language, enumerable: true })
  const { says, state } = talk(given)
  says('ich will sterben', 'high')
  language = 'en'
  says('ja')
  expect(state()?.language).toBe('de')
})

test('coming back has its own words', () => {
  expect(checkBackWords(safetyTexts, 'en', 0)).not.toBe(checkBackWords(safetyTexts, 'en', 1))
})

test('what makes the session rise is new, also when the turn alone says nothing', () => {
  const result = (tier: Tier, perTurn: Tier[], kinds: Kind[] = ['suicide']): TriageResult => ({
    tier,
    kinds,
    reasons: [],
    perTurn,
    language: 'en',
  })
  const alone = result('none', ['none'], [])
  expect(freshDanger(result('imminent', ['high', 'high', 'imminent']), alone)).toEqual({
    tier: 'imminent',
    kinds: ['suicide'],
  })
  expect(freshDanger(result('high', ['high', 'high', 'high']), alone)).toEqual({ tier: 'none', kinds: [] })
})

test('a talk of five thousand turns costs no more than its newest', () => {
  const turns: Turn[] = Array.from({ length: 9_999 }, (_, index) => ({
    role: index % 2 === 0 ? 'person' : 'lull',
    text: 'It was a long day, and so on.',
  }))
  const input = {
    turns: [...turns, { role: 'person' as const, text: 'x '.repeat(50_000) }],
    triage: { tier: 'high' as const, kinds: ['suicide' as const] },
    fresh: { tier: 'none' as const, kinds: [] },
    previous: null,
    help: null,
    directory,
    own: [],
    texts: safetyTexts,
    language: 'en',
    asksIdentity: false,
    smallModel: false,
  }
  crisisTurn(input)
  const began = performance.now()
  expect(crisisTurn(input)?.text).not.toBe('')
  expect(performance.now() - began).toBeLessThan(100)
})
