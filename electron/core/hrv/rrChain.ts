/** Messages of a strap become one chain of intervals, with a gap where the radio lost some. */
import { RR_RANGE_MS, type RrInterval } from './cleanRr.ts'

export interface RrMessage {
  /** When the message was made, epoch ms. Its intervals ended shortly before. */
  atMs: number
  rrMs: readonly RrInterval[]
}

function lengthMs(rr: readonly RrInterval[]): number {
  return rr.reduce<number>((sum, value) => sum + (value !== null && value > 0 ? value : 0), 0)
}

/**
 * Joins messages in time order. Between two messages that carry beats, time that their beats leave unexplained by
 * more than the longest possible beat (2000 ms) is a gap. Shorter losses cannot be told from the radio's rhythm.
 */
export function rrChain(messages: readonly RrMessage[]): RrInterval[] {
  const chain: RrInterval[] = []
  let lastAtMs: number | null = null
  for (const message of messages.toSorted((a, b) => a.atMs - b.atMs)) {
    if (message.rrMs.length === 0) continue
    const unexplainedMs = lastAtMs === null ? 0 : message.atMs - lastAtMs - lengthMs(message.rrMs)
    if (unexplainedMs > RR_RANGE_MS.most) chain.push(null)
    chain.push(...message.rrMs)
    lastAtMs = message.atMs
  }
  return chain
}
