/** What is paired: who it is, how sure that is, how it stands, and what can be done about it. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { LightSourceView, LightsFailureCode } from '../../../../../electron/contract/lights.ts'
import SourcesSection from '../../../../../renderer/features/lights/sources/SourcesSection.tsx'
import { bridgeSource, pairedLights } from '../../../fakeRoom.ts'
import { idOf } from '../../../fakeWorld.ts'
import { renderLightsPart } from './renderLightsPart.tsx'

function sources(...all: Partial<LightSourceView>[]) {
  return renderLightsPart(<SourcesSection />, ({ lights }) => {
    lights.view = {
      ...pairedLights(Date.now()),
      sources: all.map((one, place) => ({ ...bridgeSource, id: idOf(800 + place), ...one })),
    }
  })
}
const failed = (failure: LightsFailureCode, retrying = false): LightSourceView['phase'] => ({
  phase: 'failed',
  failure,
  retrying,
})
const card = async (title = 'Hue bridge') => {
  const heading = await screen.findByRole('heading', { level: 3, name: title })
  const item = heading.closest('li')
  if (!item) throw new Error('no card')
  return within(item)
}
const chooseInMenu = async (item: string, title = 'Hue bridge') => {
  fireEvent.click(await screen.findByRole('button', { name: `What to do with “${title}”` }))
  fireEvent.click(await screen.findByRole('menuitem', { name: item }))
}

describe('what is paired', () => {
  it('is the room on screen alone at first', async () => {
    renderLightsPart(<SourcesSection />)
    expect(await screen.findByRole('heading', { name: 'The room on screen' })).toBeTruthy()
    expect(screen.queryByRole('list', { name: 'What is paired' })).toBeNull()
  })

  it('says kind, address, lamps and that it is who it was', async () => {
    sources({}, { title: 'Office', driver: 'hueV1', isVerified: false, lamps: 1, address: '10.0.0.4:80' })
    const first = await card()
    expect(first.getByText('Hue bridge · 192.168.1.20:443 · 5 lamps')).toBeTruthy()
    expect(first.getByText(/has shown that it is the bridge you paired/)).toBeTruthy()
    const second = await card('Office')
    expect(second.getByText(/Older bridge · 10\.0\.0\.4:80 · 1 lamp/)).toBeTruthy()
    expect(second.getByText('unverified connection')).toBeTruthy()
    expect(second.getByText(/Another device in your network could pose as it/)).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'The room on screen' })).toBeNull()
  })

  it('says what could not be read, what was let go, and that lamps are not known yet', async () => {
    sources({ unread: 1, gaveUp: true, lamps: 0, phase: { phase: 'connecting' } })
    const one = await card()
    expect(one.getByText(/1 thing it said could not be read/)).toBeTruthy()
    expect(one.getByText(/some changes did not get through/)).toBeTruthy()
    expect(one.getByText(/lamps not known yet/)).toBeTruthy()
    expect(one.getByText('Connecting…')).toBeTruthy()
  })

  it('never takes no lamps for unknown ones', async () => {
    sources({ lamps: 0 })
    expect((await card()).getByText(/no lamps/)).toBeTruthy()
  })
})

describe('a failure', () => {
  it('says whether it goes on by itself, and can be tried at once', async () => {
    const { fake, lights } = sources({ phase: failed('unreachable', true) })
    const one = await card()
    expect(one.getByText(/Nobody answers there.*Lull tries again by itself/)).toBeTruthy()
    fireEvent.click(one.getByRole('button', { name: 'Try again now' }))
    await waitFor(() => expect(fake.called('lights.retrySource')).toEqual([{ id: idOf(800) }]))
    lights.change({ sources: [{ ...bridgeSource, phase: failed('certificate_expired') }] })
    expect(await screen.findByText(/past its date.*It waits for you/)).toBeTruthy()
  })

  it('of a broker is told as a broker’s, and one that must be mended there leads there', async () => {
    const broker = { driver: 'mqttLights' as const, bridgeId: null, title: 'Study', address: 'At home' }
    const { lights } = sources({ ...broker, phase: failed('unreachable', true) })
    expect(await screen.findByText(/The broker cannot be reached/)).toBeTruthy()
    lights.change({ sources: [{ ...bridgeSource, ...broker, phase: failed('no_broker') }] })
    const link = await screen.findByRole('link', { name: 'To Sensing' })
    expect(link.getAttribute('href')).toBe('#/sensing')
    fireEvent.click(screen.getByRole('button', { name: 'What to do with “Study”' }))
    await screen.findByRole('menuitem', { name: 'Rename' })
    expect(screen.queryByRole('menuitem', { name: 'Pair again' })).toBeNull()
  })

  it('after the key was removed leads to pairing again, at the address it had', async () => {
    const { fake } = sources({ phase: failed('key_removed') })
    fireEvent.click((await card()).getByRole('button', { name: 'Pair again' }))
    await waitFor(() =>
      expect(fake.called('lights.lookAt')).toEqual([{ driver: 'hue', address: '192.168.1.20:443' }]),
    )
  })

  it('with another bridge at the address leads to looking for the own one', async () => {
    const { fake } = sources({ phase: failed('wrong_bridge') })
    fireEvent.click((await card()).getByRole('button', { name: 'Look for it again' }))
    expect(await screen.findByRole('dialog', { name: 'Find a Hue bridge' })).toBeTruthy()
    await waitFor(() => expect(fake.called('lights.discover')).toHaveLength(1))
  })
})

describe('a changed fingerprint', () => {
  it('is an alarm that says what it may mean, and connects to nothing by itself', async () => {
    const { fake } = sources({ phase: failed('certificate_changed') })
    const alarm = within(await screen.findByRole('alert'))
    expect(alarm.getByText('This may not be your bridge')).toBeTruthy()
    expect(alarm.getByText(/will not connect again by itself/)).toBeTruthy()
    expect(alarm.getByText(/reset, updated or replaced/)).toBeTruthy()
    expect(alarm.getByText(/stands between Lull and the bridge/)).toBeTruthy()
    expect((await card()).queryByRole('button', { name: 'Try again now' })).toBeNull()
    expect(fake.calls.filter(({ path }) => /lookAt|pair$|retry/.test(path))).toEqual([])
  })

  it('leads to the new fingerprint, and pairs only after a yes to it', async () => {
    const { fake, lights } = sources({ phase: failed('certificate_changed') })
    lights.sighting = {
      ...{ seen: true, bridgeId: '001788fffe123456', host: '192.168.1.20', port: 443, trust: 'ask' },
      sha256: 'ab'.repeat(32),
    }
    lights.pairing = [new Promise(() => {})]
    fireEvent.click(await screen.findByRole('button', { name: 'Look at the new fingerprint' }))
    const sheet = await screen.findByRole('dialog', { name: "Is this new fingerprint your bridge's?" })
    expect(within(sheet).getByText(/not the fingerprint it had when you paired it/)).toBeTruthy()
    expect(fake.called('lights.pair')).toEqual([])
    fireEvent.click(within(sheet).getByRole('button', { name: 'Yes, this is my bridge' }))
    await waitFor(() =>
      expect(fake.called('lights.pair')).toMatchObject([{ driver: 'hue', sha256: 'ab'.repeat(32) }]),
    )
  })
})

describe('names and removing', () => {
  it('renames, and gives the keyboard back', async () => {
    const { fake } = sources({})
    await chooseInMenu('Rename')
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'New name' })
    fireEvent.change(field, { target: { value: '  Upstairs ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('heading', { level: 3, name: 'Upstairs' })).toBeTruthy()
    expect(fake.called('lights.renameSource')).toEqual([{ id: idOf(800), title: 'Upstairs' }])
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe('What to do with “Upstairs”'),
    )
  })

  it('keeps the old name on Escape, and when nothing is typed', async () => {
    const { fake } = sources({})
    await chooseInMenu('Rename')
    fireEvent.keyDown(await screen.findByRole('textbox', { name: 'New name' }), { key: 'Escape' })
    await card()
    await chooseInMenu('Rename')
    fireEvent.change(await screen.findByRole('textbox', { name: 'New name' }), { target: { value: ' ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await card()
    expect(fake.called('lights.renameSource')).toEqual([])
  })

  it('removes with a way back, and says when that came too late', async () => {
    const { fake, lights } = sources({})
    await chooseInMenu('Remove')
    expect(await screen.findByText('Removed “Hue bridge”. Its lamps were given back.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await card()
    expect(fake.called('lights.restoreSource')).toEqual([{ id: idOf(800) }])
    lights.canRestore = false
    await chooseInMenu('Remove')
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('It is too late to bring it back. Pair it again.')).toBeTruthy()
  })
})
