/** Measures every pair of colours that meet on a page, in both themes and in high contrast, from the tokens themselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/design/tokens.css'), 'utf8')

type Shade = 'light' | 'dark'
type Colours = Map<string, { light: string; dark: string }>

function coloursIn(block: string): Colours {
  const pattern = /--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)/g
  return new Map(
    [...block.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
  )
}

/** The part of the file between a media query's braces. */
function mediaBlock(query: string): string {
  const start = css.indexOf(`@media (${query})`)
  const next = css.indexOf('@media', start + 1)
  return css.slice(start, next < 0 ? undefined : next)
}

const usual = coloursIn(css.slice(0, css.indexOf('@media')))
const high: Colours = new Map([...usual, ...coloursIn(mediaBlock('prefers-contrast: more'))])

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['ground', 'paper', 'raised', 'sunk']

interface Floor {
  text: string
  on: string[]
  light: number
  dark: number
  high: number
}

const floors: Floor[] = [
  { text: 'ink', on: ['paper'], light: 14.3, dark: 14.3, high: 15 },
  {
    text: 'ink',
    on: [...grounds, 'lamp-soft', 'rest-soft', 'care-soft', 'call-soft'],
    light: 9,
    dark: 9,
    high: 9,
  },
  { text: 'ink-2', on: grounds, light: 5.5, dark: 5.5, high: 7 },
  { text: 'ink-2', on: ['lamp-soft'], light: 4.5, dark: 4.5, high: 7 },
  { text: 'edge', on: ['paper', 'raised'], light: 3.6, dark: 3.6, high: 4.5 },
  { text: 'edge', on: ['ground', 'sunk'], light: 3, dark: 3, high: 4.5 },
  { text: 'lamp', on: ['paper', 'raised'], light: 5.3, dark: 8, high: 7 },
  { text: 'lamp-ink', on: ['lamp'], light: 5.3, dark: 8.5, high: 7 },
  { text: 'care', on: ['paper', 'raised'], light: 4.5, dark: 4.5, high: 7 },
  { text: 'care', on: ['care-soft'], light: 4.5, dark: 4.5, high: 4.5 },
  { text: 'rest', on: ['paper', 'raised'], light: 4.5, dark: 4.5, high: 7 },
  { text: 'call', on: ['paper', 'raised'], light: 4.5, dark: 4.5, high: 7 },
  { text: 'hair', on: ['paper', 'raised'], light: 1.1, dark: 1.1, high: 3 },
]

const sets = [
  { name: 'as usual', colours: usual, isHigh: false },
  { name: 'in high contrast', colours: high, isHigh: true },
]

describe.each(sets)('colours $name', ({ colours, isHigh }) => {
  const pairs = floors.flatMap(({ text, on, high: highFloor, ...floor }) =>
    on.flatMap((ground) =>
      (['light', 'dark'] as Shade[]).map((shade) => ({
        text,
        ground,
        shade,
        floor: isHigh ? highFloor : floor[shade],
      })),
    ),
  )
  it.each(pairs)('$shade: $text on $ground is at least $floor : 1', ({ text, ground, shade, floor }) => {
    const [front, back] = [colours.get(text)?.[shade], colours.get(ground)?.[shade]]
    expect(front, text).toBeDefined()
    expect(back, ground).toBeDefined()
    expect(contrast(front ?? '', back ?? '')).toBeGreaterThanOrEqual(floor)
  })
})

it('knows black on white', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21))
