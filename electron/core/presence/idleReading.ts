/** An idle time as an answer about input: whoever rests has rested since the last key, not since we noticed. */
import type { FactReading } from './fact.ts'
import { IDLE_AFTER_MS } from './idleAfter.ts'

/** @param idleMs time since the last input; null when the source cannot tell. */
export function idleReading(answer: {
  source: string
  idleMs: number | null
  atMs: number
  quality: number
}): FactReading {
  const { source, idleMs, atMs, quality } = answer
  const told = { fact: 'input', source, atMs, quality, how: 'poll' } as const
  if (idleMs === null) return { ...told, value: null, quality: 0 }
  return idleMs < IDLE_AFTER_MS
    ? { ...told, value: 'active', idleMs }
    : { ...told, value: 'idle', sinceMs: atMs - idleMs, idleMs }
}
