/** Pairing as a page watches it: until when the button counts, then how it went; whoever goes away ends it. */
import type { PairStep } from '../../../contract/lights.ts'
import type { RunningPair } from './pairings.ts'

type Result = IteratorResult<PairStep, undefined>

const over: Result = { done: true, value: undefined }

export function pairStream(
  begin: () => RunningPair,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<PairStep, undefined, undefined> &
  AsyncIteratorObject<PairStep, undefined, undefined> {
  let running: RunningPair | null = null
  let place: 'before' | 'waiting' | 'after' = 'before'
  const end = () => {
    place = 'after'
    running?.cancel()
  }
  const isOver = () => place === 'after'
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted) end()
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async [Symbol.asyncDispose]() {
      end()
    },
    async next(): Promise<Result> {
      if (place === 'after') return over
      if (place === 'before') {
        running = begin()
        place = 'waiting'
        return { done: false, value: { step: 'waiting', endsAtMs: running.endsAtMs } }
      }
      const last = await running?.done
      if (last === undefined || isOver()) return over
      place = 'after'
      return { done: false, value: last }
    },
    async return(): Promise<Result> {
      end()
      return over
    },
    async throw(error: unknown): Promise<Result> {
      end()
      throw error
    },
  }
}
