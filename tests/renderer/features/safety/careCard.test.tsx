/** The card of people to call: who comes first, every way to reach them, and never the keyboard. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { heardPeople } from '../../../../renderer/features/safety/careLines.ts'
import { help, samaritans, talkId, worldOf } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'

const card = () => screen.findByRole('region', { name: 'People to call' })
const hrefs = (within_: HTMLElement) =>
  within(within_)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'))

/** The crisis of the pictures, with another card. */
function worldWith(change: object) {
  const world = worldOf('crisis', Date.now())
  const view = world.views.get(talkId)
  if (!view) throw new Error('The scenario "crisis" has no talk.')
  const messages = view.messages.map((message) =>
    message.care ? { ...message, care: { ...message.care, ...change } } : message,
  )
  world.views.set(talkId, { ...view, messages })
  return world
}

describe('own people', () => {
  it('come before any line, and the line stays in sight', async () => {
    renderApp('crisisOwn')
    const shown = await card()
    expect(within(shown).getByText('You put Maya first for moments like this.')).toBeTruthy()
    expect(within(shown).getByText('Ben next door (Flat 3, knock)')).toBeTruthy()
    const calls = within(shown).getAllByRole('link', { name: /^Call/ })
    expect(calls.map((link) => link.getAttribute('href'))).toEqual(['tel:02079460991', 'tel:116123'])
  })

  it('stand below the emergency number in danger right now', async () => {
    renderApp(
      worldWith({
        emergencyFirst: true,
        own: [{ name: 'Maya', phone: '07', how: null, professional: false }],
      }),
    )
    const calls = within(await card()).getAllByRole('link', { name: /^Call/ })
    expect(calls.map((link) => link.getAttribute('href'))).toEqual(['tel:999', 'tel:07', 'tel:116123'])
  })

  it('may have no number: then the other way is said, and the line is the one to press', async () => {
    renderApp(worldWith({ own: [{ name: 'Ben', phone: null, how: 'Flat 3, knock', professional: true }] }))
    const shown = await card()
    expect(within(shown).getByText('Flat 3, knock')).toBeTruthy()
    expect(within(shown).getByText('your own professional')).toBeTruthy()
    expect(hrefs(shown)).toContain('tel:116123')
  })
})

describe('a line', () => {
  it('is reached by every way it has, and by no other', async () => {
    const textOnly = {
      ...samaritans,
      shown: '85258',
      dialable: '',
      sms: { to: '85258', body: 'SHOUT' },
      url: null,
    }
    renderApp(worldWith({ lines: [textOnly] }))
    const shown = await card()
    expect(within(shown).getByRole('link', { name: 'Text SHOUT to 85258' }).getAttribute('href')).toBe(
      'sms:85258?body=SHOUT',
    )
    expect(within(shown).queryByRole('link', { name: /^Call/ })).toBeNull()
    expect(within(shown).queryByRole('button', { name: 'On my phone' })).toBeNull()
    expect(within(shown).getByRole('button', { name: 'Copy' })).toBeTruthy()
  })

  it('that is not always open says when, in words', async () => {
    renderApp(
      worldWith({
        lines: [{ ...samaritans, alwaysOpen: false, free: false, hours: 'Every day, 18:00 to 23:00' }],
      }),
    )
    const shown = await card()
    expect(within(shown).getByText('Here people answer.')).toBeTruthy()
    expect(within(shown).getByText('Every day, 18:00 to 23:00')).toBeTruthy()
  })

  it('that was not compared with a source says so', async () => {
    renderApp('crisisUnconfirmed')
    expect(within(await card()).getByText('unconfirmed')).toBeTruthy()
  })

  it('stands beside every emergency number of a country that has several', async () => {
    const { fake } = renderApp('imminent')
    const shown = await card()
    act(() => {
      fake.world.settings = { ...fake.world.settings, country: 'JP' }
      fake.settings.emit(fake.world.settings)
    })
    expect((await within(shown).findByRole('link', { name: '110' })).getAttribute('href')).toBe('tel:110')
    expect(within(shown).getByText('119', { selector: 'p' })).toBeTruthy()
    expect(within(shown).queryByText('unconfirmed')).toBeNull()
  })

  it('stands with its country, which can be changed there', async () => {
    renderApp('crisis')
    const shown = await card()
    expect(within(shown).getByText(/United Kingdom/)).toBeTruthy()
    fireEvent.click(within(shown).getByRole('button', { name: 'change country' }))
    expect(await within(shown).findByRole('combobox', { name: 'Country' })).toBeTruthy()
  })
})

describe('beside the numbers', () => {
  it('a professional and someone trusted are named, and someone can be named for next time', async () => {
    const { fake } = renderApp('crisis')
    const shown = await card()
    expect(within(shown).getByText('A doctor, or the doctor on call')).toBeTruthy()
    expect(within(shown).getByText('Someone you trust')).toBeTruthy()
    fireEvent.click(within(shown).getByRole('button', { name: 'Name someone of your own' }))
    await waitFor(() => expect(fake.called('shell.openHome')).toEqual([{ place: 'people' }]))
  })

  it('a plan is offered where the talk offers one', async () => {
    const { fake } = renderApp('crisisOffer')
    fireEvent.click(await screen.findByRole('button', { name: 'Write my own plan' }))
    await waitFor(() => expect(fake.called('shell.openHome')).toEqual([{ place: 'people/plan' }]))
  })
})

describe('a card that comes while someone writes', () => {
  it('leaves the keyboard in the field, and is announced politely', async () => {
    const { fake } = renderApp('talking')
    await screen.findByText(/Switching is what a full head does/)
    const field = await screen.findByRole('textbox', { name: 'Your message' })
    field.focus()
    const view = worldOf('crisis', Date.now()).views.get(talkId)
    const scripted = view?.messages.at(-1)
    if (!scripted) throw new Error('The scenario "crisis" has no scripted message.')
    act(() => fake.change(talkId, { type: 'message', message: { ...scripted, id: crypto.randomUUID() } }))
    await card()
    expect(document.activeElement).toBe(field)
    const heard = await screen.findByText('People to call are shown below: Samaritans 116 123.')
    expect(heard.getAttribute('role')).toBe('status')
  })

  it('is heard in the order it is read', () => {
    const base = { tier: 'imminent' as const, country: 'GB', countryName: null, lines: [samaritans] }
    const emergency = help.GB?.emergency ?? null
    const own = [{ name: 'Maya', phone: null, how: 'Flat 3', professional: false }]
    expect(heardPeople({ ...base, emergencyFirst: true, emergency, own })).toEqual([
      '999',
      'Maya',
      'Samaritans 116 123',
    ])
    expect(heardPeople(null)).toEqual([])
  })
})
