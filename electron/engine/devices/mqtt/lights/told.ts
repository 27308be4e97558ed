/** Reads what strangers on a broker sent: own members only, each of its kind and within its size, else null. */
import { shownName } from '../../lampLink/shownName.ts'

export type Told = Readonly<Record<string, unknown>>

export function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Names such as `__proto__` and `constructor` are names like any other. */
export function memberOf(told: Told, name: string): unknown {
  return Object.hasOwn(told, name) ? told[name] : undefined
}

export function textOf(told: Told, name: string, most: number): string | null {
  const value = memberOf(told, name)
  return typeof value === 'string' && value !== '' && value.length <= most ? value : null
}

export function numberOf(told: Told, name: string, least: number, most: number): number | null {
  const value = memberOf(told, name)
  return typeof value === 'number' && value >= least && value <= most ? value : null
}

export function toldOf(told: Told, name: string): Told | null {
  const value = memberOf(told, name)
  return isTold(value) ? value : null
}

export function listOf(told: Told, name: string, most: number): readonly unknown[] {
  const value = memberOf(told, name)
  return Array.isArray(value) ? value.slice(0, most) : []
}

const LONGEST_NAME = 60

/** Null: nothing is left of it that could be shown. */
export function toldName(text: string | null): string | null {
  return shownName(text ?? '', LONGEST_NAME) || null
}

const LONGEST_TOPIC = 250

/** A topic that may be listened or spoken to: no wildcards, none of the broker's own. */
export function isPlainTopic(topic: unknown): topic is string {
  if (typeof topic !== 'string' || topic === '' || topic.length > LONGEST_TOPIC) return false
  return !/[+#\p{Cc}]/u.test(topic) && !topic.startsWith('$') && topic.isWellFormed()
}
