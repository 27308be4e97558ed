/** Kinds of data in the groups a person thinks in; a kind nobody has put anywhere stands with Lull itself. */
import type { EngineClient } from '../../../electron/contract/index.ts'
import type { DataKind } from '../../../electron/contract/privacy.ts'

export type Inventory = Awaited<ReturnType<EngineClient['privacy']['inventory']>>
export type KeptKind = Inventory['kinds'][number]

const groups = {
  said: ['conversations', 'messages', 'checkins', 'carePlan', 'acts', 'states'],
  noticed: ['minutes', 'spans', 'days', 'programs'],
  beats: ['beats', 'beatWindows', 'nightly', 'devices', 'lightSources'],
  made: ['scores', 'breaks', 'breakChoices', 'exercises', 'lights', 'lightTrial', 'careMoments'],
  own: ['settings', 'models', 'connections'],
} as const satisfies Record<string, readonly DataKind[]>

export type DataGroup = keyof typeof groups
const groupNames = Object.keys(groups) as DataGroup[]

function groupOf(kind: DataKind): DataGroup {
  return groupNames.find((group) => (groups[group] as readonly DataKind[]).includes(kind)) ?? 'own'
}

/** Groups that hold anything the engine told of, each in the order above. */
export function groupedKinds(kinds: readonly KeptKind[]): { group: DataGroup; kinds: KeptKind[] }[] {
  return groupNames
    .map((group) => {
      const order = groups[group] as readonly DataKind[]
      const own = kinds.filter(({ kind }) => groupOf(kind) === group)
      return { group, kinds: own.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)) }
    })
    .filter(({ kinds: own }) => own.length > 0)
}
