/** The lights page: the room under a hand, looks shown, set, tuned and taken back, own scenes, and refusals in words. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { type FakeLights, lightsOf } from '../../fakeLights.ts'
import { pairedLights, someLamp } from '../../fakeRoom.ts'
import { type FakeWorld, worldOf } from '../../fakeWorld.ts'
import { ownScenes } from '../../livedLights.ts'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

type Choices = Settings['lights']

// The page and what it stands in are loaded before the clock of the first test runs.
beforeAll(async () => {
  await import('../../../../renderer/windows/home/HomeWindow.tsx')
  await import('../../../../renderer/features/lights/LightsPage.tsx')
  await import('../../../../renderer/features/sound/SoundSection.tsx')
}, 60_000)
afterEach(() => {
  window.location.hash = ''
})

function lights(choices: Partial<Choices> = {}): { app: RenderedApp; fake: FakeLights } {
  window.location.hash = '#/lights'
  const world: FakeWorld = worldOf('empty', Date.now())
  world.settings.lights = { ...world.settings.lights, ...choices }
  const app = renderApp(world, 'home')
  return { app, fake: lightsOf(app.fake) }
}

const lede = (name: RegExp) => screen.findByRole('heading', { level: 1, name })
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const called = (app: RenderedApp, path: string) =>
  waitFor(() => expect(app.fake.called(path)).not.toEqual([]))
async function saved(app: RenderedApp): Promise<Choices> {
  await called(app, 'settings.change')
  const { lights: last } = (app.fake.called('settings.change') as Partial<Settings>[]).at(-1) ?? {}
  if (!last) throw new Error('nothing about lights was saved')
  return last
}

describe('the room on screen', () => {
  it('is switched by a press, and the hand can dim it', async () => {
    const { app } = lights()
    await lede(/room on screen/)
    await press(/^Desk lamp/)
    await called(app, 'lights.touchLamp')
    expect(app.fake.called('lights.touchLamp')).toEqual([{ lampId: 'simulator:lamp-1', isOn: false }])
    const lamp = await screen.findByRole('button', { name: /^Desk lamp off/ })
    expect(lamp.getAttribute('aria-pressed')).toBe('false')
    const hand = within(await screen.findByRole('region', { name: 'A hand on Desk lamp' }))
    expect(hand.queryByRole('slider', { name: 'Brightness' })).toBeNull()
    fireEvent.click(hand.getByRole('switch', { name: 'On' }))
    const slider = await hand.findByRole('slider', { name: 'Brightness' })
    fireEvent.change(slider, { target: { value: '35' } })
    fireEvent.keyUp(slider)
    await screen.findByRole('button', { name: /^Desk lamp 35/ })
  })

  it('is dimmed and warmed by keys, which do not scroll the page', async () => {
    const { app } = lights()
    const lamp = await screen.findByRole('button', { name: /^Desk lamp/ })
    expect(fireEvent.keyDown(lamp, { key: 'ArrowDown' })).toBe(false)
    expect(fireEvent.keyDown(lamp, { key: 'ArrowRight' })).toBe(false)
    expect(fireEvent.keyDown(lamp, { key: 'Tab' })).toBe(true)
    await waitFor(() => expect(app.fake.called('lights.touchLamp')).toHaveLength(2))
    expect(app.fake.called('lights.touchLamp')).toEqual([
      { lampId: 'simulator:lamp-1', brightness: 70 },
      { lampId: 'simulator:lamp-1', mirek: 320 },
    ])
  })

  it('loses its power at the wall, and then nobody can switch it', async () => {
    const { app } = lights()
    fireEvent.keyDown(await screen.findByRole('button', { name: /^Desk lamp/ }), { key: 'ArrowUp' })
    const hand = within(await screen.findByRole('region', { name: 'A hand on Desk lamp' }))
    fireEvent.click(hand.getByRole('switch', { name: 'Power at the wall switch' }))
    const lamp = await screen.findByRole('button', { name: /^Desk lamp not reachable/ })
    const before = app.fake.called('lights.touchLamp').length
    fireEvent.click(lamp)
    expect(hand.getByRole('switch', { name: 'On' }).getAttribute('aria-disabled')).toBe('true')
    expect(app.fake.called('lights.touchLamp')).toHaveLength(before)
  })

  it('leads to the lamps of one’s own', async () => {
    lights()
    const link = await screen.findByRole('link', { name: 'Find your lamps' })
    expect(link.getAttribute('href')).toBe('#/lights/sources')
  })
})

describe('a look', () => {
  it('is shown for ten seconds, with the seconds counted', async () => {
    const { app } = lights()
    await press('Show for ten seconds: Soften')
    await lede(/This is Soften/)
    expect(app.fake.called('lights.preview')).toEqual([{ look: 'soften' }])
    expect(screen.getByText(/^(10|9) s left$/)).toBeTruthy()
    // It goes by itself: nothing to undo.
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
    await press('Give back: Soften')
    await called(app, 'lights.undo')
    expect(app.fake.called('lights.undo')).toEqual([{ claimId: 1 }])
    await screen.findByRole('button', { name: 'Show for ten seconds: Soften' })
  })

  it('is set, says since when and why, and is given back', async () => {
    const { app } = lights()
    await press('Set it now: Break')
    await lede(/The light in Study rests with you since .* because you asked/)
    expect(app.fake.called('lights.apply')).toEqual([{ look: 'break', because: 'shortcut' }])
    expect(screen.getAllByText('in Break')).toHaveLength(3)
    await screen.findByText(/gives back what it took at/)
    await press('Give the light back')
    await lede(/room on screen/)
    expect(app.fake.called('lights.release')).toHaveLength(1)
    await screen.findByText('The light goes back to how it was.')
  })

  it('keeps the keyboard where it was pressed, and near it when that goes', async () => {
    lights()
    const set = await screen.findByRole('button', { name: 'Set it now: Break' })
    set.focus()
    fireEvent.click(set)
    const back = await screen.findByRole('button', { name: 'Give back: Break' })
    expect(document.activeElement).toBe(back)
    const whole = await screen.findByRole('button', { name: 'Give the light back' })
    whole.focus()
    fireEvent.click(whole)
    await screen.findByRole('button', { name: 'Set it now: Break' })
    expect(document.activeElement?.tagName).toBe('MAIN')
  })

  it('goes on to the page with the keyboard when lamps are still on their way back', async () => {
    const { fake } = lights()
    await press('Set it now: Break')
    const back = await screen.findByRole('button', { name: 'Give the light back' })
    back.focus()
    fake.change({ claims: [], announced: null, owed: 2 })
    await screen.findByText(/Two lamps wait to be given back/)
    expect(screen.queryByRole('button', { name: 'Give the light back' })).toBeNull()
    expect(document.activeElement?.tagName).toBe('MAIN')
  })

  it('is undone within its minute', async () => {
    const { app } = lights()
    await press('Set it now: Soften')
    await press(/^Undo \((60|59) s\)$/)
    await called(app, 'lights.undo')
    expect(app.fake.called('lights.undo')).toEqual([{ claimId: 1 }])
    await lede(/room on screen/)
  })

  it('that is refused says why', async () => {
    const { fake } = lights()
    fake.refusal = 'quiet_times'
    await press('Set it now: Soften')
    await screen.findByText('This is outside the times you set, so the lights stay as they are.')
  })

  it('cannot be tried where Lull may touch nothing, and the page says what to do', async () => {
    const { fake } = lights()
    await lede(/room on screen/)
    fake.change({ ...pairedLights(Date.now()), isAllowed: false })
    await lede(/may not touch any light/)
    expect(screen.queryByRole('button', { name: /^Show for ten seconds/ })).toBeNull()
    expect(screen.getByRole('link', { name: 'Choose what Lull may touch' }).getAttribute('href')).toBe(
      '#/lights/touch',
    )
  })

  it('is tuned and set back to how it comes, with time to change one’s mind', async () => {
    const { app } = lights()
    await press('Tune: Soften')
    await press('Temperature: more')
    expect((await saved(app)).looks.soften?.mirek).toBe(427)
    await screen.findByText(/2,340 K \(evening\) or warmer/)
    screen.getByRole('button', { name: 'As it comes: Soften' }).focus()
    await press('As it comes: Soften')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Tune: Soften'))
    await screen.findByText(/2,240 K \(evening\) or warmer/)
    await press('Undo')
    await screen.findByText(/2,340 K \(evening\) or warmer/)
  })

  it('that leaves the brightness alone can be told to dim', async () => {
    const { app } = lights()
    await press('Tune: Focus')
    fireEvent.click(await screen.findByRole('switch', { name: 'Dims' }))
    expect((await saved(app)).looks).toEqual({ focus: { brightness: 70 } })
    fireEvent.click(await screen.findByRole('switch', { name: 'Dims' }))
    await waitFor(() => expect(app.fake.world.settings.lights.looks).toEqual({}))
  })
})

describe('what has to be said', () => {
  it('is told with the lamp and the rule', async () => {
    const { fake } = lights()
    await lede(/room on screen/)
    fake.change({
      told: {
        ...{ atMs: Date.now(), what: 'nothing', look: 'focus', because: 'shortcut', why: null },
        refused: [
          { lampId: 'simulator:lamp-1', rule: 'cooler_after_sunset' },
          { lampId: 'simulator:lamp-4', rule: 'off' },
          { lampId: 'simulator:lamp-5', rule: 'not_chosen' },
        ],
      },
    })
    const note = within(
      await screen.findByText('Focus changed nothing.').then((p) => p.parentElement as HTMLElement),
    )
    note.getByText('Desk lamp: it would have become cooler after sunset.')
    note.getByText('Shelf: it was off.')
    expect(note.queryByText(/Bedside/)).toBeNull()
  })

  it('lamps of a real house are no buttons, and what is unknown is said', async () => {
    const { fake } = lights()
    await lede(/room on screen/)
    const paired = pairedLights(Date.now())
    fake.change({
      ...paired,
      owed: 1,
      lamps: [...paired.lamps, someLamp(8, { name: 'Attic', isReachable: null, isOn: null, roomIds: [] })],
    })
    await lede(/on its way back/)
    expect(screen.queryByRole('button', { name: /^Desk lamp/ })).toBeNull()
    const elsewhere = within(screen.getByRole('region', { name: 'Elsewhere' }))
    elsewhere.getByText('nobody knows')
    screen.getByText(/One lamp waits to be given back/)
  })
})

describe('own scenes', () => {
  it('are kept as the room stands, under a name', async () => {
    const { app } = lights()
    await press('Keep the room as it stands')
    const field = await screen.findByRole('textbox', { name: 'Name of the new look' })
    expect(screen.getByRole('button', { name: 'Keep' }).hasAttribute('disabled')).toBe(true)
    fireEvent.change(field, { target: { value: '  Reading ' } })
    screen.getByRole('button', { name: 'Keep' }).focus()
    fireEvent.submit(field)
    fireEvent.submit(field)
    await called(app, 'lights.saveScene')
    expect(app.fake.called('lights.saveScene')).toEqual([{ title: 'Reading' }])
    await screen.findByRole('heading', { name: 'Reading' })
    await screen.findByText('“Reading” is kept.')
    expect(document.activeElement?.textContent).toBe('Keep the room as it stands')
  })

  it('are not kept on Escape, and the keyboard goes back to where it was', async () => {
    const { app } = lights()
    await press('Keep the room as it stands')
    fireEvent.keyDown(await screen.findByRole('textbox', { name: 'Name of the new look' }), { key: 'Escape' })
    const keep = await screen.findByRole('button', { name: 'Keep the room as it stands' })
    expect(document.activeElement).toBe(keep)
    expect(app.fake.called('lights.saveScene')).toEqual([])
  })

  it('leave the keyboard near when one is renamed, and when one is removed', async () => {
    lights({ scenes: ownScenes })
    const [first, second] = ownScenes
    const menuOf = (title = '') => `What to do with ${title}`
    await press(menuOf(second?.title))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }))
    fireEvent.keyDown(await screen.findByRole('textbox', { name: `New name of ${second?.title}` }), {
      key: 'Escape',
    })
    const menu = await screen.findByRole('button', { name: menuOf(second?.title) })
    expect(document.activeElement).toBe(menu)
    fireEvent.click(menu)
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(menuOf(first?.title)))
  })

  it('are set, renamed, and removed with what they answered', async () => {
    const { app } = lights({ scenes: ownScenes, atStrain: 'own:dusk' })
    await press('What to do with Dusk')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }))
    const field = await screen.findByRole('textbox', { name: 'New name of Dusk' })
    fireEvent.change(field, { target: { value: 'Late' } })
    fireEvent.submit(field)
    await screen.findByRole('heading', { name: 'Late' })
    await press('What to do with Late')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await screen.findByText(/“Late” is removed. What it answered/)
    await waitFor(() =>
      expect(app.fake.world.settings.lights).toMatchObject({
        atStrain: null,
        scenes: [{ id: 'own:reading' }],
      }),
    )
    await press('Undo')
    await waitFor(() => expect(app.fake.world.settings.lights.atStrain).toBe('own:dusk'))
    expect(app.fake.world.settings.lights.scenes).toHaveLength(2)
  })

  it('are taken over where a scene says what it asks, and smart ones are only read', async () => {
    const { app, fake } = lights()
    await lede(/room on screen/)
    fake.change({
      scenes: [
        { id: 's1', name: 'Relax', groupId: 'simulator:study', isSmart: false, canAdopt: true },
        { id: 's2', name: 'Natural light', groupId: null, isSmart: true, canAdopt: false },
      ],
    })
    await press('Take over a scene')
    const list = within(await screen.findByRole('list', { name: 'Scenes of your bridge' }))
    list.getByText('Relax · Study')
    expect(list.getAllByRole('button')).toHaveLength(1)
    await press('Take over: Relax')
    await called(app, 'lights.adoptScene')
    await screen.findByText('“Relax” is yours now.')
  })
})
