/** What pauses leave behind can be counted, taken along and erased, and does not come back. */
import { expect, test } from 'vitest'
import { breaksWorld, HOUR, MINUTE } from './breaksWorld.ts'

const TODAY = 20_607
const DAY = 24 * HOUR

/** Yesterday's pause and today's, each skipped; silence after both. */
async function twoDays() {
  const world = breaksWorld({ at: '2026-06-02T09:00:00Z' })
  for (let day = 0; day < 2; day++) {
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'skip' })
    world.type(5 * MINUTE)
    if (day === 0) await world.restart(DAY - 57 * MINUTE)
  }
  const { keeper } = world.pausing.breaks
  const counts = () => ({
    breaks: keeper.count('breaks').rows,
    breakChoices: keeper.count('breakChoices').rows,
  })
  return { world, keeper, counts }
}

test('counts rows and the age of the oldest, and gives each of them', async () => {
  const { keeper, counts } = await twoDays()
  expect(counts().breakChoices).toBe(2)
  expect(counts().breaks).toBe(keeper.rows('breaks').length)
  expect(keeper.rows('breaks').length).toBeGreaterThanOrEqual(6)
  expect(keeper.count('breaks').oldestAt).toBeGreaterThan(Date.parse('2026-06-02T09:50:00Z'))
  expect(keeper.rows('breakChoices')[0]).toMatchObject({
    arm: 'stretch',
    by: 'rules',
    outcome: { how: 'skipped' },
  })
  expect(keeper.count('beats')).toEqual({ rows: 0, oldestAt: null })
  expect(keeper.rows('beats')).toEqual([])
})

test('the history can go without what was learnt, and a silence that goes on begins a new row', async () => {
  const { world, keeper, counts } = await twoDays()
  const { memory } = world.state()
  keeper.erase('breaks')
  expect(counts()).toEqual({ breaks: 0, breakChoices: 2 })
  expect(world.state().memory).toEqual(memory)
  expect(world.view().today).toMatchObject({ offered: 0, nudgesLeft: 7 })
  const { at } = world.rows("kept_states WHERE name = 'breaks'")[0] ?? {}
  expect(at).toBe(world.clock.now())
  const erasedAt = world.clock.now()
  world.type(6 * MINUTE)
  for (const row of world.rows('break_suppressions'))
    expect(Number(row.from_at)).toBeGreaterThanOrEqual(erasedAt)
})

test('what was learnt can go without the history, in memory too', async () => {
  const { world, counts } = await twoDays()
  const before = counts().breaks
  await world.client().breaks.forgetLearning({ confirm: 'forget' })
  expect(counts()).toEqual({ breaks: before, breakChoices: 0 })
  expect(world.state().memory.outcomes).toBe(0)
  expect((await world.client().breaks.learning({})).arms.every(({ tried }) => tried === 0)).toBe(true)
  await world.restart(MINUTE)
  expect(world.state().memory.outcomes).toBe(0)
})

test('one day goes with what it taught; the other stays', async () => {
  const { world, keeper, counts } = await twoDays()
  expect(world.state().memory.counts.stretch.tried + world.state().memory.counts.breathe.tried).toBe(2)
  keeper.eraseDay({ workDay: TODAY - 1, fromMs: 0, toMs: 0 })
  expect(counts().breakChoices).toBe(1)
  expect(world.rows('break_entries').every((row) => row.work_day === TODAY)).toBe(true)
  expect(world.state().memory.outcomes).toBe(1)
  expect(world.state().days.map(({ workDay }) => workDay)).toEqual([TODAY])
  keeper.eraseDay({ workDay: TODAY, fromMs: 0, toMs: 0 })
  expect(counts()).toEqual({ breaks: 0, breakChoices: 0 })
  expect(world.state().memory.outcomes).toBe(0)
  // A limit is no memory: erasing is no way to eight more.
  expect(world.view().today.nudgesLeft).toBe(7)
})

test('everything: as on the first day', async () => {
  const { world, keeper, counts } = await twoDays()
  const { nextId } = world.state()
  world.pausing.breaks.begin('pause', null)
  keeper.erase('breaks')
  keeper.erase('breakChoices')
  world.bus.emit('everythingErased', {})
  expect(counts()).toEqual({ breaks: 0, breakChoices: 0 })
  expect(world.view()).toMatchObject({
    running: null,
    offer: null,
    today: { nudgesLeft: 8 },
    isByTimeOnly: true,
  })
  expect(world.state().nextId).toBeGreaterThan(nextId)
  expect(world.rows("kept_states WHERE name = 'breaks'")[0]?.json).not.toContain('skipped')
  world.type(MINUTE)
  expect(counts().breakChoices).toBe(0)
})
