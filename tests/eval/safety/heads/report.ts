/** Prints what the heads do on families they never met. */
import { wilsonInterval } from '../../../../electron/core/breaks/evaluation.ts'
import { tiers } from '../../../../electron/core/safety/tier.ts'
import { type Heard, type Listener, tierSaid } from './listeners.ts'
import type { TrainingSession } from './trainingLines.ts'

export interface Share {
  hits: number
  of: number
}

const percent = (share: number) => `${(100 * share).toFixed(1)}`.padStart(5)

export function shareText(share: Share): string {
  if (share.of === 0) return '    –'
  const { low, high } = wilsonInterval(share.hits / share.of, share.of)
  return `${percent(share.hits / share.of)} [${percent(low)}…${percent(high)}] of ${share.of}`
}

export type Said = (session: number) => number

export const saidBy =
  (heard: Heard, names: readonly Listener[]): Said =>
  (session) =>
    tiers.indexOf(tierSaid(heard, names, session))

function shareOf(sessions: readonly number[], isHit: (session: number) => boolean): Share {
  return { hits: sessions.filter(isHit).length, of: sessions.length }
}

/** One line: flagged at all per tier, reached high, and false alarms. */
export function printTiers(name: string, sessions: readonly TrainingSession[], said: Said): void {
  const of = (tier: number) =>
    [...sessions.keys()].filter((at) => tiers.indexOf(sessions[at]?.tier ?? 'none') === tier)
  console.log(`\n${name}`)
  for (const tier of [1, 2, 3]) {
    console.log(
      `  ${(tiers[tier] ?? '').padEnd(9)} heard ${shareText(shareOf(of(tier), (at) => said(at) > 0))}   as high ${shareText(shareOf(of(tier), (at) => said(at) > 1))}`,
    )
  }
  console.log(
    `  false alarms    ${shareText(shareOf(of(0), (at) => said(at) > 0))}   as high ${shareText(shareOf(of(0), (at) => said(at) > 1))}`,
  )
}

/** Share flagged for each value of a field, such as kind or group; risk and no risk apart. */
export function printBy(
  field: 'kind' | 'group' | 'language',
  sessions: readonly TrainingSession[],
  said: Said,
): void {
  const rows = Map.groupBy(
    sessions.keys(),
    (at) => `${sessions[at]?.[field]} ${sessions[at]?.tier === 'none' ? '(no risk)' : ''}`,
  )
  console.log(`\nflagged by ${field}`)
  for (const [name, among] of [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`  ${name.padEnd(34)} ${shareText(shareOf(among, (at) => said(at) > 0))}`)
  }
}
