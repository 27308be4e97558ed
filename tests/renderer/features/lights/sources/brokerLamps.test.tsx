/** Lamps through a broker: one of those that are set up, two topics that can be left out, and refusals in words. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  brokerInput,
  brokerProblems,
  refusedDraft,
} from '../../../../../renderer/features/lights/sources/brokerDraft.ts'
import SourcesSection from '../../../../../renderer/features/lights/sources/SourcesSection.tsx'
import words from '../../../../../renderer/text/en.lightSources.json'
import { choose } from '../../../choose.ts'
import { broker, brokerId, devicesOfEngine } from '../../../fakeDevices.ts'
import { idOf } from '../../../fakeWorld.ts'
import { type RenderedPart, renderLightsPart } from './renderLightsPart.tsx'

const sheet = async (scenario: 'empty' | 'beats', before?: (parts: RenderedPart) => void) => {
  const parts = renderLightsPart(<SourcesSection />, before, scenario)
  fireEvent.click(await screen.findByRole('button', { name: 'Lamps through a broker' }))
  await screen.findByRole('dialog', { name: 'Lamps through a broker' })
  return parts
}
const take = async () => fireEvent.click(await screen.findByRole('button', { name: 'Take these lamps' }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const added = ({ fake }: RenderedPart) => fake.called('lights.addBroker')

describe('the sheet', () => {
  it('leads to Sensing where there is no broker', async () => {
    await sheet('empty')
    const link = await screen.findByRole('link', { name: 'Add one in Sensing' })
    expect(link.getAttribute('href')).toBe('#/sensing')
    expect(screen.queryByRole('button', { name: 'Take these lamps' })).toBeNull()
  })

  it('takes the usual topics of the only broker, and leads to the rooms', async () => {
    const parts = await sheet('beats')
    await take()
    expect(await screen.findByText(/Lull listens for lamps on this broker now/)).toBeTruthy()
    expect(added(parts)).toEqual([
      { deviceId: brokerId, zigbeeTopic: 'zigbee2mqtt', discoveryTopic: 'homeassistant' },
    ])
    expect(screen.getByRole('button', { name: 'Choose the rooms Lull may touch' })).toBeTruthy()
  })

  it('wants one of several to be chosen, and leaves out what is switched off', async () => {
    const parts = await sheet('beats', ({ fake }) => {
      devicesOfEngine(fake).put(broker({ id: idOf(902), title: 'Office' }))
    })
    await take()
    expect((await screen.findByRole('alert')).textContent).toBe(words.lightBroker.problem.missing)
    expect(added(parts)).toEqual([])
    await choose('Broker', 'Office')
    fireEvent.click(screen.getByRole('switch', { name: 'Lamps Home Assistant knows' }))
    type('Topic of zigbee2mqtt', ' house/lamps ')
    await take()
    await waitFor(() =>
      expect(added(parts)).toEqual([
        { deviceId: idOf(902), zigbeeTopic: 'house/lamps', discoveryTopic: null },
      ]),
    )
  })

  it('shows what is wrong beside its field, with the keyboard there', async () => {
    const parts = await sheet('beats')
    await screen.findByRole('button', { name: 'Take these lamps' })
    type("Topic of Home Assistant's discovery", 'homeassistant/#')
    await take()
    const field = screen.getByRole('textbox', { name: "Topic of Home Assistant's discovery" })
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(screen.getByRole('alert').textContent).toBe(words.lightBroker.problem.not_a_topic)
    fireEvent.click(screen.getByRole('switch', { name: 'Lamps Home Assistant knows' }))
    fireEvent.click(screen.getByRole('switch', { name: 'Lamps of zigbee2mqtt' }))
    await take()
    expect((await screen.findByRole('alert')).textContent).toBe(words.lightBroker.problem.nothing)
    expect(added(parts)).toEqual([])
  })

  it('says what the engine refused', async () => {
    await sheet('beats', ({ lights }) => {
      lights.brokerRefusal = { field: 'zigbeeTopic', problem: 'something_new' }
    })
    await take()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toBe(words.lightBroker.problem.not_valid)
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByRole('textbox', { name: 'Topic of zigbee2mqtt' }).getAttribute('aria-invalid')).toBe(
      'true',
    )
  })
})

describe('a draft', () => {
  const draft = {
    deviceId: brokerId,
    isOn: { zigbee: true, discovery: true },
    topic: { zigbee: 'zigbee2mqtt', discovery: 'homeassistant' },
  }
  it.each([
    [
      { ...draft, deviceId: null },
      { field: 'broker', problem: 'missing' },
    ],
    [
      { ...draft, topic: { ...draft.topic, zigbee: ' ' } },
      { field: 'zigbee', problem: 'missing' },
    ],
    [
      { ...draft, topic: { ...draft.topic, zigbee: 'a/' } },
      { field: 'zigbee', problem: 'not_a_topic' },
    ],
    [
      { ...draft, topic: { ...draft.topic, discovery: 'x'.repeat(101) } },
      { field: 'discovery', problem: 'too_long' },
    ],
    [
      { ...draft, topic: { zigbee: 'same', discovery: 'same' } },
      { field: 'discovery', problem: 'same_topic' },
    ],
  ])('is refused', (wrong, problem) => expect(brokerInput(wrong)).toEqual(problem))

  it('has words for every problem', () => {
    expect(Object.keys(words.lightBroker.problem).sort()).toEqual([...brokerProblems].sort())
  })

  it('takes no other error for one of its own', () => {
    expect(refusedDraft(new Error('away'))).toBeNull()
  })
})
