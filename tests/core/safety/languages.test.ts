/** Rules of every language hear their own lines, and stay silent over everyone else's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hear } from '../../../electron/core/safety/hear.ts'
import { languageRules } from '../../../electron/core/safety/languageRules.ts'
import { type Tier, type Turn, tiers } from '../../../electron/core/safety/tier.ts'
import { triage, triager } from '../../../electron/core/safety/triage.ts'

interface Line {
  id: string
  family: string
  kind: string
  tier: Tier
  language: string
  turns: Turn[]
}

const folder = new URL('../../../resources/safety/languages/', import.meta.url)
const training = new URL('../../eval/safety/train/', import.meta.url)
const namesIn = (where: URL, ending: string) =>
  existsSync(where)
    ? readdirSync(where)
        .filter((name) => name.endsWith(ending))
        .sort()
    : []
const linesOf = (file: URL): Line[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const tags = namesIn(folder, '.json').map((name) => name.replace('.json', ''))
const ruleSets = new Map(
  tags.map((tag) => [tag, languageRules(JSON.parse(readFileSync(new URL(`${tag}.json`, folder), 'utf8')))]),
)
const all = triager({ languages: [...ruleSets.values()] })
const files = namesIn(new URL('languages/', training), '.jsonl')
const lines = new Map(files.map((name) => [name, linesOf(new URL(`languages/${name}`, training))]))
const isAtLeast = (tier: Tier, other: Tier) => tiers.indexOf(tier) >= tiers.indexOf(other)
const told = ({ id, turns }: Line) => `${id}: ${turns.map(({ text }) => text).join(' / ')}`
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / Math.max(1, whole.length)

test.each(tags)('%s: the file names its language and says honestly who checked it', (tag) => {
  expect(ruleSets.get(tag)?.language).toBe(tag)
  const file = JSON.parse(readFileSync(new URL(`${tag}.json`, folder), 'utf8'))
  expect(file.review.note).toMatch(/not yet/i)
})

test.each(tags)('%s: at least 60 training sessions in 14 families, a good part of them harmless', (tag) => {
  const own = lines.get(`${tag}.jsonl`) ?? []
  expect(own.length, `write more lines in train/languages/${tag}.jsonl`).toBeGreaterThanOrEqual(60)
  expect(new Set(own.map(({ family }) => family)).size).toBeGreaterThanOrEqual(14)
  const harmless = own.filter(({ tier }) => tier === 'none')
  expect(share(harmless, own)).toBeGreaterThan(0.4)
  expect(new Set(own.map(({ id }) => id)).size, 'ids are unique').toBe(own.length)
})

test('at least 80 sessions mix languages', () => {
  expect(lines.get('mixed.jsonl')?.length ?? 0).toBeGreaterThanOrEqual(80)
})

test.each(tags)('%s: hears nearly every high and imminent line that its rules were written with', (tag) => {
  const risky = (lines.get(`${tag}.jsonl`) ?? []).filter(({ tier }) => isAtLeast(tier, 'high'))
  const missed = risky.filter(({ turns }) => !isAtLeast(all(turns).tier, 'high'))
  expect(share(missed, risky), `not heard:\n${missed.map(told).join('\n')}`).toBeLessThanOrEqual(0.05)
  const urgent = risky.filter(({ tier }) => tier === 'imminent')
  const tooLow = urgent.filter(({ turns }) => all(turns).tier !== 'imminent')
  expect(share(tooLow, urgent), `not imminent:\n${tooLow.map(told).join('\n')}`).toBeLessThanOrEqual(0.15)
})

test.each(files)('%s: no rule of any language speaks over a harmless line', (name) => {
  const harmless = (lines.get(name) ?? []).filter(({ tier }) => tier === 'none')
  const alarms = harmless.filter(({ turns }) => all(turns).tier !== 'none')
  expect(
    alarms.map((line) => `${told(line)} <- ${all(line.turns).reasons.join(' ')}`),
    'narrow the rule that is named',
  ).toEqual([])
})

test('English is heard as before, with the rules of all languages beside it', () => {
  const english = namesIn(new URL('english/', training), '.jsonl').flatMap((name) =>
    linesOf(new URL(`english/${name}`, training)),
  )
  expect(english.length).toBeGreaterThan(500)
  const changed = english.filter(({ turns }) => all(turns).tier !== triage(turns).tier)
  expect(
    changed.map((line) => `${told(line)} <- ${all(line.turns).reasons.join(' ')}`),
    'a phrase of another language collides with English',
  ).toEqual([])
}, 60_000)

/** What people answer to "are you thinking about ending your life?". */
const answers: Record<string, { yes: string[]; no: string[]; unsure: string[] }> = {
  de: {
    yes: ['ja', 'Manchmal schon.', 'naja, ja'],
    no: ['nein', 'Nee, so nicht'],
    unsure: ['weiß nicht', 'vielleicht'],
  },
  nl: { yes: ['ja', 'soms wel'], no: ['nee', 'Nee hoor, echt niet'], unsure: ['weet ik niet', 'misschien'] },
  fr: {
    yes: ['oui', 'Parfois.', 'bah oui'],
    no: ['non', 'Pas vraiment'],
    unsure: ['jsp', 'Je ne sais pas', 'peut-être'],
  },
  es: { yes: ['sí', 'a veces'], no: ['no'], unsure: ['no sé', 'quizás'] },
  pt: { yes: ['sim', 'às vezes'], no: ['não'], unsure: ['não sei', 'talvez'] },
  it: { yes: ['sì', 'a volte'], no: ['no'], unsure: ['non lo so', 'forse'] },
  id: { yes: ['iya', 'kadang'], no: ['tidak', 'nggak'], unsure: ['nggak tahu', 'mungkin'] },
}

test.each(tags)('%s: plain answers to a direct question are understood', (tag) => {
  expect(answers[tag], `write down plain answers in "${tag}"`).toBeDefined()
  const set = ruleSets.get(tag)
  for (const [meaning, said] of Object.entries(answers[tag] ?? {}))
    for (const text of said) expect(hear(text, set ? [set] : []).answer, `"${text}"`).toBe(meaning)
})
