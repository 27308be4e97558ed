/** A message as a small tree whose leaves know their path, so that a person points instead of writing one. */
import { parseJsonPath } from '../../../electron/core/readings/jsonPath.ts'

export interface PayloadNode {
  /** The member's name or the item's place; null at the root. */
  name: string | null
  /** Where it stands; null when no path can name it. */
  path: string | null
  /** What stands there. */
  sample: unknown
  /** Whether it can be pointed at: a value, or a list of plain values. */
  isValue: boolean
  children: PayloadNode[]
  /** How many more there are than shown. */
  more: number
}

const MOST_CHILDREN = 24

/** Members by which items of a list are told apart, as the senders known so far name them. */
const NAMING = ['name', 'type', 'id', 'kind', 'metric', 'sensor']

type Members = Record<string, unknown>
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function memberStep(name: string): string | null {
  const step = /^[^.[\]]+$/.test(name) ? `.${name}` : `["${name}"]`
  return parseJsonPath(`$${step}`) === null ? null : step
}

/** The member that tells the items of a list apart: in each, plain, and different everywhere. */
function namingMember(items: readonly unknown[]): string | null {
  const naming = NAMING.find((name) => {
    const values = items.map((item) => (isMembers(item) && Object.hasOwn(item, name) ? item[name] : null))
    const isPlain = values.every((value) => typeof value === 'string' || typeof value === 'number')
    return isPlain && new Set(values.map(String)).size === values.length
  })
  return naming ?? null
}

const joined = (path: string | null, step: string | null): string | null => {
  const whole = path === null || step === null ? null : path + step
  return whole !== null && parseJsonPath(whole) !== null ? whole : null
}

function itemsOf(items: readonly unknown[], path: string | null): PayloadNode[] {
  const naming = namingMember(items)
  if (naming === null) return [nodeOf('[*]', items[0], joined(path, '[*]'))]
  return items.slice(0, MOST_CHILDREN).map((item) => {
    const value = String((item as Members)[naming])
    return nodeOf(value, item, joined(path, `[?${naming}=${value}]`))
  })
}

function nodeOf(name: string | null, value: unknown, path: string | null): PayloadNode {
  const node = { name, path, sample: value, isValue: false, children: [], more: 0 }
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => typeof item !== 'object' || item === null)
    if (isPlain) return { ...node, isValue: path !== null }
    const children = itemsOf(value, path)
    return { ...node, children, more: Math.max(0, value.length - children.length) }
  }
  if (!isMembers(value)) return { ...node, isValue: path !== null }
  const members = Object.entries(value)
  return {
    ...node,
    children: members
      .slice(0, MOST_CHILDREN)
      .map(([member, inner]) => nodeOf(member, inner, joined(path, memberStep(member)))),
    more: Math.max(0, members.length - MOST_CHILDREN),
  }
}

export const payloadTree = (value: unknown): PayloadNode => nodeOf(null, value, '$')
