/** Watch streams: no gap, no growing queue, no listener left behind. */
import { describe, expect, it } from 'vitest'
import { watchStream } from '../../../electron/engine/wire/watchStream.ts'

function source() {
  const listeners = new Set<(value: number) => void>()
  return {
    listeners,
    push: (value: number) => {
      for (const listener of listeners) listener(value)
    },
    listen: (listener: (value: number) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

describe('watchStream', () => {
  it('gives the snapshot of the moment it is first read, then every change, without a gap', async () => {
    const { listen, push } = source()
    let state = 1
    const stream = watchStream({ signal: undefined, listen, snapshot: () => state })
    state = 2
    const first = stream.next()
    push(3)
    expect(await first).toEqual({ done: false, value: 2 })
    expect(await stream.next()).toEqual({ done: false, value: 3 })
    const waiting = stream.next()
    push(4)
    expect(await waiting).toEqual({ done: false, value: 4 })
  })

  it('keeps only the newest for a slow reader, or what its queue keeps', async () => {
    const newest = source()
    const stream = watchStream({ signal: undefined, listen: newest.listen, snapshot: () => 0 })
    await stream.next()
    for (let value = 1; value <= 1000; value++) newest.push(value)
    expect(await stream.next()).toMatchObject({ value: 1000 })

    const folded = source()
    const queue = (waiting: number[], next: number) => [...waiting.slice(-1), next]
    const other = watchStream({ signal: undefined, listen: folded.listen, snapshot: () => 0, queue })
    await other.next()
    for (let value = 1; value <= 1000; value++) folded.push(value)
    expect([await other.next(), await other.next()]).toMatchObject([{ value: 999 }, { value: 1000 }])
  })

  it('stops listening when it is left or aborted, and lets go of who waits', async () => {
    const { listen, listeners } = source()
    const left = watchStream({ signal: undefined, listen, snapshot: () => 0 })
    await left.next()
    const waiting = left.next()
    await left.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })

    const abort = new AbortController()
    const aborted = watchStream({ signal: abort.signal, listen, snapshot: () => 0 })
    await aborted.next()
    expect(listeners.size).toBe(1)
    abort.abort()
    expect(await aborted.next()).toEqual({ done: true, value: undefined })
    expect(listeners.size).toBe(0)
  })

  it('stops listening when its snapshot fails', async () => {
    const { listen, listeners } = source()
    const snapshot = () => {
      throw new Error('damaged')
    }
    const stream = watchStream({ signal: undefined, listen, snapshot })
    await expect(stream.next()).rejects.toThrow('damaged')
    expect(listeners.size).toBe(0)
    expect(await stream.next()).toEqual({ done: true, value: undefined })
  })
})
