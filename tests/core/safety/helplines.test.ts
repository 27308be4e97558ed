/** Wrong or stale numbers do harm: every file is checked as data, and by age. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CountryHelp, Helpline } from '../../../electron/core/safety/tier.ts'

const folder = new URL('../../../resources/helplines/', import.meta.url)
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
const countries = readdirSync(folder)
  .filter((name) => /^[A-Z]{2}\.json$/.test(name))
  .map((name) => [name.slice(0, 2), read<CountryHelp>(name)] as const)
const directory = read<{ lines: Helpline[] }>('directory.json').lines
const linesOf = (help: CountryHelp) => [...help.lines, ...help.harmLines, ...help.poisonLines]

const yearMs = 366 * 24 * 60 * 60 * 1000
const isStale = (line: Helpline, now: number) => now - Date.parse(line.verifiedOn) > yearMs

test('the countries promised are there', () => {
  expect(countries.map(([code]) => code)).toEqual(['AU', 'CA', 'DE', 'FR', 'GB', 'IE', 'NL', 'NZ', 'US'])
})

test.each(countries)(
  '%s: names itself, has an emergency number and a line open day and night',
  (code, help) => {
    expect(help.country).toBe(code)
    expect(help.emergency.dialable).toMatch(/^\d{3}$/)
    expect(help.emergency.shown).toContain(help.emergency.dialable)
    expect(help.lines.some((line) => line.alwaysOpen && line.free && line.dialable !== '')).toBe(true)
  },
)

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
    expect(line.languages.length, line.name).toBeGreaterThan(0)
    expect(line.about.split(/[.!?](?:\s|$)/).filter(Boolean).length, line.name).toBeLessThanOrEqual(2)
  }
})

test('same digits mean different things: a helpline never has its own country’s emergency number', () => {
  for (const [code, help] of countries) {
    for (const line of linesOf(help))
      expect(line.dialable, `${code} ${line.name}`).not.toBe(help.emergency.dialable)
  }
  const owners = countries.filter(([, help]) => linesOf(help).some((line) => line.dialable === '113'))
  expect(owners.map(([code]) => code)).toEqual(['NL'])
})

test('no entry is older than twelve months today', () => {
  const now = Date.now()
  for (const line of [...countries.flatMap(([, help]) => linesOf(help)), ...directory]) {
    expect(line.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(line.sourceUrl, line.name).toMatch(/^https:\/\//)
    expect(
      isStale(line, now),
      `${line.name} was last checked on ${line.verifiedOn}: check it against ${line.sourceUrl}`,
    ).toBe(false)
  }
})

test('the age check does notice', () => {
  const [line] = directory
  expect(line && isStale(line, Date.parse('2028-01-01'))).toBe(true)
})

test('the directory opens by address', () => {
  expect(directory.length).toBeGreaterThanOrEqual(2)
  for (const line of directory)
    expect(line).toMatchObject({ dialable: '', url: expect.stringMatching(/^https:/) })
})
