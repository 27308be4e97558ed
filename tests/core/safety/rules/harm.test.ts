/** Hurting oneself, being hurt, wanting to hurt, and someone else in danger. */
import { describe, expect, test } from 'vitest'
import { heardAs } from './heard.ts'

const found = (text: string, kind: string) => {
  const heard = heardAs(text)
  expect(heard.startsWith('none'), `${text}: heard as ${heard}`).toBe(false)
  expect(heard.split(' ')[1]?.split('+'), `${text}: heard as ${heard}`).toContain(kind)
}

describe('hurting oneself', () => {
  test.each([
    'I cut myself last night',
    "i've been cutting again",
    'I have the urge to cut right now',
    'I burn my arms with a lighter',
    'I relapsed, six months clean and now fresh cuts',
    'hurting myself is the only thing that helps',
    'I bang my head against the wall until it stops',
    "I don't feel safe with myself tonight",
    'I scratch until I bleed',
    'sh urges are bad today',
  ])('%s', (text) => found(text, 'self-harm'))
  test.each([
    'I cut myself shaving',
    'I burned my hand on the oven',
    'cut my hair myself',
    'I hurt my knee at the gym',
    'we need to cut costs',
    'I used to cut, ten years ago. Never since.',
    'bit my nails again',
    'banging my head against a brick wall with this client',
  ])('%s', (text) => expect(heardAs(text)).toBe('none'))
})

describe('being hurt, threatened, controlled or followed', () => {
  test.each([
    'my husband hits me',
    'My dad beats me when he drinks',
    'he choked me last night',
    'she threw a plate at my head',
    'my boyfriend said he would kill me if I leave',
    "I'm hiding in the bathroom, he is banging on the door",
    'he forces me to have sex',
    'I was raped',
    "I'm scared of my husband when he comes home",
    'I walk on eggshells around him',
    "he won't let me see my friends",
    'he checks my phone and takes my money',
    'my ex keeps showing up at my work',
    'someone follows me home every night',
    'he says he will post my nudes if I leave',
    'my uncle touches me at night',
  ])('%s', (text) => found(text, 'harm-by-others'))
  test.each([
    'he beat me at chess',
    'my boss hit me with another deadline',
    "my mum won't let me have a second biscuit lol, strict but fair",
    'the cat attacked my foot',
    'he follows me on instagram',
    'my baby hits me with his spoon',
    "I'm scared of my driving test",
    'The thought hit me that I forgot milk',
    'my landlord checks the boiler every year',
  ])('%s', (text) => expect(heardAs(text)).toBe('none'))
})

describe('wanting to hurt someone', () => {
  test.each([
    'I keep having thoughts of killing my stepfather',
    "I'm scared I'll hurt my baby",
    "I'm going to stab him when he comes home",
    'I want to hurt people',
    'I am going to bring a gun to school',
    'I have a knife in my bag and he is outside',
  ])('%s', (text) => found(text, 'harm-to-others'))
  test.each([
    "I'm going to kill my brother for eating my cake lol",
    'I could strangle my printer',
    'we murdered them in the final',
    "I'll kill the lights",
    'I could kill him, he finished the milk again',
    "I don't want to hurt his feelings",
  ])('%s', (text) => expect(heardAs(text)).toBe('none'))
})

describe('someone else', () => {
  test.each([
    'my friend says she wants to die',
    'My son is cutting himself',
    'my roommate took a whole bottle of pills',
    'my brother sent me a goodbye message and is not answering, he wanted to die last week',
    'my daughter stopped eating, she is wasting away for weeks',
    'my friend is on the bridge and says he will jump',
    'my sister hears voices that tell her things',
    'My friend texted me "I want to die"',
  ])('%s', (text) => found(text, 'someone-else'))
  test.each([
    'The poet killed herself in 1963, says the biography',
    'her character wants to die in the second act',
    'my friend is dying to meet you',
    'my colleague is killing it at work',
    'the article says he heard voices',
  ])('%s', (text) => expect(heardAs(text)).toBe('none'))
})
