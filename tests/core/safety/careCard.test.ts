/** Whom the card shows: own people first, one good line, and never a long list. */
import { expect, test } from 'vitest'
import { careCard as cardSchema } from '../../../electron/contract/safety.ts'
import { type CardInput, careCard } from '../../../electron/core/safety/careCard.ts'
import { readResources } from '../../../electron/engine/resources.ts'
import { resourcesFolder } from '../../engine/engineParts.ts'

const { countries, directory, safetyTexts } = readResources(resourcesFolder)
const gb = countries.get('GB') ?? null
const text = safetyTexts.en
const card = (input: Partial<CardInput>) =>
  careCard({ tier: 'high', kinds: ['suicide'], help: gb, directory, own: [], text, ...input })
const ann = { name: 'Ann', phone: '020 1', how: null, professional: false }

test('a line first, a professional and a trusted person in words, the emergency number always', () => {
  const shown = card({})
  expect(shown.lines[0]).toMatchObject({ name: 'Samaritans', alwaysOpen: true, free: true })
  expect(shown).toMatchObject({ emergencyFirst: false, emergency: gb?.emergency, own: [] })
  expect(shown.professional).toMatch(/doctor/)
  expect(shown.trusted).toMatch(/trust/)
  expect(cardSchema.parse(JSON.parse(JSON.stringify(shown)))).toEqual(shown)
})

test('own people stand first, three at most, and nothing else of them is kept', () => {
  const own = [{ ...ann, id: 'x' }, ann, ann, ann]
  expect(card({ own }).own).toEqual([ann, ann, ann])
})

test('danger right now puts the emergency number first', () => {
  expect(card({ tier: 'imminent' }).emergencyFirst).toBe(true)
})

test('violence and overdose bring their own lines, chest pain none', () => {
  expect(card({ kinds: ['harm-by-others'] }).lines[0]?.name).toBe('National Domestic Abuse Helpline')
  expect(card({ kinds: ['suicide', 'harm-by-others'] }).lines.map(({ name }) => name)).toContain(
    'National Domestic Abuse Helpline',
  )
  expect(card({ kinds: ['overdose'] }).lines[0]?.name).toBe('NHS 111')
  expect(card({ kinds: ['medical-emergency'] })).toMatchObject({ lines: [], emergency: gb?.emergency })
})

test('a line that speaks the person’s language comes before one that does not', () => {
  if (!gb) throw new Error('GB.json is missing')
  const [line] = gb.lines
  if (!line) throw new Error('GB.json has no lines')
  const german = { ...line, name: 'Auf Deutsch', languages: ['de'], alwaysOpen: false, hours: '9 to 5' }
  const help = { ...gb, lines: [...gb.lines, german] }
  expect(card({ help, text: { ...text, language: 'de' } }).lines[0]?.name).toBe('Auf Deutsch')
  expect(card({ help }).lines[0]?.name).toBe('Samaritans')
})

test('without a country: directories by address and no number', () => {
  const shown = card({ help: null })
  expect(shown).toMatchObject({ country: null, emergency: null })
  expect(shown.lines.length).toBeGreaterThan(1)
  expect(shown.lines.every(({ dialable }) => dialable === '')).toBe(true)
})

test('cards of an older version still fit', () => {
  const { own: _, professional: __, trusted: ___, ...older } = card({})
  expect(cardSchema.safeParse(older).success).toBe(true)
})

test('a line that is closed now is not first, and is not left out either', () => {
  const [line] = gb?.lines ?? []
  if (!gb || !line) throw new Error('GB.json has no lines')
  const opening = { zone: 'UTC', spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }] }
  const days = { ...line, name: 'By day', languages: ['de'], alwaysOpen: false, hours: '9 to 5', opening }
  const help = { ...gb, lines: [days, line] }
  const names = (atMs: number | null) =>
    card({ help, text: { ...text, language: 'de' }, atMs }).lines.map(({ name }) => name)
  expect(names(Date.parse('2026-11-23T12:00:00Z'))).toEqual(['By day', 'Samaritans'])
  expect(names(Date.parse('2026-11-23T23:00:00Z'))).toEqual(['Samaritans', 'By day'])
  expect(names(null)).toEqual(['By day', 'Samaritans'])
})

test('a line for children stands behind one for everyone, an unconfirmed one behind one that was read', () => {
  const [line] = gb?.lines ?? []
  if (!gb || !line) throw new Error('GB.json has no lines')
  const lines = [
    { ...line, name: 'Children', purpose: 'children' as const },
    { ...line, name: 'Unconfirmed', confirmed: false },
    line,
  ]
  expect(card({ help: { ...gb, lines } }).lines.map(({ name }) => name)).toEqual([
    'Samaritans',
    'Unconfirmed',
  ])
})

test('lines of a kept card that do not say whether they were read count as unconfirmed', () => {
  const shown = card({})
  const lines = shown.lines.map(({ purpose: _, confirmed: __, ...line }) => line)
  expect(cardSchema.parse({ ...shown, lines }).lines).toMatchObject([
    { name: 'Samaritans', purpose: 'general', confirmed: false },
    { confirmed: false },
  ])
})
