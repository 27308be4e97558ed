/** What is said at each step: asked directly, shown once, kept open, and derived from what was stored. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type CarePlan,
  careSaid,
  planCare,
  type SaidMessage,
} from '../../../electron/core/safety/careReply.ts'
import { askedDirectly } from '../../../electron/core/safety/directAnswer.ts'
import { careSteps, holds } from '../../../electron/core/safety/safetyText.ts'
import type { CountryHelp, Helpline } from '../../../electron/core/safety/tier.ts'
import { triage } from '../../../electron/core/safety/triage.ts'
import { safetyText } from '../../eval/score.ts'

const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../resources/helplines/${name}.json`, import.meta.url), 'utf8'))
const gb = load('GB') as CountryHelp
const directory = (load('directory') as { lines: Helpline[] }).lines

/** A talk as the engine would run it: scripted answers are stored with tier and card, others come from a model. */
function talk(options: { help?: CountryHelp | null; smallModel?: boolean } = {}) {
  const messages: SaidMessage[] = []
  const plans: (CarePlan | null)[] = []
  const help = options.help === undefined ? gb : options.help
  return {
    plans,
    messages,
    says(text: string, modelReply = 'It sounds like a lot.'): CarePlan | null {
      const turns = () => messages.map(({ author, text: said }) => ({ role: author, text: said }))
      const previous = careSaid(messages, safetyText)
      messages.push({ author: 'person', source: null, text, tier: 'none', care: null })
      const result = triage(turns())
      const plan = planCare({
        turns: turns(),
        triage: result,
        previous,
        help,
        directory,
        text: safetyText,
        smallModel: options.smallModel ?? false,
      })
      const scripted = plan?.answerFrom === 'scripted'
      messages.push({
        author: 'lull',
        source: scripted ? 'scripted' : 'model',
        text: scripted ? plan.text : modelReply,
        tier: result.tier,
        care: plan?.card ?? null,
      })
      plans.push(plan)
      return plan
    },
  }
}

test('nothing serious: no plan', () => {
  expect(talk().says('the deadline is killing me')).toBeNull()
})

test('concern: reflects, says that it is software, asks directly, shows a line, keeps the talk open', () => {
  const plan = talk().says('everyone would be better off without me')
  expect(plan?.answerFrom).toBe('scripted')
  expect(askedDirectly(plan?.text ?? '')).toBe('suicide')
  expect(plan?.text).toMatch(/program|software/)
  expect(plan?.text).not.toMatch(/\d/)
  expect(plan?.card).toMatchObject({ tier: 'concern', country: 'GB', emergencyFirst: false })
  expect(plan?.card?.lines[0]?.name).toBe('Samaritans')
})

test('then the model speaks beside a note, and the card is not shown again', () => {
  const t = talk()
  t.says('everyone would be better off without me')
  const second = t.says('work has been hard as well')
  expect(second).toMatchObject({ answerFrom: 'model', card: null })
  expect(second?.modelNote).toBe(safetyText.notes.concern)
  expect(second?.text).not.toBe('')
})

test('no is believed and thanked once; the talk goes on', () => {
  const t = talk()
  t.says('everyone would be better off without me')
  const plan = t.says('no, I would never do that')
  expect(safetyText.care['answer.no'].some((wording) => holds(plan?.text ?? '', wording))).toBe(true)
  expect(plan?.card).toBeNull()
  expect(t.says('it is just so much at work')?.answerFrom ?? 'model').toBe('model')
})

test('no after a high statement is thanked too', () => {
  const t = talk()
  t.says('I want to die')
  const plan = t.says('no, not really')
  expect(safetyText.care['answer.no'].some((wording) => holds(plan?.text ?? '', wording))).toBe(true)
})

test('yes brings one next step and a card when the tier rose', () => {
  const t = talk()
  t.says('everyone would be better off without me')
  const plan = t.says('yes')
  expect(safetyText.care['answer.yes'].some((wording) => holds(plan?.text ?? '', wording))).toBe(true)
  expect(plan?.card?.tier).toBe('high')
})

test('a yes to the model’s own question is answered by script, with a card', () => {
  const t = talk()
  t.says('I feel empty', 'That sounds heavy. Are you thinking about suicide?')
  const plan = t.says('yes, often')
  expect(plan).toMatchObject({ answerFrom: 'scripted' })
  expect(plan?.card?.lines.length).toBeGreaterThan(0)
})

test('saying it again is heard again, in other words and without the card', () => {
  const t = talk()
  t.says('I want to die')
  const again = t.says('I really want to kill myself')
  const third = t.says('I want to be dead')
  expect(again).toMatchObject({ answerFrom: 'scripted', card: null })
  expect(third?.text).not.toBe(again?.text)
})

test('imminent: the emergency number first, every time by script, never the end', () => {
  const t = talk()
  const first = t.says('I am going to kill myself tonight')
  expect(first?.text.slice(0, 60)).toContain('999')
  expect(first?.card?.emergencyFirst).toBe(true)
  const texts = ['I am alone', 'I do not know', 'maybe my sister', 'ok'].map((text) => t.says(text))
  for (const plan of texts) expect(plan).toMatchObject({ answerFrom: 'scripted', card: null })
  expect(new Set(texts.map((plan) => plan?.text)).size).toBe(4)
})

test('a rise from high to imminent shows the card again, with the emergency number first', () => {
  const t = talk()
  t.says('I want to die')
  const plan = t.says('the pills are in front of me')
  expect(plan?.card).toMatchObject({ tier: 'imminent', emergencyFirst: true })
})

test('overdose: emergency and poison line, no waiting for signs', () => {
  const plan = talk().says('I took a whole bottle of pills')
  expect(plan?.text).toMatch(/999/)
  expect(plan?.text).toMatch(/[Dd]on't wait/)
  expect(plan?.card?.lines[0]?.name).toBe('NHS 111')
})

test('harm by others: believes, does not order, has its own line; "not safe" is danger now', () => {
  const t = talk()
  const plan = t.says('my husband hits me')
  expect(plan?.card?.lines[0]?.name).toBe('National Domestic Abuse Helpline')
  expect(plan?.text).not.toMatch(/abuser|abusive|leave him|confront/)
  expect(t.says('no')?.card?.emergencyFirst).toBe(true)
})

test('someone else: a helper’s answer', () => {
  const plan = talk().says('my friend wants to kill herself')
  expect(plan?.text).toMatch(/directly|plainly/)
  expect(askedDirectly(plan?.text ?? '')).toBeNull()
  expect(talk().says('my friend just took a bottle of pills')?.text).toMatch(/999/)
})

test('a model too small stays silent at high', () => {
  const t = talk({ smallModel: true })
  t.says('I want to die')
  expect(t.says('work was hard')).toMatchObject({ answerFrom: 'scripted' })
})

test('without a country: directories by address and no invented number', () => {
  const plan = talk({ help: null }).says('I am going to kill myself tonight')
  expect(plan?.text).toContain(safetyText.unknownEmergency)
  expect(plan?.text).not.toMatch(/\d/)
  expect(plan?.card).toMatchObject({ country: null, emergency: null })
  expect(plan?.card?.lines.every((line) => line.url !== null)).toBe(true)
})

test('every authored question about suicide is recognised as one, and only those', () => {
  for (const wording of [...safetyText.care.ask, ...safetyText.care['ask.now']])
    expect(askedDirectly(wording)).toBe('suicide')
  for (const wording of safetyText.care['harm.first']) expect(askedDirectly(wording)).toBe('safe')
  const others = careSteps.filter((step) => step !== 'ask' && step !== 'ask.now' && step !== 'harm.first')
  for (const step of others)
    for (const wording of safetyText.care[step]) expect(askedDirectly(wording), wording).toBeNull()
})

test('every step has words, repeated ones several, and none holds a number or raises the alarm by itself', () => {
  for (const step of careSteps) {
    expect(safetyText.care[step].length, step).toBeGreaterThanOrEqual(2)
    for (const wording of safetyText.care[step]) {
      expect(wording, step).not.toMatch(/\d/)
      expect(wording.length, step).toBeLessThan(520)
    }
  }
})

test('texts of an older version still count by tier and card', () => {
  const old: SaidMessage = {
    author: 'lull',
    source: 'scripted',
    text: 'Older words.',
    tier: 'high',
    care: {
      tier: 'high',
      country: 'GB',
      countryName: 'x',
      emergencyFirst: false,
      emergency: null,
      lines: [],
    },
  }
  expect(careSaid([old], safetyText)).toEqual({ tier: 'high', asked: false, cardTier: 'high', stepsSaid: [] })
})
