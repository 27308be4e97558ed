/** From topics that arrive to readings: presets, pointing at a value, a live preview, and taking it back. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { MappingInput } from '../../../../electron/contract/devices.ts'
import { choose } from '../../choose.ts'
import { broker, brokerId, devicesOfEngine } from '../../fakeDevices.ts'
import { FakeEngine } from '../../fakeEngine.ts'
import { worldOf } from '../../fakeWorld.ts'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

/** A broker nothing is read from yet. */
async function lookAround(): Promise<RenderedApp> {
  window.location.hash = '#/sensing'
  const app = renderApp('sensing', 'home')
  await screen.findByText(/No strap is needed/)
  act(() => void devicesOfEngine(app.fake).put(broker()))
  fireEvent.click(await screen.findByRole('button', { name: 'Choose what to read' }))
  await screen.findByText('psl/hr')
  return app
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const pick = (topic: string) => press(new RegExp(`^${topic} `))
const saved = ({ fake }: RenderedApp) =>
  (fake.called('devices.setMappings') as { id: string; mappings: MappingInput[] }[]).at(-1)

describe('topics', () => {
  it('stand in a list that does not jump, and new ones come as they arrive', async () => {
    const app = await lookAround()
    const names = () =>
      within(screen.getByRole('dialog'))
        .getAllByRole('listitem')
        .map((item) => item.querySelector('span')?.textContent)
    expect(names()).toEqual([
      'HeartRate',
      'homeassistant/sensor/watch_hr/state',
      'phone/health',
      'psl/ecg',
      'psl/hr',
    ])
    act(() => devicesOfEngine(app.fake).hear('a/new/one', '61'))
    await waitFor(() => expect(names()[0]).toBe('a/new/one'))
  })

  it('are looked for by name, and listened to under a filter that is checked', async () => {
    const app = await lookAround()
    fireEvent.change(screen.getByLabelText('Find in the list'), { target: { value: 'HEALTH' } })
    await waitFor(() => expect(screen.queryByText('psl/hr')).toBeNull())
    expect(screen.getByText('phone/health')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Listen under'), { target: { value: 'psl/#/x' } })
    expect(await screen.findByText(/# stands alone at the end/)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Listen under'), { target: { value: 'psl/#' } })
    await waitFor(() =>
      expect(app.fake.called('devices.watchTopics')).toContainEqual({ id: brokerId, topicFilter: 'psl/#' }),
    )
    expect(app.fake.called('devices.watchTopics')).not.toContainEqual({
      id: brokerId,
      topicFilter: 'psl/#/x',
    })
  })
})

describe('a preset', () => {
  it('is chosen by itself when it fits, and shows what it makes of the messages', async () => {
    const app = await lookAround()
    await pick('psl/hr')
    expect(await screen.findByText(/66 beats a minute · taken just now · from 1A2B3C4D/)).toBeTruthy()
    expect(screen.getByText(/2 intervals: 905, 912 ms/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: /Polar Sensor Logger/, checked: true })).toBeTruthy()
    act(() =>
      devicesOfEngine(app.fake).hear(
        'psl/hr',
        `{"deviceId":"1A2B3C4D","timeStamp":${Date.now()},"hr":71,"rr":[]}`,
      ),
    )
    expect(await screen.findByText(/71 beats a minute/, {}, { timeout: 5000 })).toBeTruthy()
    await press('Read this')
    expect(await screen.findByText('Beat intervals from psl/hr')).toBeTruthy()
    expect(saved(app)?.mappings.map(({ id, kind }) => [id, kind])).toEqual([
      ['polar_sensor_logger.rr', 'rr_list'],
      ['polar_sensor_logger.hr', 'hr'],
    ])
  })

  it('says why nothing comes of a message', async () => {
    await lookAround()
    await pick('homeassistant/sensor/watch_hr/state')
    fireEvent.click(await screen.findByRole('radio', { name: /Home Assistant/ }))
    expect(await screen.findByText(/the sender says: unavailable \(1×\)/)).toBeTruthy()
  })
})

describe('pointing at a value', () => {
  it('makes the path, guesses what it is, and can be corrected', async () => {
    const app = await lookAround()
    await pick('psl/hr')
    fireEvent.click(await screen.findByRole('radio', { name: /Point at a value/ }))
    await press(/^rr .*stands at \$\.rr$/)
    expect(screen.getByLabelText<HTMLInputElement>('Where the value stands').value).toBe('$.rr')
    expect(screen.getByRole('combobox', { name: 'What it is' }).textContent).toBe('A list of beat intervals')
    await press('its time')
    await press(/^timeStamp .*stands at \$\.timeStamp$/)
    await press('the device')
    await press(/^deviceId .*stands at \$\.deviceId$/)
    expect(await screen.findByText(/2 intervals: 905, 912 ms · taken just now · from 1A2B3C4D/)).toBeTruthy()
    await choose('Unit', 'seconds')
    expect(await screen.findByText(/outside what a heart can do/)).toBeTruthy()
    await choose('Unit', 'milliseconds')
    await press('Read this')
    await waitFor(() =>
      expect(saved(app)?.mappings).toEqual([
        {
          id: 'own',
          topicFilter: 'psl/hr',
          valuePath: '$.rr',
          kind: 'rr_list',
          unit: 'ms',
          time: { path: '$.timeStamp', unit: 'ms' },
          device: { path: '$.deviceId' },
        },
      ]),
    )
  })

  it('by hand says when a path is none, and cannot be saved so', async () => {
    await lookAround()
    await pick('HeartRate')
    fireEvent.click(await screen.findByRole('radio', { name: /Point at a value/ }))
    fireEvent.change(screen.getByLabelText('Where the value stands'), { target: { value: '$.hr[' } })
    expect(await screen.findByText(/This is not a path/)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Read this' }).disabled).toBe(true)
  })

  it('tells that a nightly value never feeds the live score', async () => {
    await lookAround()
    await pick('HeartRate')
    fireEvent.click(await screen.findByRole('radio', { name: /Point at a value/ }))
    await choose('What it is', 'RMSSD')
    expect(await screen.findByText(/Feeds the daily line only/)).toBeTruthy()
    expect(await screen.findByText(/RMSSD 72 ms · for the daily line/)).toBeTruthy()
  })
})

describe('what is read', () => {
  it('is changed in place and keeps its id', async () => {
    window.location.hash = '#/sensing'
    const app = renderApp('beats', 'home')
    fireEvent.click(await screen.findByRole('button', { name: 'What to do with “Heart rate from psl/hr”' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Change' }))
    fireEvent.change(await screen.findByLabelText('Topic'), { target: { value: 'strap/hr' } })
    await press('Save')
    await waitFor(() => expect(saved(app)?.mappings).toHaveLength(2))
    expect(saved(app)?.mappings[1]).toMatchObject({ id: 'polar_sensor_logger.hr', topicFilter: 'strap/hr' })
  })

  it('is dropped and had back', async () => {
    window.location.hash = '#/sensing'
    const app = renderApp('beats', 'home')
    fireEvent.click(
      await screen.findByRole('button', { name: 'What to do with “Beat intervals from psl/hr”' }),
    )
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Stop reading this' }))
    await waitFor(() => expect(saved(app)?.mappings.map(({ id }) => id)).toEqual(['polar_sensor_logger.hr']))
    await press('Undo')
    await waitFor(() => expect(saved(app)?.mappings).toHaveLength(2))
  })

  it('has an id that no other broker uses', async () => {
    window.location.hash = '#/sensing'
    const app = renderApp('beats', 'home')
    act(
      () =>
        void devicesOfEngine(app.fake).put(
          broker({ id: '00000000-0000-4000-8000-000000000977', title: 'Other' }),
        ),
    )
    const [, second] = await screen.findAllByRole('button', { name: 'Choose what to read' })
    if (!second) throw new Error('no second broker')
    fireEvent.click(second)
    await screen.findByText('psl/ecg')
    await pick('psl/hr')
    await screen.findByText(/66 beats a minute/)
    await press('Read this')
    await waitFor(() =>
      expect(saved(app)?.mappings.map(({ id }) => id)).toEqual([
        'polar_sensor_logger.rr-2',
        'polar_sensor_logger.hr-2',
      ]),
    )
  })
})

it('the fake previews with the real rules', () => {
  const devices = devicesOfEngine(new FakeEngine(worldOf('beats', Date.now())))
  const preview = devices.preview({
    id: 'x',
    topicFilter: 'HeartRate',
    valuePath: '$',
    kind: 'hr',
    unit: 'bpm',
  })
  expect(preview.messages[0]?.readings).toMatchObject([{ kind: 'hr', bpm: 72 }])
})
