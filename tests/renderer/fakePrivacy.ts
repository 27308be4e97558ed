/** The fake engine's privacy: a data map whose rows go when they are erased. */
import { ORPCError } from '@orpc/server'
import type { DataKind } from '../../electron/contract/privacy.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'

const dayMs = 86_400_000

interface KeptKind {
  kind: DataKind
  rows: number
  bytes: number | null
  oldestAt: number | null
  keptDays: number | null
  erasable: boolean
}

function someKinds(): KeptKind[] {
  const now = Date.now()
  const kind = (
    name: DataKind,
    rows: number,
    daysOld: number | null,
    rest: Partial<KeptKind> = {},
  ): KeptKind => ({
    kind: name,
    rows,
    bytes: null,
    oldestAt: daysOld === null ? null : now - daysOld * dayMs,
    keptDays: null,
    erasable: true,
    ...rest,
  })
  return [
    kind('conversations', 7, 17),
    kind('messages', 86, 17, { bytes: 6_410_240, erasable: false }),
    kind('models', 1, 2, { bytes: 98_362_432, erasable: false }),
    kind('settings', 1, null, { erasable: false }),
    kind('connections', 2, 2),
    kind('states', 0, null, { bytes: 0, erasable: false }),
    kind('minutes', 12_480, 29, { keptDays: 30 }),
    kind('spans', 611, 29, { keptDays: 30 }),
    kind('days', 52, 64),
    kind('programs', 1, null),
    kind('devices', 1, 40),
    kind('beats', 402_133, 29, { keptDays: 30 }),
    kind('beatWindows', 8_120, 29, { keptDays: 30 }),
    kind('nightly', 0, null),
    kind('scores', 9_870, 29, { keptDays: 30 }),
    kind('checkins', 31, 41),
  ]
}

const connections = () => [
  {
    at: Date.now() - 2 * dayMs,
    peer: 'huggingface.co',
    reason: 'models',
    outcome: 'answered' as const,
  },
  { at: Date.now() - 2 * dayMs - 9000, peer: 'pip', reason: 'models', outcome: 'failed' as const },
]

export function fakePrivacy(noted: NotedContract, engine: FakeEngine) {
  let kinds = someKinds()
  const empty = (wanted: (kind: KeptKind) => boolean) => {
    kinds = kinds.map((kind) => (wanted(kind) ? { ...kind, rows: 0, oldestAt: null } : kind))
  }
  return {
    inventory: noted.privacy.inventory.handler(() => ({
      kinds,
      dataFolder: '/home/me/.config/Lull',
      keyKeeper: 'keychain' as const,
    })),
    connections: noted.privacy.connections.handler(() => ({ connections: connections() })),
    export: noted.privacy.export.handler(() => ({ fileName: 'lull-export.json', json: '{}' })),
    eraseEverything: noted.privacy.eraseEverything.handler(() => {
      engine.world.views.clear()
      engine.list.emit('now')
      empty(({ kind }) => kind !== 'models')
      return {}
    }),
    eraseKind: noted.privacy.eraseKind.handler(({ input }) => {
      if (!kinds.find(({ kind }) => kind === input.kind)?.erasable) {
        throw new ORPCError('NOT_ALLOWED', { defined: true })
      }
      empty(({ kind }) => kind === input.kind)
      return {}
    }),
    eraseDay: noted.privacy.eraseDay.handler(() => {
      kinds = kinds.map((kind) => (kind.keptDays ? { ...kind, rows: Math.max(0, kind.rows - 400) } : kind))
      return {}
    }),
  }
}
