/** Kinds of programs of a day: told where they are known, and nowhere else. */
import { render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { expect, it } from 'vitest'
import type { DaySums } from '../../../../electron/contract/presence.ts'
import { ProgramsCard } from '../../../../renderer/features/stress/ProgramsCard.tsx'
import { text } from '../../../../renderer/text/i18n.ts'
import { plain, wordsOf } from './wordsOf.ts'

const sums = (known: Partial<DaySums>) => ({ categorySeconds: null, switches: null, ...known }) as DaySums
const show = (known: Partial<DaySums>) =>
  render(
    <I18nextProvider i18n={text}>
      <ProgramsCard sums={sums(known)} words={wordsOf()} />
    </I18nextProvider>,
  )

it('tells kinds from the most used to the least, without glances', () => {
  show({ categorySeconds: { comms: 1800, dev: 7260, docs: 20, media: 0, other: 0 }, switches: 214 })
  expect(screen.getAllByRole('listitem').map((item) => plain(item.textContent ?? ''))).toEqual([
    'Code: 2 h 1 min',
    'Mail and chat: 30 min',
  ])
  expect(screen.getByText('The one in front changed 214 times.')).toBeDefined()
})

it('is not there while the programs are not noticed', () => {
  const { container } = show({ switches: 0 })
  expect(container.textContent).toBe('')
})
