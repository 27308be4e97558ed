/** Before pairing: who is there, what has to be compared, and what nobody can show. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SightingFailure } from '../../../../../renderer/features/lights/sources/failures.ts'
import words from '../../../../../renderer/text/en.lightSources.json'
import { bridgeSource, pairedLights } from '../../../fakeRoom.ts'
import {
  bridgeId,
  calls,
  dialog,
  failureCodes,
  never,
  part,
  press,
  seen,
  sha256,
  toButton,
  typeAddress,
  waits,
} from './pairParts.tsx'
import type { RenderedPart } from './renderLightsPart.tsx'

describe('who is there', () => {
  it('goes on by itself where a root vouches', async () => {
    const parts = part()
    await toButton(parts, [waits(), never()])
    await dialog('Press the round button on the bridge')
    await waitFor(() =>
      expect(calls(parts, 'pair')).toEqual([
        { driver: 'hue', bridgeId, host: '192.168.1.20', port: 443, sha256: null },
      ]),
    )
  })

  it('shows a fingerprint to compare, and pairs with it after a yes alone', async () => {
    const parts = part(({ lights }) => {
      lights.sighting = seen('ask')
      lights.pairing = [waits(), never()]
    })
    await press('Look for a bridge')
    await typeAddress('192.168.1.20')
    const sheet = within(await dialog('Is this your bridge?'))
    const print = sheet.getByRole('region', { name: 'Its fingerprint (SHA-256)' })
    expect(print.textContent).toContain(`${'A1B2 '.repeat(16)}`.trim())
    expect(sheet.getByText(/open https:\/\/192\.168\.1\.20 in a browser/)).toBeTruthy()
    expect(sheet.getByText(/123456, also stand on the bridge/)).toBeTruthy()
    expect(calls(parts, 'pair')).toEqual([])
    fireEvent.click(sheet.getByRole('button', { name: 'Yes, this is my bridge' }))
    await dialog('Press the round button on the bridge')
    await waitFor(() => expect(calls(parts, 'pair')).toMatchObject([{ sha256 }]))
  })

  it('asks for nothing but the button where the fingerprint is the one that was agreed to', async () => {
    const parts = part(({ lights }) => {
      lights.view = {
        ...pairedLights(Date.now()),
        sources: [
          { ...bridgeSource, sha256, phase: { phase: 'failed', failure: 'key_removed', retrying: false } },
        ],
      }
      lights.sighting = seen('ask')
      lights.pairing = [waits(), never()]
    })
    await press('Pair again')
    await dialog('Press the round button on the bridge')
    await waitFor(() => expect(calls(parts, 'pair')).toMatchObject([{ sha256 }]))
  })

  it('says so when it is another bridge than the one that is wanted back', async () => {
    const parts = part(({ lights }) => {
      lights.view = {
        ...pairedLights(Date.now()),
        sources: [{ ...bridgeSource, phase: { phase: 'failed', failure: 'key_removed', retrying: false } }],
      }
      lights.sighting = seen('root', { bridgeId: 'ecb5fafffe000001' })
      lights.pairing = [never()]
    })
    await press('Pair again')
    await dialog('This is another bridge')
    expect(screen.getByText(/You had paired bridge 001788FFFE123456/)).toBeTruthy()
    expect(calls(parts, 'pair')).toEqual([])
    await press('Pair this one too')
    await waitFor(() => expect(calls(parts, 'pair')).toHaveLength(1))
  })

  const ofLook = failureCodes.filter(
    (code): code is SightingFailure =>
      !['button_not_pressed', 'too_many_keys', 'refused', 'cancelled'].includes(code),
  )
  it.each(ofLook)('says plainly: %s', async (failure) => {
    part(({ lights }) => {
      lights.sighting = { seen: false, failure }
    })
    await press('Look for a bridge')
    await typeAddress('192.168.1.20')
    await dialog('That did not work')
    expect(screen.getByRole('alert').textContent).toBe(words.lightSources.failure[failure])
  })

  it('says plainly when the engine itself is in trouble, and can be asked again', async () => {
    const parts = part(({ lights }) => {
      lights.sightingOf = () => {
        throw new Error('broken')
      }
    })
    await press('Look for a bridge')
    await typeAddress('192.168.1.20')
    await dialog('That did not work')
    expect(screen.getByRole('alert').textContent).toMatch(/^Lull could not go on\. /)
    parts.lights.sightingOf = () => seen('ask')
    await press('Try again')
    await dialog('Is this your bridge?')
  })
})

describe('older bridges', () => {
  const older = ({ lights }: RenderedPart) => {
    lights.sightingOf = ({ driver }) =>
      driver === 'hue' ? { seen: false, failure: 'old_version' } : seen('unverified')
    lights.pairing = [waits(), never()]
  }

  it('are offered when one speaks only the older language, and need a yes', async () => {
    const parts = part(older)
    await press('Look for a bridge')
    await typeAddress('192.168.1.20')
    await press('Go on as an older bridge')
    await dialog('Nobody can show who this is')
    expect(screen.getByText(/Another device in your network could pose as it/)).toBeTruthy()
    expect(calls(parts, 'pair')).toEqual([])
    await press('I agree, go on unverified')
    await dialog('Press the round button on the bridge')
    expect(calls(parts, 'lookAt')).toEqual([
      { driver: 'hue', address: '192.168.1.20' },
      { driver: 'hueV1', address: '192.168.1.20' },
    ])
    await waitFor(() => expect(calls(parts, 'pair')).toMatchObject([{ driver: 'hueV1', sha256: null }]))
  })

  it('that speak the newer language as well are paired the usual way', async () => {
    const parts = part(({ lights }) => {
      lights.sightingOf = ({ driver }) =>
        driver === 'hueV1' ? { seen: false, failure: 'speaks_v2' } : seen('ask')
    })
    await press('An older bridge')
    await typeAddress('http://10.0.0.4:80', 'Its address')
    await press('Pair it the usual way')
    await dialog('Is this your bridge?')
    expect(calls(parts, 'lookAt').at(-1)).toEqual({ driver: 'hue', address: '10.0.0.4' })
  })

  it('can be opened by themselves, after it was said what nobody can show', async () => {
    const parts = part(older)
    await press('An older bridge')
    await dialog('An older bridge')
    expect(screen.getByText(/nobody can show who is at the other end/)).toBeTruthy()
    expect(calls(parts, 'discover')).toEqual([])
    await typeAddress('10.0.0.4:8080', 'Its address')
    await dialog('Nobody can show who this is')
    await press('Back')
    await dialog('An older bridge')
    await press('Back')
    await dialog('Find a Hue bridge')
  })
})
