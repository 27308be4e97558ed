/** The page of exercises: what there is, what suits, what is known, and doing one. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExerciseRun, ListedExercise } from '../../../../electron/contract/exercises.ts'
import type { FakeEngine } from '../../fakeEngine.ts'
import { exercisesOf } from '../../fakeExercises.ts'
import { renderApp } from '../../renderApp.tsx'
import { shortBreath, shortId } from './shortBreath.ts'

await import('../../../../renderer/features/exercises/player/ExercisePlayer.tsx')
await import('../../../../renderer/features/exercises/ExercisesPage.tsx')
const goTo = (hash: string) =>
  act(() => {
    window.location.hash = hash
    window.dispatchEvent(new window.HashChangeEvent('hashchange'))
  })
afterEach(() => {
  window.location.hash = ''
})

function shown(hash: string, change?: (listed: ListedExercise[]) => ListedExercise[]) {
  const app = renderApp('empty', 'home')
  const world = exercisesOf(app.fake)
  if (change) world.listed = change(world.listed)
  goTo(hash)
  return { ...app, world }
}
const saved = (fake: FakeEngine) => fake.called('exercises.saveRun') as Omit<ExerciseRun, 'atMs'>[]
const withShort = (listed: ListedExercise[]) => [shortBreath(), ...listed]
const press = (name: string | RegExp) =>
  screen.findByRole('button', { name }).then((one) => fireEvent.click(one))

async function begun(
  form: 'a light that moves' | 'a light that stands still' | 'only words',
  rating = 'Start without saying',
) {
  const app = shown(`#/exercises/${shortId}`, withShort)
  fireEvent.click(await screen.findByRole('radio', { name: form }))
  await press('Start')
  await press(rating)
  return app
}

describe('the list', () => {
  it('opens with a sentence, in the order of the engine, with lengths and evidence in plain words', async () => {
    shown('#/exercises', withShort)
    expect(await screen.findByRole('heading', { level: 1, name: /A few small things/ })).toBeTruthy()
    const items = await screen.findAllByRole('listitem')
    expect(items[0]?.textContent).toContain('A short breath')
    expect(items[0]?.textContent).toContain('some evidence')
    expect(items[0]?.textContent).toContain('Too few ratings of yours yet (2 of 5).')
    expect(items[0]?.textContent).toContain('Done 2 times.')
    expect(screen.getByText('Box breathing')).toBeTruthy()
    expect(screen.getAllByText('no study found').length).toBe(1)
  })

  it('says where the order comes from, and what own ratings said', async () => {
    const known: ListedExercise['helped'] = {
      ...{ kind: 'known', n: 7, change: 1.4, low: 0.6, high: 2.2 },
      ...{ better: 5, same: 1, worse: 1 },
    }
    shown('#/exercises', (listed) => [{ ...shortBreath(), helped: known, placedBy: 'ratings' }, ...listed])
    const own = await screen.findByRole('region', { name: 'First what you rated well yourself' })
    expect(within(own).getByText('Your ratings: better 5 of 7 times')).toBeTruthy()
    expect(screen.getByRole('region', { name: 'By what is known of them in general' })).toBeTruthy()
    goTo(`#/exercises/${shortId}`)
    expect(await screen.findByText('You rated it 7 times: better 5, the same 1, worse 1.')).toBeTruthy()
    expect(
      screen.getByText(/On average 1.4 of 10 better afterwards, most likely between 0.6 and 2.2/),
    ).toBeTruthy()
    expect(screen.getByText(/because of your own ratings/)).toBeTruthy()
  })

  it('can be narrowed by a feeling, and shows all again', async () => {
    shown('#/exercises')
    await press('stiff')
    expect(screen.queryByText('Box breathing')).toBeNull()
    expect(screen.getByText('Stand and stretch')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'stiff', pressed: true })).toBeTruthy()
    await press('show all')
    expect(screen.getByText('Box breathing')).toBeTruthy()
  })

  it('tells a broken one in a line, and loses no other', async () => {
    const { world } = shown('#/talk')
    world.broken = [
      {
        folder: 'three-days',
        problems: [
          { at: 'steps[0].seconds', what: 'is more than 600' },
          { at: 'en.md', what: 'has nothing under "## When"' },
        ],
      },
    ]
    goTo('#/exercises')
    expect(
      await screen.findByText(/“three-days” cannot be read: steps\[0\].seconds is more than 600\./),
    ).toBeTruthy()
    expect(screen.getByText(/One more thing is wrong in it/)).toBeTruthy()
    expect(screen.getByText('Box breathing')).toBeTruthy()
  })

  it('says that there are none', async () => {
    shown('#/exercises', () => [])
    expect(await screen.findByText('There are no exercises here yet.')).toBeTruthy()
  })
})

describe('one exercise', () => {
  it('states its cautions before the start, and its sources as text', async () => {
    shown('#/exercises/cyclic-sighing')
    const start = await screen.findByRole('button', { name: 'Start' })
    const caution = screen.getByText(/Leave it out if you are pregnant/)
    expect(caution.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(screen.getByText('10.1016/j.xcrm.2022.100895').closest('a')).toBeNull()
    expect(screen.getByRole('radio', { name: '5 minutes', checked: true })).toBeTruthy()
    expect(screen.getByText('2.5 seconds')).toBeTruthy()
  })

  it('offers no moving light where nothing would move', async () => {
    shown('#/exercises/walk')
    await screen.findByRole('button', { name: 'Start' })
    expect(screen.queryByRole('radio', { name: 'a light that moves' })).toBeNull()
  })

  it('says that one is not there any more', async () => {
    shown('#/exercises/gone')
    expect(await screen.findByText('This exercise is not there any more.')).toBeTruthy()
  })
})

describe('doing it', () => {
  it('is written down at its beginning and its end, with both answers', async () => {
    const { fake } = await begun('a light that stands still', '7 of 10')
    await waitFor(() => expect(saved(fake)).toHaveLength(1))
    expect(saved(fake)[0]).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), exerciseId: shortId, plannedMs: 1200, spentMs: 0 },
      ...{ ended: 'open', before: 7, after: null, nudgeId: null, via: 'list' },
    })
    await screen.findByText('And now, how tense are you?')
    expect(saved(fake)[1]).toMatchObject({ ended: 'done', spentMs: 1200, before: 7, after: null })
    await press('4 of 10')
    await waitFor(() => expect(saved(fake)[2]).toMatchObject({ ended: 'done', after: 4 }))
    expect(new Set(saved(fake).map(({ id }) => id)).size).toBe(1)
    // Back on its page, whose counts are read anew.
    await screen.findByRole('button', { name: 'Start' })
    await waitFor(() => expect(fake.called('exercises.list').length).toBeGreaterThan(1))
  })

  it('asks nothing afterwards where nothing was said before', async () => {
    const { fake } = await begun('a light that moves')
    await press('Close')
    expect(screen.queryByText('And now, how tense are you?')).toBeNull()
    expect(saved(fake).at(-1)).toMatchObject({ ended: 'done', before: null, after: null })
  })

  it('pauses and goes on with the space bar, and the time stands still meanwhile', async () => {
    const { fake } = await begun('a light that moves')
    const place = await screen.findByRole('region', { name: 'A short breath, the exercise' })
    await waitFor(() => expect(document.activeElement).toBe(place))
    fireEvent.keyDown(place, { key: ' ' })
    await screen.findByText('Paused. The time stands still.')
    const pausedAtMs = performance.now()
    await waitFor(() => expect(performance.now() - pausedAtMs).toBeGreaterThan(1300))
    expect(saved(fake)).toHaveLength(1)
    fireEvent.keyDown(place, { key: ' ' })
    await screen.findByRole('button', { name: 'Close' })
    expect(saved(fake)[1]).toMatchObject({ ended: 'done', spentMs: 1200 })
  })

  it('leaves the space bar to whatever is pressed with it', async () => {
    await begun('a light that moves')
    fireEvent.keyDown(await screen.findByRole('button', { name: 'Stop here' }), { key: ' ' })
    expect(screen.queryByText('Paused. The time stands still.')).toBeNull()
  })

  it('is stopped early, and said so', async () => {
    const { fake } = await begun('a light that moves')
    await press('Stop here')
    await waitFor(() => expect(saved(fake)[1]).toMatchObject({ ended: 'stopped', after: null }))
    await screen.findByRole('button', { name: 'Start' })
  })

  it('counts as stopped when the person goes elsewhere', async () => {
    const long = (listed: ListedExercise[]) => listed
    const { fake } = shown('#/exercises/six-breaths', long)
    await press('Start')
    await press('Start without saying')
    await waitFor(() => expect(saved(fake)).toHaveLength(1))
    goTo('#/models')
    await waitFor(() => expect(saved(fake)[1]).toMatchObject({ ended: 'stopped', exerciseId: 'six-breaths' }))
    expect(saved(fake)[1]?.spentMs).toBeLessThan(60_000)
  })

  it('tells a screen reader each step once, and nothing in between', async () => {
    const heard: string[] = []
    const watcher = new MutationObserver(() => {
      const said = document.querySelector('[role="status"][class*="label"]')?.textContent ?? null
      if (said !== null && said !== heard.at(-1)) heard.push(said)
    })
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
    await begun('a light that stands still')
    await press('Close')
    watcher.disconnect()
    const [inWords, outWords] = ['Breathe in, gently', 'Breathe out, gently']
    expect(heard[0]).toBe(inWords)
    expect(new Set(heard)).toEqual(new Set([inWords, outWords]))
    // Three rounds of two; a busy machine may leave one out, and none may be said twice.
    expect(heard.length).toBeLessThanOrEqual(6)
  })

  it('can be read instead, without a clock', async () => {
    const { fake } = await begun('only words')
    expect(await screen.findByText('There is no clock here. Take your own time.')).toBeTruthy()
    expect(screen.getByText('Breathe in, gently')).toBeTruthy()
    expect(screen.queryByText(/left$/)).toBeNull()
    const readAtMs = performance.now()
    await waitFor(() => expect(performance.now() - readAtMs).toBeGreaterThan(1300))
    expect(saved(fake)).toHaveLength(1)
    await press('I am done')
    await waitFor(() => expect(saved(fake)[1]).toMatchObject({ ended: 'done' }))
  })
})
