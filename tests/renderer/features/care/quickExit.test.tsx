/** Violence at home: the window has a neutral name, and everything is out of sight with one press. */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { talkId } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

const said = 'he hit me again and I am afraid of tonight'
const leave = () => screen.findByRole('button', { name: 'Leave quickly' })
const isGone = () => expect(screen.queryByText(said, { selector: 'ol *' })).toBeNull()
const pressEscape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })

describe('a private talk', () => {
  it('gives the window a neutral name, and only while it is there', async () => {
    document.title = 'Lull'
    renderApp('private')
    await leave()
    expect(document.title).toBe('Notes')
  })

  it('is the only one that does', async () => {
    document.title = 'Lull'
    renderApp('crisis')
    await screen.findByRole('region', { name: 'People to call' })
    expect(document.title).toBe('Lull')
    expect(screen.queryByRole('button', { name: 'Leave quickly' })).toBeNull()
  })

  it('is out of sight in the same moment, and can go for good', async () => {
    const { fake } = renderApp('private')
    fireEvent.click(await leave())
    // Nothing is waited for here.
    isGone()
    expect(document.title).toBe('Notes')
    fireEvent.click(screen.getByRole('button', { name: 'Delete it' }))
    await waitFor(() => expect(fake.called('chat.erase')).toEqual([{ conversationId: talkId }]))
    expect(await screen.findByText('Deleted.')).toBeTruthy()
    expect(document.body.textContent).not.toContain('he hit me')
    expect(document.title).toBe('Lull')
  })

  it('can be gone back to', async () => {
    renderApp('private')
    fireEvent.click(await leave())
    fireEvent.click(screen.getByRole('button', { name: 'Back to it' }))
    expect(await screen.findByText(said)).toBeTruthy()
  })

  it('is left by Esc twice, not by Esc once, where a window cannot hide', async () => {
    renderApp('private')
    await leave()
    pressEscape()
    expect(screen.getByText(said)).toBeTruthy()
    pressEscape()
    isGone()
  })

  it('turns the home window to a neutral place', async () => {
    window.location.hash = '#/talk'
    renderApp('private', 'home')
    fireEvent.click(await leave())
    await waitFor(() => expect(window.location.hash).toBe('#/pauses'))
    await waitFor(() => expect(document.body.textContent).not.toContain('he hit me'))
    expect(document.title).toBe('Lull')
  })

  it('can be deleted at once, without a word about which one it was', async () => {
    const { fake } = renderApp('private')
    await leave()
    fireEvent.click(screen.getByRole('button', { name: 'Delete this talk' }))
    isGone()
    await waitFor(() => expect(fake.called('chat.erase')).toEqual([{ conversationId: talkId }]))
    expect(await screen.findByText('Deleted.')).toBeTruthy()
    expect(screen.queryByText('A talk was left.')).toBeNull()
  })
})
