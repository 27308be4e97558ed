/** How well it fits, said no louder than the numbers allow. */
import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../../../electron/core/stress/agreement.ts'
import {
  agreementLevel,
  agreementTitle,
  agreementWords,
} from '../../../../renderer/features/stress/agreementWords.ts'
import { plain, wordsOf } from './wordsOf.ts'

const words = wordsOf()
const known = (rho: number, low: number, high: number): Extract<Agreement, { kind: 'known' }> => ({
  kind: 'known',
  n: 52,
  rho,
  low,
  high,
  proposeOff: low <= 0,
})

describe('the level', () => {
  it.each([
    [known(0.19, -0.08, 0.44), 'chance'],
    [known(0.3, 0, 0.5), 'chance'],
    [known(-0.3, -0.5, -0.1), 'against'],
    [known(0.15, 0.02, 0.3), 'veryWeak'],
    [known(0.31, 0.05, 0.53), 'weak'],
    [known(0.55, 0.3, 0.7), 'clear'],
  ] as const)('%o is %s', (agreement, level) => expect(agreementLevel(agreement)).toBe(level))
})

describe('the title', () => {
  it('says how many answers are missing', () => {
    expect(agreementTitle({ kind: 'too_few', n: 17, missing: 23 }, words)).toBe(
      'Too early to say: 23 more check-ins are needed.',
    )
    expect(agreementTitle({ kind: 'too_few', n: 39, missing: 1 }, words)).toBe(
      'Too early to say: one more check-in is needed.',
    )
  })
  it('says when nothing can be compared', () =>
    expect(agreementTitle({ kind: 'no_variation', n: 41 }, words)).toMatch(/nothing to compare/))
  it('calls chance chance', () =>
    expect(agreementTitle(known(0.1, -0.2, 0.3), words)).toMatch(/^It may be chance/))
})

describe('the numbers', () => {
  it('stand in plain sentences', () => {
    const said = agreementWords(known(0.31, 0.05, 0.53), words).map(plain)
    expect(said[0]).toContain('ρ is 0.31, from 52 check-ins')
    expect(said[1]).toContain('between 0.05 and 0.53 (95 % interval)')
    expect(said[2]).toContain('lies above 0')
    expect(agreementWords(known(0.1, -0.2, 0.3), words)[2]).toContain('may be chance')
  })
})
