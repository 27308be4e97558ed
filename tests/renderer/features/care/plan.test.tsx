/** The plan for a hard night: written a step at a time or at once, kept only if wanted, and never lost by accident. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { planContents } from '../../../../electron/contract/care.ts'
import {
  contentsOf,
  draftOf,
  oneLine,
  withoutLine,
} from '../../../../renderer/features/care/plan/planDraft.ts'
import { careOf, writtenPlan } from '../../fakeCare.ts'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

function open(scenario: 'people' | 'empty' = 'empty') {
  window.location.hash = '#/people/plan'
  return renderApp(scenario, 'home')
}
const signs = 'How I notice that it is getting worse'
const line = (step: string, place: number) =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: `${step}, entry ${place}` })
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const isFocused = (field: () => Promise<HTMLElement>) =>
  waitFor(async () => expect(document.activeElement).toBe(await field()))

describe('one step at a time', () => {
  it('asks a question for each, goes on and back, and loses nothing', async () => {
    open()
    const first = await line(signs, 1)
    expect(first.placeholder).toMatch(/\?$/)
    write(first, 'I stop answering')
    press('Next')
    expect(await screen.findByText('Step 2 of 7')).toBeTruthy()
    write(await line('What I can do by myself', 1), 'Walk')
    press('Back')
    expect((await line(signs, 1)).value).toBe('I stop answering')
    press('All at once')
    expect((await line('What I can do by myself', 1)).value).toBe('Walk')
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(7)
  })
})

describe('lines', () => {
  it('come, move and go by keyboard, and the keyboard goes along', async () => {
    open()
    write(await line(signs, 1), 'one')
    fireEvent.keyDown(await line(signs, 1), { key: 'Enter' })
    await isFocused(() => line(signs, 2))
    write(await line(signs, 2), 'two')
    fireEvent.keyDown(await line(signs, 2), { key: 'ArrowUp', altKey: true })
    await isFocused(() => line(signs, 1))
    expect((await line(signs, 1)).value).toBe('two')
    // With words in it, Backspace is for the words.
    fireEvent.keyDown(await line(signs, 1), { key: 'Backspace' })
    expect((await line(signs, 2)).value).toBe('one')
    write(await line(signs, 1), '')
    fireEvent.keyDown(await line(signs, 1), { key: 'Backspace' })
    await waitFor(() => expect(screen.queryByRole('textbox', { name: `${signs}, entry 2` })).toBeNull())
    expect((await line(signs, 1)).value).toBe('one')
  })

  it('are not made by an input method that chooses a word with Enter', async () => {
    open()
    fireEvent.keyDown(await line(signs, 1), { key: 'Enter', keyCode: 229 })
    expect(screen.queryByRole('textbox', { name: `${signs}, entry 2` })).toBeNull()
  })

  it('are twelve at most', async () => {
    const { fake } = open()
    await line(signs, 1)
    const twelve = Array.from({ length: 12 }, (_, index) => `line ${index}`)
    act(() => careOf(fake).setPlan({ steps: { ...writtenPlan, signs: twelve }, changedAtMs: 1 }))
    await line(signs, 12)
    expect(screen.queryByRole('button', { name: `Add another: ${signs}` })).toBeNull()
  })

  it('take over own people where they fit', async () => {
    open('people')
    fireEvent.click(await screen.findByRole('button', { name: 'Ben next door, Flat 3, knock' }))
    expect((await line('Whom I can tell', 2)).value).toBe('Ben next door, Flat 3, knock')
    expect(screen.queryByRole('button', { name: 'Ben next door, Flat 3, knock' })).toBeNull()
  })
})

describe('keeping', () => {
  it('happens only when it is wished, without empty lines, and can be undone', async () => {
    const { fake } = open()
    write(await line(signs, 1), '  Two nights without sleep ')
    fireEvent.keyDown(await line(signs, 1), { key: 'Enter' })
    expect(await screen.findByText('Not kept yet.')).toBeTruthy()
    expect(fake.called('care.savePlan')).toEqual([])
    press('Keep my plan')
    await waitFor(() => expect(careOf(fake).plan?.steps.signs).toEqual(['Two nights without sleep']))
    expect(await screen.findByText(/^Kept /)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(careOf(fake).plan).toBeNull())
    await waitFor(async () => expect((await line(signs, 1)).value).toBe(''))
  })

  it('says when it did not work, and keeps the words', async () => {
    const { fake } = open()
    careOf(fake).refusal = 'DISK_FULL'
    write(await line(signs, 1), 'words')
    press('Keep my plan')
    expect(await screen.findByText(/That did not work\. There is not enough room/)).toBeTruthy()
    expect((await line(signs, 1)).value).toBe('words')
  })

  it('is not needed for words to outlive another page', async () => {
    open()
    write(await line(signs, 1), 'half a thought')
    window.location.hash = '#/models'
    await screen.findByRole('heading', { level: 1, name: /The voice that answers you/ })
    window.location.hash = '#/people/plan'
    expect((await line(signs, 1)).value).toBe('half a thought')
  })

  it('elsewhere shows here, unless something was written here', async () => {
    const { fake } = open('people')
    const dog = await line('What I want to stay for', 1)
    act(() => careOf(fake).setPlan({ steps: { ...writtenPlan, reasons: ['Spring'] }, changedAtMs: 5 }))
    await waitFor(async () => expect((await line('What I want to stay for', 1)).value).toBe('Spring'))
    expect(dog.isConnected).toBe(false)
    write(await line('What I want to stay for', 1), 'The dog, too')
    act(() => careOf(fake).setPlan({ steps: writtenPlan, changedAtMs: 6 }))
    expect((await line('What I want to stay for', 1)).value).toBe('The dog, too')
  })
})

describe('erasing', () => {
  it('empties the form, and brings everything back when it was a mistake', async () => {
    const { fake } = open('people')
    await line(signs, 2)
    press('Erase my plan')
    await waitFor(() => expect(careOf(fake).plan).toBeNull())
    await waitFor(async () => expect((await line(signs, 1)).value).toBe(''))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect((await line(signs, 2)).value).toBe('Two nights without real sleep'))
    expect(await screen.findByText('Your plan is as it was.')).toBeTruthy()
  })
})

describe('on paper', () => {
  it('is what stands in the form, with who answers', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    open('people')
    await line(signs, 2)
    const paper = () => document.querySelector('article[aria-hidden="true"]')?.textContent ?? ''
    await waitFor(() => expect(paper()).toContain('Samaritans 116 123'))
    expect(paper()).toContain('I stop answering messages')
    expect(paper()).toContain('Maya 020 7946 0991')
    press('Print it')
    expect(print).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })
})

describe('a draft', () => {
  it('keeps what the contract takes', () => {
    const draft = draftOf({ ...writtenPlan, signs: ['  spaced ', ' '] })
    expect(contentsOf(draft).signs).toEqual(['spaced'])
    expect(planContents.safeParse(contentsOf(draft)).success).toBe(true)
    expect(planContents.safeParse(contentsOf(draftOf(null))).success).toBe(true)
  })

  it('has single lines, and always one left', () => {
    expect(oneLine('one\r\n two\n\nthree')).toBe('one two three')
    const [only] = draftOf(null).signs
    expect(withoutLine(only ? [only] : [], only?.id ?? '')).toMatchObject([{ text: '' }])
  })
})
