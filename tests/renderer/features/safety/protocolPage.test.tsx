/** "How this works": the protocol, the switches that ask before Lull hears less, and the figures. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

function open(scenario: 'people' | 'empty') {
  window.location.hash = '#/protocol'
  return renderApp(scenario, 'home')
}
const rules = () => screen.findByRole('switch', { name: 'Rules written by people' })

describe('ways of listening', () => {
  it('go off only after a plain warning', async () => {
    const { fake } = open('empty')
    fireEvent.click(await rules())
    expect(await screen.findByText(/may not notice even plain words about danger/)).toBeTruthy()
    expect(fake.called('settings.change')).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Switch it off' }))
    await waitFor(() =>
      expect(fake.called('settings.change')).toEqual([
        { listening: { rules: false, ngrams: true, encoder: true, model: true } },
      ]),
    )
    await waitFor(async () => expect((await rules()).getAttribute('aria-checked')).toBe('false'))
    expect(screen.queryByRole('button', { name: 'Switch it off' })).toBeNull()
  })

  it('stay on when the person leaves it, and the keyboard stays too', async () => {
    const { fake } = open('empty')
    fireEvent.click(await rules())
    fireEvent.click(await screen.findByRole('button', { name: 'Leave it on' }))
    expect(screen.queryByText(/may not notice even plain words/)).toBeNull()
    expect(document.activeElement).toBe(await rules())
    expect(fake.called('settings.change')).toEqual([])
  })

  it('go on again at once, and the last one says what it means', async () => {
    const { fake } = open('empty')
    await rules()
    act(() => {
      const listening = { rules: true, ngrams: false, encoder: false, model: false }
      fake.world.settings = { ...fake.world.settings, listening }
      fake.settings.emit(fake.world.settings)
    })
    const table = screen.getByRole('switch', { name: 'A small table of phrases' })
    await waitFor(() => expect(table.getAttribute('aria-checked')).toBe('false'))
    fireEvent.click(await rules())
    expect(await screen.findByText(/hears no danger at all/)).toBeTruthy()
    fireEvent.click(table)
    await waitFor(() => expect(table.getAttribute('aria-checked')).toBe('true'))
  })
})

describe('figures', () => {
  it('are shown by month, with what they were about', async () => {
    open('people')
    const row = await screen.findByRole('row', { name: /November 2026/ })
    expect(within(row).getByText('thoughts of suicide (3), loss (1)')).toBeTruthy()
    expect(screen.getByText(/Kept on this computer only/)).toBeTruthy()
  })

  it('that are not there are said to be none', async () => {
    open('empty')
    expect(await screen.findByText('Not once so far.')).toBeTruthy()
  })
})
