/** The Markdown subset as a tree: no HTML ever, nothing lost, linear time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, type Inline, parseMarkdown } from '../../../electron/core/chat/markdown.ts'

/** The words alone, as they would be read out. */
function plainText(blocks: readonly Block[]): string {
  const flat = (parts: readonly Inline[]): string =>
    parts
      .map((part) => {
        if (part.type === 'break') return '\n'
        return 'children' in part ? flat(part.children) : part.text
      })
      .join('')
  return blocks
    .map((block) => {
      if (block.type === 'codeBlock') return block.text
      if (block.type !== 'list') return flat(block.children)
      return block.items
        .map((item, index) => `${block.ordered ? `${block.start + index}.` : '•'} ${flat(item)}`)
        .join('\n')
    })
    .join('\n\n')
}

const text = (value: string) => ({ type: 'text' as const, text: value })

test('paragraphs, breaks, bold, italic and code', () => {
  expect(parseMarkdown('One **bold** and *it*.\nNext `x*y`.\n\nTwo')).toEqual([
    {
      type: 'paragraph',
      children: [
        text('One '),
        { type: 'bold', children: [text('bold')] },
        text(' and '),
        { type: 'italic', children: [text('it')] },
        text('.'),
        { type: 'break' },
        text('Next '),
        { type: 'code', text: 'x*y' },
        text('.'),
      ],
    },
    { type: 'paragraph', children: [text('Two')] },
  ])
})

test('lists, quotes, code blocks and headings', () => {
  expect(parseMarkdown('- a\n- b\n  more\n\n3. c\n4. d')).toEqual([
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [[text('a')], [text('b'), { type: 'break' }, text('more')]],
    },
    { type: 'list', ordered: true, start: 3, items: [[text('c')], [text('d')]] },
  ])
  expect(parseMarkdown('> said\n> so')).toEqual([
    { type: 'quote', children: [text('said'), { type: 'break' }, text('so')] },
  ])
  expect(parseMarkdown('```js\n<b>*x*\n```')).toEqual([{ type: 'codeBlock', text: '<b>*x*' }])
  expect(parseMarkdown('## Title')).toEqual([
    { type: 'paragraph', children: [{ type: 'bold', children: [text('Title')] }] },
  ])
})

test('links become words with their address, pictures and tags become text or nothing', () => {
  expect(plainText(parseMarkdown('[Help](https://a.b/c)'))).toBe('Help (https://a.b/c)')
  expect(plainText(parseMarkdown('![cat](https://a.b/c.png)'))).toBe('cat')
  expect(plainText(parseMarkdown('<b>x</b> <script>y</script> <img src=x onerror=y>'))).toBe('x y')
  expect(plainText(parseMarkdown('a<br>b'))).toBe('a\nb')
  expect(plainText(parseMarkdown('[x](javascript:alert)'))).toBe('x (javascript:alert)')
})

test('what is no mark stays as written', () => {
  for (const plain of [
    '2 * 3 * 4',
    'snake_case_name',
    'a < b > c',
    '5*',
    '**',
    'I <3 it',
    'call_me maybe_',
    '#hashtag',
    '-5 degrees',
  ]) {
    expect(plainText(parseMarkdown(plain))).toBe(plain)
  }
  expect(plainText(parseMarkdown('\\*not\\*'))).toBe('*not*')
})

test('never throws, and gives plain data', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '[',
      '](',
      ')',
      '<b',
      '>',
      '\n',
      '- ',
      '1. ',
      '> ',
      '```',
      'a',
      ' ',
      '#',
      '!',
      '\\',
    ),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((parts) => parts.join('')),
      ),
      (markdown) => {
        const blocks = parseMarkdown(markdown)
        expect(JSON.parse(JSON.stringify(blocks))).toEqual(blocks)
      },
    ),
  )
})

test('a hundred kilobytes of marks stay fast', () => {
  for (const piece of [
    '*',
    '**a',
    '_a ',
    '`',
    '[',
    '[a](',
    '<a ',
    '> ',
    '- ',
    '1. ',
    '\n',
    '```\n',
    '*a *',
    '**a *b ',
    '![',
    '\\',
    '__',
    'a*b_c`',
  ]) {
    const startedAt = performance.now()
    parseMarkdown(piece.repeat(100_000 / piece.length))
    expect(performance.now() - startedAt, piece).toBeLessThan(3000)
  }
}, 60_000)
