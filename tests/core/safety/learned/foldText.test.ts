/** What people type in many ways is counted as one. */
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../../electron/core/safety/learned/foldText.ts'

describe('folded text', () => {
  it.each([
    ['I’m SOOOO tired...', " i'm soo tired "],
    ['caf\u00e9 cafe\u0301', ' cafe cafe '],
    ['zero\u200bwidth \u202eand\u202c bidi', ' zerowidth and bidi '],
    ['4:30 or 1,000', ' 0 0 or 0 0 '],
    ['\uff26\uff35\uff2c\uff2c width', ' full width '],
    ['line\r\nbreak\ttab', ' line break tab '],
    ['why?!  ', ' why?! '],
    ['fine 🙂', ' fine 🙂 '],
    ['', '  '],
  ])('%j reads %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})
