/** An exercise with the real engine and the room on screen: the lamps breathe along, stand with it, and are given back. */
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import type { Engine } from '../../../../electron/engine/index.ts'
import { press, realApp, slow } from '../../realApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

async function lightsOf(engine: Engine): Promise<LightsView> {
  const end = new AbortController()
  const watched = await engine.client('window').lights.watch(undefined, { signal: end.signal })
  const first = await watched.next()
  end.abort()
  if (first.done) throw new Error('no lights')
  return first.value
}

it('breathes with the room, lets it go while it stands, and takes it up again', async () => {
  window.location.hash = '#/exercises/six-breaths'
  const engine = await realApp()
  await press('Start')
  await press('Start without saying')
  await screen.findByText('The room on screen breathes with you.', {}, slow)
  const breathing = await lightsOf(engine)
  expect(breathing.claims[0]).toMatchObject({ look: 'breathe', because: 'exercise' })
  expect(breathing.lamps.some(({ heldBy }) => heldBy === 'breathe')).toBe(true)

  await press('Pause')
  await waitFor(async () => expect((await lightsOf(engine)).claims).toEqual([]), slow)
  expect(screen.queryByText('The room on screen breathes with you.')).toBeNull()

  await press('Go on')
  await waitFor(
    async () => expect((await lightsOf(engine)).claims[0]).toMatchObject({ because: 'exercise' }),
    slow,
  )
  await press('Stop here')
  await waitFor(async () => expect((await lightsOf(engine)).claims).toEqual([]), slow)
}, 60_000)
