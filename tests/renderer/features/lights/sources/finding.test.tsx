/** Finding a bridge: the own network, a typed address, and the maker's server on a yes alone. */
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import words from '../../../../../renderer/text/en.lightSources.json'
import { bridgeSource, pairedLights } from '../../../fakeRoom.ts'
import { calls, dialog, found, part, press, typeAddress } from './pairParts.tsx'

describe('looking in the own network', () => {
  it('shows that it goes on, then what answered, and marks what is paired already', async () => {
    let answer = () => {}
    const parts = part(({ lights }) => {
      lights.view = pairedLights(Date.now())
      lights.finding = new Promise<void>((resolve) => {
        answer = resolve
      })
      lights.found = [
        found({ sourceId: bridgeSource.id }),
        found({ bridgeId: 'ecb5fafffe000001', host: '10.0.0.9', port: 8443, model: null }),
      ]
    })
    await press('Look for a bridge')
    await dialog('Find a Hue bridge')
    expect(await screen.findByRole('progressbar', { name: /about three seconds/ })).toBeTruthy()
    expect(calls(parts, 'lookUp')).toEqual([])
    answer()
    expect(await screen.findByText('2 bridges found.')).toBeTruthy()
    expect(screen.getByText(/BSB002 at 192\.168\.1\.20 · already paired: Hue bridge/)).toBeTruthy()
    expect(screen.getByText('at 10.0.0.9:8443')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Pair again: bridge 001788FFFE123456' })).toBeTruthy()
    await press('Choose: bridge ECB5FAFFFE000001')
    await waitFor(() => expect(calls(parts, 'lookAt')).toEqual([{ driver: 'hue', address: '10.0.0.9:8443' }]))
  })

  it('says what to do when nobody answers, and looks again', async () => {
    const parts = part()
    await press('Look for a bridge')
    expect(await screen.findByText('No bridge answered.')).toBeTruthy()
    expect(screen.getByText(/plugged in and in the same network/)).toBeTruthy()
    parts.lights.found = [found()]
    await press('Look again')
    expect(await screen.findByText('One bridge found.')).toBeTruthy()
  })

  it.each([
    ['unreachable', /in no network that could be asked/],
    ['bad_answer', /not as a bridge does/],
  ] as const)('says plainly: %s', async (outcome, said) => {
    part(({ lights }) => {
      lights.findings = outcome
    })
    await press('Look for a bridge')
    expect(await screen.findByText(said)).toBeTruthy()
  })
})

describe('a typed address', () => {
  it('is looked at before anybody is asked, with the keyboard where it is wrong', async () => {
    const parts = part()
    await press('Look for a bridge')
    await typeAddress('192.168.1')
    expect(await screen.findByRole('alert')).toHaveProperty(
      'textContent',
      words.pairBridge.typedProblem.not_an_address,
    )
    const field = screen.getByRole('textbox', { name: 'Or type its address' })
    expect(document.activeElement).toBe(field)
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await typeAddress('192.168.1.20:70000')
    expect(await screen.findByText(words.pairBridge.typedProblem.port)).toBeTruthy()
    await typeAddress('')
    expect(await screen.findByText(words.pairBridge.typedProblem.empty)).toBeTruthy()
    expect(calls(parts, 'lookAt')).toEqual([])
  })

  it('stands there still after a step back', async () => {
    const parts = part()
    await press('Look for a bridge')
    await typeAddress('bridge.home:8443')
    await dialog('That did not work')
    expect(calls(parts, 'lookAt')).toEqual([{ driver: 'hue', address: 'bridge.home:8443' }])
    await press('Back')
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Or type its address' })
    expect(field.value).toBe('bridge.home:8443')
  })
})

describe('the maker’s server', () => {
  const offered = async () => {
    await press('Look for a bridge')
    await press("Ask the maker's server")
  }

  it('is asked only after it was said what it learns', async () => {
    const parts = part(({ lights }) => {
      lights.maker = { found: [found()], outcome: 'answered' }
    })
    await offered()
    expect(await screen.findByText(/Signify then knows the internet address of your network/)).toBeTruthy()
    expect(calls(parts, 'lookUp')).toEqual([])
    await press('Rather not')
    expect(calls(parts, 'lookUp')).toEqual([])
    await press("Ask the maker's server")
    await press("Ask Signify's server")
    expect(await screen.findByRole('button', { name: 'Choose: bridge 001788FFFE123456' })).toBeTruthy()
    expect(calls(parts, 'lookUp')).toHaveLength(1)
  })

  it.each([
    ['answered', words.pairBridge.maker.none],
    ['unreachable', words.pairBridge.maker.unreachable],
    ['too_often', words.pairBridge.maker.too_often],
    ['bad_answer', words.pairBridge.maker.bad_answer],
  ] as const)('answers plainly: %s', async (outcome, said) => {
    part(({ lights }) => {
      lights.maker = { found: [], outcome }
    })
    await offered()
    await press("Ask Signify's server")
    expect(await screen.findByText(said)).toBeTruthy()
  })
})
