/** Half a minute, counted down in words and said aloud every ten seconds only. */
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Countdown, spokenSeconds } from '../../../../../renderer/features/lights/sources/Countdown.tsx'
import '../../../../../renderer/text/lightSourcesText.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const shown = () => screen.getByRole('timer').textContent
const spoken = () => screen.getByRole('status').textContent
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

it('goes from thirty to none', () => {
  render(<Countdown endsAtMs={Date.now() + 30_000} />)
  expect([shown(), spoken()]).toEqual(['30 seconds left', '30 seconds left'])
  pass(9000)
  expect([shown(), spoken()]).toEqual(['21 seconds left', '30 seconds left'])
  pass(1000)
  expect(spoken()).toBe('20 seconds left')
  pass(19_000)
  expect([shown(), spoken()]).toEqual(['1 second left', '10 seconds left'])
  pass(60_000)
  expect(shown()).toBe('0 seconds left')
  expect(vi.getTimerCount()).toBe(0)
})

it('gives no more than there ever was, and nothing before anybody listens', () => {
  const { rerender } = render(<Countdown endsAtMs={null} />)
  expect([shown(), spoken()]).toEqual(['Getting ready…', ''])
  // A clock that was set back.
  rerender(<Countdown endsAtMs={Date.now() + 90_000} />)
  expect(shown()).toBe('30 seconds left')
})

it('is spoken every ten', () => {
  expect([30, 29, 21, 20, 11, 10, 1, 0].map(spokenSeconds)).toEqual([30, 30, 30, 20, 20, 10, 10, 0])
})
