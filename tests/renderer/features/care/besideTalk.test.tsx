/** What waits above the field: never over it, one thing at a time, and gone with one key. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SOFTWARE_SENTENCE } from '../../../../electron/core/care/notices.ts'
import { checkinsOf } from '../../fakeCheckins.ts'
import { talkId } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your message' })
const question = 'Last time it was very hard. How is it today?'
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('coming back to a hard moment', () => {
  it('asks quietly, with the keyboard in the field and the field open', async () => {
    const { fake } = renderApp('checkBack')
    expect(await screen.findByText(question)).toBeTruthy()
    const box = await field()
    await waitFor(() => expect(document.activeElement).toBe(box))
    fireEvent.change(box, { target: { value: 'Something else' } })
    fireEvent.keyDown(box, { key: 'Enter' })
    await waitFor(() => expect(fake.called('chat.send')).toHaveLength(1))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it.each([
    ['Better', 'better', 'Good to read. Keep near what helped.'],
    ['Worse', 'worse', 'Thank you for saying it. Please let someone be with you today.'],
  ])('takes "%s" and says something to it', async (name, answer, thanks) => {
    const { fake } = renderApp('checkBack')
    await screen.findByText(question)
    press(name)
    expect(await screen.findByText(thanks)).toBeTruthy()
    expect(fake.called('care.answerCheckBack')).toEqual([{ conversationId: talkId, answer }])
    press('Close')
    await waitFor(() => expect(screen.queryByText(thanks)).toBeNull())
    expect(document.activeElement).toBe(await field())
  })

  it('leads to people when it is worse', async () => {
    renderApp('checkBack')
    await screen.findByText(question)
    press('Worse')
    fireEvent.click(await screen.findByRole('button', { name: 'People to call' }))
    expect(await screen.findByRole('dialog', { name: 'A hard moment' })).toBeTruthy()
  })

  it('opens that talk when it is to be talked about', async () => {
    const { fake } = renderApp('checkBack')
    await screen.findByText(question)
    press('Talk about it')
    expect(await screen.findByText("honestly they'd all be better off without me")).toBeTruthy()
    expect(fake.called('care.answerCheckBack')).toEqual([{ conversationId: talkId, answer: 'talk' }])
  })

  it('is put off by Esc, and closed for good by its own button', async () => {
    const { fake } = renderApp('checkBack')
    await screen.findByText(question)
    fireEvent.keyDown(await field(), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByText(question)).toBeNull())
    expect(fake.called('care.answerCheckBack')).toEqual([{ conversationId: talkId, answer: 'later' }])
  })

  it('goes without while a hard moment is on screen', async () => {
    const app = renderApp('crisis')
    await screen.findByRole('region', { name: 'People to call' })
    const { careOf } = await import('../../fakeCare.ts')
    act(() =>
      careOf(app.fake).change({
        checkBack: { conversationId: talkId, sinceMs: 0, tier: 'high', text: question },
      }),
    )
    expect(screen.queryByText(question)).toBeNull()
  })
})

describe('what Lull is', () => {
  it.each(['noticeReturned', 'noticeLong', 'noticeNight', 'noticeEnough'] as const)(
    'is said in the same sentence: %s',
    async (scenario) => {
      const { fake } = renderApp(scenario)
      expect(await screen.findByText(SOFTWARE_SENTENCE)).toBeTruthy()
      press('All right')
      await waitFor(() => expect(screen.queryByText(SOFTWARE_SENTENCE)).toBeNull())
      expect(fake.called('care.noticeSeen')).toHaveLength(1)
    },
  )

  it('goes with Esc', async () => {
    const { fake } = renderApp('noticeLong', 'home')
    await screen.findByText('You have been here for about 3 hours.')
    fireEvent.keyDown(await field(), { key: 'Escape' })
    await waitFor(() => expect(fake.called('care.noticeSeen')).toEqual([{ kind: 'longUse' }]))
  })

  it('offers people and a walk by day', async () => {
    const { fake } = renderApp('noticeEnough')
    expect(await screen.findByText('31 minutes today, and you wanted about that much.')).toBeTruthy()
    press('Take a walk')
    await waitFor(() => expect(fake.called('shell.openHome')).toEqual([{ place: 'exercises/walk' }]))
  })

  it('offers sleep at night, and puts the talk down', async () => {
    renderApp('noticeNight')
    await screen.findByText(/It is late/)
    expect(screen.queryByRole('button', { name: 'Take a walk' })).toBeNull()
    press('Stop for tonight')
    await waitFor(() => expect(screen.queryByText(SOFTWARE_SENTENCE)).toBeNull())
  })

  it('comes before a check-in, one thing at a time', async () => {
    const { fake } = renderApp('noticeReturned')
    await screen.findByText(SOFTWARE_SENTENCE)
    act(() => checkinsOf(fake).offer('time'))
    expect(screen.queryByRole('region', { name: 'How are you?' })).toBeNull()
    press('All right')
    expect(await screen.findByRole('region', { name: 'How are you?' })).toBeTruthy()
  })
})
