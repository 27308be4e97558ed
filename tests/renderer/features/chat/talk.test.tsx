/** What a person does in a talk, with the real page over a fake engine. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MAX_MESSAGE_LENGTH } from '../../../../electron/contract/procedure.ts'
import { longestMessage } from '../../../../renderer/features/chat/Composer.tsx'
import { FakeEngine } from '../../fakeEngine.ts'
import { emptyWorld, talkId } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'

const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your message' })
const write = (box: HTMLElement, text: string) => fireEvent.change(box, { target: { value: text } })
const sent = (fake: FakeEngine) => fake.called('chat.send') as { text: string; messageId: string }[]

describe('writing', () => {
  it('has the keyboard at once', async () => {
    renderApp('empty')
    const box = await field()
    await waitFor(() => expect(document.activeElement).toBe(box))
  })

  it('sends with Enter, shows the words at once and empties the field', async () => {
    const { fake } = renderApp('empty')
    const box = await field()
    write(box, 'A long day.')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(await screen.findByText('A long day.')).toBeTruthy()
    expect(box.value).toBe('')
    await waitFor(() => expect(sent(fake).map(({ text }) => text)).toEqual(['A long day.']))
    expect(await screen.findByRole('button', { name: 'Stop' })).toBeTruthy()
  })

  it('breaks the line with Shift and Enter, and leaves Enter to an input method', async () => {
    const { fake } = renderApp('empty')
    const box = await field()
    write(box, 'one')
    const broke = fireEvent.keyDown(box, { key: 'Enter', shiftKey: true })
    const composed = fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 })
    // Not prevented: the field does with them what it does.
    expect([broke, composed]).toEqual([true, true])
    expect(box.value).toBe('one')
    expect(sent(fake)).toEqual([])
  })

  it('sends nothing made of blanks', async () => {
    const { fake } = renderApp('empty')
    const box = await field()
    write(box, '  \n ')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(sent(fake)).toEqual([])
    expect(box.value).toBe('  \n ')
  })

  it('says by how much a text is too long and keeps it', async () => {
    expect(longestMessage).toBe(MAX_MESSAGE_LENGTH)
    const { fake } = renderApp('empty')
    const box = await field()
    write(box, 'x'.repeat(longestMessage + 3))
    expect(await screen.findByText('3 characters too long to send.')).toBeTruthy()
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(sent(fake)).toEqual([])
  })

  it('keeps what is written while a reply comes, and says why it waits', async () => {
    const { fake } = renderApp('writing')
    await screen.findByRole('button', { name: 'Stop' })
    const box = await field()
    write(box, 'And another thing')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(await screen.findByText(/still answering/)).toBeTruthy()
    expect(box.value).toBe('And another thing')
    expect(sent(fake)).toEqual([])
  })

  it('is possible without a model: the words are kept and a model is offered', async () => {
    renderApp('noModel')
    const box = await field()
    write(box, 'Hello?')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(await screen.findByText(/Your words are kept\. There is no model yet/)).toBeTruthy()
    expect(screen.getByText('Hello?')).toBeTruthy()
    expect(await screen.findByRole('button', { name: /Fetch it/ })).toBeTruthy()
  })
})

describe('words said before there was a model', () => {
  it('are answered once there is one', async () => {
    const { fake } = renderApp('noModelSaid')
    await screen.findByText(/There is no model yet/)
    const { models } = emptyWorld(Date.now())
    act(() => fake.changeModels({ installed: models.installed, selectedId: models.selectedId }))
    fireEvent.click(await screen.findByRole('button', { name: 'Answer them' }))
    await waitFor(() => expect(fake.called('chat.tryAgain')).toEqual([{ conversationId: talkId }]))
  })
})

describe('a reply', () => {
  it('shows what it is doing, grows, and ends as a message', async () => {
    const { fake } = renderApp('waking')
    expect((await screen.findAllByText('Waking the model…')).length).toBeGreaterThan(0)
    act(() => fake.reply(talkId, { phase: 'writing', text: 'Slowly. ' }))
    await waitFor(() => expect(screen.getAllByText(/Slowly\./).length).toBeGreaterThan(0))
    act(() => fake.finish(talkId, 'Slowly. One thing first.'))
    await waitFor(() => expect(screen.getAllByText('Slowly. One thing first.').length).toBeGreaterThan(0))
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Send' })).toBeTruthy()
  })

  it('announces finished sentences and not every change', async () => {
    const { fake, container } = renderApp('waking')
    await screen.findAllByText('Waking the model…')
    const spoken = () => container.querySelector('[aria-live="polite"]')?.textContent
    act(() => fake.reply(talkId, { phase: 'writing', text: 'Three at once. And the' }))
    await waitFor(() => expect(spoken()).toBe('Three at once. '))
    act(() => fake.finish(talkId, 'Three at once. And the review too.'))
    await waitFor(() => expect(spoken()).toBe('And the review too.'))
  })

  it('stops by the button and keeps the part that came', async () => {
    const { fake } = renderApp('writing')
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(screen.getAllByText('You stopped here.').length).toBeGreaterThan(0))
    expect(screen.getAllByText(/Switching is what a full head does/).length).toBeGreaterThan(0)
    expect(fake.called('chat.stop')).toEqual([{ conversationId: talkId }])
  })

  it('stops by the keyboard from anywhere', async () => {
    const { fake } = renderApp('writing')
    await screen.findByRole('button', { name: 'Stop' })
    fireEvent.keyDown(document.body, { key: '.', ctrlKey: true })
    await waitFor(() => expect(fake.called('chat.stop')).toHaveLength(1))
  })

  it('that broke off offers to try again', async () => {
    const { fake } = renderApp('modelGone')
    expect(await screen.findByText('The model stopped. What it had written is kept.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(fake.called('chat.tryAgain')).toHaveLength(1))
    await waitFor(() =>
      expect(screen.queryByText('The model stopped. What it had written is kept.')).toBeNull(),
    )
  })
})

describe('the engine going away', () => {
  it('is said after a second, and the talk goes on over the next link', async () => {
    const { fake, connect, connection } = renderApp('talking')
    await screen.findByText('Yes. I just keep switching tabs.')
    connection.engineEnd.close()
    expect(await screen.findByText(/engine stopped; starting it again/, {}, { timeout: 4000 })).toBeTruthy()
    const next = new FakeEngine(fake.world)
    connect(next)
    await waitFor(() => expect(screen.queryByText(/engine stopped/)).toBeNull())
    await waitFor(() => expect(next.topic(talkId).watchers).toBe(1))
    act(() => next.finish(talkId, 'Here again.'))
    await waitFor(() => expect(screen.getAllByText('Here again.').length).toBeGreaterThan(0))
  })

  it('keeps what was sent in between and sends it under one id', async () => {
    const { fake, connect, connection } = renderApp('talking')
    await screen.findByText('Yes. I just keep switching tabs.')
    const box = await field()
    connection.engineEnd.close()
    write(box, 'Still there?')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(await screen.findByText('Still there?')).toBeTruthy()
    const next = new FakeEngine(fake.world)
    connect(next)
    await waitFor(() => expect(sent(next).map(({ text }) => text)).toEqual(['Still there?']))
    expect(screen.getAllByText('Still there?')).toHaveLength(1)
  })

  it('swaps the link when a new port comes without the old one closing', async () => {
    const { fake, connect } = renderApp('talking')
    await screen.findByText('Yes. I just keep switching tabs.')
    const next = new FakeEngine(fake.world)
    connect(next)
    await waitFor(() => expect(next.topic(talkId).watchers).toBe(1))
    await waitFor(() => expect(fake.topic(talkId).watchers).toBe(0))
  })
})

describe('stop here', () => {
  it('puts the talk down and begins a fresh one', async () => {
    renderApp('talking')
    await screen.findByText('Yes. I just keep switching tabs.')
    fireEvent.click(screen.getByRole('button', { name: 'Stop here' }))
    expect(await screen.findByText('What is on your mind?')).toBeTruthy()
    expect(screen.queryByText('Yes. I just keep switching tabs.')).toBeNull()
  })
})

describe('earlier talks', () => {
  async function openList() {
    fireEvent.click(await screen.findByRole('button', { name: 'More' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Earlier talks' }))
    return screen.findByRole('list', { name: 'Earlier talks' })
  }
  async function choose(title: string, doing: string) {
    fireEvent.click(await screen.findByRole('button', { name: `What to do with “${title}”` }))
    fireEvent.click(await screen.findByRole('menuitem', { name: doing }))
  }

  it('are deleted with time to undo', async () => {
    const { fake } = renderApp('manyTalks')
    const list = await openList()
    await within(list).findByText('The move')
    await choose('The move', 'Delete')
    await waitFor(() => expect(within(list).queryByText('The move')).toBeNull())
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await within(list).findByText('The move')).toBeTruthy()
    expect(fake.called('chat.restore')).toHaveLength(1)
  })

  it('are renamed in place', async () => {
    renderApp('manyTalks')
    const list = await openList()
    await choose('The move', 'Rename')
    const box = await screen.findByRole('textbox', { name: 'New name' })
    write(box, 'Boxes')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(await within(list).findByText('Boxes')).toBeTruthy()
  })

  it('are found by their words and opened again', async () => {
    renderApp('manyTalks')
    const list = await openList()
    write(screen.getByRole('searchbox', { name: 'Search your talks' }), 'brother')
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1))
    fireEvent.click(within(list).getByText('Message to my brother'))
    expect(await screen.findByText('Maybe begin with the thing you miss.')).toBeTruthy()
  })
})

describe('a hard moment', () => {
  it('shows one line large with ways to reach it, and the talk stays open', async () => {
    renderApp('crisis')
    const card = await screen.findByRole('region', { name: 'People to call' })
    expect(within(card).getByText('116 123', { selector: 'p' })).toBeTruthy()
    const call = within(card).getByRole('link', { name: /Call/ })
    expect(call.getAttribute('href')).toBe('tel:116123')
    expect(within(card).getByText('999').getAttribute('href')).toBe('tel:999')
    expect((await field()).placeholder).toBe("I'm still here. Say anything.")
  })

  it('puts the emergency number first in danger', async () => {
    renderApp('imminent')
    const card = await screen.findByRole('region', { name: 'People to call' })
    const links = within(card).getAllByRole('link', { name: /Call/ })
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['tel:999', 'tel:116123'])
  })

  it('shows the lines of another country once it is chosen', async () => {
    const { fake } = renderApp('crisis')
    const card = await screen.findByRole('region', { name: 'People to call' })
    act(() => {
      fake.world.settings = { ...fake.world.settings, country: 'US' }
      fake.settings.emit(fake.world.settings)
    })
    expect(await within(card).findByText('988', { selector: 'p' })).toBeTruthy()
  })
})

describe('the first run', () => {
  it('says what Lull is, shows a person to call, and begins with one button', async () => {
    const { fake } = renderApp('firstRun')
    expect(await screen.findByText(/software, not a person/)).toBeTruthy()
    expect((await screen.findByText('116 123')).getAttribute('href')).toBe('tel:116123')
    fireEvent.click(screen.getByRole('button', { name: 'I understand, begin' }))
    expect(await field()).toBeTruthy()
    expect(fake.world.settings.noticeAcceptedAt).not.toBeNull()
  })
})
