/** Own people and plan are kept as they were written, come back for a moment, and are gone when they are erased. */
import { describe, expect, it } from 'vitest'
import type { SafetyPlan } from '../../../../electron/core/care/safetyPlan.ts'
import { UNDO_SECONDS } from '../../../../electron/engine/erasures.ts'
import { sql } from '../../../../electron/engine/store/sql.ts'
import { type CareWorld, careWorld, id } from './careWorld.ts'

const person = (n: number, name = `Ada ${n}`) => ({
  ...{ id: id(n), name, phone: '+49 30 123', how: null, professional: false },
})
const steps = (own: string[]): SafetyPlan['steps'] => ({
  ...{ signs: [], own, company: [], people: ['Ada'], professionals: [], place: [], reasons: ['the dog'] },
})
const kept = ({ store }: CareWorld) =>
  store.raw.prepare('SELECT document FROM care_documents').pluck().all().join('\n')

describe('own people', () => {
  it('stay in the order they were given, also over a restart, and talks see them', async () => {
    const world = careWorld()
    await world.client.care.setPeople({ people: [person(2), person(1)] })
    expect((await world.care()).people.map(({ name }) => name)).toEqual(['Ada 2', 'Ada 1'])
    expect(world.restart().caring.forTalks.people()).toEqual([person(2), person(1)])
  })

  it('can all go', async () => {
    const world = careWorld()
    await world.client.care.setPeople({ people: [person(1)] })
    await world.client.care.setPeople({ people: [] })
    expect(world.keeper('carePlan').count('carePlan').rows).toBe(0)
  })

  it('that cannot be read count as none, and a card is shown all the same', () => {
    const world = careWorld()
    world.store.run(sql`INSERT INTO care_documents (name, document, changed_at) VALUES ('people', '[{}', 1)`)
    expect(world.caring.forTalks.people()).toEqual([])
    expect(world.logLines.join()).toContain('careDocumentBroken')
  })

  it.each([
    ['nine of them', Array.from({ length: 9 }, (_, n) => person(n))],
    ['one twice', [person(1), person(1)]],
    ['nobody', [person(1, ' ')]],
    ['an endless name', [person(1, 'x'.repeat(81))]],
    ['a phone that runs something', [{ ...person(1), phone: 'tel:123;rm' }]],
    ['no phone, but not null', [{ ...person(1), phone: '' }]],
    ['an id that is none', [{ ...person(1), id: '../plan' }]],
  ])('are refused: %s', async (_what, people) => {
    const world = careWorld()
    await expect(world.client.care.setPeople({ people })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await world.care()).people).toEqual([])
  })
})

describe('the plan', () => {
  it('is kept, and the one before can be brought back for ten seconds', async () => {
    const world = careWorld()
    const { client, clock } = world
    await client.care.savePlan({ steps: steps(['a walk']) })
    const first = (await world.care()).plan
    clock.advance(60_000)
    expect(await client.care.savePlan({ steps: steps(['music']) })).toEqual({ undoSeconds: UNDO_SECONDS })
    expect((await world.care()).plan?.steps.own).toEqual(['music'])
    clock.advance(UNDO_SECONDS * 1000 - 1)
    expect(await client.care.restorePlan()).toEqual({ restored: true })
    expect((await world.care()).plan).toEqual(first)
    expect(await client.care.restorePlan()).toEqual({ restored: false })
  })

  it('saved twice in ten seconds goes one step back, with ten seconds from the second', async () => {
    const world = careWorld()
    const { client, clock } = world
    await client.care.savePlan({ steps: steps(['one']) })
    clock.advance(6000)
    await client.care.savePlan({ steps: steps(['two']) })
    clock.advance(9000)
    expect(await client.care.restorePlan()).toEqual({ restored: true })
    expect((await world.care()).plan?.steps.own).toEqual(['one'])
  })

  it('erased is off the disk at once, and back only while it is asked for in time', async () => {
    const world = careWorld()
    const { client, clock } = world
    await client.care.savePlan({ steps: steps(['the lake']) })
    await client.care.erasePlan()
    expect(kept(world)).not.toContain('the lake')
    expect((await world.care()).plan).toBeNull()
    expect(await client.care.restorePlan()).toEqual({ restored: true })
    expect((await world.care()).plan?.steps.own).toEqual(['the lake'])
    await client.care.erasePlan()
    clock.advance(UNDO_SECONDS * 1000)
    expect(await client.care.restorePlan()).toEqual({ restored: false })
    await expect(client.care.erasePlan()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['a step that is none', { ...steps([]), __proto__: null, sideways: [] }],
    ['a step too few', { signs: [] }],
    ['thirteen entries', steps(Array.from({ length: 13 }, () => 'x'))],
    ['an endless entry', steps(['x'.repeat(301)])],
    ['an empty entry', steps(['  '])],
  ])('is refused with %s', async (_what, wrong) => {
    const world = careWorld()
    const refused = world.client.care.savePlan({ steps: wrong as SafetyPlan['steps'] })
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(kept(world)).toBe('')
  })

  it('erased as data takes people along and cannot be brought back', async () => {
    const world = careWorld()
    await world.client.care.setPeople({ people: [person(1)] })
    await world.client.care.savePlan({ steps: steps(['music']) })
    const keeper = world.keeper('carePlan')
    expect(keeper.count('carePlan')).toEqual({ rows: 2, oldestAt: world.clock.now() })
    expect(keeper.rows('carePlan')).toMatchObject([{ what: 'person', name: 'Ada 1' }, { what: 'plan' }])
    keeper.eraseDay({ workDay: 20_779, fromMs: 0, toMs: 8e15 })
    expect(keeper.count('carePlan').rows).toBe(2)
    keeper.erase('carePlan')
    expect(keeper.count('carePlan')).toEqual({ rows: 0, oldestAt: null })
    expect(await world.client.care.restorePlan()).toEqual({ restored: false })
    expect(await world.care()).toMatchObject({ people: [], plan: null })
    expect(kept(world)).toBe('')
  })
})
