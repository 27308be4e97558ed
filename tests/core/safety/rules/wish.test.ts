/** Wishing to be dead or gone: said directly, passively and sideways, and the sentences that only look like it. */
import { describe, expect, test } from 'vitest'
import { tierOf } from './heard.ts'

describe('wanting to be dead, said as one’s own and now', () => {
  test.each([
    'I want to die',
    'honestly i just wanna be dead',
    "I don't want to live anymore",
    'i dont wanna be alive no more fr',
    "I've been thinking about suicide a lot",
    "I'm having suicidal thoughts again",
    'I wish I was dead',
    'I keep thinking about killing myself',
    'i think about jumping off the bridge every morning',
    'I would rather be dead than go through this again',
    'I wan die, this life don tire me',
    'Mi wah dead',
    'ah cannae go oan, ah want tae kill masel',
    'I am fed up and I want to end my life only',
    'I not want live more, I want kill me',
    'thinking of topping myself to be honest',
    'might as well neck myself',
    'I should like to be dead and buried',
    'i want to end it all',
    'I feel like ending my life',
    'I can’t sleep and I want to die',
    'nothing helps anymore so i want to kill myself',
    'I told my brother I want to die',
    'She makes me want to kill myself, and I mean it',
    "It's not a joke, I want to die",
    'I want to unalive myself tonight',
    'gonna do the big sleep, i want to d!e',
  ])('%s', (text) => {
    expect(['high', 'imminent']).toContain(tierOf(text))
  })
})

describe('passive wishes, burden, no way out', () => {
  test.each([
    'I hope I never wake up tomorrow',
    'Everyone would be better off without me',
    "they'd be happier if i wasn't here",
    'I am just a burden to my family',
    'There is no point in living',
    "what's the point of being alive",
    'I wish I had never been born',
    "I wouldn't mind if a bus hit me",
    'nobody would notice if I died',
    'sometimes I just want to disappear forever',
    "I can't see a future with me in it",
    'death would be a relief',
    'I am tired of living',
    'there is no way out of this life but death',
    'I have nothing left to live for',
    'asking God every night to take me home',
    "don't think I'll be around much longer",
    'soon I will be at peace, they will not have to worry about me anymore',
    'not scared of dying anymore, if it happens it happens',
    'who will look after my dog when I am gone for good',
  ])('%s', (text) => {
    expect(tierOf(text)).not.toBe('none')
  })
})

describe('what only looks like it', () => {
  test.each([
    'This deadline is killing me',
    "I'm dying of laughter",
    'My phone died on the way home',
    'I would kill for a coffee right now',
    'one more meeting and I will kill myself lol',
    'My character wants to die in chapter three',
    'I want to die laughing',
    "I don't want to kill myself",
    'I never wanted to die',
    "It's not that I want to die, I am just tired",
    "I don't think I want to die",
    'I wanted to die of embarrassment in that call',
    'If I ever feel suicidal I will call someone',
    'We watched Suicide Squad',
    'Years ago I tried to kill myself. I am well now.',
    'I used to want to die, back in college. It got better.',
    'The song is called "I Want to Die Young"',
    "what's the point",
    "I'm so tired, what a week",
    "can't do this job anymore",
    'I feel trapped in this meeting',
    'I want to disappear into my room with a book',
    'I want to live somewhere warm',
    "I don't want to live in London anymore",
    'my boss will kill me if I miss this',
    'Kurt Cobain killed himself in 1994',
    'suicide rates fell last year, says the report',
    'The server committed suicide again',
    'the boss fight made me want to die, third respawn',
    'I could murder a curry',
    'we are ending it, the gym membership I mean',
    "I'm dead 💀",
    'I want to jump on the trampoline',
    'we walked across the bridge and had ice cream',
    'Jumping off the bus I twisted my ankle',
    'He was dead serious about the budget',
    'I miss my old team, life goes on',
    'I love being alive today',
  ])('%s', (text) => {
    expect(tierOf(text)).toBe('none')
  })
})

test('someone else’s wish is a worry about them', () => {
  for (const text of [
    'My sister says she wants to die',
    "I'm worried my friend will kill himself",
    'my mum told me she wishes she was dead',
    'my best friend is suicidal',
  ])
    expect(tierOf(text), text).not.toBe('none')
})
