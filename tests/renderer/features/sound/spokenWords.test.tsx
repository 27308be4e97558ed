/** The words of an exercise, spoken: each once, one at a time, by the computer's own voice, and never in a call. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import ExercisePlayer from '../../../../renderer/features/exercises/player/ExercisePlayer.tsx'
import type { FakeEngine } from '../../fakeEngine.ts'
import { exercisesOf } from '../../fakeExercises.ts'
import { shortBreath, shortId } from '../exercises/shortBreath.ts'
import { fakeAudio } from './fakeAudio.ts'
import { fakeSpeech, rendered, setCall } from './renderSound.tsx'

vi.setConfig({ testTimeout: 20_000 })
beforeEach(() => {
  fakeAudio()
})

function spoken(isOn: boolean, exerciseId = shortId, prepare: (fake: FakeEngine) => void = () => {}) {
  return rendered(
    <ExercisePlayer exerciseId={exerciseId} via="break" withinMs={30_000} nudgeId={1} />,
    (fake) => {
      exercisesOf(fake).listed.unshift(shortBreath())
      fake.world.settings.sound = { kind: 'rain', volume: 0.5, spoken: isOn }
      prepare(fake)
    },
  )
}

describe('words', () => {
  it('are said softly, one for each step, the one before cut off; and end with the exercise', async () => {
    const speech = fakeSpeech()
    spoken(true)
    await screen.findByRole('button', { name: 'Close' })
    const [first, second] = speech.said
    expect(first?.text).not.toBe(second?.text)
    expect(speech.said.length).toBeGreaterThanOrEqual(5)
    expect(speech.said.length).toBeLessThanOrEqual(6)
    expect(first).toMatchObject({ rate: 0.85, volume: 0.35 })
    // One before each, and one at the end.
    expect(speech.cancelled).toBeGreaterThan(speech.said.length)
  })

  it('are not said unless that is wished', async () => {
    const speech = fakeSpeech()
    spoken(false)
    await screen.findByRole('button', { name: 'Close' })
    expect(speech.said).toEqual([])
  })

  it('stop at once with the exercise, and go on with it', async () => {
    const speech = fakeSpeech()
    spoken(true, 'six-breaths')
    await waitFor(() => expect(speech.said).toHaveLength(1))
    const before = speech.cancelled
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }))
    expect(speech.cancelled).toBe(before + 1)
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }))
    await waitFor(() => expect(speech.said).toHaveLength(2))
    fireEvent.click(screen.getByRole('button', { name: 'Only words' }))
    await screen.findByText('There is no clock here. Take your own time.')
    expect(speech.said).toHaveLength(2)
  })

  it('are not said in a call, and fall silent when one begins', async () => {
    const speech = fakeSpeech()
    const { fake } = spoken(true, 'six-breaths')
    await waitFor(() => expect(speech.said).toHaveLength(1))
    const before = speech.cancelled
    act(() => setCall(fake, true))
    await waitFor(() => expect(speech.cancelled).toBe(before + 1))
    expect(speech.said).toHaveLength(1)
  })

  it('are switched on beside the exercise', async () => {
    const speech = fakeSpeech()
    const { fake } = spoken(false, 'six-breaths')
    const toggle = await screen.findByRole('button', { name: 'Say the words' })
    expect(toggle.getAttribute('aria-pressed')).toBe('false')
    fireEvent.click(toggle)
    await waitFor(() => expect(fake.world.settings.sound.spoken).toBe(true))
    await waitFor(() => expect(speech.said).toHaveLength(1))
    expect(toggle.getAttribute('aria-pressed')).toBe('true')
  })

  it('without a voice of its own the page says so, and nothing is sent anywhere', async () => {
    const speech = fakeSpeech([
      { name: 'far', voiceURI: 'far', lang: 'en-US', localService: false, default: true },
    ])
    spoken(true, 'six-breaths')
    expect(await screen.findByText(/no voice of its own for English/)).toBeTruthy()
    expect(speech.said).toEqual([])
  })
})
