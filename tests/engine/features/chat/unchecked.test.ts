/** A bug in triage itself: then no model answers, and the person still has words and people to call. */
import { expect, it, vi } from 'vitest'
import { talk } from '../../talk.ts'

vi.mock('../../../../electron/core/safety/triage.ts', () => {
  const triage = () => {
    throw new Error('a bug in a rule')
  }
  return { triage, triager: () => triage }
})

it('a session that could not be looked at is answered with reviewed words and a card, never by a model', async () => {
  const lull = await talk()
  const page = await lull.open()
  await lull.say(page, 'I want to die')
  const view = await page.answered()
  expect(view.failure).toBeNull()
  expect(view.messages.at(-1)).toMatchObject({ source: 'scripted', status: 'complete' })
  expect(view.messages.at(-1)?.text).toContain('no model answers')
  expect(view.messages.at(-1)?.care?.lines.map((line) => line.shown)).toContain('116 123')
  expect(lull.model.prompts).toEqual([])
  await lull.say(page, 'Are you there?')
  expect((await page.shows((one) => one.messages.length === 4)).messages.at(-1)?.source).toBe('scripted')
})
