/** Lull promises nothing it cannot keep: words that must not appear in texts, prompts, resources or the README. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const places = ['renderer/text', 'resources', 'README.md']

interface Banned {
  pattern: RegExp
  instead: string
}

const banned: Banned[] = [
  { pattern: /\btherap(?:y|ies|ist|ists|eutic)\b/i, instead: 'support, companion, "your own human helper"' },
  { pattern: /\btreat(?:s|ed|ing|ment|ments)?\b/i, instead: 'help with, ease, look after' },
  { pattern: /\bcur(?:e|es|ed|ing)\b/i, instead: 'ease, help with' },
  { pattern: /\bdiagnos(?:e|es|ed|is|tic)\b/i, instead: 'name, notice, "a doctor can tell you more"' },
  { pattern: /\bclinical(?:ly)?\b/i, instead: 'nothing, or say what was measured' },
  { pattern: /\bpatients?\b/i, instead: 'person, people' },
  { pattern: /\bstress (?:is |was )?detected\b/i, instead: 'unlike your usual' },
  { pattern: /\b(?:measures?|measuring) (?:your )?stress\b/i, instead: 'strain signal' },
  { pattern: /\bburn-?out risk\b/i, instead: 'strain signal, a heavy stretch' },
  {
    pattern: /\b(?:clinically |scientifically )?proven\b/i,
    instead: 'some people find, or the effect with its source',
  },
  { pattern: /\bI know (?:exactly )?how you feel\b/i, instead: 'sounds like' },
  { pattern: /\bI(?:['’]m| am) always here\b/i, instead: 'you can write here whenever you like' },
  { pattern: /\blov(?:e|es|ed|ing|ely)\b/i, instead: 'like, care about, good' },
  { pattern: /\bstreaks?\b/i, instead: 'nothing: days are not counted' },
  {
    pattern: /\b(?:serotonin|dopamine|cortisol|oxytocin|endorphins?)\b/i,
    instead: 'what a person can notice',
  },
]

/** Saying what Lull is not needs the word; each is a whole phrase, so that it excuses nothing else. */
const allowed = [/\bnot (?:a )?(?:therapy|therapist|medical advice or therapy)\b/gi]

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesUnder(join(path, entry.name)))
}

/** What a person may write and Lull listens for; none of it is ever said. */
const heardOnly = 'resources/safety/languages/'

const texts = places
  .flatMap((place) => filesUnder(join(root, place)))
  .filter((file) => /\.(?:json|md|txt|html)$/.test(file) && !relative(root, file).startsWith(heardOnly))

test('there is something to read', () => {
  expect(texts.length).toBeGreaterThan(10)
})

test.each(texts.map((file) => [relative(root, file), file]))('%s', (name, file) => {
  const lines = readFileSync(file, 'utf8').split('\n')
  const found = lines.flatMap((line, index) => {
    // Addresses and machine names are no promises.
    const spoken = allowed.reduce(
      (text, phrase) => text.replace(phrase, ''),
      line.replace(/https?:\/\/[^\s"')]+/g, ''),
    )
    return banned.flatMap(({ pattern, instead }) => {
      const word = pattern.exec(spoken)?.[0]
      return word === undefined ? [] : [`${name}:${index + 1} says "${word}". Write instead: ${instead}.`]
    })
  })
  expect(found).toEqual([])
})

test('the words are found where they stand', () => {
  expect(
    banned.filter(({ pattern }) => pattern.test('A proven treatment, I am always here, love.')),
  ).toHaveLength(4)
})
