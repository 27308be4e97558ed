/** On the wire of a whole engine: listed, begun, rated and erased; and only clean runs come in. */
import { expect, it, onTestFinished } from 'vitest'
import { createEngine } from '../../../../electron/engine/index.ts'
import { ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { engineParts } from '../../engineParts.ts'

const id = '00000000-0000-4000-8000-000000000001'
const begun = {
  ...{ id, exerciseId: 'six-breaths', plannedMs: 120_000, spentMs: 0, ended: 'open' as const },
  ...{ before: 6, after: null, nudgeId: null, via: 'panic' as const },
}

async function client() {
  const { parts, clock, logLines } = engineParts(new ScriptedModel())
  const engine = createEngine(parts)
  await engine.start()
  onTestFinished(() => engine.stop())
  return { lull: engine.client('window'), clock, logLines }
}

it('works from the first look to the last trace', async () => {
  const { lull, clock } = await client()
  const list = await lull.exercises.list()
  expect(list.exercises).toHaveLength(13)
  expect(list.broken).toEqual([])
  const saved = await lull.exercises.saveRun(begun)
  expect(saved).toEqual({ ...begun, atMs: clock.now() })
  clock.advance(120_000)
  await lull.exercises.saveRun({ ...begun, spentMs: 120_000, ended: 'done', after: 3 })
  const { runs } = await lull.exercises.runs({ fromMs: 0, toMs: clock.now() })
  expect(runs).toEqual([{ ...begun, spentMs: 120_000, ended: 'done', after: 3, atMs: saved.atMs }])
  await lull.privacy.eraseKind({ kind: 'exercises', confirm: 'erase' })
  expect((await lull.exercises.runs({ fromMs: 0, toMs: clock.now() })).runs).toEqual([])
  const kinds = (await lull.privacy.inventory()).kinds
  expect(kinds.find(({ kind }) => kind === 'exercises')).toMatchObject({ rows: 0, oldestAt: null })
})

it.each([
  ['an exercise nobody knows', { exerciseId: 'flying' }, 'NOT_FOUND'],
  ['a rating of 11', { after: 11 }, 'INVALID_INPUT'],
  ['half a point', { before: 2.5 }, 'INVALID_INPUT'],
  ['two hours', { spentMs: 7_200_000 }, 'INVALID_INPUT'],
  ['an id that is none', { id: 'one' }, 'INVALID_INPUT'],
  ['a way in that is none', { via: 'window' as 'list' }, 'INVALID_INPUT'],
])('refuses %s, and keeps nothing of it', async (_what, change, code) => {
  const { lull } = await client()
  const refused = await lull.exercises.saveRun({ ...begun, ...change }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Error)
  // What does not fit the contract is refused before it gets here.
  expect(refused).toMatchObject({ code: code === 'NOT_FOUND' ? code : expect.any(String) })
  expect((await lull.exercises.runs({ fromMs: 0, toMs: 8e15 })).runs).toEqual([])
})

it('keeps what a person wrote out of the log', async () => {
  const { lull, logLines } = await client()
  await lull.exercises.saveRun({ ...begun, exerciseId: 'secret-place' }).catch(() => {})
  expect(logLines.join('\n')).not.toContain('secret-place')
})
