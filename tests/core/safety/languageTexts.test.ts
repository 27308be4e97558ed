/** A translation says what the English text says: every step, the same placeholders, and questions that are understood. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  careNotes,
  careSteps,
  directSteps,
  phraseLists,
} from '../../../electron/core/safety/crisis/careSteps.ts'
import { languageRules } from '../../../electron/core/safety/languageRules.ts'
import { replacedRules, type SafetyText } from '../../../electron/core/safety/safetyText.ts'

const folder = new URL('../../../resources/safety/', import.meta.url)
const read = (name: string): SafetyText => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const english = read('en.json')
const tags = readdirSync(folder)
  .filter((name) => /^[a-z]{2}\.json$/.test(name) && name !== 'en.json')
  .map((name) => name.slice(0, 2))

/** Every text a person or the model reads, with the English one it stands for. */
function* shownTexts(text: SafetyText): Generator<[where: string, texts: string[], english: string[]]> {
  for (const step of careSteps) yield [`care.${step}`, text.care[step], english.care[step]]
  for (const rule of replacedRules) yield [`guard.${rule}`, text.guard[rule], english.guard[rule]]
  for (const note of careNotes) yield [`notes.${note}`, [text.notes[note]], [english.notes[note]]]
  yield ['identity', text.identity, english.identity]
  yield ['reflection', text.reflection, english.reflection]
  yield ['card', Object.values(text.card), Object.values(english.card)]
  yield ['unknownEmergency', [text.unknownEmergency], [english.unknownEmergency]]
}

const placeholders = (texts: readonly string[]) =>
  texts.map((text) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ')).sort()

/** Claims no text of Lull may make, in the languages it is translated into. */
const banned =
  /therap|psychotherap|\bheil(?:en|t|ung)\b|diagnos|genees|guéri|\bsoigner|\bliebe dich\b|\bik hou van\b|je t['’]aime|te quiero|te amo|ti amo|immer für dich da|altijd voor je|toujours là pour toi|siempre (?:aquí|estaré)|sempre qui per te|sempre aqui|terapi|\bcura(?:r|re)\b|menyembuhkan|selalu ada untukmu/i

function rulesOf(tag: string) {
  const file = new URL(`languages/${tag}.json`, folder)
  if (!existsSync(file)) throw new Error(`${tag} has texts and no rules: write resources/safety/languages/`)
  return languageRules(JSON.parse(readFileSync(file, 'utf8')))
}

test('translations are there to be read', () => {
  expect(tags.length, 'no translation in resources/safety/').toBeGreaterThan(0)
})

test.each(tags)(
  '%s: names itself, follows the version of the English text, and says who reviewed it',
  (tag) => {
    const text = read(`${tag}.json`)
    expect(text.language).toBe(tag)
    expect(text.version, 'translate what changed in en.json, then take over its version').toBe(
      english.version,
    )
    expect(text.review.on).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(text.review.note).toMatch(/not yet/i)
  },
)

test.each(tags)('%s: has every step and list, and nothing else', (tag) => {
  const text = read(`${tag}.json`)
  const keys = (record: object) => Object.keys(record).sort()
  expect(keys(text.care), 'care: translate the missing step').toEqual([...careSteps].sort())
  expect(keys(text.hears), 'hears: write the missing list').toEqual([...phraseLists].sort())
  expect(keys(text.guard)).toEqual([...replacedRules].sort())
  expect(keys(text.notes)).toEqual([...careNotes].sort())
  for (const list of phraseLists) expect(text.hears[list].length, `hears.${list} is empty`).toBeGreaterThan(0)
})

test.each(tags)('%s: as many wordings as in English, with the same placeholders', (tag) => {
  for (const [where, texts, english] of shownTexts(read(`${tag}.json`)))
    expect(placeholders(texts), where).toEqual(placeholders(english))
})

test.each(tags)('%s: no longer than 1.6 times the English, no digits, no claims', (tag) => {
  for (const [where, texts, english] of shownTexts(read(`${tag}.json`)))
    for (const [at, text] of texts.entries()) {
      expect(text.trim(), `${where} is empty`).not.toBe('')
      // A few words are allowed to be long ones.
      expect(text.length, `${where}: shorten "${text}"`).toBeLessThanOrEqual(
        1.6 * (english[at]?.length ?? 0) + 12,
      )
      expect(text, `${where}: numbers come from data alone`).not.toMatch(/\d/)
      expect(text, `${where}: a claim that Lull cannot keep`).not.toMatch(banned)
      expect(text, `${where}: write a comma or two sentences`).not.toMatch(/[—–]/)
    }
})

test.each(tags)('%s: the direct questions are understood as such by the rules of the language', (tag) => {
  const rules = rulesOf(tag)
  const text = read(`${tag}.json`)
  const unheard = directSteps.flatMap((step) =>
    text.care[step].filter((wording) => rules.asked(wording) !== 'suicide'),
  )
  expect(unheard, 'name these words in askedDirectly').toEqual([])
  const unsafe = text.care['harm.first'].filter((wording) => rules.asked(wording) !== 'safe')
  expect(unsafe, 'name these words in askedSafe').toEqual([])
})

test.each(tags)('%s: only direct questions count as such', (tag) => {
  const rules = rulesOf(tag)
  const direct = new Set<string>(directSteps)
  const text = read(`${tag}.json`)
  const wrong = careSteps
    .filter((step) => !direct.has(step))
    .flatMap((step) => text.care[step].filter((wording) => rules.asked(wording) === 'suicide'))
  expect(wrong, 'narrow askedDirectly').toEqual([])
})
