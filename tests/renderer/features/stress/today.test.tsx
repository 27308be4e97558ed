/** Today as a person meets it: the sentence, the line by keys, the reasons, the explanation, wrong stretches, other days. */
import { ORPCError } from '@orpc/server'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { daysOf } from '../../fakeDays.ts'
import type { FakeEngine } from '../../fakeEngine.ts'
import { stressOf } from '../../fakeStress.ts'
import type { Scenario } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'
import { minuteMs, plain } from './wordsOf.ts'

beforeAll(async () => {
  // Their first loading takes longer than a test waits.
  await Promise.all([
    import('../../../../renderer/features/stress/TodayPage.tsx'),
    import('../../../../renderer/features/stress/Explain.tsx'),
    import('../../../../renderer/features/stress/MarkWrong.tsx'),
    import('../../../../renderer/features/stress/PeriodView.tsx'),
    import('../../../../renderer/features/stress/DayCurve.tsx'),
  ])
})
beforeEach(() => {
  window.location.hash = '#/today'
})

async function renderToday(scenario: Scenario) {
  const app = renderApp(scenario, 'home')
  await screen.findByRole('navigation', { name: 'Which day' })
  return app
}

/** The words of the page's sentence, once they are there. */
const sentence = (words: RegExp) =>
  waitFor(() => expect(plain(screen.getByRole('heading', { level: 1 }).textContent ?? '')).toMatch(words))
const line = () => screen.findByRole('slider', { name: 'Moment of the day' })
const said = (element: HTMLElement) => plain(element.getAttribute('aria-valuetext') ?? '')
const lastCall = (fake: FakeEngine, path: string) => fake.called(path).at(-1) as Record<string, unknown>

describe('the sentence', () => {
  it.each([
    [
      'heavyDay',
      /^A day with two calls and one real rest\. .* has more app-hopping than your usual [a-z ]+\.$/,
    ],
    ['calmDay', /^A day with two calls and five real rests\.$/],
    ['firstDay', /^You began at .*, and have been at it for 2[23] min\.$/],
    ['nothingYet', /^Nothing is known of today yet\. It fills by itself\.$/],
  ] as [Scenario, RegExp][])('of %s', async (scenario, words) => {
    await renderToday(scenario)
    await sentence(words)
  })
})

describe('the line of the day', () => {
  it('says a moment, moves by keys, and explains the moment at Enter', async () => {
    const { fake } = await renderToday('heavyDay')
    const slider = await line()
    const max = Number(slider.getAttribute('aria-valuemax'))
    expect(Number(slider.getAttribute('aria-valuenow'))).toBe(max)
    fireEvent.keyDown(slider, { key: 'ArrowLeft' })
    expect(Number(slider.getAttribute('aria-valuenow'))).toBe(max - 5)
    fireEvent.keyDown(slider, { key: 'ArrowRight', shiftKey: true })
    expect(Number(slider.getAttribute('aria-valuenow'))).toBe(max - 4)
    expect(said(slider)).toMatch(/: at it\. A pause is due\. Strain signal above your usual\.$/)
    fireEvent.keyDown(slider, { key: 'Enter' })
    const sheet = await screen.findByRole('dialog')
    expect(await within(sheet).findByRole('region', { name: 'Every signal' })).toBeTruthy()
    const days = daysOf(fake)
    const asked = Number(lastCall(fake, 'stress.explain').atMs)
    expect(Math.abs(days.nowMs - 4 * minuteMs - asked)).toBeLessThanOrEqual(2 * minuteMs)
  })

  it('is a list as well, with check-ins among the stretches', async () => {
    await renderToday('heavyDay')
    await line()
    await screen.findByText('check-in: good')
    const table = screen.getByRole('region', { name: 'In words, as a list' }).querySelector('tbody')
    const rows = [...(table?.querySelectorAll('tr') ?? [])].map((row) => plain(row.textContent ?? ''))
    expect(rows.some((row) => /in a call39 min$/.test(row))).toBe(true)
    expect(rows.some((row) => /not known33 min$/.test(row))).toBe(true)
    expect(rows.some((row) => /check-in: good$/.test(row))).toBe(true)
  })

  it('says in words what the curves show', async () => {
    await renderToday('heavyDay')
    await line()
    expect(screen.getByText(/The strain signal was known for .* It was raised once:/)).toBeTruthy()
  })

  it('is an empty place with the word while nothing is known', async () => {
    await renderToday('nothingYet')
    expect(await screen.findByText('Nothing was kept yet.')).toBeTruthy()
    expect(screen.queryByRole('slider')).toBeNull()
  })

  it('says that the strain signal is not known, on a first day', async () => {
    await renderToday('firstDay')
    expect(await screen.findByText('Strain signal: not known today so far')).toBeTruthy()
    expect(screen.getByText('Learning what is usual for you: 1 of 3 days so far.')).toBeTruthy()
  })
})

describe('when a part does not answer', () => {
  it('the rest stands, and the page says so', async () => {
    const { fake } = renderApp('calmDay', 'home')
    stressOf(fake).day = () => {
      throw new ORPCError('BUSY', { defined: true })
    }
    const alert = await screen.findByRole('alert', undefined, { timeout: 5000 })
    expect(alert.textContent).toBe('Lull is still busy with something. Try again in a moment.')
    await sentence(/^A day with two calls and five real rests\.$/)
    expect(await line()).toBeTruthy()
  })
})

describe('the scores', () => {
  it('are bands with words, reasons with the own range, and confidence', async () => {
    await renderToday('heavyDay')
    const strain = await screen.findByRole('region', { name: 'Unlike your usual' })
    expect(within(strain).getByText('Unlike your usual for a while now')).toBeTruthy()
    expect(within(strain).getByText('Half sure: 58% of what there is to know.')).toBeTruthy()
    const reasons = within(within(strain).getByRole('list', { name: 'What speaks loudest' }))
    expect(reasons.getAllByRole('button').map((one) => plain(one.textContent ?? ''))).toEqual([
      expect.stringMatching(/^More app-hopping than your usual [a-z ]+9\.2 a minute, usually 3\.8–6\.1$/),
      'A faster heart than in your quiet minutes78 bpm, usually 64–71',
      expect.stringMatching(/^Shorter stays in each app than your usual [a-z ]+21 s, usually 34–75$/),
    ])
    const band = within(strain).getByRole('img').getAttribute('aria-label')
    expect(band).toBe('Unlike your usual: Unlike your usual for a while now. Above your usual.')
  })

  it('never shows a strain score that is not known', async () => {
    const { fake } = await renderToday('noStrap')
    await screen.findByText('As usual for you')
    const stress = stressOf(fake)
    const snapshot = stress.snapshot()
    stress.topic.emit({
      ...snapshot,
      strain: { ...snapshot.strain, state: 'unknown', value: null, confidence: 0.2, reasons: [] },
    })
    const strain = screen.getByRole('region', { name: 'Unlike your usual' })
    expect(await within(strain).findByText('Too little is known right now to say anything.')).toBeTruthy()
    expect(within(strain).queryByRole('list')).toBeNull()
    expect(within(strain).getByRole('img').getAttribute('aria-label')).not.toMatch(/\d/)
  })

  it('says what is unknown, and why', async () => {
    await renderToday('noStrap')
    const unknown = await screen.findByRole('region', { name: 'Not known right now' })
    const lines = within(unknown)
      .getAllByRole('listitem')
      .map((one) => one.textContent)
    expect(lines).toContain(
      'heart rate and beat-to-beat variation (RMSSD): no steady beats against a known usual.',
    )
    expect(lines).toContain('way of the pointer per click: switched off by its weight.')
    fireEvent.click(within(unknown).getByRole('button', { name: 'Sensors and straps' }))
    await waitFor(() => expect(window.location.hash).toBe('#/sensing'))
  })

  it('tells how far the baseline of the heart has come', async () => {
    await renderToday('calmDay')
    const beats = await screen.findByRole('region', { name: 'Beats' })
    expect(
      within(beats).getByText(/after 60 quiet minutes on 3 days\. So far: 31 minutes, 2 days\.$/),
    ).toBeTruthy()
    expect(within(beats).getByRole('img')).toBeTruthy()
  })

  it('can be switched on again where it was switched off', async () => {
    const { fake } = await renderToday('strainOff')
    fireEvent.click(await screen.findByRole('button', { name: 'Switch it on again' }))
    await waitFor(() => expect(lastCall(fake, 'settings.change')).toEqual({ strainOn: true }))
  })
})

describe('the explanation', () => {
  async function explained() {
    const app = await renderToday('heavyDay')
    fireEvent.click(await screen.findByRole('button', { name: /^More app-hopping/ }))
    const sheet = await screen.findByRole('dialog')
    await within(sheet).findByText(/^The strain signal stood above your usual\. Half sure: 58% /)
    return { ...app, sheet }
  }

  it('shows every signal with all its numbers, and marks the one that was asked about', async () => {
    const { sheet } = await explained()
    const row = within(sheet).getByRole('row', { name: /app switches/ })
    expect(plain(row.textContent ?? '')).toBe('app switches9.2 a minuteusually 3.8–6.12.701.00151.0042%')
    expect(row.hasAttribute('data-loud')).toBe(true)
    const rows = within(sheet).getByRole('region', { name: 'Every signal' }).querySelectorAll('tbody tr')
    expect(rows).toHaveLength(6)
  })

  it('folds down to the sums and the rows they came from', async () => {
    const { sheet } = await explained()
    const text = plain(sheet.textContent ?? '')
    expect(text).toMatch(/of work since a rest ÷ 50 min = 1\.\d\d\./)
    expect(text).toContain('371 readings as they came')
    const minutes = within(sheet).getByRole('region', { name: 'Minutes' })
    expect(within(minutes).getAllByRole('row')).toHaveLength(11)
    // A column in which nothing was known is left out.
    expect(within(minutes).queryByRole('columnheader', { name: 'Keys' })).toBeNull()
    const windows = within(sheet).getByRole('region', { name: 'Minutes of beats' })
    expect(windows.textContent).toContain(
      'more than one beat in twenty was unclear and too little of it was heard',
    )
  })

  it('says so when nothing was kept near a moment', async () => {
    const { fake } = await renderToday('heavyDay')
    const slider = await line()
    stressOf(fake).explain = () => null
    fireEvent.keyDown(slider, { key: 'Enter' })
    expect(await screen.findByText(/^Nothing was kept within two minutes of/)).toBeTruthy()
  })
})

describe('a wrong stretch', () => {
  async function mark() {
    const app = await renderToday('heavyDay')
    await line()
    fireEvent.click(screen.getByRole('button', { name: 'Mark a stretch as wrong' }))
    const sheet = await screen.findByRole('dialog')
    const type = (label: string, value: string) =>
      fireEvent.change(within(sheet).getByLabelText(label), { target: { value } })
    const save = () => fireEvent.click(within(sheet).getByRole('button', { name: 'Mark it' }))
    return { ...app, sheet, type, save }
  }

  it('is marked by two times, a kind and a note, and taken back by Undo', async () => {
    const { fake, sheet, type, save } = await mark()
    type('From', '13:40')
    type('To', '14:20')
    type('Why, in your words', 'I was on a treadmill')
    fireEvent.click(within(sheet).getByRole('radio', { name: 'The beats' }))
    save()
    await waitFor(() => expect(fake.called('stress.markWrong')).toHaveLength(1))
    const days = daysOf(fake)
    expect(lastCall(fake, 'stress.markWrong')).toMatchObject({
      fromMs: days.at(days.today, 13 + 40 / 60),
      toMs: days.at(days.today, 14 + 20 / 60),
      what: 'body',
      note: 'I was on a treadmill',
    })
    const list = await screen.findByRole('region', { name: 'Marked as wrong' })
    expect(list.textContent).toContain('The beats · I was on a treadmill')
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Marked as wrong' })).toBeNull())
    expect(fake.called('stress.unmarkWrong')).toHaveLength(1)
  })

  it('is taken back from the list', async () => {
    const { fake, save } = await mark()
    save()
    fireEvent.click(await screen.findByRole('button', { name: /^Take back/ }))
    await waitFor(() => expect(fake.called('stress.unmarkWrong')).toHaveLength(1))
    expect(await screen.findByText('It counts again.')).toBeTruthy()
  })

  it('that runs backwards is not sent', async () => {
    const { fake, type, save } = await mark()
    type('From', '14:00')
    type('To', '13:00')
    save()
    expect(await screen.findByText('The end must come after the beginning.')).toBeTruthy()
    expect(fake.called('stress.markWrong')).toEqual([])
  })

  it('is chosen by dragging over the line', async () => {
    await renderToday('heavyDay')
    const slider = await line()
    slider.getBoundingClientRect = () => ({ left: 0, width: 1000 }) as DOMRect
    const press = { button: 0, pointerId: 1 }
    fireEvent.pointerDown(slider, { ...press, clientX: 300 })
    fireEvent.pointerMove(slider, { ...press, clientX: 400 })
    fireEvent.pointerUp(slider, { ...press, clientX: 400 })
    const sheet = await screen.findByRole('dialog', { name: 'Mark a stretch as wrong' })
    const [from, to] = ['From', 'To'].map(
      (label) => within(sheet).getByLabelText<HTMLInputElement>(label).value,
    )
    expect(String(from) < String(to)).toBe(true)
  })
})

describe('other days', () => {
  it('are turned to and back, and say nothing of now', async () => {
    const { fake } = await renderToday('heavyDay')
    await line()
    fireEvent.click(screen.getByRole('button', { name: 'Day before' }))
    expect(await screen.findByRole('button', { name: 'Back to today' })).toBeTruthy()
    await waitFor(() => expect(lastCall(fake, 'stress.day')).toEqual({ workDay: daysOf(fake).today - 1 }))
    expect(screen.getByText(/^Yesterday · /)).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Unlike your usual' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Day after' }))
    expect(await screen.findByText(/^Today · /)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Day after' }).disabled).toBe(true)
  })

  it('of a week stand beside each other, unknown ones empty, and open by their name', async () => {
    const { fake } = await renderToday('heavyDay')
    await line()
    fireEvent.click(screen.getByRole('button', { name: 'Week' }))
    const table = await screen.findByRole('table', { name: 'Day by day' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows).toHaveLength(7)
    const { today } = daysOf(fake)
    rows.forEach((row, ago) => {
      const isKnown = daysOf(fake).isKnown(today - ago)
      expect(within(row).queryAllByText('not known').length > 0).toBe(
        !isKnown || daysOf(fake).nightly(today - ago, today - ago).length === 0,
      )
    })
    expect(document.activeElement?.textContent).toBe('Week')
    const first = rows.findIndex((_, ago) => ago > 0 && daysOf(fake).isKnown(today - ago))
    fireEvent.click(within(rows[first] as HTMLElement).getByRole('button'))
    await waitFor(() => expect(lastCall(fake, 'stress.day')).toEqual({ workDay: today - first }))
  })

  it('of a month are thirty', async () => {
    await renderToday('calmDay')
    await line()
    fireEvent.click(screen.getByRole('button', { name: 'Month' }))
    const table = await screen.findByRole('table', { name: 'Day by day' })
    expect(within(table).getAllByRole('row')).toHaveLength(31)
    await sentence(/^In these 30 days you were at it for \d+ h, with/)
  })

  it('older than 30 days say that only sums are kept', async () => {
    await renderToday('calmDay')
    await line()
    fireEvent.click(screen.getByRole('button', { name: 'Month' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Month before' }))
    await screen.findByRole('button', { name: 'Back to today' })
    const table = await screen.findByRole('table', { name: 'Day by day' })
    fireEvent.click(within(within(table).getAllByRole('row')[2] as HTMLElement).getByRole('button'))
    expect(await screen.findByText('This day is older than 30 days: only its sums are kept.')).toBeTruthy()
  })
})
