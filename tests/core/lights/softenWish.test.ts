/** Wishes for a softer light in many words, and as many sentences that only sound like one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { softenWish } from '../../../electron/core/lights/softenWish.ts'

const soften = [
  'soften the lights',
  'Soften',
  'Soften, please',
  'Soften the light please.',
  'can you dim the light a bit please',
  'Could you dim the lights?',
  'could you please turn down the lights a little',
  'turn the lights down',
  'Turn the lights down a bit, please :)',
  'make it warmer in here',
  'make it a bit softer in here please',
  'Please make the light warmer',
  'make the desk lamp softer',
  'lower the lights for a while',
  'hey lull, dim the lights',
  'hey, could u dim the lights pls',
  'Would you mind dimming the lights?',
  'how about dimming the light a little?',
  "let's dim the lights",
  "I'd like the lights dimmed a little",
  'I want softer light',
  'can I have softer light please?',
  'could we have warmer light in here?',
  'softer light please',
  'Less light, please',
  'lights down please',
  'lights a bit softer',
  'can the lights be a bit softer?',
  'I’d like you to soften the light',
  'dim all the lights now',
  'Yes please, soften the lights',
  'tone down the lighting a bit',
  'dim the room a little',
  "I'm tired. Can you dim the lights?",
  'My head hurts, can you dim the lights please?',
  'can you dim the lights, I have a headache',
  'dim the lights because my eyes hurt',
  'Long day. The light is too bright, could you soften it?',
  'These lamps are harsh. Please turn them down a bit.',
  'SOFTEN THE LIGHTS!!',
  'dim the lights 🙏',
  'ok - dim the lights',
  'Kannst du bitte das Licht etwas dimmen?',
  'Mach das Licht bitte wärmer',
  'dimm das Licht ein bisschen',
  'Weicheres Licht bitte',
  '¿Puedes bajar un poco la luz, por favor?',
  'suaviza la luz',
  'pon la luz más cálida',
  "Peux-tu tamiser la lumière s'il te plaît ?",
  'baisse un peu la lumière',
  'mets la lumière plus douce stp',
  'Pode diminuir a luz, por favor?',
  'baixa um pouco as luzes',
  'deixa a luz mais suave',
  'Kun je het licht een beetje dimmen?',
  'doe het licht wat zachter alsjeblieft',
  'dim het licht',
  'Puoi abbassare le luci, per favore?',
  'abbassa un po’ la luce',
  'rendi la luce più calda',
  'Tolong redupkan lampunya',
  'bisa redupkan lampu sedikit?',
  'buat lampunya lebih hangat dong',
]

const back = [
  'turn the lights back',
  'turn the lights back up please',
  'Turn the light back to normal',
  'give the light back',
  'Give me my light back, please',
  'bring back the lights',
  'put the lights back how they were',
  'can you put the lights back the way they were?',
  'undo the lights',
  'restore the lights',
  'reset the lights please',
  'make the lights normal again',
  'make the lights brighter again',
  'stop dimming the lights',
  'lights back please',
  'normal light please',
  "I'd like the lights back to normal",
  'That light is nice, but no. Turn it back please.',
  'soften the lights. No wait, turn the lights back',
  'Mach das Licht wieder wie vorher',
  'gib mir das Licht zurück',
  'deja la luz como estaba',
  'remets la lumière comme avant',
  'volta a luz ao normal',
  'zet het licht terug',
  'rimetti la luce com’era',
  'kembalikan lampunya seperti semula',
]

const neither = [
  // Stories, and others' lights.
  'my boss dimmed the lights on my project',
  'the lights soften at night in my flat, it makes me sad',
  'My flatmate keeps turning the lights down',
  'someone turned the lights back and I woke up',
  'They dim the lights in the theatre and everyone goes quiet',
  'we used to dim the lights and talk',
  'I dim the lights every evening',
  'I dimmed the lights and it did not help',
  'soft light makes me think of home',
  'the light is soft today',
  'The light is too bright',
  'I was afraid when the lights went down',
  'dim lights',
  'warm light',
  'when the lights are low I miss her',
  'after the lights came back nobody spoke',
  // Pictures in words.
  "I can't see the light",
  'there is no light at the end of the tunnel',
  'I want the light back in my life',
  'I need softer light in my life',
  'he is the light of my life',
  'turn the light down in my head',
  'bring back the light in her eyes',
  'dim the lights on my career, why not',
  'please make the pain softer',
  'make it softer',
  'soften the blow',
  'soften it please',
  'can you make it lighter',
  'can you soften this email',
  'Can you make this paragraph warmer?',
  'put them back',
  'turn it back',
  'undo that',
  'take it down a bit please',
  'lighten up',
  'make light of it',
  // Not, not now, or only asking.
  "don't dim the lights",
  'do not soften the lights please',
  "please don't turn the lights down",
  'never dim the lights',
  "I don't want you to dim the lights",
  'dim the lights? no, do not',
  'Dim the lights. Actually no.',
  'soften the lights... never mind',
  'stop, not the lights',
  'why did you dim the lights?',
  'did you soften the lights?',
  'should I dim the lights?',
  'can lights be dimmed with this?',
  'what happens if you dim the lights?',
  'Can you dim the lights when I am stressed?',
  'dim the lights at ten',
  'dim the lights tomorrow evening',
  'dim the lights before I go to bed',
  'if I ask, can you dim the lights?',
  'I wonder whether dimming the lights would help',
  'I wish the lights in my office were softer',
  'would dimming the lights help?',
  'is it better to dim the lights?',
  // What Lull does not do.
  'turn the lights off',
  'turn off the lights please',
  'lights off',
  'turn on the light',
  'turn the lights back on',
  'can you make the lights brighter?',
  'make it colder in here',
  'dim the screen',
  'turn down the music',
  'turn the heating down',
  'turn down the offer',
  // Words of others, and about words.
  '"dim the lights"',
  'She said dim the lights and I froze',
  'My boss asked, can you dim the lights',
  'he goes: turn the lights down',
  '“Soften the lights,” and everyone laughed',
  "the sign read 'dim the lights'",
  '> can you dim the lights\nthat is what she sent',
  'The teacher always said the same. Turn the lights down.',
  'the song is called Dim the Lights',
  'translate: soften the lights',
  '`dim the lights`',
  // Other languages.
  'mach das Licht nicht dunkler',
  'Mein Chef hat das Licht gedimmt',
  'mach das Licht wieder an',
  'mach das Licht aus',
  'no bajes la luz',
  'apaga la luz',
  'me gusta la luz suave',
  'ne baisse pas la lumière',
  'éteins la lumière',
  'la lumière baisse et je suis triste',
  'não baixe a luz',
  'apaga as luzes',
  'dim het licht niet',
  'doe het licht uit',
  'non abbassare le luci',
  'spegni la luce',
  'jangan redupkan lampunya',
  'matikan lampu',
  'lampunya redup sekali',
  '',
  ' \n ',
]

describe('asks for a softer light', () => {
  it.each(soften)('%s', (text) => expect(softenWish(text)).toBe('soften'))
})

describe('asks for the light back', () => {
  it.each(back)('%s', (text) => expect(softenWish(text)).toBe('back'))
})

describe('asks for neither', () => {
  it.each(neither)('%s', (text) => expect(softenWish(text)).toBeNull())

  it('in a long message, even where a sentence of it would', () => {
    const story = 'It has been a long week and I keep going over the same meeting in my head. '
    expect(softenWish(`${story.repeat(5)}Dim the lights.`)).toBeNull()
    expect(softenWish(`${'One thing. '.repeat(7)}Dim the lights.`)).toBeNull()
  })

  it('as often as it is asked for: half of the table are those', () => {
    expect(neither.length).toBeGreaterThanOrEqual(soften.length + back.length)
  })
})

// A pattern that goes astray takes minutes for one of these, and the runner's patience ends it.
it('has an answer, whatever is written', () => {
  const words = fc.constantFrom(
    ...'please can you the light lights a bit dim soften turn down back , . so and to it my "'.split(' '),
  )
  const said = fc.array(words, { maxLength: 60 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(fc.oneof(said, fc.string({ maxLength: 400, unit: 'binary' })), (text) => {
      expect([null, 'soften', 'back']).toContain(softenWish(text))
    }),
    { numRuns: 500 },
  )
})

it('finds no wish where the sentence is denied or told, whatever it is', () => {
  const plain = [...soften, ...back].filter((one) => /^[\w' ]+[.!?]*$/.test(one))
  for (const text of plain) {
    for (const before of ['I never', 'nobody here should', 'yesterday they did', 'it feels like they']) {
      const told = `${before} ${text}`
      expect([told, softenWish(told)]).toEqual([told, null])
    }
  }
})
