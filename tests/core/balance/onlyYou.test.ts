/** "Only you understand me" is heard in eight languages; denied, past, supposed and other people's words are not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saysOnlyYou } from '../../../electron/core/balance/onlyYou.ts'
import { onlyYouPhrases } from '../../../electron/core/balance/onlyYouPhrases.ts'

describe('is heard', () => {
  it.each([
    'Only you understand me.',
    'You’re the only one I can talk to',
    'honestly youre literally the only one who gets it',
    "I'm not ok, only you listen to me",
    'I feel like only you really get me',
    "You're all I have left.",
    'nobody gets me like you do',
    'I have no one else but you',
    "there's nobody I can talk to except you",
    'You understand me better than anyone',
    "I'd rather talk to you than people",
    'I can only talk to you about this',
    "i don't need anyone when i have you",
    'ONLY YOU UNDERSTAND ME',
    'Nur du verstehst mich.',
    'Du bist der Einzige, der mir zuhört',
    'Ich hab nur noch dich',
    'Niemand versteht mich so gut wie du',
    'Ich kann nur mit dir reden',
    'Solo tú me entiendes',
    'Eres la única que me escucha',
    'No tengo a nadie más que a ti',
    "Il n'y a que toi qui me comprends",
    'Tu es la seule à qui je peux parler',
    "Je n'ai que toi",
    'Só você me entende',
    'Você é a única pessoa que me ouve',
    'Só consigo falar contigo',
    'Alleen jij begrijpt me',
    'Je bent de enige met wie ik kan praten',
    'Ik heb alleen jou',
    'Solo tu mi capisci',
    "Sei l'unica che mi ascolta",
    'Ho solo te',
    'Hanya kamu yang mengerti aku',
    'cuma kamu yang ngerti',
    'Kamu satu-satunya yang ada',
    'Aku cuma punya kamu',
  ])('%s', (text) => {
    expect(saysOnlyYou(text)).toBe(true)
  })
})

describe('is not heard', () => {
  it.each([
    "You're not the only one I can talk to",
    "I don't think only you understand me",
    'I used to think you are the only one',
    'My sister says you are the only one who gets her',
    'He told me only you listen to me',
    'She wrote: "you are the only one"',
    "Apart from my wife you're the only one I talk to",
    'What if you are the only one who listens?',
    'Help me write a card to my wife: you are the only one',
    'Dear Anna, only you understand me',
    'Only my sister understands me',
    'You are the only app on my phone that works offline',
    'Only you can update the settings',
    'Nobody listens at work',
    'Du bist nicht der Einzige',
    'Meine Freundin sagt, nur du verstehst mich',
    'Nur sie versteht mich',
    'No eres el único',
    "Tu n'es pas la seule",
    'Você não é a única',
    'Je bent niet de enige',
    "Non sei l'unica",
    'Kamu bukan satu-satunya',
    '',
  ])('%s', (text) => {
    expect(saysOnlyYou(text)).toBe(false)
  })
})

it('takes any text, however long', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 120 })
  fc.assert(fc.property(anything, (text) => typeof saysOnlyYou(text) === 'boolean'))
  const much = 'only you nobody there is no one else but with all i have '
  expect(saysOnlyYou(much.repeat(2000))).toBe(false)
})

it('no phrase repeats without a bound', () => {
  const sources = onlyYouPhrases.flatMap(({ phrases, others, denied }) => [...phrases, ...others, denied])
  const unbound = sources.filter(({ source }) => /(\)|\]|\.)[*+]|\{\d+,\}/.test(source))
  expect(unbound, 'give each repeat a most').toEqual([])
})
