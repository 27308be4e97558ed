/** A small day through the whole engine and its wire: seen, answered, listed under what is kept, and erased. */
import { expect, onTestFinished, test } from 'vitest'
import type { BreakView } from '../../../../electron/contract/breaks.ts'
import { createEngine } from '../../../../electron/engine/index.ts'
import { ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { engineParts } from '../../engineParts.ts'
import { JumpingClock } from '../presence/noticing.ts'
import { MINUTE, SECOND } from './breaksWorld.ts'
import { DeskSensors } from './deskSensors.ts'

async function engineAtDesk() {
  const clock = new JumpingClock(Date.parse('2026-06-03T07:00:00Z'))
  const sensors = new DeskSensors(clock)
  const { parts, logLines } = engineParts(new ScriptedModel(), { clock, sensors, drivers: [], seed: 7 })
  const engine = createEngine(parts)
  await engine.start()
  onTestFinished(() => engine.stop())
  return { clock, sensors, logLines, page: engine.client('window'), shell: engine.client('shell') }
}

test('a day: offered in a gap, taken, kept quiet in a call, rested unasked, and all of it told', async () => {
  const { clock, sensors, page, shell, logLines } = await engineAtDesk()
  const seen: BreakView[] = []
  const stream = await shell.breaks.watch()
  const watching = (async () => {
    for await (const view of stream) seen.push(view)
  })()
  const view = async () => {
    await new Promise((next) => setImmediate(next))
    return seen.at(-1)
  }
  clock.advance(51 * MINUTE)
  sensors.isTyping = false
  clock.advance(14 * SECOND)
  const offer = (await view())?.offer
  expect(offer).toMatchObject({ because: 'need', kind: 'micro' })
  await page.breaks.answer({ id: offer?.id ?? 0, answer: { say: 'start' } })
  expect((await view())?.running).toMatchObject({ id: offer?.id })
  clock.advance(3 * MINUTE)
  expect(await view()).toMatchObject({ running: null, today: { taken: 1 } })

  sensors.isTyping = true
  clock.advance(30 * MINUTE)
  sensors.inCall = true
  clock.advance(40 * MINUTE)
  expect((await view())?.silent).toMatchObject({ reason: 'call' })
  sensors.inCall = false
  sensors.isTyping = false
  clock.advance(10 * MINUTE)
  sensors.isTyping = true
  clock.advance(12 * MINUTE)

  const { workDay } = await page.presence.today()
  const { entries, suppressions } = await page.breaks.history({ fromDay: workDay, toDay: workDay })
  expect(entries.map(({ what }) => what).slice(0, 2)).toEqual(['offered', 'taken'])
  expect(entries.map(({ what }) => what)).toContain('natural')
  expect(suppressions.map(({ reason }) => reason)).toContain('call')
  const sums = await page.breaks.statistics({ fromDay: workDay - 3650, toDay: workDay })
  expect(sums).toMatchObject({ taken: { times: 1 }, natural: { times: 1 } })
  expect(sums.longestStretch?.workDay).toBe(workDay)

  const kindsKept = async () =>
    Object.fromEntries((await page.privacy.inventory()).kinds.map(({ kind, rows }) => [kind, rows]))
  expect(await kindsKept()).toMatchObject({ breaks: entries.length + suppressions.length })
  expect(JSON.parse((await page.privacy.export()).json)).toBeTruthy()
  await page.privacy.eraseKind({ kind: 'breakChoices', confirm: 'erase' })
  expect(await kindsKept()).toMatchObject({ breakChoices: 0 })
  await page.privacy.eraseEverything({ confirm: 'erase', models: false })
  expect(await kindsKept()).toMatchObject({ breaks: 0, breakChoices: 0 })
  expect(await view()).toMatchObject({ offer: null, running: null, today: { offered: 0, taken: 0 } })
  await stream.return?.()
  await watching
  expect(logLines.filter((line) => /"level":"(error|warn)"/.test(line))).toEqual([])
})

test('what does not fit the contract is refused before anything happens', async () => {
  const { page } = await engineAtDesk()
  const refused = { code: 'INVALID_INPUT' }
  await expect(page.breaks.answer({ id: -1, answer: { say: 'skip' } })).rejects.toMatchObject(refused)
  await expect(page.breaks.answer({ id: 1.5, answer: { say: 'skip' } })).rejects.toMatchObject(refused)
  const minutes = 7 as 5
  await expect(page.breaks.answer({ id: 1, answer: { say: 'snooze', minutes } })).rejects.toMatchObject(
    refused,
  )
  await expect(page.breaks.pause({ minutes: 1e9 })).rejects.toMatchObject(refused)
  await expect(page.breaks.start({ kind: 'nap' as 'micro', arm: null })).rejects.toMatchObject(refused)
  await expect(page.breaks.month({ year: 1e6, month: 1, weekStart: 0 })).rejects.toMatchObject(refused)
  const display = 'x'.repeat(61)
  await expect(page.breaks.drawn({ id: 1, display })).rejects.toMatchObject(refused)
})
