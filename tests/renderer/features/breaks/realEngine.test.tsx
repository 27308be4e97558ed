/** Pauses with the real engine: a first pause taken and left, and a year of history that stays quick to look through. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { BreaksStore } from '../../../../electron/engine/features/breaks/breaksStore.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { TEST_KEY, temporaryFolder } from '../../../engine/engineParts.ts'
import { madeUpSilence, seedBreaks } from '../../../engine/features/breaks/seedBreaks.ts'
import { press, realApp, slow } from '../../realApp.tsx'
import { plain } from '../stress/wordsOf.ts'

beforeAll(async () => {
  // Its first loading takes longer than a test waits.
  await import('../../../../renderer/features/breaks/PausesPage.tsx')
})
afterEach(() => {
  window.location.hash = ''
})

const heading = (words: RegExp) =>
  waitFor(
    () => expect(plain(screen.getByRole('heading', { level: 1 }).textContent ?? '')).toMatch(words),
    slow,
  )

it('takes a pause, leaves it early, and finds it in the day', async () => {
  window.location.hash = '#/pauses'
  await realApp()
  await heading(/nothing is offered\.|None is offered by itself\.|Nothing has been offered/)
  await press('Take a pause now')
  fireEvent.click(await screen.findByRole('menuitem', { name: /^Stretch/ }, slow))
  await heading(/^This is your pause: a stretch, until /)
  await press('Back to work')
  const list = await screen.findByRole('list', { name: 'What happened' }, slow)
  expect(within(list).getByText(/^Left early: a stretch/)).toBeTruthy()
  await press('No pauses until tomorrow')
  await heading(/^No pauses are offered until tomorrow\.$/)
  await press('Offer pauses again')
  await heading(/^(?!No pauses are offered)/)
}, 60_000)

it('shows a year of days, silences and sums', async () => {
  const dataFolder = temporaryFolder()
  const today = Math.floor((Date.now() - 4 * 3_600_000) / 86_400_000)
  const { store } = openDatabase({ dataFolder, keyHex: TEST_KEY, now: Date.now() })
  seedBreaks(store, { today: today - 1, days: 365, entriesADay: 12, silencesADay: 12, choicesADay: 3 })
  const rows = new BreaksStore(store)
  const random = seededRandom(2)
  for (let row = 1_000_001; row <= 1_000_500; row++) {
    rows.write({ kind: 'suppressed', suppression: madeUpSilence(row, today - 2, random) })
  }
  store.close()
  window.location.hash = '#/pauses/sums/all'
  const engine = await realApp(dataFolder)
  await heading(/^Since .* you took \d+ pauses, .* in all, and had \d+ rests of your own\.$/)

  window.location.hash = `#/pauses/day/${today - 2}`
  await press(/^Silences ?512$/)
  expect(document.querySelectorAll('details').length).toBe(13)

  window.location.hash = '#/pauses/month'
  await screen.findByRole('grid', {}, slow)
  window.location.hash = '#/pauses/week'
  await heading(/^In these seven days you took /)
  expect(await screen.findByText(/^Where Lull spoke, you rested in /, {}, slow)).toBeTruthy()

  const { entries } = await engine.client('window').breaks.history({ fromDay: today - 3, toDay: today - 3 })
  const nudgeId = entries.find(({ what }) => what === 'offered' || what === 'hinted')?.nudgeId
  if (nudgeId) {
    window.location.hash = `#/pauses/why/${nudgeId}`
    await heading(/^At .* (Lull|the tray) offered |^At .* you took /)
    expect(await screen.findByText(/The scores of that moment are not kept any more/, {}, slow)).toBeTruthy()
  }

  window.location.hash = '#/pauses/learning'
  await press('Forget what was learnt')
  await press('Forget it')
  await heading(/^Nothing has been learnt yet/)
  window.location.hash = '#/pauses/week'
  expect(await screen.findByText(/^So far every choice came from fixed rules/, {}, slow)).toBeTruthy()
}, 60_000)
