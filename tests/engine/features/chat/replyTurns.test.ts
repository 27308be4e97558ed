/** One model answers one talk at a time, in order. */
import { describe, expect, it } from 'vitest'
import { ReplyTurns } from '../../../../electron/engine/features/chat/replyTurns.ts'
import { gate } from '../../talk.ts'

const calm = () => new AbortController().signal

describe('ReplyTurns', () => {
  it('come one after the other, in order, whatever becomes of the one before', async () => {
    const turns = new ReplyTurns()
    const order: string[] = []
    const first = gate()
    const one = turns.take(calm(), async () => {
      order.push('one begins')
      await first.promise
      order.push('one fails')
      throw new Error('no')
    })
    const two = turns.take(calm(), async () => {
      order.push('two')
    })
    expect(turns.busy).toBe(true)
    first.open()
    await expect(one).rejects.toThrow('no')
    await two
    expect(order).toEqual(['one begins', 'one fails', 'two'])
    expect(turns.busy).toBe(false)
  })

  it('can be left while waiting, without letting anyone in early', async () => {
    const turns = new ReplyTurns()
    const first = gate()
    const order: string[] = []
    const one = turns.take(calm(), () => first.promise)
    const abort = new AbortController()
    const two = turns.take(abort.signal, async () => {
      order.push('two')
    })
    const three = turns.take(calm(), async () => {
      order.push('three')
    })
    abort.abort()
    await expect(two).rejects.toMatchObject({ name: 'AbortError' })
    expect(order).toEqual([])
    first.open()
    await Promise.all([one, three])
    expect(order).toEqual(['three'])
  })
})
