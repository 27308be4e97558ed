/** "Why this reply": what was heard by which way of listening, what was not shown and why, in words. */
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'

async function why(scenario: Scenario) {
  renderApp(scenario)
  const [menu] = await screen.findAllByRole('button', { name: 'What to do with this reply' })
  if (!menu) throw new Error('no reply of Lull has a menu')
  fireEvent.click(menu)
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Why this reply' }))
  return screen.findByRole('dialog', { name: 'Why this reply' })
}
const linesOf = (dialog: HTMLElement, title: string) =>
  within(within(dialog).getByRole('region', { name: title }))
    .getAllByRole('listitem')
    .map((line) => line.textContent)

describe('a reply of a model', () => {
  it('says which sentences were not shown, why, and what it was given', async () => {
    const dialog = await why('talking')
    await within(dialog).findByRole('region', { name: 'What was not shown' })
    expect(linesOf(dialog, 'What was not shown')).toEqual([
      'Sentence 2 was not shown: advice you had not asked for',
      'Sentence 4 was not shown: closeness a program does not have, or asking you to stay',
    ])
    expect(linesOf(dialog, 'How it came about')).toEqual([
      'The model wrote 4 replies.',
      'Reply 2 was chosen.',
    ])
    expect(within(dialog).getByText('Nothing serious')).toBeTruthy()
    expect(within(dialog).getByText(/You are Lull, a companion on this machine/)).toBeTruthy()
  })
})

describe('a reply written by people', () => {
  it('says what was heard and by whom, which text it is, and shows no prompt', async () => {
    const dialog = await why('crisis')
    await within(dialog).findByText('Something serious')
    expect(linesOf(dialog, 'What Lull heard')).toEqual([
      'You wrote about being gone, or others being better off without you',
      'You wrote about pain, emptiness, being alone or seeing no way out',
      'A small sentence reader: probably thoughts of suicide (86%)',
      'A small table of phrases: thoughts of suicide, earlier in this talk',
    ])
    expect(linesOf(dialog, 'How it came about')).toEqual([
      'The text was written and reviewed by people (English, version 2.0.0). A model had no part in its words.',
      'What it is about: giving back what was heard, asking directly, and whom to reach',
    ])
    expect(within(dialog).queryByText('The prompt as sent')).toBeNull()
    expect(within(dialog).queryByText('Tokens')).toBeNull()
  })
})
