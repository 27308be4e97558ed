/** Long posts are cut into stretches that say one thing: no word lost, none too long, in time that grows with the text. */
import { describe, expect, it } from 'vitest'
import { allWindowsOf, WINDOW_WORDS } from '../../../../electron/core/safety/learned/windows.ts'

const words = (count: number, name = 'word') =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ')

describe('windows of a message', () => {
  it('leaves a short message whole, with its spaces made single', () => {
    expect(allWindowsOf('  I am tired.\n\n So   tired! ')).toEqual(['I am tired. So tired!'])
  })

  it.each(['', ' ', '\n \t \n'])('has none for %j', (text) => {
    expect(allWindowsOf(text)).toEqual([])
  })

  it('ends a window where a sentence ends', () => {
    const first = `${words(WINDOW_WORDS - 5, 'a')}.`
    const second = `${words(12, 'b')}.`
    expect(allWindowsOf(`${first} ${second}`)).toEqual([first, second])
  })

  it('takes a line break for the end of a sentence, of whatever system', () => {
    const first = words(WINDOW_WORDS - 5, 'a')
    const second = words(12, 'b')
    expect(allWindowsOf(`${first}\r\n${second}`)).toEqual([first, second])
  })

  it('cuts a sentence that is too long, and a word that is none', () => {
    const windows = allWindowsOf(words(3 * WINDOW_WORDS))
    expect(windows).toHaveLength(3)
    expect(windows.join(' ')).toBe(words(3 * WINDOW_WORDS))
    for (const window of allWindowsOf('x'.repeat(100_000))) expect(window.length).toBeLessThan(2000)
  })

  it.each([
    ['stops', '. '],
    ['lines', 'a\n'],
    ['closing quotes', '."'],
    ['letters', 'x'],
    ['spaces', ' '],
    ['question marks', '?'],
  ])('reads 100 kB of %s in time that grows with the text only', (_, part) => {
    const time = (length: number) => {
      const text = part.repeat(length / part.length)
      const start = performance.now()
      allWindowsOf(text)
      return performance.now() - start
    }
    time(100_000)
    const small = Math.min(...[1, 2, 3].map(() => time(100_000)))
    const large = Math.min(...[1, 2, 3].map(() => time(800_000)))
    expect(large, 'eight times the text may take about eight times as long').toBeLessThan(30 * small + 30)
  })
})
