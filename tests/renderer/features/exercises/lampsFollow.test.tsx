/** Lamps that breathe with an exercise: told when it begins, stands, goes on and ends, and never waited for. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { ListedExercise } from '../../../../electron/contract/exercises.ts'
import ExercisePlayer from '../../../../renderer/features/exercises/player/ExercisePlayer.tsx'
import type { FakeEngine } from '../../fakeEngine.ts'
import { exercisesOf } from '../../fakeExercises.ts'
import { lightsOf } from '../../fakeLights.ts'
import { pairedLights } from '../../fakeRoom.ts'
import { sendPort } from '../../renderApp.tsx'
import { rendered } from '../sound/renderSound.tsx'
import { shortBreath, shortId } from './shortBreath.ts'

vi.setConfig({ testTimeout: 20_000 })
/** One breath, slow enough for a lamp. */
function slowBreath(): ListedExercise {
  const short = shortBreath()
  const timings = {
    kind: 'pacer' as const,
    parts: [
      { id: 'in', seconds: 1.1, from: 0, to: 1 },
      { id: 'out', seconds: 1.1, from: 1, to: 0 },
    ],
  }
  return { ...short, exercise: { ...short.exercise, lengthsSeconds: [2.2], timings } }
}

function played(exerciseId: string, prepare: (fake: FakeEngine) => void = () => {}, withinMs = 200_000) {
  const all = (fake: FakeEngine) => {
    exercisesOf(fake).listed.unshift(slowBreath())
    lightsOf(fake).view = pairedLights(Date.now())
    prepare(fake)
  }
  const result = rendered(
    <ExercisePlayer exerciseId={exerciseId} via="break" nudgeId={1} withinMs={withinMs} />,
    all,
  )
  const { fake } = result
  return {
    ...result,
    followed: () => lightsOf(fake).followed,
    ended: () => fake.called('lights.exerciseEnded').length,
  }
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const begin = () => press('Start without saying')

describe('lamps', () => {
  it('are told which exercise, how long and since when, in a length they can lay out themselves', async () => {
    const { followed } = played('six-breaths')
    await begin()
    await waitFor(() => expect(followed()).toHaveLength(1))
    const [told] = followed()
    expect(told).toMatchObject({ exerciseId: 'six-breaths', lengthSeconds: 200 })
    expect(Math.abs(Date.now() - (told?.startedAtMs ?? 0))).toBeLessThan(2000)
    expect(await screen.findByText('Your lamps breathe with you.')).toBeTruthy()
  })

  it('are let go while it stands, and told when it would have begun as it goes on', async () => {
    const { followed, ended } = played('six-breaths')
    await begin()
    await waitFor(() => expect(followed()).toHaveLength(1))
    const startedAtMs = followed()[0]?.startedAtMs ?? 0
    await press('Pause')
    const pausedAtMs = Date.now()
    await waitFor(() => expect(ended()).toBe(1))
    expect(screen.queryByText('Your lamps breathe with you.')).toBeNull()
    await waitFor(() => expect(Date.now() - pausedAtMs).toBeGreaterThan(300))
    await press('Go on')
    await waitFor(() => expect(followed()).toHaveLength(2))
    const stoodMs = (followed()[1]?.startedAtMs ?? 0) - startedAtMs
    expect(stoodMs).toBeGreaterThan(250)
    expect(stoodMs).toBeLessThan(Date.now() - pausedAtMs + 100)
  })

  it('are let go when it is over', async () => {
    const { followed, ended } = played(shortId, () => {}, 20_000)
    await screen.findByRole('button', { name: 'Close' })
    await waitFor(() => expect([followed().length, ended()]).toEqual([1, 1]))
  })

  it('are let go when its page goes away', async () => {
    const { followed, ended, unmount } = played('six-breaths')
    await begin()
    await waitFor(() => expect(followed()).toHaveLength(1))
    unmount()
    await waitFor(() => expect(ended()).toBe(1))
  })

  it('are named where there is one, and not where a hand has taken it back', async () => {
    const { fake } = played('six-breaths', (one) => {
      const view = pairedLights(Date.now())
      const lamps = view.lamps.map((lamp, place) => ({ ...lamp, isOn: place === 0 }))
      lightsOf(one).view = { ...view, lamps }
    })
    await begin()
    expect(await screen.findByText('Desk lamp breathes with you.')).toBeTruthy()
    const lights = lightsOf(fake)
    act(() => lights.change({ lamps: lights.view.lamps.map((lamp) => ({ ...lamp, heldBy: null })) }))
    await waitFor(() => expect(screen.queryByText('Desk lamp breathes with you.')).toBeNull())
  })

  it('on screen follow as well', async () => {
    played('six-breaths', (fake) => {
      const { view } = lightsOf(fake)
      lightsOf(fake).view = { ...view, isSimulated: true, isAllowed: false }
    })
    await begin()
    expect(await screen.findByText('The room on screen breathes with you.')).toBeTruthy()
  })

  it('of an engine that came back are told anew', async () => {
    const { fake, followed } = played('six-breaths')
    await begin()
    await waitFor(() => expect(followed()).toHaveLength(1))
    const { engineEnd } = sendPort(fake)
    await waitFor(() => expect(followed()).toHaveLength(2))
    const [first, second] = followed()
    expect(Math.abs((second?.startedAtMs ?? 0) - (first?.startedAtMs ?? 0))).toBeLessThan(60)
    engineEnd.close()
  })
})

describe('nobody is asked', () => {
  it.each([
    [
      'lights may not be touched',
      (fake: FakeEngine) => {
        const { view } = lightsOf(fake)
        lightsOf(fake).view = { ...view, isAllowed: false, isSimulated: false }
      },
    ],
    [
      'the person does not want it',
      (fake: FakeEngine) => {
        const { settings } = fake.world
        settings.lights = { ...settings.lights, followsExercises: false }
      },
    ],
  ] as const)('where %s', async (_why, prepare) => {
    const { followed } = played('six-breaths', prepare)
    await begin()
    await screen.findByRole('button', { name: 'Pause' })
    expect(followed()).toEqual([])
  })

  it('where there is nothing to breathe', async () => {
    const { followed } = played('five-senses')
    await begin()
    await screen.findByRole('button', { name: 'Pause' })
    expect(followed()).toEqual([])
  })

  it('once it is read in one’s own time', async () => {
    const { followed, ended } = played('six-breaths')
    await begin()
    await waitFor(() => expect(followed()).toHaveLength(1))
    await press('Only words')
    await waitFor(() => expect(ended()).toBe(1))
    expect(followed()).toHaveLength(1)
  })

  it('and an exercise that no lamp follows goes on as ever', async () => {
    const { fake } = played(
      shortId,
      (one) => {
        lightsOf(one).breathe = () => {
          throw new Error('the bridge is gone')
        }
      },
      20_000,
    )
    await screen.findByRole('button', { name: 'Close' })
    expect(fake.called('lights.followExercise')).toHaveLength(1)
  })
})
