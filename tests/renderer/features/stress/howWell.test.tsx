/** "How well does this know me?": how many answers are missing, the numbers in plain words, and the way to switch off. */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Agreement } from '../../../../electron/core/stress/agreement.ts'
import { stressOf } from '../../fakeStress.ts'
import type { Scenario } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'

beforeAll(async () => {
  await import('../../../../renderer/features/stress/TodayPage.tsx')
  await import('../../../../renderer/features/stress/HowWell.tsx')
})
beforeEach(() => {
  window.location.hash = '#/today'
})

async function renderHowWell(scenario: Scenario, agreement?: Agreement) {
  const app = renderApp(scenario, 'home')
  if (agreement) stressOf(app.fake).agreement = agreement
  fireEvent.click(await screen.findByRole('button', { name: 'How well does this know me?' }))
  await screen.findByRole('button', { name: 'Back to the day' })
  return app
}
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

it('says how many answers are missing, and offers no switch yet', async () => {
  await renderHowWell('calmDay')
  expect(await heading('Too early to say: 23 more check-ins are needed.')).toBeTruthy()
  expect(screen.getByText(/: 17 so far\.$/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Switch/ })).toBeNull()
})

it('says what the numbers mean, and no more', async () => {
  await renderHowWell('heavyDay')
  expect(await heading('It knows you a little: the link to your answers is weak.')).toBeTruthy()
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'ρ 0.31, interval 0.05 to 0.53, on a line from −1 to 1.',
  )
  expect(screen.queryByRole('button', { name: /Switch/ })).toBeNull()
})

it('proposes to switch strain off when it may be chance, and offers it on again', async () => {
  const { fake } = await renderHowWell('noStrap')
  expect(await heading(/^It may be chance/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Switch the strain signal off' }))
  await waitFor(() => expect(fake.called('settings.change')).toEqual([{ strainOn: false }]))
  fireEvent.click(await screen.findByRole('button', { name: 'Switch it on again' }))
  await waitFor(() => expect(fake.called('settings.change').at(-1)).toEqual({ strainOn: true }))
})

it('says when there is nothing to compare', async () => {
  await renderHowWell('calmDay', { kind: 'no_variation', n: 41 })
  expect(await heading(/nothing to compare yet/)).toBeTruthy()
})

it('leads back to the day, and the keyboard with it', async () => {
  await renderHowWell('calmDay')
  fireEvent.click(screen.getByRole('button', { name: 'Back to the day' }))
  await screen.findByRole('slider', { name: 'Moment of the day' })
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Day'))
})
