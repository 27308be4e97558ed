/** The player in a pause: what fits, what is asked, and what is written down when its window goes away. */
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ExerciseRun } from '../../../../electron/contract/exercises.ts'
import { newCache } from '../../../../renderer/App.tsx'
import { connectEngine } from '../../../../renderer/engine.ts'
import ExercisePlayer, {
  type ExercisePlayerProps,
} from '../../../../renderer/features/exercises/player/ExercisePlayer.tsx'
import { text } from '../../../../renderer/text/i18n.ts'
import { EngineProvider } from '../../../../renderer/watch.ts'
import { FakeEngine } from '../../fakeEngine.ts'
import { exercisesOf } from '../../fakeExercises.ts'
import { sendPort } from '../../renderApp.tsx'
import { shortBreath, shortId } from './shortBreath.ts'

function played(props: Partial<ExercisePlayerProps>) {
  const fake = new FakeEngine()
  exercisesOf(fake).listed.unshift(shortBreath())
  const engine = connectEngine({ page: window as never, useSocket: false, patienceMs: 5000 })
  const onEnd = vi.fn()
  const player = (
    <I18nextProvider i18n={text}>
      <EngineProvider value={engine}>
        <QueryClientProvider client={newCache()}>
          <ExercisePlayer exerciseId={shortId} via="break" nudgeId={12} onEnd={onEnd} {...props} />
        </QueryClientProvider>
      </EngineProvider>
    </I18nextProvider>
  )
  const rendered = render(player)
  const { engineEnd } = sendPort(fake)
  onTestFinished(() => {
    cleanup()
    engine.close()
    engineEnd.close()
  })
  const saved = () => fake.called('exercises.saveRun') as Omit<ExerciseRun, 'atMs'>[]
  return { ...rendered, fake, onEnd, saved }
}

describe('in a pause', () => {
  it('begins at once where two questions would be most of it', async () => {
    const { saved, onEnd } = played({ withinMs: 20_000, compact: true })
    await waitFor(() =>
      expect(saved()[0]).toMatchObject({ via: 'break', nudgeId: 12, ended: 'open', before: null }),
    )
    // Its cautions come with it.
    expect(screen.getByText(/Leave it out if you are pregnant/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }))
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('asks before a longer one, with the cautions above', async () => {
    const { saved } = played({ exerciseId: 'six-breaths', withinMs: 300_000 })
    await screen.findByText('How tense are you right now?')
    expect(screen.getByText(/Leave it out if you are pregnant/)).toBeTruthy()
    expect(saved()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '6 of 10' }))
    await waitFor(() => expect(saved()[0]).toMatchObject({ before: 6, exerciseId: 'six-breaths' }))
    // The rest of the pause is for the question after it.
    expect(saved()[0]?.plannedMs).toBeLessThanOrEqual(285_000)
  })

  it('has the whole pause where nothing is asked afterwards', async () => {
    const { saved } = played({ exerciseId: 'six-breaths', withinMs: 300_000 })
    fireEvent.click(await screen.findByRole('button', { name: 'Start without saying' }))
    await waitFor(() => expect(saved()[0]).toMatchObject({ before: null }))
    expect(saved()[0]?.plannedMs).toBeGreaterThan(285_000)
  })

  it('is words where no whole one fits, and nothing is written down', async () => {
    const { saved } = played({ exerciseId: 'walk', withinMs: 60_000 })
    expect(await screen.findByText(/There is no time for a whole one/)).toBeTruthy()
    expect(screen.getByText('Get up, and find your shoes or the door')).toBeTruthy()
    expect(saved()).toEqual([])
  })

  it('counts as stopped when the window goes away, once', async () => {
    const { saved, unmount } = played({ exerciseId: 'eye-rest', withinMs: 20_000 })
    await waitFor(() => expect(saved()).toHaveLength(1))
    unmount()
    await waitFor(() => expect(saved()).toHaveLength(2))
    expect(saved()[1]).toMatchObject({ ended: 'stopped' })
  })

  it('says what is wrong when it cannot be read, and tries again', async () => {
    const { fake } = played({ exerciseId: 'nobody-knows' })
    expect(await screen.findByText('This exercise is not there any more.')).toBeTruthy()
    expect(fake.called('exercises.saveRun')).toEqual([])
  })

  it('tells how bright the lamp is, where somebody wants to know', async () => {
    const levels: number[] = []
    played({ withinMs: 20_000, onLevel: (level) => levels.push(level) })
    await screen.findByRole('button', { name: 'Close' })
    expect(levels.length).toBeGreaterThan(5)
    expect(levels.every((level) => level >= 0 && level <= 1)).toBe(true)
    expect(new Set(levels).size).toBeGreaterThan(3)
  })
})
