/** The home window: its places, and what is dangerous there asks first. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderApp } from '../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

function renderPlace(place: string) {
  window.location.hash = `#/${place}`
  return renderApp('empty', 'home')
}

describe('places', () => {
  it('are reached by the rail', async () => {
    renderPlace('talk')
    expect(await screen.findByText('What is on your mind?')).toBeTruthy()
    window.location.hash = '#/protocol'
    expect(await screen.findByRole('heading', { level: 1, name: /something serious/ })).toBeTruthy()
    const here = within(screen.getByRole('navigation')).getByRole('link', { current: 'page' })
    expect(here.textContent).toBe('How this works')
  })
})

describe('settings', () => {
  it('change the theme of the page', async () => {
    const { fake } = renderPlace('settings')
    fireEvent.click(await screen.findByRole('radio', { name: /Dark/ }))
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'))
    expect(fake.called('settings.change')).toContainEqual({ theme: 'dark' })
  })

  it('record a new shortcut and say what will not do', async () => {
    const { fake } = renderPlace('settings')
    const popup = await screen.findByRole('region', { name: 'Shortcut that opens the popup' })
    fireEvent.click(within(popup).getByRole('button', { name: 'Change' }))
    const recorder = await screen.findByRole('button', { name: /Press the keys now/ })
    fireEvent.keyDown(recorder, { code: 'KeyA', key: 'a' })
    expect(await screen.findByText(/Add Ctrl, Alt or Cmd/)).toBeTruthy()
    fireEvent.keyDown(recorder, { code: 'KeyA', key: 'a', ctrlKey: true, altKey: true })
    await waitFor(() =>
      expect(fake.called('settings.change')).toEqual([{ shortcut: 'CommandOrControl+Alt+A' }]),
    )
  })

  it('erase everything only after the word was typed', async () => {
    const { fake } = renderPlace('settings')
    fireEvent.click(await screen.findByRole('button', { name: 'Erase everything' }))
    const field = await screen.findByRole('textbox', { name: /to confirm/ })
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Erase everything' })
    expect(button.disabled).toBe(true)
    fireEvent.change(field, { target: { value: 'erase' } })
    expect(button.disabled).toBe(false)
    fireEvent.click(button)
    expect(await screen.findByText('Everything is erased.')).toBeTruthy()
    expect(fake.called('privacy.eraseEverything')).toEqual([{ confirm: 'erase', models: false }])
  })
})

describe('models', () => {
  it('are removed after a second thought', async () => {
    const { fake } = renderPlace('models')
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
    expect(fake.called('models.remove')).toEqual([])
    fireEvent.click(await screen.findByRole('button', { name: 'Remove it' }))
    await waitFor(() => expect(fake.called('models.remove')).toHaveLength(1))
    expect(await screen.findByText(/Lull has no voice yet\. Choose one/)).toBeTruthy()
  })
})
