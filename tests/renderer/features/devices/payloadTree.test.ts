/** Every path the tree offers leads to the value it stands at, whatever the message looks like. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followJsonPath, parseJsonPath } from '../../../../electron/core/readings/jsonPath.ts'
import { type PayloadNode, payloadTree } from '../../../../renderer/features/devices/payloadTree.ts'

const leaves = (node: PayloadNode): PayloadNode[] => [
  ...(node.isValue ? [node] : []),
  ...node.children.flatMap(leaves),
]
const paths = (value: unknown) => leaves(payloadTree(value)).map(({ path }) => path)

describe('paths', () => {
  it('of a strap: members, and a list of plain values as a whole', () => {
    expect(paths({ deviceId: '1A', hr: 66, rr: [905, 912] })).toEqual(['$.deviceId', '$.hr', '$.rr'])
  })

  it('of a bare number', () => expect(paths(72)).toEqual(['$']))

  it('of a batch: items are told apart by name, the rest is all of them', () => {
    const batch = {
      data: {
        metrics: [
          { name: 'heart_rate', data: [{ Avg: 61 }, { Avg: 64 }] },
          { name: 'steps', data: [{ qty: 9 }] },
        ],
      },
    }
    expect(paths(batch)).toEqual([
      '$.data.metrics[?name=heart_rate].name',
      '$.data.metrics[?name=heart_rate].data[*].Avg',
      '$.data.metrics[?name=steps].name',
      '$.data.metrics[?name=steps].data[*].qty',
    ])
  })

  it('with dots are quoted, and names no path can say are not offered', () => {
    expect(paths({ 'a.b': 1, 'c"]d': 2, 'e[0': 3 })).toEqual(['$["a.b"]', '$["e[0"]'])
  })

  it('are counted where there are too many to show', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`m${n}`, n]))
    const tree = payloadTree(many)
    expect([tree.children.length, tree.more]).toEqual([24, 16])
  })

  it('always lead to their value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        for (const { path, sample } of leaves(payloadTree(value))) {
          const steps = parseJsonPath(path ?? '')
          expect(steps).not.toBeNull()
          const found = followJsonPath(value, steps ?? []).map((match) => match.value)
          expect(found).toContainEqual(sample)
        }
      }),
      { numRuns: 300 },
    )
  })
})
