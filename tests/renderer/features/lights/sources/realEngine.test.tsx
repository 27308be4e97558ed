/** The page with the real engine and a bridge that signs for itself: paired by fingerprint, then an alarm, then paired again. */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { selfSigned } from '../../../../fakes/hueBridge/certificate.ts'
import { FakeHueBridge } from '../../../../fakes/hueBridge/fakeHueBridge.ts'
import { press, realApp, slow } from '../../../realApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

const bridgeId = '001788fffe100001'
async function bridge(): Promise<FakeHueBridge> {
  const started = await FakeHueBridge.start({ bridgeId, certificate: selfSigned(bridgeId) })
  onTestFinished(() => started.stop())
  return started
}

const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name }, slow)
/** Letters only, however they are cut. */
const letters = (text: string | null | undefined) => (text ?? '').replaceAll(/[^0-9A-F]/g, '')

async function lookAt(port: number): Promise<void> {
  await press('Look for a bridge')
  const field = await screen.findByRole('textbox', { name: 'Or type its address' }, slow)
  fireEvent.change(field, { target: { value: `127.0.0.1:${port}` } })
  await press('Go to this address')
}

it('pairs by fingerprint, raises an alarm when it changes, and pairs again after a look', async () => {
  const fake = await bridge()
  window.location.hash = '#/lights/sources'
  await realApp()
  expect(await screen.findByRole('heading', { name: 'The room on screen' }, slow)).toBeTruthy()

  await lookAt(fake.port)
  await dialog('Is this your bridge?')
  const print = screen
    .getByRole('region', { name: 'Its fingerprint (SHA-256)' })
    .querySelector('p:last-child')
  expect(letters(print?.textContent)).toBe(fake.certificate.sha256.replaceAll(':', '').toUpperCase())
  expect(fake.requests).toEqual([])
  await press('Yes, this is my bridge')
  await dialog('Press the round button on the bridge')
  fake.door.press()
  await dialog('Paired')
  expect(await screen.findByText(/It has \d+ lamps?\./, {}, slow)).toBeTruthy()
  await press('Done')
  expect(await screen.findByText('Connected.', {}, slow)).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'The room on screen' })).toBeNull()

  fake.showCertificate(selfSigned(bridgeId))
  const title = await screen.findByText('This may not be your bridge', {}, slow)
  expect(title.closest('[role="alert"]')).not.toBeNull()
  await press('Look at the new fingerprint')
  await dialog("Is this new fingerprint your bridge's?")
  await press('Yes, this is my bridge')
  await dialog('Press the round button on the bridge')
  fake.door.press()
  await dialog('Paired')
  expect(await screen.findByText(/Your rooms, lamps and settings are as they were/, {}, slow)).toBeTruthy()
  await press('Done')
  await waitFor(() => expect(screen.queryByText('This may not be your bridge')).toBeNull(), slow)
  expect(screen.getAllByRole('button', { name: /^What to do with/ })).toHaveLength(1)
}, 60_000)

it('leaves nothing behind when the sheet is closed while the button is waited for', async () => {
  const fake = await bridge()
  window.location.hash = '#/lights/sources'
  await realApp()
  await lookAt(fake.port)
  await press('Yes, this is my bridge')
  await dialog('Press the round button on the bridge')
  await waitFor(() => expect(fake.requests.some(({ path }) => path === '/api')).toBe(true), slow)
  await press('Close')
  await waitFor(async () => expect(await fake.openLines()).toBe(0), slow)
  expect(screen.getByRole('heading', { name: 'The room on screen' })).toBeTruthy()
}, 60_000)
