/** Reads the small part of Markdown that replies use into a tree, so that a page can draw it without any HTML. */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'bold'; children: Inline[] }
  | { type: 'italic'; children: Inline[] }
  | { type: 'code'; text: string }

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'codeBlock'; text: string }
  | { type: 'list'; ordered: boolean; start: number; items: Inline[][] }

const fence = /^ {0,3}(?:```|~~~)/
const bullet = /^ {0,3}[-*+•][ \t]+(.*)$/
const numbered = /^ {0,3}(\d{1,4})[.)][ \t]+(.*)$/
const quoted = /^ {0,3}>[ \t]?(.*)$/
const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/
const rule = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/

/** Links and pictures become words: "text (address)". Lengths are bounded so that odd input stays cheap. */
function withoutLinks(text: string): string {
  return text
    .replace(/!\[([^[\]\n]{0,200})\]\([^()\s]{0,500}[^()\n]{0,200}\)/g, '$1')
    .replace(
      /\[([^[\]\n]{1,200})\]\(([^()\s]{1,500})[^()\n]{0,200}\)/g,
      (_, label: string, address: string) => (label === address ? address : `${label} (${address})`),
    )
    .replace(/<(https?:\/\/[^<>\s]{1,500})>/g, '$1')
}

/** Tags lose their brackets' meaning by being dropped; what stands between them stays as text. */
function withoutTags(text: string): string {
  return text.replace(/<br\s{0,5}\/?>/gi, '\n').replace(/<!--[^<>]{0,500}-->|<\/?[a-zA-Z][^<>]{0,500}>/g, '')
}

const MAX_DEPTH = 4

interface Mark {
  token: string
  type: 'bold' | 'italic'
}
const marks: Mark[] = [
  { token: '**', type: 'bold' },
  { token: '__', type: 'bold' },
  { token: '*', type: 'italic' },
  { token: '_', type: 'italic' },
]

const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** Where a mark opened at `from` closes, within one line's reach; -1 when it does not. */
function closing(text: string, token: string, from: number): number {
  const reach = Math.min(text.length, from + 1000)
  if (/\s/.test(text[from] ?? ' ')) return -1
  for (let at = text.indexOf(token, from + 1); at >= 0 && at < reach; at = text.indexOf(token, at + 1)) {
    const single = token.length === 1
    if (single && (text[at + 1] === token || text[at - 1] === token)) continue
    if (/\s/.test(text[at - 1] ?? ' ')) continue
    if (token.startsWith('_') && isWord(text[at + token.length])) continue
    return at
  }
  return -1
}

function inline(text: string, depth: number): Inline[] {
  const parts: Inline[] = []
  let plain = ''
  const flush = () => {
    const lines = plain.split('\n')
    lines.forEach((line, index) => {
      if (index > 0) parts.push({ type: 'break' })
      if (line !== '') parts.push({ type: 'text', text: line })
    })
    plain = ''
  }
  // A mark that found no end once finds none later either; this keeps the walk linear.
  const hopeless = new Map<string, number>()
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    if (char === '\\' && /[\\`*_{}[\]()#+\-.!>]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1]
      at += 2
      continue
    }
    if (char === '`') {
      const end = text.indexOf('`', at + 1)
      if (end > at + 1 && end - at < 1000) {
        flush()
        parts.push({ type: 'code', text: text.slice(at + 1, end) })
        at = end + 1
        continue
      }
    }
    const mark =
      char === '*' || char === '_' ? marks.find(({ token }) => text.startsWith(token, at)) : undefined
    if (mark && depth < MAX_DEPTH && !(mark.token.startsWith('_') && isWord(text[at - 1]))) {
      const from = at + mark.token.length
      const end = from < (hopeless.get(mark.token) ?? 0) ? -1 : closing(text, mark.token, from)
      if (end > from) {
        flush()
        parts.push({ type: mark.type, children: inline(text.slice(from, end), depth + 1) })
        at = end + mark.token.length
        continue
      }
      hopeless.set(mark.token, from + 500)
      plain += mark.token
      at = from
      continue
    }
    plain += char
    at++
  }
  flush()
  return parts
}

const read = (text: string) => inline(withoutTags(withoutLinks(text)).trim(), 0)

function codeBlock(lines: readonly string[], from: number): { block: Block; next: number } {
  let next = from + 1
  while (next < lines.length && !fence.test(lines[next] ?? '')) next++
  return { block: { type: 'codeBlock', text: lines.slice(from + 1, next).join('\n') }, next: next + 1 }
}

/** Lines that belong to the item or quote before them: not blank, and no block of their own. */
const continues = (line: string | undefined) =>
  line !== undefined &&
  line.trim() !== '' &&
  ![fence, bullet, numbered, quoted, heading, rule].some((pattern) => pattern.test(line))

function list(lines: readonly string[], from: number, ordered: boolean): { block: Block; next: number } {
  const pattern = ordered ? numbered : bullet
  const start = ordered ? Number(numbered.exec(lines[from] ?? '')?.[1] ?? 1) : 1
  const items: Inline[][] = []
  let next = from
  while (next < lines.length) {
    const item = pattern.exec(lines[next] ?? '')
    if (!item) break
    const text = [item.at(-1) ?? '']
    next++
    while (continues(lines[next])) text.push((lines[next++] ?? '').trim())
    items.push(read(text.join('\n')))
    // One blank line between items does not end the list.
    if ((lines[next] ?? '').trim() === '' && pattern.test(lines[next + 1] ?? '')) next++
  }
  return { block: { type: 'list', ordered, start, items }, next }
}

/** Never throws; time grows linearly with the text. */
export function parseMarkdown(markdown: string): Block[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || rule.test(line)) {
      at++
      continue
    }
    if (fence.test(line)) {
      const { block, next } = codeBlock(lines, at)
      blocks.push(block)
      at = next
      continue
    }
    if (bullet.test(line) || numbered.test(line)) {
      const { block, next } = list(lines, at, !bullet.test(line))
      blocks.push(block)
      at = next
      continue
    }
    if (quoted.test(line)) {
      const text: string[] = []
      while (quoted.test(lines[at] ?? '')) text.push(quoted.exec(lines[at++] ?? '')?.[1] ?? '')
      blocks.push({ type: 'quote', children: read(text.join('\n')) })
      continue
    }
    const title = heading.exec(line)
    if (title) {
      blocks.push({ type: 'paragraph', children: [{ type: 'bold', children: read(title[1] ?? '') }] })
      at++
      continue
    }
    const text = [line]
    at++
    while (continues(lines[at])) text.push(lines[at++] ?? '')
    const children = read(text.map((part) => part.trim()).join('\n'))
    if (children.length > 0) blocks.push({ type: 'paragraph', children })
  }
  return blocks
}
