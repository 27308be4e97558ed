/** The button: counted down, every refusal in words, and nothing left behind by whoever leaves. */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SightingView } from '../../../../../electron/contract/lights.ts'
import type { PairFailure } from '../../../../../renderer/features/lights/sources/failures.ts'
import words from '../../../../../renderer/text/en.lightSources.json'
import { bridgeSource, pairedLights } from '../../../fakeRoom.ts'
import { idOf } from '../../../fakeWorld.ts'
import {
  calls,
  dialog,
  failureCodes,
  never,
  part,
  press,
  seen,
  toButton,
  typeAddress,
  waits,
} from './pairParts.tsx'

describe('the button', () => {
  it('pressed pairs, and leads to the rooms', async () => {
    const parts = part()
    await toButton(parts, [waits(), { step: 'paired', sourceId: idOf(801) }])
    await dialog('Paired')
    expect(await screen.findByText('It has 5 lamps.')).toBeTruthy()
    expect(screen.getByText(/No lamp was touched/)).toBeTruthy()
    await press('Choose the rooms Lull may touch')
    expect(window.location.hash).toBe('#/lights/touch')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('paired again says that everything stays, and more bridges can follow', async () => {
    const parts = part(({ lights }) => {
      lights.view = pairedLights(Date.now())
    })
    await toButton(parts, [waits(), { step: 'paired', sourceId: bridgeSource.id }])
    await dialog('Paired')
    expect(screen.getByText(/Your rooms, lamps and settings are as they were/)).toBeTruthy()
    await press('Look for another bridge')
    await dialog('Find a Hue bridge')
  })

  const ofPairing = failureCodes.filter(
    (code): code is PairFailure => code !== 'bad_address' && code !== 'speaks_v2',
  )
  it.each(ofPairing)('says plainly: %s', async (failure) => {
    const parts = part()
    await toButton(parts, [waits(), { step: 'failed', failure }])
    await dialog('That did not work')
    expect(screen.getByRole('alert').textContent).toBe(words.lightSources.failure[failure])
  })

  it('not pressed is asked for again at once, anything else is looked at anew', async () => {
    const parts = part()
    await toButton(parts, [waits(), { step: 'failed', failure: 'button_not_pressed' }])
    await dialog('That did not work')
    parts.lights.pairing = [waits(), { step: 'failed', failure: 'refused' }]
    await press('Try again')
    await screen.findByText(words.lightSources.failure.refused)
    expect(calls(parts, 'lookAt')).toHaveLength(1)
    await press('Try again')
    await waitFor(() => expect(calls(parts, 'lookAt')).toHaveLength(2))
  })

  it('a stream that ends without a word counts as stopped', async () => {
    const parts = part()
    await toButton(parts, [waits()])
    expect(await screen.findByText(words.lightSources.failure.cancelled)).toBeTruthy()
  })
})

describe('leaving', () => {
  const pairing = async () => {
    const parts = part()
    await toButton(parts, [waits(), never()])
    await dialog('Press the round button on the bridge')
    await waitFor(() => expect(calls(parts, 'pair')).toHaveLength(1))
    return parts
  }

  it('by Escape ends the pairing', async () => {
    const parts = await pairing()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    await waitFor(() => expect(parts.lights.pairingsLeft).toBe(1))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('by the cross ends the pairing', async () => {
    const parts = await pairing()
    await press('Close')
    await waitFor(() => expect(parts.lights.pairingsLeft).toBe(1))
  })

  it('by Cancel ends the pairing and goes back a step', async () => {
    const parts = await pairing()
    await press('Cancel')
    await waitFor(() => expect(parts.lights.pairingsLeft).toBe(1))
    await dialog('Find a Hue bridge')
  })

  it('moves the keyboard to each step', async () => {
    await pairing()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Press the round button on the bridge')
  })

  it('while it is looked who is there leads nowhere afterwards', async () => {
    let answer = (_: SightingView) => {}
    const parts = part(({ lights }) => {
      lights.sightingOf = () =>
        new Promise((resolve) => {
          answer = resolve
        })
    })
    await press('Look for a bridge')
    await typeAddress('192.168.1.20')
    await dialog('Looking who is there')
    await waitFor(() => expect(calls(parts, 'lookAt')).toHaveLength(1))
    await press('Back')
    await dialog('Find a Hue bridge')
    answer(seen('root'))
    await screen.findByText('No bridge answered.')
    expect(calls(parts, 'pair')).toEqual([])
  })
})
