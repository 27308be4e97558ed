/** Looks follow one another, never overlap, and stop for good. */
import { expect, test } from 'vitest'
import { startRounds } from '../../../../electron/engine/devices/system/rounds.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

function rounds(everyMs = () => 5_000, leastMs?: number) {
  const clock = new FakeClock()
  const open: (() => void)[] = []
  const began: number[] = []
  const look = () =>
    new Promise<void>((resolve) => {
      began.push(clock.now())
      open.push(resolve)
    })
  const running = startRounds({ clock, everyMs, look, ...(leastMs !== undefined && { leastMs }) })
  const finish = async () => {
    open.pop()?.()
    await settled()
  }
  return { clock, running, began, finish }
}

test('the first is at once, the next after the wait, counted from the beginning of the last', async () => {
  const { clock, began, finish } = rounds()
  const startMs = clock.now()
  clock.advance(1_500)
  await finish()
  clock.advance(3_499)
  expect(began).toHaveLength(1)
  clock.advance(1)
  expect(began).toEqual([startMs, startMs + 5_000])
})

test('a look that takes long is not overtaken', async () => {
  const { clock, began, finish } = rounds()
  clock.advance(60_000)
  expect(began).toHaveLength(1)
  await finish()
  clock.advance(0)
  expect(began).toHaveLength(2)
})

test('soon looks at once, and once more after a look under way', async () => {
  const { clock, running, began, finish } = rounds()
  running.soon()
  expect(began).toHaveLength(1)
  await finish()
  clock.advance(0)
  expect(began).toHaveLength(2)
  await finish()
  running.soon()
  clock.advance(0)
  expect(began).toHaveLength(3)
})

test('soon is not sooner than it may be', async () => {
  const { clock, running, began, finish } = rounds(() => 25_000, 10_000)
  await finish()
  clock.advance(4_000)
  running.soon()
  running.soon()
  clock.advance(5_999)
  expect(began).toHaveLength(1)
  clock.advance(1)
  expect(began).toHaveLength(2)
})

test('the wait is asked for each time', async () => {
  let everyMs = 5_000
  const { clock, began, finish } = rounds(() => everyMs)
  everyMs = 20_000
  await finish()
  clock.advance(19_999)
  expect(began).toHaveLength(1)
  clock.advance(1)
  expect(began).toHaveLength(2)
})

test('nothing after the end, also of a look under way', async () => {
  const { clock, running, began, finish } = rounds()
  running.stop()
  await finish()
  running.soon()
  clock.advance(60_000)
  expect(began).toHaveLength(1)
})
