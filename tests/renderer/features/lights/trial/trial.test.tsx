/** The comparison with oneself: said before it begins, never more than it is, and forgotten when asked. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TrialResultView } from '../../../../../electron/contract/lights.ts'
import { LEAST_EACH } from '../../../../../electron/core/lights/trial.ts'
import { placeOf, reachOf } from '../../../../../renderer/features/lights/trial/intervalScale.ts'
import TrialSection from '../../../../../renderer/features/lights/trial/TrialSection.tsx'
import { trialNumber, verdictOf } from '../../../../../renderer/features/lights/trial/trialWords.ts'
import { type RenderedPart, renderLightsPart } from '../sources/renderLightsPart.tsx'

const known = (rest: Partial<Extract<TrialResultView, { kind: 'known' }>> = {}): TrialResultView => ({
  kind: 'known',
  n: 41,
  look: { mean: 3.4, n: 21 },
  withheld: { mean: 3.15, n: 20 },
  ...{ difference: 0.25, low: -0.2, high: 0.7 },
  ...rest,
})
const few: TrialResultView = { kind: 'not_enough', n: 9, missing: 11 }
const none: TrialResultView = { kind: 'not_enough', n: 0, missing: LEAST_EACH }

interface Shown {
  moments?: number
  mood?: TrialResultView
  heartRate?: TrialResultView
  isOn?: boolean
  isAllowed?: boolean
  atStrain?: string | null
}

const trial = (
  { moments = 0, mood = none, heartRate = none, isOn = false, isAllowed = true, atStrain = 'soften' }: Shown,
  before: (parts: RenderedPart) => void = () => {},
) =>
  renderLightsPart(<TrialSection />, (parts) => {
    const { settings } = parts.fake.world
    parts.fake.world.settings = {
      ...settings,
      lights: { ...settings.lights, isTrialOn: isOn, isAllowed, atStrain },
    }
    parts.lights.trial = { isOn, moments, outcomes: { mood, heartRate } }
    before(parts)
  })
const turn = async () =>
  fireEvent.click(await screen.findByRole('switch', { name: 'Compare with and without' }))
const changes = ({ fake }: RenderedPart) => fake.called('settings.change')
const outcome = async (name: string) => within(await screen.findByRole('region', { name }))

describe('before it begins', () => {
  it('says exactly what happens, and begins after a yes alone', async () => {
    const parts = trial({})
    const told = within(await screen.findByRole('region', { name: 'What happens' }))
    expect(told.getByText(/In half of the moments when strain is raised/)).toBeTruthy()
    expect(told.getByText(/next check-in, if it comes within 4 hours/)).toBeTruthy()
    expect(told.getByText(/where a strap is on.*10 minutes later/)).toBeTruthy()
    expect(told.getByText(/Looks you ask for yourself are never left out/)).toBeTruthy()
    expect(told.getByText(new RegExp(`once ${LEAST_EACH} moments of each half`))).toBeTruthy()
    await turn()
    expect(await screen.findByText(/left out by chance in half of your raised moments/)).toBeTruthy()
    expect(changes(parts)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Begin to compare' }))
    await waitFor(() => expect(changes(parts)).toMatchObject([{ lights: { isTrialOn: true } }]))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Begin to compare' })).toBeNull())
  })

  it('can be left off', async () => {
    const parts = trial({})
    await turn()
    fireEvent.click(await screen.findByRole('button', { name: 'Leave it off' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Begin to compare' })).toBeNull())
    expect(changes(parts)).toEqual([])
  })

  it('ends at once', async () => {
    const parts = trial({ isOn: true })
    await turn()
    await waitFor(() => expect(changes(parts)).toMatchObject([{ lights: { isTrialOn: false } }]))
  })

  it('calls light a cue', async () => {
    trial({})
    expect(await screen.findByText(/what such a cue does/)).toBeTruthy()
  })

  it('says when nothing can be drawn', async () => {
    trial({ isOn: true, isAllowed: false })
    expect(await screen.findByText(/Lull may not touch lamps by itself/)).toBeTruthy()
  })

  it('says when no look answers raised strain', async () => {
    trial({ isOn: true, atStrain: null })
    expect(await screen.findByText(/no look answers raised strain/)).toBeTruthy()
  })
})

describe('what it shows', () => {
  it('is nothing while it is off and nothing was drawn', async () => {
    const { fake } = trial({})
    await screen.findByRole('switch')
    await waitFor(() => expect(fake.called('lights.trial')).toHaveLength(1))
    await waitFor(() => expect(screen.queryByText('Looking what there is…')).toBeNull())
    expect(screen.queryByRole('region', { name: 'Your next check-in' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Forget the comparison' })).toBeNull()
  })

  it('is not enough, with how many more are needed', async () => {
    trial({ isOn: true, moments: 22, mood: few })
    expect(await screen.findByText('22 raised moments were drawn so far.')).toBeTruthy()
    const mood = await outcome('Your next check-in')
    expect(
      mood.getByText(/Not enough yet: 9 moments have an answer, and about 11 more of the rarer half/),
    ).toBeTruthy()
    const heart = await outcome('Heart rate, 10 minutes later')
    expect(
      heart.getByText(new RegExp(`no moment has an answer so far, and about ${LEAST_EACH} of each half`)),
    ).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('may be chance when the interval holds zero', async () => {
    trial({ isOn: true, moments: 60, mood: known() })
    const mood = await outcome('Your next check-in')
    expect(mood.getByText('With a look you answered 3.40 of 5 on average, without one 3.15.')).toBeTruthy()
    expect(mood.getByText(/The difference is 0\.25.*from −0\.20 to 0\.70 \(95 % interval\)/)).toBeTruthy()
    expect(mood.getByText(/Zero lies within, so this may be chance/)).toBeTruthy()
    expect(mood.getByText(/From 21 moments with a look and 20 without/)).toBeTruthy()
    expect(
      mood.getByRole('img', { name: 'Difference of 0.25, from −0.20 to 0.70, with zero in the middle' }),
    ).toBeTruthy()
  })

  it.each([
    ['mood', 'Your next check-in', { difference: 0.5, low: 0.1, high: 0.9 }, /tend to feel better/],
    ['mood', 'Your next check-in', { difference: -0.5, low: -0.9, high: -0.1 }, /tend to feel worse/],
    ['heartRate', 'Heart rate, 10 minutes later', { difference: -4, low: -6, high: -2 }, /tends to be lower/],
    ['heartRate', 'Heart rate, 10 minutes later', { difference: 4, low: 2, high: 6 }, /tends to be higher/],
  ] as const)('%s is said in the right direction', async (which, name, difference, said) => {
    trial({ isOn: true, moments: 60, [which]: known(difference) })
    expect((await outcome(name)).getByText(said)).toBeTruthy()
  })

  it('stays to be seen after it was switched off', async () => {
    trial({ isOn: false, moments: 60, mood: known() })
    expect(await outcome('Your next check-in')).toBeTruthy()
  })
})

describe('forgetting', () => {
  it('asks first, and begins at the way out', async () => {
    const parts = trial({ isOn: true, moments: 60, mood: known() })
    fireEvent.click(await screen.findByRole('button', { name: 'Forget the comparison' }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Forget what was compared?' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'))
    expect(parts.fake.called('lights.forgetTrial')).toEqual([])
    fireEvent.click(sheet.getByRole('button', { name: 'Forget it' }))
    expect(await screen.findByText('Forgotten.')).toBeTruthy()
    expect(parts.fake.called('lights.forgetTrial')).toEqual([{ confirm: 'forget' }])
    expect(await screen.findByText('No raised moment was drawn yet.')).toBeTruthy()
  })
})

describe('numbers', () => {
  it('have a true minus and never a minus zero', () => {
    expect(trialNumber(-3.14, 'heartRate', 'en')).toBe('−3.1')
    expect(trialNumber(-0.04, 'heartRate', 'en')).toBe('0.0')
    expect(trialNumber(-0.04, 'mood', 'en')).toBe('−0.04')
  })

  it('that touch zero may be chance', () => {
    expect(verdictOf({ low: 0, high: 2 })).toBe('chance')
    expect(verdictOf({ low: -2, high: 0 })).toBe('chance')
  })

  it('are drawn on a round scale with zero in the middle', () => {
    expect(reachOf({ low: -0.2, high: 0.7 }, 'mood')).toBe(1)
    expect(reachOf({ low: -1.4, high: 0.7 }, 'mood')).toBe(2)
    expect(reachOf({ low: -6, high: -2 }, 'heartRate')).toBe(10)
    expect(reachOf({ low: -31, high: 4 }, 'heartRate')).toBe(50)
    expect(reachOf({ low: -70, high: 4 }, 'heartRate')).toBe(100)
    expect([-2, 0, 2, 9].map((value) => placeOf(value, 2))).toEqual([0, 0.5, 1, 1])
  })
})
