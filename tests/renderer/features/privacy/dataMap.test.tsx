/** The data map: what is kept in plain words, and erasing one kind or one day after a second thought. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { dayOfDate } from '../../../../renderer/design/clock.ts'
import { dayText } from '../../../../renderer/features/privacy/dayField.ts'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

function settings(): RenderedApp {
  window.location.hash = '#/settings'
  return renderApp('sensing', 'home')
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
async function factsOf(kind: string): Promise<string> {
  const name = await screen.findByText(kind)
  return name.nextSibling?.textContent ?? ''
}

describe('the data map', () => {
  it('tells how much, since when and for how long, in groups', async () => {
    settings()
    const noticed = within(await screen.findByRole('region', { name: 'What was noticed' }))
    expect(noticed.getAllByRole('listitem')).toHaveLength(4)
    expect(await factsOf('Minutes at the computer')).toMatch(/^12,480 · oldest .+ · kept 30 days$/)
    expect(await factsOf('Sums by day')).toMatch(/kept until you erase it$/)
    expect(await factsOf('Messages')).toMatch(/go with the talks$/)
    expect(await factsOf('Nightly and resting values')).toBe('none')
    expect(screen.getByText('The file is 6 MB.')).toBeTruthy()
  })

  it('offers to erase only what is there and goes by itself', async () => {
    settings()
    await screen.findByText('Minutes at the computer')
    const offered = screen.getAllByRole('button', { name: /^Erase: / })
    expect(offered.map((button) => button.getAttribute('aria-label'))).not.toContain('Erase: Models')
    expect(screen.queryByRole('button', { name: 'Erase: Nightly and resting values' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Erase: Messages' })).toBeNull()
  })
})

describe('erasing one kind', () => {
  it('asks first, can be left, and says what is gone', async () => {
    const { fake } = settings()
    await press('Erase: Beats as they came')
    expect(await screen.findByText(/Erase this for good: Beats as they came\?/)).toBeTruthy()
    await press('Keep it')
    expect(fake.called('privacy.eraseKind')).toEqual([])
    await press('Erase: Beats as they came')
    await press('Erase it')
    expect(await screen.findByText('Erased: Beats as they came.')).toBeTruthy()
    expect(fake.called('privacy.eraseKind')).toEqual([{ kind: 'beats', confirm: 'erase' }])
    await waitFor(async () => expect(await factsOf('Beats as they came')).toBe('none'))
  })

  it('says plainly what goes with devices and talks', async () => {
    settings()
    await press('Erase: Brokers and devices')
    expect(await screen.findByText(/Remove all devices with their passwords/)).toBeTruthy()
    await press('Erase: Talks')
    expect(await screen.findByText(/all your talks and their messages/)).toBeTruthy()
  })
})

describe('erasing one day', () => {
  it('takes the day of the field, after a second thought', async () => {
    const { fake } = settings()
    const day = await screen.findByLabelText<HTMLInputElement>('Day')
    expect(day.value).toBe(dayText(Date.now()))
    fireEvent.change(day, { target: { value: '2026-11-03' } })
    await press('Erase this day')
    expect(
      await screen.findByText(/Erase everything noticed on Tuesday, November 3, 2026 for good/),
    ).toBeTruthy()
    expect(fake.called('privacy.eraseDay')).toEqual([])
    await press('Erase it')
    expect(await screen.findByText('Tuesday, November 3, 2026 is erased.')).toBeTruthy()
    expect(fake.called('privacy.eraseDay')).toEqual([{ workDay: dayOfDate('2026-11-03'), confirm: 'erase' }])
    await waitFor(async () => expect(await factsOf('Minutes at the computer')).toMatch(/^12,080/))
  })
})
