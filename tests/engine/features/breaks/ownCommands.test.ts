/** The person's own commands: run at each event, told of it once, never two of one kind at a time. */
import { expect, test } from 'vitest'
import type { OwnCommandResult } from '../../../../electron/engine/ports/ownCommand.ts'
import { breaksWorld, MINUTE } from './breaksWorld.ts'

const DONE: OwnCommandResult = { outcome: 'done', exitCode: 0, output: 'dimmed\n', outputCut: false }
const breakCommands = { start: ['start', 'a b'], end: ['end'], skip: ['skip'] }

/** Commands that end when the test says so. */
function held() {
  const runs: { command: readonly string[]; environment: Readonly<Record<string, string>> }[] = []
  const ends: ((result: OwnCommandResult) => void)[] = []
  const runOwnCommand = (command: readonly string[], environment: Readonly<Record<string, string>>) => {
    runs.push({ command, environment })
    return new Promise<OwnCommandResult>((resolve) => ends.push(resolve))
  }
  const end = async (result = DONE) => {
    ends.shift()?.(result)
    await new Promise((next) => setImmediate(next))
  }
  return { runs, end, runOwnCommand }
}

test('one runs at the start, at the end and when one is skipped, with what it is about', async () => {
  const { runs, end, runOwnCommand } = held()
  const world = breaksWorld({ runOwnCommand, settings: { breakCommands } })
  const { id } = world.untilOffered()
  world.pausing.breaks.answer(id, { say: 'start' })
  expect(runs).toEqual([
    {
      command: ['start', 'a b'],
      environment: { LULL_EVENT: 'start', LULL_BREAK_KIND: 'micro', LULL_BREAK_SECONDS: '120' },
    },
  ])
  world.rest(MINUTE)
  world.pausing.breaks.answer(id, { say: 'finish' })
  expect(runs[1]?.environment).toEqual({
    LULL_EVENT: 'end',
    LULL_BREAK_KIND: 'micro',
    LULL_BREAK_SECONDS: '60',
  })
  world.rest(10 * MINUTE)
  const next = world.untilOffered()
  world.pausing.breaks.answer(next.id, { say: 'notNow' })
  expect(runs[2]?.command).toEqual(['skip'])
  await end()
})

test('its report is there until it is put away', async () => {
  const { end, runOwnCommand } = held()
  const world = breaksWorld({ runOwnCommand, settings: { breakCommands } })
  world.pausing.breaks.begin('micro', null)
  expect(world.view().command).toBeNull()
  await end({ outcome: 'failed', exitCode: 1, output: 'no such lamp', outputCut: false })
  const { command } = world.view()
  expect(command).toMatchObject({ which: 'start', outcome: 'failed', exitCode: 1, output: 'no such lamp' })
  expect(world.views.at(-1)?.command).toEqual(command)
  const page = world.client().breaks
  await page.putCommandAway({ id: crypto.randomUUID() })
  expect(world.view().command).toEqual(command)
  await page.putCommandAway({ id: command?.id ?? '' })
  expect(world.view().command).toBeNull()
  expect(world.logged('ownCommandFailed').join()).not.toContain('lamp')
})

test('one that still runs is not started again', async () => {
  const { runs, end, runOwnCommand } = held()
  const world = breaksWorld({ runOwnCommand, settings: { breakCommands: { ...breakCommands, end: null } } })
  for (let turn = 0; turn < 3; turn++) {
    world.pausing.breaks.begin('micro', null)
    world.rest(3 * MINUTE)
  }
  expect(runs).toHaveLength(1)
  expect(world.logged('ownCommandStillRunning')).toHaveLength(2)
  await expect(world.client().breaks.tryCommand({ which: 'start' })).rejects.toMatchObject({ code: 'BUSY' })
  await end()
  world.pausing.breaks.begin('micro', null)
  expect(runs).toHaveLength(2)
})

test('one can be tried, if there is one', async () => {
  const { end, runOwnCommand } = held()
  const world = breaksWorld({ runOwnCommand, settings: { breakCommands: { ...breakCommands, end: null } } })
  const page = world.client().breaks
  const tried = page.tryCommand({ which: 'skip' })
  await new Promise((next) => setImmediate(next))
  await end()
  expect(await tried).toMatchObject({ which: 'skip', outcome: 'done', output: 'dimmed\n' })
  expect(world.view().command, 'who tried it has seen what it did').toBeNull()
  await expect(page.tryCommand({ which: 'end' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a replay starts nothing', () => {
  const world = breaksWorld({ settings: { breakCommands: { ...breakCommands, start: ['/bin/false'] } } })
  world.pausing.breaks.begin('micro', null)
  expect(world.view().running).not.toBeNull()
})

test('whoever breaks on hearing of its report takes nothing else along', async () => {
  const { end, runOwnCommand } = held()
  const world = breaksWorld({ runOwnCommand, settings: { breakCommands } })
  world.pausing.breaks.begin('micro', null)
  const stop = world.bus.on('breaksChanged', () => {
    throw new Error('broken')
  })
  await end()
  stop()
  expect(world.view().command).toMatchObject({ outcome: 'done' })
  expect(world.logged('breaksFailed')).toHaveLength(1)
})

test('one that could not even be run breaks nothing', async () => {
  const runOwnCommand = () => Promise.reject(new Error('broken'))
  const world = breaksWorld({ runOwnCommand, settings: { breakCommands } })
  world.pausing.breaks.begin('micro', null)
  await new Promise((next) => setImmediate(next))
  expect(world.view()).toMatchObject({ command: null, running: { kind: 'micro' } })
  expect(world.logged('ownCommandFailed')).toHaveLength(1)
})

test('what one printed before everything was erased does not come back', async () => {
  const { end, runOwnCommand } = held()
  const world = breaksWorld({ runOwnCommand, settings: { breakCommands } })
  world.pausing.breaks.begin('micro', null)
  world.bus.emit('everythingErased', {})
  await end()
  expect(world.view().command).toBeNull()
})
