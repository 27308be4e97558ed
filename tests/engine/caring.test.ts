/** In a whole engine: pauses that were taken are counted, cards know the own people, and erasing everything leaves nothing of care. */
import { expect, it, onTestFinished } from 'vitest'
import { createEngine } from '../../electron/engine/index.ts'
import { ScriptedModel } from '../fakes/scriptedModel.ts'
import { engineParts } from './engineParts.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const mine = ['carePlan', 'careMoments', 'acts']

async function started() {
  const { parts, clock } = engineParts(new ScriptedModel())
  const engine = createEngine(parts)
  await engine.start()
  onTestFinished(() => engine.stop())
  return { lull: engine.client('window'), clock }
}
type Lull = Awaited<ReturnType<typeof started>>['lull']

async function first<Value>(stream: Promise<AsyncIterator<Value>>): Promise<Value> {
  const watched = await stream
  const { value, done } = await watched.next()
  await watched.return?.()
  if (done) throw new Error('a watch begins with a snapshot')
  return value
}
const rowsOf = async (lull: Lull) =>
  (await lull.privacy.inventory()).kinds.filter(({ kind }) => mine.includes(kind)).map(({ rows }) => rows)

it('counts a walk that was taken', async () => {
  const { lull, clock } = await started()
  await lull.breaks.start({ kind: 'pause', arm: 'walk' })
  const { running } = await first(lull.breaks.watch())
  clock.advance((running?.endsAtMs ?? 0) - clock.now() + 1000)
  expect(await first(lull.balance.watch())).toMatchObject({ walks: 1, talksWithPeople: 0 })
})

it('leaves nothing when everything is erased', async () => {
  const { lull } = await started()
  const person = { id: id(1), name: 'Ada', phone: '030 123', how: null, professional: false }
  await lull.care.setPeople({ people: [person] })
  await lull.balance.addAct({ id: id(2), kind: 'metSomeone', note: 'the lake' })
  await lull.balance.eraseAct({ id: id(2) })
  await lull.balance.setPlan({ plan: 'call Ada' })
  expect(await rowsOf(lull)).toEqual([1, 0, 2])
  const { json } = await lull.privacy.export()
  expect(JSON.parse(json).noticed).toMatchObject({
    carePlan: [{ name: 'Ada' }],
    acts: [{ note: 'the lake' }, {}],
  })
  await lull.privacy.eraseEverything({ confirm: 'erase' })
  expect(await rowsOf(lull)).toEqual([0, 0, 0])
  expect(await first(lull.care.watch())).toEqual({ people: [], plan: null, checkBack: null, notice: null })
  expect(await first(lull.balance.watch())).toMatchObject({ acts: [], plan: null, weeks: [] })
})
