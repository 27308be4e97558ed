/** The line about the light in popup and home window, the wish in a talk, and warmth while one writes. */
import { ORPCError } from '@orpc/server'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { LightsView } from '../../../../../electron/contract/lights.ts'
import type { LightChoices } from '../../../../../electron/core/lights/lightChoices.ts'
import { lightsOf } from '../../../fakeLights.ts'
import { emptyLights, pairedLights } from '../../../fakeRoom.ts'
import { type Scenario, talkId, worldOf } from '../../../fakeWorld.ts'
import { renderApp } from '../../../renderApp.tsx'

beforeAll(async () => {
  await import('../../../../../renderer/windows/home/HomeWindow.tsx')
  await import('../../../../../renderer/features/lights/here/LightsHere.tsx')
  await import('../../../../../renderer/features/lights/here/LightsItem.tsx')
  await import('../../../../../renderer/features/lights/here/LightsSaid.tsx')
  await import('../../../../../electron/core/lights/softenWish.ts')
}, 60_000)
afterEach(() => {
  window.location.hash = ''
  delete document.documentElement.dataset.theme
})

interface Start {
  scenario?: Scenario
  window?: 'popup' | 'home'
  choices?: Partial<LightChoices>
  view?: Partial<LightsView>
}

/** Lamps of one's own which Lull may touch, unless the test says otherwise. */
async function start({ scenario = 'talking', window: name = 'popup', choices, view }: Start = {}) {
  const world = worldOf(scenario, Date.now())
  const lights = { ...world.settings.lights, isAllowed: true, ...choices } as typeof world.settings.lights
  world.settings = { ...world.settings, lights, theme: 'dark' }
  const app = renderApp(world, name)
  const room = lightsOf(app.fake)
  room.view = { ...pairedLights(Date.now()), ...view }
  await screen.findByRole('textbox', { name: 'Your message' })
  await waitFor(() => expect(app.fake.called('lights.watch').length).toBeGreaterThan(0))
  // The page has the settings.
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'))
  return { ...app, room }
}

const line = () => screen.findByRole('region', { name: 'The light' })
const noLine = () => expect(screen.queryByRole('region', { name: 'The light' })).toBeNull()
const begin = (room: ReturnType<typeof lightsOf>, because: 'strain' | 'shortcut' | 'preview' = 'strain') =>
  act(() => room.begin('soften', because))

describe.each(['popup', 'home'] as const)('the line in the %s', (name) => {
  it('says what was done and why, with the seconds left to undo it', async () => {
    const { fake, room } = await start({ window: name })
    begin(room)
    const said = within(await line())
    expect(said.getByText('The light is softer: this stretch looks heavier than your usual.')).toBeTruthy()
    expect(said.getByText(/^(60|59) s$/).getAttribute('aria-hidden')).toBe('true')
    fireEvent.click(said.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(fake.called('lights.undo')).toEqual([{ claimId: 1 }]))
    await waitFor(noLine)
    expect((await screen.findAllByText('The light goes back to how it was.')).length).toBeGreaterThan(0)
  })

  it('keeps the keyboard where one button takes the place of the other, and gives it on when both go', async () => {
    const { room } = await start({ window: name })
    begin(room)
    within(await line())
      .getByRole('button', { name: 'Undo' })
      .focus()
    const { announced } = room.view
    act(() => room.change({ announced: announced && { ...announced, undoUntilMs: Date.now() - 1 } }))
    const back = await within(await line()).findByRole('button', { name: 'Give it back' })
    expect(document.activeElement).toBe(back)
    act(() => room.giveBack())
    await waitFor(noLine)
    expect(document.activeElement?.tagName).toMatch(/^(TEXTAREA|MAIN)$/)
  })

  it('gives back once the minute is over, and is heard once', async () => {
    const { fake, room } = await start({ window: name })
    begin(room, 'shortcut')
    const heard = 'The light is softer: you asked. You can undo it for a minute.'
    const status = await screen.findByText(heard)
    const { announced } = room.view
    act(() => room.change({ announced: announced && { ...announced, undoUntilMs: Date.now() - 1 } }))
    fireEvent.click(await within(await line()).findByRole('button', { name: 'Give it back' }))
    expect(status.isConnected && status.textContent).toBe(heard)
    await waitFor(() => expect(fake.called('lights.release')).toHaveLength(1))
    await waitFor(noLine)
  })
})

it('says that every lamp is off, and nothing of a preview', async () => {
  const { room } = await start()
  begin(room, 'preview')
  act(() => {
    room.giveBack()
    room.change({
      told: {
        ...{ atMs: Date.now(), what: 'allOff', look: 'soften', because: 'shortcut', why: null, refused: [] },
      },
    })
  })
  const said = within(await line())
  const text = 'Every lamp you ticked is off, so nothing was done.'
  expect(said.getAllByText(text).length).toBeGreaterThan(0)
  expect(said.queryByRole('button')).toBeNull()
})

it('says that a wish waits, and lets go of it', async () => {
  const { fake, room } = await start()
  begin(room, 'shortcut')
  const { claims, lamps } = room.view
  act(() =>
    room.change({
      claims: claims.map((claim) => ({ ...claim, begunMs: null })),
      lamps: lamps.map((lamp) => ({ ...lamp, heldBy: null })),
    }),
  )
  const said = within(await line())
  expect((await said.findAllByText('The light will change in a moment.')).length).toBeGreaterThan(0)
  fireEvent.click(await said.findByRole('button', { name: 'Leave it' }))
  await waitFor(() => expect(fake.called('lights.release')).toHaveLength(1))
  await waitFor(noLine)
})

it('names a scene of the person’s own', async () => {
  const scenes = [{ id: 'own:1', title: 'Sunday', lamps: [] }]
  const { room } = await start({ choices: { scenes } })
  act(() => room.begin('own:1', 'pause'))
  expect(await within(await line()).findByText('The light shows “Sunday”: you are on a pause.')).toBeTruthy()
})

it('says so where it happens on screen alone, and leads there', async () => {
  const { fake, room } = await start({ choices: { isAllowed: false }, view: emptyLights(0) })
  begin(room, 'shortcut')
  fireEvent.click(await within(await line()).findByRole('button', { name: 'See it' }))
  await waitFor(() => expect(fake.called('shell.openHome')).toEqual([{ place: 'lights' }]))
})

it('is silent on the page of the room, which says it itself, and speaks beside it', async () => {
  window.location.hash = '#/today'
  const world = worldOf('talking', Date.now())
  const { fake } = renderApp(world, 'home')
  const room = lightsOf(fake)
  room.view = pairedLights(Date.now())
  await waitFor(() => expect(fake.called('lights.watch').length).toBeGreaterThan(0))
  begin(room)
  await line()
  const go = (hash: string) =>
    act(() => {
      window.location.hash = hash
      window.dispatchEvent(new window.HashChangeEvent('hashchange'))
    })
  go('#/lights')
  await waitFor(noLine)
  go('#/lights/touch')
  await line()
})

it('is quiet in a talk with people to call in it', async () => {
  const { room, fake } = await start({ scenario: 'crisis' })
  begin(room)
  // Something later has come, so the line would be there by now.
  await act(async () => fake.reply(talkId, { phase: 'writing', text: 'Still here. ' }))
  await screen.findAllByText(/Still here/)
  noLine()
})

describe('the popup’s menu', () => {
  const openMenu = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'More' }))
    await screen.findByRole('menuitem', { name: 'New talk' })
  }

  it('softens, and gives back while a look is on', async () => {
    const { fake } = await start()
    await openMenu()
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Soften the lights' }))
    await waitFor(() =>
      expect(fake.called('lights.apply')).toEqual([{ look: 'soften', because: 'shortcut' }]),
    )
    await line()
    await openMenu()
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Give the light back' }))
    await waitFor(() => expect(fake.called('lights.release')).toHaveLength(1))
  })

  it('says why it was refused', async () => {
    const { room } = await start()
    room.refusal = 'quiet_times'
    await openMenu()
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Soften the lights' }))
    expect((await screen.findAllByText(/outside the times you set/)).length).toBeGreaterThan(0)
  })

  it('has nothing of it where lamps are there and may not be touched', async () => {
    await start({ choices: { isAllowed: false }, view: { isAllowed: false } })
    await openMenu()
    expect(screen.queryByRole('menuitem', { name: /light/ })).toBeNull()
  })
})

describe('a wish in a talk', () => {
  const say = async (text: string) => {
    const box = await screen.findByRole('textbox', { name: 'Your message' })
    fireEvent.change(box, { target: { value: text } })
    fireEvent.keyDown(box, { key: 'Enter' })
    await screen.findByText(text)
  }
  const applied = [{ look: 'soften', because: 'talk' }]

  it('softens, says so under the words with a way back, and the talk goes on', async () => {
    const { fake } = await start({ scenario: 'empty' })
    await say('Could you dim the lights a bit?')
    await waitFor(() => expect(fake.called('lights.apply')).toEqual(applied))
    const words = await screen.findByText('The light is softer.', { selector: 'li span' })
    noLine()
    expect(fake.called('chat.send')).toHaveLength(1)
    const item = words.closest('li') as HTMLElement
    const undo = within(item).getByRole('button', { name: 'Undo' })
    undo.focus()
    fireEvent.click(undo)
    await waitFor(() => expect(fake.called('lights.undo')).toEqual([{ claimId: 1 }]))
    await waitFor(() => expect(within(item).queryByText('The light is softer.')).toBeNull())
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
  })

  it('gives back, or says that there is nothing to give', async () => {
    const { fake, room } = await start({ scenario: 'empty' })
    await say('turn the lights back please')
    expect(
      await screen.findByText('Lull has changed nothing about the light.', { selector: 'li span' }),
    ).toBeTruthy()
    begin(room)
    await line()
    act(() =>
      fake.finish(
        fake.called('chat.send').map((sent) => (sent as { conversationId: string }).conversationId)[0] ?? '',
        'I hear you.',
      ),
    )
    await screen.findByRole('button', { name: 'Send' })
    await say('give the light back')
    await waitFor(() => expect(fake.called('lights.release')).toHaveLength(1))
    expect(
      await screen.findByText('The light goes back to how it was.', { selector: 'li span' }),
    ).toBeTruthy()
  })

  it('says why nothing was done', async () => {
    const { room } = await start({ scenario: 'empty' })
    room.refusal = 'paused'
    await say('soften the lights')
    expect(await screen.findByText(/Lull is paused/, { selector: 'li span' })).toBeTruthy()
  })

  it('says what went wrong where the light was not refused', async () => {
    const { room } = await start({ scenario: 'empty' })
    room.begin = () => {
      throw new ORPCError('DISK_FULL', { defined: true })
    }
    await say('soften the lights')
    expect(await screen.findByText(/disk/i, { selector: 'li span' })).toBeTruthy()
  })

  it.each([
    ['it only sounds like one', { scenario: 'empty' }, 'my boss dimmed the lights on my project'],
    [
      'lamps are there and may not be touched',
      { scenario: 'empty', choices: { isAllowed: false }, view: { isAllowed: false } },
      'soften the lights',
    ],
    ['there are people to call in this talk', { scenario: 'crisis' }, 'soften the lights'],
  ] as const)('does nothing where %s', async (_why, given, text) => {
    const { fake } = await start(given)
    await say(text)
    await waitFor(() => expect(fake.called('chat.send')).toHaveLength(1))
    // What follows a message that was heard takes no longer than another word to the engine.
    await act(async () => void (await new Promise((resolve) => setImmediate(resolve))))
    expect(fake.called('lights.apply')).toEqual([])
    noLine()
  })
})

describe('while one writes', () => {
  const type = async (...texts: string[]) => {
    const box = await screen.findByRole('textbox', { name: 'Your message' })
    for (const text of texts) fireEvent.change(box, { target: { value: text } })
  }

  it('the lamp is told once in ten seconds, where that is wished', async () => {
    const { fake } = await start({ choices: { warmsInTalk: true } })
    await type('A', 'A l', 'A long', 'A long day')
    await waitFor(() => expect(fake.called('lights.writing')).toHaveLength(1))
  })

  it.each([
    ['it is not wished', { choices: { warmsInTalk: false } }],
    ['lights may not be touched', { choices: { warmsInTalk: true, isAllowed: false } }],
    ['there are people to call', { scenario: 'crisis', choices: { warmsInTalk: true } }],
  ] as const)('nothing is told where %s', async (_why, given) => {
    const { fake } = await start(given)
    await type('A', 'A long day')
    expect(fake.called('lights.writing')).toEqual([])
  })
})

describe('the door of a hard moment', () => {
  it('softens the light as it opens, where that is allowed', async () => {
    const { fake } = await start()
    fireEvent.click(screen.getByRole('button', { name: 'A hard moment' }))
    await screen.findByRole('dialog', { name: 'A hard moment' })
    await waitFor(() =>
      expect(fake.called('lights.apply')).toEqual([{ look: 'soften', because: 'shortcut' }]),
    )
  })

  it('leaves it alone where it is not', async () => {
    const { fake } = await start({ choices: { isAllowed: false }, view: emptyLights(0) })
    fireEvent.click(screen.getByRole('button', { name: 'A hard moment' }))
    await screen.findByRole('dialog', { name: 'A hard moment' })
    expect(fake.called('lights.apply')).toEqual([])
  })
})
