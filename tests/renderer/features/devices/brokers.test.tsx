/** Adding a broker, being told what is wrong in plain words, changing it, pausing it, and having it back. */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultWeights } from '../../../../electron/core/stress/families.ts'
import { choose } from '../../choose.ts'
import { broker, brokerId, devicesOfEngine } from '../../fakeDevices.ts'
import type { Scenario } from '../../fakeWorld.ts'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

function sensing(scenario: Scenario): RenderedApp {
  window.location.hash = '#/sensing'
  return renderApp(scenario, 'home')
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const type = async (name: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(name), { target: { value } })

async function menu(of: string, item: string) {
  fireEvent.click(await screen.findByRole('button', { name: `What to do with “${of}”` }))
  fireEvent.click(await screen.findByRole('menuitem', { name: item }))
}

describe('without a strap', () => {
  it('says that none is needed, what one gives, and when the numbers mean nothing', async () => {
    sensing('sensing')
    expect(await screen.findByText(/No strap is needed/)).toBeTruthy()
    expect(screen.getByText(/atrial fibrillation makes these numbers meaningless/)).toBeTruthy()
  })

  it('beats can be switched off, and on with their usual weight', async () => {
    const { fake } = sensing('sensing')
    const listen = await screen.findByRole('switch', { name: 'Listen to beats' })
    fireEvent.click(listen)
    await waitFor(() => expect(fake.world.settings.weights.body).toBe(0))
    fireEvent.click(listen)
    await waitFor(() => expect(fake.world.settings.weights).toEqual(defaultWeights))
  })

  it('a day can be played with one click, is marked as play, and ends as easily', async () => {
    const { fake } = sensing('sensing')
    await press('Play a heavy day')
    expect(await screen.findByText(/These beats are made up/)).toBeTruthy()
    expect(fake.called('devices.save')).toMatchObject([
      { driver: 'simulator', enabled: true, settings: { day: 'heavy' } },
    ])
    expect(await screen.findByRole('heading', { level: 1, name: /a made-up heartbeat/ })).toBeTruthy()
    await press('End the play')
    expect(await screen.findByText('The play has ended.')).toBeTruthy()
    expect(await screen.findByRole('button', { name: 'Play a calm day' })).toBeTruthy()
  })
})

describe('adding a broker', () => {
  it('sends what the schema asks for, then looks around', async () => {
    const { fake } = sensing('sensing')
    await press('Add a broker')
    await type('Name', 'Study')
    await type('Address', 'broker.home')
    fireEvent.click(screen.getByRole('switch', { name: 'Encrypted (TLS)' }))
    expect(screen.getByLabelText<HTMLInputElement>('Port').placeholder).toBe('8883')
    await type('User name', 'lull')
    await type('Password', 'secret')
    fireEvent.click(screen.getByText('For those who know their broker'))
    await choose('MQTT version', '3.1.1')
    await press('Save')
    expect(await screen.findByRole('dialog', { name: 'What should Lull read from “Study”?' })).toBeTruthy()
    expect(fake.called('devices.save')).toMatchObject([
      {
        driver: 'mqtt',
        title: 'Study',
        enabled: true,
        settings: {
          host: 'broker.home',
          port: null,
          tls: true,
          ca: null,
          username: 'lull',
          password: 'secret',
          version: '3.1.1',
          qos: 1,
        },
      },
    ])
  })

  it('is tried before it is saved, and each answer is a sentence', async () => {
    const { fake } = sensing('sensing')
    await press('Add a broker')
    await type('Address', 'nowhere')
    await press('Try connection')
    expect(await screen.findByText(/No computer of this name can be found/)).toBeTruthy()
    await type('Address', 'broker.home')
    expect(screen.queryByText(/No computer of this name/)).toBeNull()
    await type('Password', 'wrong')
    await type('User name', 'me')
    await press('Try connection')
    expect(await screen.findByText(/refuses this user name or password/)).toBeTruthy()
    await type('Password', 'right')
    await press('Try connection')
    expect(await screen.findByText('It works, with MQTT 5.')).toBeTruthy()
    expect(fake.called('devices.save')).toEqual([])
  })

  it('shows a problem beside its field and takes the keyboard there', async () => {
    sensing('sensing')
    await press('Add a broker')
    const address = await screen.findByLabelText('Address')
    await press('Save')
    expect(await screen.findByText('This is needed.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(address))
    await type('Address', 'mqtt://broker/')
    await press('Save')
    expect(await screen.findByText(/This is not an address/)).toBeTruthy()
    await type('Address', 'broker')
    await type('Password', 'secret')
    await press('Save')
    expect(await screen.findByText('A password needs a user name.')).toBeTruthy()
    await type('Name', ' ')
    await press('Save')
    expect(await screen.findByText('Give it a name.')).toBeTruthy()
  })

  it('takes a certificate from a file', async () => {
    sensing('sensing')
    await press('Add a broker')
    fireEvent.click(await screen.findByRole('switch', { name: 'Encrypted (TLS)' }))
    const pem = '-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----'
    const file = screen.getByRole('dialog').querySelector<HTMLInputElement>('input[type="file"]')
    if (!file) throw new Error('no field for a file')
    fireEvent.change(file, { target: { files: [new File([pem], 'ca.pem')] } })
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>('Own CA certificate').value).toBe(pem),
    )
  })
})

describe('a broker', () => {
  it('that fails says what to do, and tries again when asked', async () => {
    const { fake } = sensing('beatsFailing')
    expect(await screen.findByText(/Something else uses the same client name/)).toBeTruthy()
    const [again] = await screen.findAllByRole('button', { name: 'Try again now' })
    if (!again) throw new Error('no way to try again')
    fireEvent.click(again)
    await waitFor(() => expect(fake.called('devices.retry')).toEqual([{ id: brokerId }]))
    expect(await screen.findByText('Connecting…')).toBeTruthy()
  })

  it('that is silent says so once for a topic, and what that can mean', async () => {
    sensing('beatsFailing')
    expect(await screen.findAllByText(/Silent for longer than it should be/)).toHaveLength(1)
    expect(screen.getAllByText(/Last message 52 minutes ago/)).toHaveLength(2)
  })

  it('tells what was left out and why', async () => {
    sensing('beats')
    expect(await screen.findByText(/12,404 readings taken · 35 left out/)).toBeTruthy()
    expect(screen.getByText('Why some were left out')).toBeTruthy()
    expect(screen.getByText('outside what a heart can do').nextSibling?.textContent).toBe('31')
    expect(screen.getByText('came twice').nextSibling?.textContent).toBe('4')
  })

  it('has words for every way to fail', async () => {
    const { fake } = sensing('beats')
    await screen.findByText('At home')
    const failures = [
      'credentials_refused',
      'not_allowed',
      'certificate_unknown',
      'certificate_name_wrong',
      'certificate_expired',
      'client_certificate_missing',
      'tls_mismatch',
      'nobody_there',
      'name_unknown',
      'unreachable',
      'timed_out',
      'version_refused',
      'client_id_refused',
      'client_id_taken',
      'broker_busy',
      'topic_refused',
      'connection_lost',
      'unknown',
      'storm',
    ] as const
    const said = new Set<string>()
    for (const failure of failures) {
      devicesOfEngine(fake).put(broker({ phase: { phase: 'failed', failure, retrying: true, detail: null } }))
      const line = await waitFor(() => {
        const words = screen.getByText(/Lull tries again by itself/).textContent ?? ''
        expect(said.has(words)).toBe(false)
        return words
      })
      expect(line).not.toContain(failure)
      said.add(line)
    }
    expect(said.size).toBe(failures.length)
  })

  it('keeps its password when changed, or forgets it when told to', async () => {
    const { fake } = sensing('beats')
    await menu('At home', 'Settings')
    const password = await screen.findByLabelText<HTMLInputElement>('Password')
    expect(password.value).toBe('')
    expect(password.placeholder).toMatch(/leave empty to keep it/)
    await press('Save')
    await waitFor(() => expect(fake.called('devices.save')).toHaveLength(1))
    expect(fake.called('devices.save')[0]).toMatchObject({ id: brokerId, settings: { password: null } })
    await menu('At home', 'Settings')
    await press('Forget the saved one')
    await press('Save')
    await waitFor(() => expect(fake.called('devices.save')).toHaveLength(2))
    expect(fake.called('devices.save')[1]).toMatchObject({ settings: { password: '' } })
  })

  it('is paused and goes on', async () => {
    const { fake } = sensing('beats')
    await menu('At home', 'Pause')
    expect(await screen.findByText('Paused.')).toBeTruthy()
    await press('Go on')
    expect(await screen.findByText('Connected, MQTT 5.')).toBeTruthy()
    expect(fake.called('devices.save')).toMatchObject([
      { enabled: false, settings: { password: null } },
      { enabled: true },
    ])
  })

  it('is removed and can be had back', async () => {
    const { fake } = sensing('beats')
    await menu('At home', 'Remove')
    expect(await screen.findByText('Removed “At home”.')).toBeTruthy()
    expect(await screen.findByText(/No strap is needed/)).toBeTruthy()
    await press('Undo')
    expect(await screen.findByText('At home')).toBeTruthy()
    expect(fake.called('devices.restore')).toEqual([{ id: brokerId }])
  })
})
