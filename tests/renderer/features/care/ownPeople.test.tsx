/** Own people: added, changed, moved and taken off; first one first everywhere. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ownPerson } from '../../../../electron/contract/care.ts'
import { emptyFields, personOf, problemOf } from '../../../../renderer/features/care/personFields.ts'
import { moved } from '../../../../renderer/features/care/usePeopleEdit.ts'
import { ben, careOf, drOkoro, maya } from '../../fakeCare.ts'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

function open(scenario: 'people' | 'empty' = 'people') {
  window.location.hash = '#/people'
  return renderApp(scenario, 'home')
}
const list = () => screen.findByRole('list', { name: 'Your people, first one first' })
const names = (fake: ReturnType<typeof open>['fake']) => careOf(fake).people.map(({ name }) => name)
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

describe('the list', () => {
  it('is empty at first and says that one name is enough', async () => {
    const { fake } = open('empty')
    fireEvent.click(await screen.findByRole('button', { name: 'Add someone' }))
    const name = await screen.findByRole('textbox', { name: 'Name' })
    expect(document.activeElement).toBe(name)
    type('Name', ' Ada ')
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Ada comes first, when it gets hard.' }),
    ).toBeTruthy()
    expect(careOf(fake).people).toMatchObject([{ name: 'Ada', phone: null, how: null, professional: false }])
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Add someone'))
  })

  it('is put in another order with the keyboard kept on who moves, and said', async () => {
    const { fake } = open()
    await list()
    const up = () => screen.getByRole('button', { name: 'Move Dr Okoro up' })
    up().focus()
    fireEvent.click(up())
    await waitFor(() => expect(names(fake)).toEqual(['Dr Okoro', 'Maya', 'Ben next door']))
    expect(await screen.findByText('Dr Okoro is now number 1.')).toBeTruthy()
    // Up is over at the top, so the keyboard is on the way down.
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Dr Okoro down'))
  })

  it('lets someone go, and brings them back', async () => {
    const { fake } = open()
    await list()
    fireEvent.click(screen.getByRole('button', { name: 'Take Maya off the list' }))
    await waitFor(() => expect(names(fake)).toEqual(['Dr Okoro', 'Ben next door']))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change Dr Okoro'))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(names(fake)).toEqual(['Maya', 'Dr Okoro', 'Ben next door']))
  })

  it('changes someone in their own place', async () => {
    const { fake } = open()
    await list()
    fireEvent.click(screen.getByRole('button', { name: 'Change Maya' }))
    type('Another way', 'Or write to her')
    fireEvent.click(screen.getByRole('switch', { name: 'They do this for a living' }))
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
    await waitFor(() =>
      expect(careOf(fake).people[0]).toEqual({ ...maya, how: 'Or write to her', professional: true }),
    )
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change Maya'))
  })

  it('says what cannot be kept, and keeps what was typed', async () => {
    const { fake } = open()
    await list()
    fireEvent.click(screen.getByRole('button', { name: 'Add someone' }))
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/A name is needed/)
    type('Name', 'Ada')
    type('Phone number', 'call me')
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
    expect(await screen.findByText(/A number has digits/)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Phone number' }))
    type('Phone number', '0151 12')
    careOf(fake).refusal = 'INTERNAL'
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
    expect(await screen.findByText(/That was not kept/)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Ada')
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Name' }), { key: 'Escape' })
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
  })

  it('is full at eight', async () => {
    const { fake } = open()
    await list()
    const many = Array.from({ length: 8 }, () => ({ ...maya, id: crypto.randomUUID() }))
    careOf(fake).change({ people: many })
    expect(await screen.findByText('That is as many as the list holds.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add someone' })).toBeNull()
  })
})

describe('in a hard moment', () => {
  it('the first one stands in the door, before any line', async () => {
    const { fake } = renderApp('people')
    await waitFor(() => expect(careOf(fake).topic.watchers).toBeGreaterThan(0))
    fireEvent.click(await screen.findByRole('button', { name: 'A hard moment' }))
    const door = await screen.findByRole('dialog', { name: 'A hard moment' })
    await waitFor(() =>
      expect(
        within(door)
          .getAllByRole('link')
          .map((link) => link.getAttribute('href')),
      ).toEqual(['tel:02079460991', 'tel:999']),
    )
    fireEvent.click(within(door).getByRole('button', { name: 'People to call' }))
    const calls = await within(door).findAllByRole('link', { name: /^Call/ })
    expect(calls.map((link) => link.getAttribute('href'))).toEqual(['tel:02079460991', 'tel:116123'])
  })
})

describe('what is typed', () => {
  it.each(['0151 12', '+49 (0)30-1.2/3', '*31#123', '12', 'call me', '1', 'x'.repeat(41), '１２３'])(
    'is judged as the contract judges it: %s',
    (phone) => {
      const fields = { ...emptyFields, name: 'Ada', phone }
      const isFine = ownPerson.safeParse(personOf(maya.id, fields)).success
      expect(problemOf(fields) === null).toBe(isFine)
    },
  )

  it('needs a name and nothing else', () => {
    expect(problemOf(emptyFields)).toBe('nameMissing')
    expect(ownPerson.safeParse(personOf(ben.id, { ...emptyFields, name: ' Ben ' })).success).toBe(true)
  })
})

describe('moving', () => {
  it('swaps neighbours and stays within the list', () => {
    const all = [maya, drOkoro, ben]
    expect(moved(all, ben.id, -1)).toEqual([maya, ben, drOkoro])
    expect(moved(all, maya.id, -1)).toBe(all)
    expect(moved(all, ben.id, 1)).toBe(all)
    expect(moved(all, 'nobody', 1)).toBe(all)
  })
})
