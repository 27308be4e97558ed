/** Every kind of data the contract knows has a place in the data map. */
import { expect, it } from 'vitest'
import { dataKinds } from '../../../../electron/contract/privacy.ts'
import { groupedKinds } from '../../../../renderer/features/privacy/dataGroups.ts'

const kept = dataKinds.map((kind) => ({
  kind,
  rows: 1,
  bytes: null,
  oldestAt: null,
  keptDays: null,
  erasable: true,
}))

it('shows each kind once, in groups', () => {
  const groups = groupedKinds(kept)
  expect(groups.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)).toSorted()).toEqual(
    [...dataKinds].toSorted(),
  )
  expect(groups.map(({ group }) => group)).toEqual(['said', 'noticed', 'beats', 'made', 'own'])
  expect(groups[0]?.kinds.map(({ kind }) => kind)).toEqual([
    'conversations',
    'messages',
    'checkins',
    'carePlan',
    'acts',
    'states',
  ])
  expect(groups.at(-1)?.kinds.map(({ kind }) => kind)).toEqual(['settings', 'models', 'connections'])
})

it('leaves out groups of which nothing is known', () => {
  expect(groupedKinds([]).length).toBe(0)
})
