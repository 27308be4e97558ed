/** Wrong or stale numbers do harm: every file is checked as data, and by age. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countryHelp } from '../../../electron/contract/safety.ts'
import type { CountryHelp, Helpline } from '../../../electron/core/safety/tier.ts'

const folder = new URL('../../../resources/helplines/', import.meta.url)
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
const countries = readdirSync(folder)
  .filter((name) => /^[A-Z]{2}\.json$/.test(name))
  .map((name) => [name.slice(0, 2), read<CountryHelp>(name)] as const)
const directory = read<{ lines: Helpline[] }>('directory.json').lines
const linesOf = (help: CountryHelp) => [...help.lines, ...help.harmLines, ...help.poisonLines]
const emergenciesOf = (help: CountryHelp) => [help.emergency, ...(help.otherEmergency ?? [])]

const longestDays = 366
const dayMs = 24 * 60 * 60 * 1000
const isStale = (line: Helpline, nowMs: number) => nowMs - Date.parse(line.verifiedOn) > longestDays * dayMs

test('the countries promised are there, twenty-five at least', () => {
  const codes = countries.map(([code]) => code)
  expect(codes).toEqual(expect.arrayContaining(['AU', 'CA', 'DE', 'FR', 'GB', 'IE', 'NL', 'NZ', 'US']))
  // Countries of the languages Lull listens in.
  expect(codes).toEqual(expect.arrayContaining(['ES', 'MX', 'PT', 'BR', 'IT', 'ID', 'BE', 'AT', 'CH']))
  expect(codes.length).toBeGreaterThanOrEqual(25)
})

test.each(countries)(
  '%s: names itself, fits the contract and has emergency numbers that dial',
  (code, help) => {
    expect(help.country).toBe(code)
    expect(countryHelp.parse(help), `${code}.json holds a field that Lull does not know`).toEqual(help)
    for (const { shown, dialable } of emergenciesOf(help)) {
      expect(dialable).toMatch(/^\d{2,5}$/)
      expect(shown.split(' or ')).toContain(dialable)
    }
    const numbers = emergenciesOf(help).map(({ dialable }) => dialable)
    expect(new Set(numbers).size, `${code} names an emergency number twice`).toBe(numbers.length)
  },
)

/** Where no number that answers day and night could be read; elsewhere there is one for everyone. */
const partTimeOnly = ['DK', 'ID', 'IT', 'LU']

test.each(countries)('%s: has a line for everyone, day and night where the country has one', (code, help) => {
  const forEveryone = help.lines.filter(({ purpose }) => purpose === 'suicide' || purpose === 'general')
  expect(forEveryone.length).toBeGreaterThan(0)
  const always = forEveryone.some((line) => line.alwaysOpen && line.dialable !== '')
  expect(always, `${code}: put it on the list partTimeOnly, or take it off`).toBe(
    !partTimeOnly.includes(code),
  )
})

test.each(countries)('%s: every line can be reached, and what is shown is what is dialled', (_, help) => {
  for (const line of linesOf(help)) {
    if (line.dialable === '') expect(line.sms !== null || line.url !== null, line.name).toBe(true)
    else {
      expect(line.dialable, line.name).toMatch(/^\d{3,15}$/)
      expect(line.shown.replace(/\D/g, ''), line.name).toBe(line.dialable)
    }
    if (line.sms) expect(line.sms.to, line.name).toMatch(/^\d{3,15}$/)
    if (line.url) expect(line.url, line.name).toMatch(/^https:\/\//)
    expect(line.alwaysOpen, line.name).toBe(line.hours === null)
    if (line.opening) expect(line.alwaysOpen, line.name).toBe(false)
    expect(line.languages.length, line.name).toBeGreaterThan(0)
    expect(line.about.split(/[.!?](?:\s|$)/).filter(Boolean).length, line.name).toBeLessThanOrEqual(2)
  }
})

test.each(countries)('%s: a line stands among those of its purpose', (_, help) => {
  for (const line of help.harmLines) expect(line.purpose, line.name).toBe('violence')
  for (const line of help.poisonLines) expect(line.purpose, line.name).toBe('poison')
  for (const line of help.lines)
    expect(['violence', 'poison', 'directory'], line.name).not.toContain(line.purpose)
})

test.each(countries)(
  '%s: hours as data are in a zone this machine knows, and named in the words',
  (_, help) => {
    for (const { name, opening, hours } of linesOf(help)) {
      if (!opening) continue
      expect(() => new Intl.DateTimeFormat('en', { timeZone: opening.zone }), name).not.toThrow()
      expect(hours, `${name}: say in whose time the hours are`).toMatch(/time\)/)
    }
  },
)

test('same digits mean different things: a helpline never has its own country’s emergency number', () => {
  for (const [code, help] of countries) {
    const emergencies = emergenciesOf(help).map(({ dialable }) => dialable)
    for (const line of linesOf(help)) expect(emergencies, `${code} ${line.name}`).not.toContain(line.dialable)
  }
  const owners = countries.filter(([, help]) => linesOf(help).some((line) => line.dialable === '113'))
  expect(owners.map(([code]) => code)).toEqual(['NL'])
})

test('most entries were read in a source, and no country stands on unconfirmed ones alone but where it says so', () => {
  const lines = countries.flatMap(([, help]) => linesOf(help))
  const unconfirmed = lines.filter((line) => !line.confirmed)
  expect(unconfirmed.length / lines.length).toBeLessThan(0.1)
  const unread = countries.filter(([, help]) => help.lines.every((line) => !line.confirmed))
  expect(unread.map(([code]) => code)).toEqual(['GR'])
})

test('no entry is older than twelve months today', () => {
  const now = Date.now()
  const files = countries.map(([code, help]) => [`${code}.json`, linesOf(help)] as const)
  for (const [file, lines] of [...files, ['directory.json', directory] as const]) {
    for (const line of lines) {
      expect(line.verifiedOn, `resources/helplines/${file}`).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(line.sourceUrl, line.name).toMatch(/^https?:\/\//)
      expect(
        isStale(line, now),
        `resources/helplines/${file}: ${line.name} was last checked on ${line.verifiedOn}; compare it with ${line.sourceUrl}, mend it and set verifiedOn, or take it out`,
      ).toBe(false)
    }
  }
})

test('the age check does notice', () => {
  const [line] = directory
  expect(line && isStale(line, Date.parse('2028-01-01'))).toBe(true)
})

test('the directories open by address, two at least', () => {
  expect(directory.length).toBeGreaterThanOrEqual(2)
  for (const line of directory)
    expect(line).toMatchObject({
      purpose: 'directory',
      dialable: '',
      url: expect.stringMatching(/^https:/),
    })
})
