/** Whom a card shows, and the addresses that call them. */
import { describe, expect, it } from 'vitest'
import { callAddress, shownCare, textAddress } from '../../../../renderer/features/safety/careLines.ts'
import { titledParts } from '../../../../renderer/features/safety/titledParts.ts'
import { help, samaritans } from '../../fakeWorld.ts'

const card = {
  tier: 'high' as const,
  country: 'GB',
  countryName: 'United Kingdom',
  emergencyFirst: true,
  emergency: { shown: '999', dialable: '999' },
  lines: [samaritans],
}

describe('care lines', () => {
  it('keeps its own while no other country is chosen', () => {
    expect(shownCare(card, null)).toBe(card)
    expect(shownCare(card, help.GB)).toBe(card)
  })

  it('takes those of the chosen country and stays as urgent as it was', () => {
    const shown = shownCare(card, help.US)
    expect(shown.lines[0]?.shown).toBe('988')
    expect(shown.emergency?.dialable).toBe('911')
    expect(shown.emergencyFirst).toBe(true)
  })

  it('makes addresses the shell lets through', () => {
    expect(callAddress('+44 116 123')).toMatch(/^tel:\+?[0-9]{2,15}$/)
    expect(textAddress({ to: '85258', body: 'SHOUT' })).toMatch(
      /^sms:\+?[0-9]{2,15}(\?&?body=[\w%.!-]{0,120})?$/,
    )
    expect(textAddress({ to: '988', body: null })).toBe('sms:988')
  })
})

describe('a text with headings', () => {
  it('is cut at them', () => {
    expect(titledParts('first\n\n## Two\n\nsecond\n')).toEqual([
      { title: null, level: 0, text: 'first' },
      { title: 'Two', level: 2, text: 'second' },
    ])
  })

  it('has no empty beginning', () => {
    expect(titledParts('# One\ntext').map(({ title }) => title)).toEqual(['One'])
  })
})
