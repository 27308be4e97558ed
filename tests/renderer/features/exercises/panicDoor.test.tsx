/** The door of a hard moment: at once, without a model, without an engine, and back to where one was. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import type { ExerciseRun } from '../../../../electron/contract/exercises.ts'
import { App, newCache, type WindowName } from '../../../../renderer/App.tsx'
import { connectEngine } from '../../../../renderer/engine.ts'
import { text } from '../../../../renderer/text/i18n.ts'
import type { FakeEngine } from '../../fakeEngine.ts'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

const wish = (hash: string) =>
  act(() => {
    window.location.hash = hash
    window.dispatchEvent(new window.HashChangeEvent('hashchange'))
  })
const door = () => screen.getByRole('dialog', { name: 'A hard moment' })
const isGone = () => waitFor(() => expect(screen.queryByRole('dialog', { name: 'A hard moment' })).toBeNull())
const saved = (fake: FakeEngine) => fake.called('exercises.saveRun') as Omit<ExerciseRun, 'atMs'>[]

/** Everything behind the door has come by itself. */
async function ready(name: WindowName = 'popup') {
  const app = renderApp('talking', name)
  await screen.findByRole('textbox', { name: 'Your message' })
  await waitFor(() => expect(app.fake.called('exercises.list')).toHaveLength(1))
  await waitFor(() => expect(app.fake.called('safety.helplines').length).toBeGreaterThan(0))
  await import('../../../../renderer/features/exercises/panic/PanicView.tsx')
  return app
}

function withoutEngine(name: WindowName) {
  const engine = connectEngine({ page: window as never, useSocket: false, patienceMs: 100 })
  render(<App engine={engine} text={text} window={name} cache={newCache()} />)
  onTestFinished(() => {
    cleanup()
    engine.close()
  })
}

describe('the door', () => {
  it('is open in the same moment, for everything was fetched while nobody needed it', async () => {
    await ready()
    fireEvent.click(screen.getByRole('button', { name: 'A hard moment' }))
    // Nothing is waited for here.
    expect(within(door()).getByText('Breathe with the light, or just look at it.')).toBeTruthy()
    expect(within(door()).getByText('Breathe in, gently')).toBeTruthy()
    expect(within(door()).getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999')
    expect(within(door()).getByRole('link', { name: '116 123' })).toBeTruthy()
    expect(within(door()).queryByText(/How tense/)).toBeNull()
  })

  it('opens by the address, as often as it is wished, and Esc leaves', async () => {
    await ready()
    for (const hash of ['#/panic-1', '#/panic-2']) {
      wish(hash)
      expect(door()).toBeTruthy()
      expect(window.location.hash).toBe('')
      fireEvent.keyDown(door(), { key: 'Escape' })
      await isGone()
    }
  })

  it('leaves what lies below as it was, out of reach meanwhile', async () => {
    await ready()
    const field = screen.getByRole('textbox', { name: 'Your message' }) as HTMLTextAreaElement
    fireEvent.change(field, { target: { value: 'I was about to say' } })
    field.focus()
    wish('#/panic-3')
    expect(field.closest('[inert]')).not.toBeNull()
    await waitFor(() => expect(door().contains(document.activeElement)).toBe(true))
    fireEvent.click(screen.getByRole('button', { name: 'Back to where I was' }))
    await isGone()
    expect(field.closest('[inert]')).toBeNull()
    expect(field.value).toBe('I was about to say')
    await waitFor(() => expect(document.activeElement).toBe(field))
  })

  it('lies over a sheet that was open, which is there again afterwards', async () => {
    await ready()
    fireEvent.click(screen.getByRole('button', { name: 'How are you?' }))
    await screen.findByRole('dialog', { name: 'How are you?' })
    wish('#/panic-4')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'How are you?' })).toBeNull())
    fireEvent.click(within(door()).getByRole('button', { name: 'Back to where I was' }))
    expect(await screen.findByRole('dialog', { name: 'How are you?' })).toBeTruthy()
  })

  it('steps aside when something else is asked for', async () => {
    await ready()
    wish('#/panic-5')
    wish('#/checkin-1')
    await isGone()
    expect(await screen.findByRole('dialog', { name: 'How are you?' })).toBeTruthy()
  })

  it('is there in the home window too', async () => {
    await ready('home')
    fireEvent.click(screen.getByRole('button', { name: 'A hard moment' }))
    expect(within(door()).getByText('Breathe in, gently')).toBeTruthy()
  })

  it('writes down that it was used, without a question', async () => {
    const { fake } = await ready()
    wish('#/panic-5')
    await waitFor(() => expect(saved(fake)).toHaveLength(1))
    expect(saved(fake)[0]).toMatchObject({ via: 'panic', exerciseId: 'six-breaths', before: null })
    fireEvent.click(screen.getByRole('button', { name: 'Back to where I was' }))
    await waitFor(() => expect(saved(fake)[1]).toMatchObject({ ended: 'stopped' }))
  })

  it('pauses with the space bar', async () => {
    await ready()
    wish('#/panic-6')
    fireEvent.keyDown(door(), { key: ' ' })
    expect(await within(door()).findByText('Paused. The time stands still.')).toBeTruthy()
    fireEvent.keyDown(door(), { key: ' ' })
    expect(await within(door()).findByText(/If you get dizzy/)).toBeTruthy()
  })
})

describe('other ways in it', () => {
  it('goes through the room without a clock', async () => {
    await ready()
    wish('#/panic-7')
    fireEvent.click(screen.getByRole('button', { name: 'Find the room' }))
    expect(screen.getByText('Put both feet on the floor. You have time')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByText('Five things you can see. Small ones count')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.getByText('1 of 7')).toBeTruthy()
    // The numbers stay in sight.
    expect(within(door()).getByRole('link', { name: '999' })).toBeTruthy()
  })

  it('shows everybody to call, the emergency number first', async () => {
    await ready()
    wish('#/panic-8')
    fireEvent.click(screen.getByRole('button', { name: 'People to call' }))
    const calls = await within(door()).findAllByRole('link', { name: /^Call/ })
    expect(calls[0]?.getAttribute('href')).toBe('tel:999')
    expect(calls[1]?.getAttribute('href')).toBe('tel:116123')
  })
})

describe('without an engine, from the very first moment', () => {
  it.each(['popup', 'home'] as const)(
    'the %s breathes, names the room and says whom to call',
    async (name) => {
      window.location.hash = '#/panic-1'
      withoutEngine(name)
      await screen.findByRole('dialog', { name: 'A hard moment' })
      expect(await within(door()).findByText('Breathe in, gently')).toBeTruthy()
      expect(within(door()).getByText(/call your local emergency number/)).toBeTruthy()
      fireEvent.click(within(door()).getByRole('button', { name: 'Find the room' }))
      expect(within(door()).getByText('Put both feet on the floor. You have time')).toBeTruthy()
      fireEvent.click(within(door()).getByRole('button', { name: 'People to call' }))
      expect(within(door()).getByText(/call your local emergency number/)).toBeTruthy()
      fireEvent.keyDown(door(), { key: 'Escape' })
      await isGone()
    },
  )

  it('keeps the numbers it had when the engine dies', async () => {
    const { connection } = await ready()
    act(() => connection.engineEnd.close())
    wish('#/panic-9')
    expect(within(door()).getByRole('link', { name: '999' })).toBeTruthy()
  })
})
