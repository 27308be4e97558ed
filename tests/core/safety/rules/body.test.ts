/** Eating, beliefs, medical emergencies and grief. */
import { describe, expect, test } from 'vitest'
import { heardAs } from './heard.ts'

const found = (text: string, kind: string, tier?: string) => {
  const heard = heardAs(text)
  expect(heard.split(' ')[1]?.split('+') ?? [], `${text}: heard as ${heard}`).toContain(kind)
  if (tier) expect(heard.split(' ')[0], text).toBe(tier)
}

describe('eating', () => {
  test.each([
    'I make myself sick after every meal',
    'I only eat 300 calories a day',
    'I take laxatives after eating',
    "I haven't eaten in three days and it feels good to be empty",
    'I binged and then I purged again',
    "I don't deserve to eat",
    'my anorexia is back',
    'I hide my food so mum thinks I ate',
  ])('%s', (text) => found(text, 'eating'))
  test('a body that gives way makes it high', () => {
    found('I only eat 300 calories a day. Yesterday I fainted on the stairs.', 'eating', 'high')
  })
  test.each([
    'I threw up after the dodgy prawns',
    'intermittent fasting 16 8, any tips?',
    'I skipped lunch because of back to back meetings',
    'I binged the whole series',
    'trying to eat less sugar',
    'I gained two kilos on holiday, worth it',
  ])('%s', (text) => expect(heardAs(text)).toBe('none'))
})

describe('beliefs', () => {
  test.each([
    'I hear voices in my head',
    'they are watching me through the cameras in my walls',
    'the TV is sending me messages',
    'God chose me to save the world',
    "I haven't slept in four days and I feel amazing",
    "I don't need sleep anymore, I have special powers",
    'someone put a chip in my head',
    'they are poisoning my food',
    'my thoughts are being broadcast',
  ])('%s', (text) => found(text, 'beliefs'))
  test('voices that command are high', () => {
    found('the voices tell me to jump', 'beliefs', 'high')
  })
  test.each([
    'I hear voices from the flat next door',
    'my boss is watching me type',
    'the baby kept us up, no sleep for two nights',
    'thank God the team chose me',
    'my dog follows me everywhere',
    'targeted ads are listening to me, creepy',
    'you read my mind',
  ])('%s', (text) => expect(heardAs(text)).toBe('none'))
})

describe('medical emergencies', () => {
  test.each([
    'I have crushing chest pain and my left arm is numb',
    "my mum's face is drooping and her speech is slurred",
    'my throat is closing after the peanuts',
    'he is not breathing',
    'the bleeding will not stop, blood everywhere',
    'she hit her head and keeps vomiting',
    'my toddler swallowed a button battery',
    'I accidentally took a double dose of my insulin and feel faint',
    'my dad is having a seizure',
    'I cannot breathe and my inhaler is not working',
    'Sweating a lot. Pain between the shoulder blades. Feel faint.',
  ])('%s', (text) => found(text, 'medical-emergency', 'imminent'))
  test.each([
    'my chest feels tight before presentations, it is anxiety',
    'I nearly had a heart attack when I saw the bill',
    'my dad had a stroke last year and is back home',
    'nosebleed again, tissues everywhere',
    'I have a cold and a cough',
    'first aid course on choking today',
    'my legs are dead after the gym',
    'I took my allergy tablet',
    'heart broken, she moved on',
    'sore throat since monday',
  ])('%s', (text) => expect(heardAs(text)).toBe('none'))
})

describe('grief', () => {
  test.each([
    'my dad died last month',
    'we lost our dog yesterday and the house is so quiet',
    'It is my first Christmas without him',
    'I had a miscarriage',
    "my grandmother's funeral is on Friday",
  ])('%s', (text) => expect(heardAs(text)).toBe('none grief'))
  test('grief with the wish to follow is more', () => {
    expect(heardAs('my wife died and I want to be dead too')).toMatch(/^high/)
  })
})
