/** You and Lull: weeks in sentences, signs without a verdict, acts in two keys, a plan and a limit of one's own. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { choose } from '../../choose.ts'
import { balanceOf } from '../../fakeBalance.ts'
import type { Scenario } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

async function open(scenario: Scenario) {
  window.location.hash = '#/people/balance'
  const app = renderApp(scenario, 'home')
  await screen.findByRole('region', { name: 'Enough for a day' })
  return { ...app, balance: balanceOf(app.fake) }
}
const part = (name: string) => within(screen.getByRole('region', { name }))
const heading = () => screen.getByRole('heading', { level: 1 }).textContent

describe('weeks', () => {
  it('are nothing at first, and the page says so', async () => {
    await open('empty')
    expect(heading()).toBe('Nothing to look back on yet.')
    expect(screen.getByRole('link', { name: 'You and Lull' }).getAttribute('aria-current')).toBe('page')
    expect(
      part('Beside your own earlier weeks').getByText(/^Too little to compare: three more weeks/),
    ).toBeTruthy()
    expect(part('What happened outside Lull').getByText(/A message sent counts/)).toBeTruthy()
  })

  it('that are few are shown and not compared', async () => {
    await open('balanceFew')
    expect(heading()).toMatch(/^1\sh\s4\smin with Lull this week, some of it on one night\.$/)
    const [first, second] = part('Talks, week by week').getAllByRole('listitem')
    expect(first?.textContent).toContain('This week')
    expect(first?.textContent).toContain('two people spoken of')
    expect(second?.textContent).toContain('once you wrote that only Lull understands or listens')
    expect(
      part('Beside your own earlier weeks').getByText(/^Too little to compare: two more weeks/),
    ).toBeTruthy()
  })

  it('that stand out are said in sentences, with the way to people', async () => {
    await open('balanceSigns')
    const signs = part('Beside your own earlier weeks')
    expect(signs.getAllByRole('listitem')).toHaveLength(4)
    expect(signs.getByText('You spoke of fewer people than you usually do.')).toBeTruthy()
    expect(signs.getByRole('link', { name: 'Your people' }).getAttribute('href')).toBe('#/people')
    expect(part('Talks, week by week').getAllByRole('listitem')).toHaveLength(8)
  })

  it('follow what happens while the page is open', async () => {
    const { balance } = await open('balanceLimit')
    expect(part('Beside your own earlier weeks').getByText('Nothing stands out.')).toBeTruthy()
    balance.change({ signs: ['moreTime'] })
    expect(await screen.findByText(/You spent clearly more time here/)).toBeTruthy()
  })
})

describe('what happened outside Lull', () => {
  it('is kept with one key and ended with a second', async () => {
    const { fake } = await open('empty')
    const chip = screen.getByRole('button', { name: 'Reached someone' })
    fireEvent.click(chip)
    const note = await screen.findByRole('textbox', { name: 'A line about it, if you like' })
    expect(document.activeElement).toBe(note)
    fireEvent.submit(note)
    await waitFor(() => expect(document.activeElement).toBe(chip))
    expect(fake.called('balance.addAct')).toEqual([
      { id: expect.any(String), kind: 'reachedSomeone', note: null },
    ])
    expect(screen.getByRole('list', { name: /newest first/ }).textContent).toContain('Reached someone')
  })

  it('takes a line about the same thing, and keeps one', async () => {
    const { fake, balance } = await open('empty')
    fireEvent.click(screen.getByRole('button', { name: 'Went out' }))
    const note = await screen.findByRole('textbox', { name: /A line about it/ })
    fireEvent.change(note, { target: { value: '  Round the block ' } })
    fireEvent.submit(note)
    await screen.findByText('Round the block')
    const [first, second] = fake.called('balance.addAct') as { id: string }[]
    expect(second?.id).toBe(first?.id)
    expect(balance.acts).toHaveLength(1)
  })

  it('keeps a line that was begun when the next thing is chosen', async () => {
    const { balance } = await open('empty')
    fireEvent.click(screen.getByRole('button', { name: 'Went out' }))
    const note = await screen.findByRole('textbox', { name: /A line about it/ })
    fireEvent.change(note, { target: { value: 'To the river' } })
    fireEvent.click(screen.getByRole('button', { name: 'Slept' }))
    await waitFor(() => expect(balance.acts).toHaveLength(2))
    expect(balance.acts.map(({ kind, note }) => [kind, note])).toEqual([
      ['slept', null],
      ['wentOut', 'To the river'],
    ])
  })

  it('is left without a line by Esc', async () => {
    const { fake } = await open('empty')
    fireEvent.click(screen.getByRole('button', { name: 'Did it' }))
    const note = await screen.findByRole('textbox', { name: /A line about it/ })
    fireEvent.change(note, { target: { value: 'never mind' } })
    fireEvent.keyDown(note, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /A line about it/ })).toBeNull())
    expect(fake.called('balance.addAct')).toHaveLength(1)
  })

  it('can be taken away and brought back', async () => {
    const { balance } = await open('balanceSigns')
    fireEvent.click(screen.getByRole('button', { name: /^Take away: Went out/ }))
    await waitFor(() => expect(balance.acts).toHaveLength(2))
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Take away: Slept/),
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(balance.acts).toHaveLength(3))
    expect(screen.getByRole('button', { name: /^Take away: Went out/ })).toBeTruthy()
  })

  it('counts walks and talks taken as pauses', async () => {
    await open('balanceSigns')
    expect(
      screen.getByText('Taken as pauses in the last 30 days: six walks and two talks with someone.'),
    ).toBeTruthy()
  })
})

describe('the plan', () => {
  it('can begin with a sentence and is kept as written', async () => {
    const { fake } = await open('empty')
    fireEvent.click(screen.getByRole('button', { name: 'Begin with a sentence' }))
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your plan, in your own words' })
    expect(field.value).toBe('When I notice that I come here instead of …, I …')
    fireEvent.change(field, { target: { value: 'I call Ben first.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
    await screen.findByText('Kept.')
    expect(fake.called('balance.setPlan')).toEqual([{ plan: 'I call Ben first.' }])
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull())
  })

  it('is taken away by an empty text', async () => {
    const { balance } = await open('balanceSigns')
    const field = screen.getByRole('textbox', { name: 'Your plan, in your own words' })
    fireEvent.change(field, { target: { value: ' ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
    await screen.findByText('Your plan is taken away.')
    expect(balance.plan).toBeNull()
  })
})

describe('enough for a day', () => {
  it('is one of three lengths, or none', async () => {
    const { fake } = await open('empty')
    await choose('Talk a day', '30 minutes')
    await waitFor(() => expect(fake.world.settings.talkLimitMinutes).toBe(30))
    await choose('Talk a day', 'No limit')
    await waitFor(() => expect(fake.world.settings.talkLimitMinutes).toBeNull())
  })

  it('may be a length of one’s own', async () => {
    const { fake } = await open('empty')
    await choose('Talk a day', 'My own')
    expect(await screen.findByRole('textbox', { name: 'Minutes of talk a day' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'More time' }))
    await waitFor(() => expect(fake.world.settings.talkLimitMinutes).toBe(50))
  })

  it('that is reached is said without a verdict', async () => {
    await open('balanceLimit')
    expect(screen.getByText('47 min today. That is past the 30 min you wanted to be enough.')).toBeTruthy()
  })

  it('comes with how often Lull says what it is', async () => {
    const { fake } = await open('empty')
    await choose('Say again what Lull is', 'Every hour')
    await waitFor(() => expect(fake.world.settings.noticeHours).toBe(1))
  })
})
