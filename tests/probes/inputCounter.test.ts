/** Input is counted without knowing the keys: presses, corrections, pauses, clicks, notches and way. */
import { beforeEach, describe, expect, it } from 'vitest'
import { InputCounter } from '../../electron/probes/inputCounter.ts'

let counter: InputCounter
beforeEach(() => {
  counter = new InputCounter()
})

const counts = () => counter.take(1_000, 61_000)
/** Presses and lets go at each time. */
function type(...timesMs: number[]): void {
  for (const atMs of timesMs) {
    counter.keyDown(atMs, false)
    counter.keyUp()
  }
}

it('begins with nothing, and names the stretch it was asked for', () => {
  expect(counts()).toEqual({
    fromMs: 1_000,
    toMs: 61_000,
    keys: 0,
    deletes: 0,
    clicks: 0,
    scrolls: 0,
    pathPx: 0,
    pauses: 0,
    shortPauses: 0,
  })
})

it('counts keys, and corrections among them', () => {
  type(0, 100)
  counter.keyDown(200, true)
  counter.keyUp()
  expect(counts()).toMatchObject({ keys: 3, deletes: 1 })
})

it('starts from nothing after each stretch', () => {
  type(0)
  counter.click()
  counts()
  expect(counts()).toMatchObject({ keys: 0, clicks: 0 })
})

describe('a pause', () => {
  it.each([
    [249, 0, 0],
    [250, 1, 1],
    [999, 1, 1],
    [1_000, 1, 0],
    [8_000, 1, 0],
    [8_001, 0, 0],
  ])('of %i ms counts as %i, short ones as %i', (gapMs, pauses, shortPauses) => {
    type(0, gapMs)
    expect(counts()).toMatchObject({ keys: 2, pauses, shortPauses })
  })

  it('may begin in the stretch before', () => {
    type(59_900)
    counts()
    type(60_400)
    expect(counts()).toMatchObject({ keys: 1, pauses: 1, shortPauses: 1 })
  })
})

describe('a key held down', () => {
  it('is one press, and its first repeat no pause', () => {
    counter.keyDown(0, true)
    for (let atMs = 500; atMs < 2_000; atMs += 33) counter.keyDown(atMs, true)
    counter.keyUp()
    expect(counts()).toMatchObject({ keys: 1, deletes: 1, pauses: 0, shortPauses: 0 })
  })

  it('ends with letting go', () => {
    counter.keyDown(0, false)
    counter.keyDown(500, false)
    counter.keyUp()
    type(600, 700)
    expect(counts().keys).toBe(3)
  })

  it('is told from fast typing, where the next key goes down before the last is let go', () => {
    counter.keyDown(0, false)
    counter.keyDown(90, false)
    counter.keyUp()
    counter.keyDown(170, false)
    counter.keyUp()
    counter.keyUp()
    expect(counts().keys).toBe(3)
  })
})

it('measures the way of the pointer from where it was', () => {
  counter.moveTo(100, 100)
  counter.moveTo(103, 104)
  counts()
  counter.moveTo(103, 114)
  expect(counts().pathPx).toBe(10)
})

it('adds up parts of pixels before it rounds', () => {
  for (let step = 0; step <= 10; step++) counter.moveTo(step, step)
  expect(counts().pathPx).toBe(14)
})

it('counts clicks, and notches either way', () => {
  counter.click()
  counter.scroll(1)
  counter.scroll(-3)
  // Fine wheels report steps of less than a notch as nothing.
  counter.scroll(0)
  expect(counts()).toMatchObject({ clicks: 1, scrolls: 5 })
})
