/** A check-in as a person meets it: asked softly, told in ten seconds, saved once, taken back or away. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkinsOf } from '../../fakeCheckins.ts'
import type { FakeEngine } from '../../fakeEngine.ts'
import { renderApp } from '../../renderApp.tsx'

// The sheet is read when it is first asked for: here before, so that no test waits for a file.
await import('../../../../renderer/features/checkins/CheckinSheet.tsx')

afterEach(() => {
  window.location.hash = ''
  vi.unstubAllGlobals()
})

const sheet = () => screen.findByRole('dialog', { name: 'How are you?' })
const face = async (name: string) => within(await sheet()).findByRole('radio', { name })
const saved = (fake: FakeEngine) => fake.called('checkins.save') as Record<string, unknown>[]
const isGone = () => waitFor(() => expect(screen.queryByRole('dialog', { name: 'How are you?' })).toBeNull())
const save = async () =>
  fireEvent.submit((await sheet()).querySelector('form') ?? expect.fail('there is no form'))

async function opened(start: Parameters<typeof renderApp>[0] = 'empty', name: 'popup' | 'home' = 'popup') {
  const app = renderApp(start, name)
  fireEvent.click(await screen.findByRole('button', { name: 'How are you?' }))
  await face('in between')
  return app
}

describe('the way in', () => {
  it('is a quiet button in the popup, and the keyboard begins at the faces', async () => {
    await opened()
    const first = await face('very low')
    await waitFor(() => expect(document.activeElement).toBe(first))
  })

  it('is a wish of the tray, as often as it is wished', async () => {
    renderApp('empty')
    await screen.findByRole('textbox', { name: 'Your message' })
    for (const wish of ['#/checkin-1', '#/checkin-2']) {
      act(() => {
        window.location.hash = wish
        window.dispatchEvent(new window.HashChangeEvent('hashchange'))
      })
      fireEvent.click(within(await sheet()).getByRole('button', { name: 'Close' }))
      await isGone()
      expect(window.location.hash).toBe('')
    }
  })

  it('is a soft line while one is offered, which goes with "Not now"', async () => {
    const { fake } = renderApp('checkinDue')
    expect(await screen.findByText('The last while is unlike your usual. How is it?')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }))
    await waitFor(() => expect(screen.queryByText(/unlike your usual/)).toBeNull())
    expect(fake.called('checkins.dismiss')).toHaveLength(1)
  })

  it('is the same line in the home window, and it opens there', async () => {
    const { fake } = renderApp('empty', 'home')
    await screen.findByRole('textbox', { name: 'Your message' })
    act(() => checkinsOf(fake).offer('time'))
    fireEvent.click(await screen.findByRole('button', { name: 'Say it' }))
    fireEvent.click(await face('good'))
    await save()
    await waitFor(() => expect(saved(fake)).toMatchObject([{ mood: 4, because: 'time' }]))
    await waitFor(() => expect(screen.queryByText(/A moment to notice/)).toBeNull())
  })

  it('is not offered beside a hard moment', async () => {
    const { fake } = renderApp('crisis')
    await screen.findAllByText('116 123')
    act(() => checkinsOf(fake).offer('time'))
    await waitFor(() => {
      const button = screen.getByRole('button', { name: 'How are you?' })
      expect(button.hasAttribute('data-offered')).toBe(true)
    })
    expect(screen.queryByText(/A moment to notice/)).toBeNull()
  })
})

describe('telling', () => {
  it('takes a key and Enter: a face is enough', async () => {
    const { fake } = await opened()
    fireEvent.keyDown(await face('very low'), { key: '4' })
    await save()
    await isGone()
    expect(saved(fake)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        mood: 4,
        energy: null,
        words: [],
        tags: [],
        sleepHours: null,
        because: 'person',
      },
    ])
    expect(await screen.findByText('Noted: good.')).toBeTruthy()
  })

  it('takes words of the wheel, tags, energy and sleep', async () => {
    const { fake } = await opened('empty')
    const one = within(await sheet())
    fireEvent.click(await face('low'))
    fireEvent.keyDown(one.getByRole('radio', { name: 'fresh' }), { key: '2' })
    fireEvent.click(one.getByRole('button', { name: 'Uneasy' }))
    fireEvent.click(one.getByRole('button', { name: 'tense' }))
    fireEvent.click(one.getByRole('button', { name: 'Glad' }))
    fireEvent.click(one.getByRole('button', { name: 'hopeful' }))
    expect(one.getByRole('button', { name: 'tense', pressed: true })).toBeTruthy()
    const sleep = one.getByRole('textbox', { name: 'Slept last night' })
    fireEvent.click(one.getByRole('button', { name: 'Half an hour more' }))
    fireEvent.keyDown(sleep, { key: 'ArrowDown' })
    const tags = one.getByRole('textbox', { name: 'What is around you' })
    fireEvent.change(tags, { target: { value: 'office, rain, ' } })
    fireEvent.change(tags, { target: { value: 'Deadline' } })
    await save()
    await isGone()
    expect(saved(fake)).toMatchObject([
      {
        mood: 2,
        energy: 2,
        words: ['tense', 'hopeful'],
        tags: ['office', 'rain', 'Deadline'],
        sleepHours: 6.5,
      },
    ])
  })

  it('keeps digits that are typed out of the faces', async () => {
    await opened()
    const tags = within(await sheet()).getByRole('textbox', { name: 'What is around you' })
    expect(fireEvent.keyDown(tags, { key: '3' })).toBe(true)
    expect((await face('in between')) as HTMLInputElement).toHaveProperty('checked', false)
  })

  it('holds five words at most and says so', async () => {
    await opened()
    const one = within(await sheet())
    fireEvent.click(one.getByRole('button', { name: 'Worn out' }))
    for (const word of ['worn out', 'drained', 'foggy', 'numb', 'bored', 'empty']) {
      fireEvent.click(one.getByRole('button', { name: word }))
    }
    expect(one.getAllByRole('button', { pressed: true })).toHaveLength(5)
    expect(one.getByText('Five words are the most.')).toBeTruthy()
  })

  it('asks for sleep once a day, and suggests own tags', async () => {
    await opened('checkins')
    const one = within(await sheet())
    expect(one.queryByRole('textbox', { name: 'Slept last night' })).toBeNull()
    fireEvent.click(one.getByRole('button', { name: 'Add office' }))
    expect(one.getByRole('button', { name: 'Remove office' })).toBeTruthy()
    expect(one.queryByRole('button', { name: 'Add office' })).toBeNull()
    fireEvent.keyDown(one.getByRole('textbox', { name: 'What is around you' }), { key: 'Backspace' })
    expect(one.queryByRole('button', { name: 'Remove office' })).toBeNull()
  })
})

describe('what does not fit', () => {
  it('is said, and nothing is sent: no face, no such night', async () => {
    const { fake } = await opened()
    await save()
    const one = within(await sheet())
    expect((await one.findByRole('alert')).textContent).toBe('Choose a face first.')
    fireEvent.click(await face('good'))
    expect(one.queryByRole('alert')).toBeNull()
    fireEvent.change(one.getByRole('textbox', { name: 'Slept last night' }), { target: { value: '75' } })
    await save()
    expect((await one.findByRole('alert')).textContent).toContain('between 0 and 24')
    expect(saved(fake)).toEqual([])
  })

  it('is kept when the engine refuses, and sent once more under the same name', async () => {
    const { fake } = await opened()
    checkinsOf(fake).refusal = 'DISK_FULL'
    fireEvent.click(await face('very good'))
    await save()
    expect((await within(await sheet()).findByRole('alert')).textContent).toContain('not enough room')
    expect(await face('very good')).toHaveProperty('checked', true)
    checkinsOf(fake).refusal = null
    await save()
    await isGone()
    const [first, second] = saved(fake)
    expect(second?.id).toBe(first?.id)
    expect(checkinsOf(fake).said).toHaveLength(1)
  })
})

describe('changing one’s mind', () => {
  it('keeps what was begun when the sheet goes, and begins anew after saving', async () => {
    const { fake } = await opened()
    fireEvent.click(await face('low'))
    fireEvent.click(within(await sheet()).getByRole('button', { name: 'Close' }))
    await isGone()
    expect(saved(fake)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'How are you?' }))
    expect(await face('low')).toHaveProperty('checked', true)
    await save()
    await isGone()
    fireEvent.click(screen.getByRole('button', { name: 'How are you?' }))
    expect(await face('low')).toHaveProperty('checked', false)
  })

  it('takes back what was just saved', async () => {
    const { fake } = await opened()
    fireEvent.click(await face('good'))
    await save()
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(checkinsOf(fake).said).toEqual([]))
  })

  it('takes away one of today, and brings it back', async () => {
    const { fake } = await opened('checkins')
    const rows = () => within(screen.getByRole('dialog', { name: 'How are you?' })).queryAllByRole('listitem')
    await waitFor(() => expect(rows()).toHaveLength(2))
    expect(rows()[0]?.textContent).toContain('good · hopeful, tense · office')
    fireEvent.click(
      within(await sheet()).getAllByRole('button', { name: /^Take away the one of/ })[0] as HTMLElement,
    )
    await waitFor(() => expect(rows()).toHaveLength(1))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo', hidden: true }))
    await waitFor(() => expect(rows()).toHaveLength(2))
    expect(fake.called('checkins.restore')).toHaveLength(1)
  })
})

describe('a browser tab nobody looks at', () => {
  function stubNotification(permission: 'granted' | 'default') {
    const shown: { title: string; silent: boolean | null | undefined }[] = []
    class Fake {
      static permission = permission
      onclick = null
      constructor(title: string, options?: NotificationOptions) {
        shown.push({ title, silent: options?.silent })
      }
      close() {}
    }
    vi.stubGlobal('Notification', Fake)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    return shown
  }

  it.each([
    ['granted', [{ title: 'How are you?', silent: true }]],
    ['default', []],
  ] as const)('is told silently only where that was allowed before (%s)', async (permission, expected) => {
    const shown = stubNotification(permission)
    renderApp('checkinDue')
    await screen.findByText(/unlike your usual/)
    expect(shown).toEqual(expected)
    vi.restoreAllMocks()
  })
})

describe('the settings', () => {
  it('hold times of the day and whether strain may ask', async () => {
    window.location.hash = '#/settings'
    const { fake } = renderApp('empty', 'home')
    const section = within(await screen.findByRole('region', { name: 'Check-ins' }))
    expect(section.getByText('No times chosen')).toBeTruthy()
    const add = async (value: string) => {
      fireEvent.change(section.getByLabelText('Another time'), { target: { value } })
      fireEvent.click(section.getByRole('button', { name: 'Add' }))
    }
    await add('16:30')
    await section.findByRole('button', { name: /^Do not ask at 4:30\sPM$/ })
    await add('09:05')
    await section.findByRole('button', { name: /at 9:05\sAM/ })
    fireEvent.click(section.getByRole('button', { name: /at 4:30\sPM/ }))
    await waitFor(() => expect(fake.world.settings.checkinTimes).toEqual([545]))
    fireEvent.click(section.getByRole('switch', { name: /strain signal is raised/ }))
    await waitFor(() => expect(fake.world.settings.checkinWhenRaised).toBe(false))
    expect(fake.called('settings.change')).toEqual([
      { checkinTimes: [990] },
      { checkinTimes: [545, 990] },
      { checkinTimes: [545] },
      { checkinWhenRaised: false },
    ])
  })
})
