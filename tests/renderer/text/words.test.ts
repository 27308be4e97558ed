/** Every word a person reads stands in the en files: none in the code, none missing, none left over, none we do not say. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const renderer = resolve(import.meta.dirname, '../../../renderer')
const sources = readdirSync(renderer, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
const texts = join(renderer, 'text')
const en: object = Object.assign(
  {},
  ...readdirSync(texts)
    .filter((file) => /^en(\.\w+)?\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(join(texts, file), 'utf8'))),
)
const name = (file: string) => relative(renderer, file)

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    keysOf(inner, path ? `${path}.${key}` : key),
  )
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf)
}

type Node = { type: string; start: number } & Record<string, unknown>

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item)
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') yield value as Node
    for (const inner of Object.values(value)) yield* nodesOf(inner)
  }
}

/** Attributes whose value a person sees or hears. */
const readAttributes = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
  'title',
  'placeholder',
  'alt',
  'label',
  'about',
]
const hasLetters = (text: unknown) => typeof text === 'string' && /\p{L}/u.test(text)

/** Text written straight into JSX: between tags, in braces, or in an attribute that is read. */
function literalsIn(code: string, file: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file} does not parse`)
  const found: string[] = []
  for (const node of nodesOf(program)) {
    if (node.type === 'JSXText' && hasLetters(node.value)) found.push(String(node.value).trim())
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node.children as Node[]) {
        if (child.type === 'JSXExpressionContainer') found.push(...wordsIn(child.expression as Node))
      }
    }
    if (node.type === 'JSXAttribute') {
      const attribute = String((node.name as { name: unknown }).name)
      if (!readAttributes.includes(attribute)) continue
      const value = node.value as Node | null
      if (value?.type === 'Literal' && hasLetters(value.value)) found.push(String(value.value))
      if (value?.type === 'JSXExpressionContainer') found.push(...wordsIn(value.expression as Node))
    }
  }
  return found
}

/** Literal words an expression may become, through conditions and templates. */
function wordsIn(expression: Node): string[] {
  switch (expression.type) {
    case 'Literal':
      return hasLetters(expression.value) ? [String(expression.value)] : []
    case 'TemplateLiteral':
      return (expression.quasis as { value: { cooked: string } }[])
        .map(({ value }) => value.cooked)
        .filter(hasLetters)
    case 'ConditionalExpression':
      return [...wordsIn(expression.consequent as Node), ...wordsIn(expression.alternate as Node)]
    case 'LogicalExpression':
      return [...wordsIn(expression.left as Node), ...wordsIn(expression.right as Node)]
    default:
      return []
  }
}

describe('words in the code', () => {
  it.each(sources.filter((file) => file.endsWith('.tsx')).map((file) => [name(file), file]))(
    '%s has none of its own',
    (_, file) => expect(literalsIn(readFileSync(file, 'utf8'), file)).toEqual([]),
  )

  it('would be found', () => {
    const found = (code: string) => literalsIn(`const x = ${code}`, 'x.tsx')
    expect(found('<p>Hello</p>')).toEqual(['Hello'])
    expect(found('<p>{isOn ? "On" : t("off")}</p>')).toEqual(['On'])
    expect(found('<p title="Tip" />')).toEqual(['Tip'])
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is looked at.
    expect(found('<p aria-label={`Delete ${title}`} />')).toEqual(['Delete '])
    expect(found('<p className="card">{" · "}</p>')).toEqual([])
  })
})

describe('keys', () => {
  const keys = keysOf(en)
  const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n')
  const plain = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
  /** Keys written out, also where they are handed on before they are read. */
  const written = new Set([...code.matchAll(/['"]([a-zA-Z]+(?:\.[\w-]+)+)['"]/g)].map(([, key]) => key))
  /** Beginnings of keys that end in something known only later. */
  const begun = [...code.matchAll(/t\(\s*`([a-zA-Z.]+)\$\{/g)].map(([, start = '']) => start)

  it('are all used', () => {
    const unused = keys.filter(
      (key) => !written.has(plain(key)) && !begun.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  it('are all there', () => {
    const known = new Set(keys.map(plain))
    const asked = [...code.matchAll(/\bt\(\s*['"]([\w.-]+)['"]/g)].map(([, key = '']) => key)
    expect(asked.filter((key) => !known.has(key))).toEqual([])
    expect(begun.filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([])
  })
})

describe('wording', () => {
  const never =
    /\b(therap\w*|treat(s|ed|ment)?|cures?|diagnos\w*|clinical\w*|patients?|stress detected|measures stress|burnout risk|proven|i know how you feel|always here for you|love[sd]?|streaks?)\b/i
  it('uses none of the words Lull does not say', () => {
    expect(textsOf(en).filter((text) => never.test(text))).toEqual([])
  })
})
