/** The Sensing page: what it claims, what it switches, and what it admits not to know. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultWeights } from '../../../../electron/core/stress/families.ts'
import { choose } from '../../choose.ts'
import { presenceOf } from '../../fakePresence.ts'
import type { Scenario } from '../../fakeWorld.ts'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

function sensing(scenario: Scenario): RenderedApp {
  window.location.hash = '#/sensing'
  return renderApp(scenario, 'home')
}

const changes = (app: RenderedApp) => app.fake.called('settings.change')
const title = (words: RegExp) => screen.findByRole('heading', { level: 1, name: words })
const rowOf = async (name: string) => within(await screen.findByRole('listitem', { name }))

describe('the opening sentence', () => {
  it('names what is noticed now and follows it', async () => {
    sensing('sensing')
    await title(
      /whether you are at the keyboard, whether you are in a call, and whether something fills the screen\./,
    )
    fireEvent.click(await screen.findByRole('switch', { name: 'Notice: Calls and sharing' }))
    fireEvent.click(await screen.findByRole('switch', { name: 'Notice: Full screen and do not disturb' }))
    await title(/^Lull notices whether you are at the keyboard, and nothing else\.$/)
  })

  it('claims nothing that does not run', async () => {
    sensing('sensingPoor')
    await title(/^Lull notices whether you are at the keyboard, and nothing else\.$/)
  })
})

describe('pausing', () => {
  it('for an hour, and on again', async () => {
    const app = sensing('sensing')
    const before = Date.now()
    fireEvent.click(await screen.findByRole('button', { name: 'Pause for 1 hour' }))
    await title(/looks away until/)
    const [change] = changes(app) as { sensingPaused: { until: number } }[]
    expect(change?.sensingPaused.until).toBeGreaterThanOrEqual(before + 3_600_000)
    expect(change?.sensingPaused.until).toBeLessThanOrEqual(Date.now() + 3_600_000)
    fireEvent.click(await screen.findByRole('button', { name: 'On again' }))
    await title(/Lull notices/)
    expect(changes(app).at(-1)).toEqual({ sensingPaused: null })
  })

  it('until tomorrow ends at the next 04:00', async () => {
    const app = sensing('sensing')
    fireEvent.click(await screen.findByRole('button', { name: 'Until tomorrow' }))
    await title(/looks away until/)
    const [change] = changes(app) as { sensingPaused: { until: number } }[]
    const until = new Date(change?.sensingPaused.until ?? 0)
    expect([until.getHours(), until.getMinutes()]).toEqual([4, 0])
    expect(until.getTime()).toBeGreaterThan(Date.now())
  })

  it('until said otherwise, and every row says so', async () => {
    const app = sensing('sensing')
    fireEvent.click(await screen.findByRole('button', { name: 'Switch all off' }))
    await title(/until you switch sensing on again/)
    expect(changes(app)).toEqual([{ sensingPaused: { until: null } }])
    expect(screen.getAllByText('Paused with everything else.')).toHaveLength(3)
  })
})

describe('a sensor', () => {
  it('tells what it reads now, since when, and says unknown where it cannot know', async () => {
    sensing('sensing')
    const row = await rowOf('Calls and sharing')
    expect(row.getByText(/since \d{1,2}:\d\d|since yesterday/)).toBeTruthy()
    expect(row.getByText('unknown')).toBeTruthy()
    expect(row.getByText(/Running: asks PipeWire\. Last reading just now\./)).toBeTruthy()
  })

  it('is switched by itself and leaves the others', async () => {
    const app = sensing('sensing')
    fireEvent.click(await screen.findByRole('switch', { name: 'Notice: How much you type and click' }))
    await waitFor(() => expect(changes(app)).toHaveLength(1))
    expect(changes(app)).toEqual([
      {
        sensing: { presence: true, calls: true, screen: true, apps: false, input: true, machine: false },
      },
    ])
    expect(await screen.findByText(/Running: asks its own counter/)).toBeTruthy()
  })

  it('says in plain words why it does not run', async () => {
    sensing('sensingPoor')
    expect((await rowOf('Kind of program')).getByText(/Not available on this desktop/)).toBeTruthy()
    expect(
      (await rowOf('How much you type and click')).getByText(/stopped three times in a row.*signal 6/),
    ).toBeTruthy()
    expect((await rowOf('Full screen and do not disturb')).getByText(/wants a permission first/)).toBeTruthy()
    expect((await rowOf('Calls and sharing')).getByText('Starting…')).toBeTruthy()
  })
})

describe('programs', () => {
  it('are not shown while nobody asked for them', async () => {
    const app = sensing('sensing')
    await title(/Lull notices/)
    expect(screen.queryByText('Programs seen')).toBeNull()
    expect(app.fake.called('presence.programs')).toEqual([])
  })

  it('get a kind, and lose their name with it', async () => {
    const app = sensing('sensingAll')
    await choose('Kind of firefox', 'Documents')
    await waitFor(() =>
      expect(app.fake.called('presence.mapProgram')).toEqual([{ app: 'firefox', category: 'docs' }]),
    )
    await choose('Kind of code', /forget the name/)
    await waitFor(() =>
      expect(app.fake.called('presence.mapProgram').at(-1)).toEqual({ app: 'code', category: null }),
    )
    expect(
      presenceOf(app.fake)
        .programs.filter(({ mapped }) => mapped)
        .map(({ app: name }) => name),
    ).toEqual(['firefox'])
  })
})

describe('the rules of the day', () => {
  it('take a number when it is finished and keep it within its bounds', async () => {
    const app = sensing('sensing')
    const target = await screen.findByRole('textbox', { name: 'A pause is due after' })
    fireEvent.change(target, { target: { value: '35' } })
    expect(changes(app)).toEqual([])
    fireEvent.blur(target)
    await waitFor(() => expect(changes(app)).toEqual([{ breakTargetMinutes: 35 }]))
    fireEvent.change(target, { target: { value: '500' } })
    fireEvent.blur(target)
    await waitFor(() => expect(changes(app).at(-1)).toEqual({ breakTargetMinutes: 90 }))
  })

  it('have quiet hours or none', async () => {
    const app = sensing('sensing')
    fireEvent.click(await screen.findByRole('switch', { name: 'Have quiet hours' }))
    const from = await screen.findByLabelText('From')
    fireEvent.change(from, { target: { value: '22:15' } })
    await waitFor(() =>
      expect(changes(app).at(-1)).toEqual({ quietHours: { startMinute: 1335, endMinute: 420 } }),
    )
    fireEvent.click(screen.getByRole('switch', { name: 'Have quiet hours' }))
    await waitFor(() => expect(changes(app).at(-1)).toEqual({ quietHours: null }))
  })

  it('say what reading and video count as', async () => {
    const app = sensing('sensing')
    await choose('Reading and video count as', 'Rest')
    await waitFor(() => expect(changes(app)).toEqual([{ passiveScreen: 'rest' }]))
  })
})

describe('weights', () => {
  it('at 0 are said to switch the sensor off, and go back as delivered', async () => {
    const app = sensing('sensingAll')
    const machine = await screen.findByRole('textbox', { name: 'The computer' })
    fireEvent.change(machine, { target: { value: '0' } })
    fireEvent.blur(machine)
    expect(await screen.findByText(/left out, and its sensor does not run/)).toBeTruthy()
    expect(changes(app)).toEqual([{ weights: { ...defaultWeights, machine: 0 } }])
    expect((await rowOf('How hard the computer works')).getByText(/its weight below is 0/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Back to the weights as delivered' }))
    await waitFor(() => expect(changes(app).at(-1)).toEqual({ weights: defaultWeights }))
    await waitFor(() => expect(screen.queryByText(/its weight below is 0/)).toBeNull())
  })

  it('the strain signal can be switched off', async () => {
    const app = sensing('sensing')
    fireEvent.click(await screen.findByRole('switch', { name: 'Work out the strain signal' }))
    await waitFor(() => expect(changes(app)).toEqual([{ strainOn: false }]))
  })
})
